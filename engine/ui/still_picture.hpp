#pragma once
/// A picture with words that needs no GPU: what a kiosk shows when it cannot draw.

#include "engine/platform/image_file.hpp"
#include "engine/platform/window.hpp"

#include <string>

namespace tactus::ui {

/// scene: shown under the words, dimmed; any size, empty = a plain ground. Needs an ImGui library, not a
/// context.
platform::Image still_picture(platform::PixelSize size, const platform::Image& scene,
                              const std::string& title, const std::string& words);

} // namespace tactus::ui
