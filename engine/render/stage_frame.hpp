#pragma once
/// The constants of a frame, as the shaders of the stage read them.

#include "engine/render/client_model.hpp"
#include "engine/render/renderer.hpp"
#include "shaders/shared/stage.h"

#include <vulkan/vulkan.h>

namespace tactus::render {

/// Seen with the view's camera, in a picture of that size; without the hands' shadow.
shared::StageFrame stage_frame(const FrameView& view, const ClientModel& client, VkExtent2D extent);

/// The same frame seen with another camera, in a part of the picture of that size.
void look_from(shared::StageFrame& frame, const Camera& camera, Vec2 size);

} // namespace tactus::render
