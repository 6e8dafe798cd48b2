#pragma once
/// Draws a named scene without a window and without a clock.

#include "engine/app/options.hpp"
#include "engine/app/scenes.hpp"
#include "engine/platform/image_file.hpp"

namespace tactus::app {

/// A scene as drawn.
struct ScenePicture {
    platform::Image image;
    int validation_messages = 0; ///< of the Vulkan validation layer, when options ask for it
};

/// All shots of a scene in one picture of options.size, tiled when there are several. Runs the simulation as
/// far as each shot asks: seconds to minutes. Main thread. Throws UserError.
ScenePicture draw_scene(const Options& options, const std::vector<Shot>& shots);

} // namespace tactus::app
