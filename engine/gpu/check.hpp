#pragma once
/// Results of Vulkan calls.

#include "sim/authoring/user_error.hpp"

#include <vulkan/vulkan.h>

namespace tactus::gpu {

/// The GPU, or the window's surface on it, is gone. What was made on the device is of no use any more: the
/// device and all of it can only be made anew.
class DeviceLost : public UserError {
public:
    using UserError::UserError;
};

/// What was to be made does not fit into memory.
class OutOfMemory : public UserError {
public:
    using UserError::UserError;
};

/// Throws DeviceLost, OutOfMemory or else UserError, naming the call and the result, when it is an error.
void check(VkResult result, const char* call);

} // namespace tactus::gpu
