#pragma once
/// Results of Vulkan calls.

#include <vulkan/vulkan.h>

namespace tactus::gpu {

/// Throws UserError naming the call and the result when it is an error: after start-up such a failure means a
/// lost device or no memory, which ends the program with a message.
void check(VkResult result, const char* call);

} // namespace tactus::gpu
