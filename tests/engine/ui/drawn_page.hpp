#pragma once
/// A page that tests draw frame by frame, and what mouse and keyboard do to it.

#include "engine/ui/commands.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/interaction.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <imgui.h>

#include <functional>
#include <string>
#include <vector>

namespace tactus::tests {

inline devices::InputEvents typing(const std::string& text) {
    devices::InputEvents events;
    events.typed = text;
    return events;
}

inline devices::InputEvents striking(devices::Key key) {
    devices::InputEvents events;
    events.keys.push_back({.key = key});
    return events;
}

/// 1280 x 720 at scale 1.
struct Page720 {
    ui::ImGuiLayer layer{nullptr, 1};
    ui::Theme theme;
    ui::Interaction interaction;

    Page720() { tests::bake_fonts(); }

    std::vector<ui::Command>
    frame(const devices::InputEvents& events,
          const std::function<void(ui::Canvas&, ui::Interaction&, ui::Commands&)>& draw) {
        ui::Commands ask;
        interaction.begin(events, 1);
        ui::Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        draw(canvas, interaction, ask);
        layer.end_frame();
        return ask.take();
    }
};

} // namespace tactus::tests
