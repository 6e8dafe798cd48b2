#pragma once
/// What a person may set, in tabs: the screen, what is heard, the hand, the keys; and how the school stands.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/screens/keys_settings.hpp"
#include "engine/ui/screens/school_settings.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tactus::ui {

struct SettingsView {
    const Settings& settings;
    std::span<const std::string> facts; ///< what this computer is, a line each
    std::string_view sound_trouble;     ///< why nothing is heard; empty = all is well
    SchoolView school = {};
};

struct SettingsScreen {
    enum class Tab { screen, sound, hand, keys, school } tab = Tab::screen;
    KeysSettings keys;
    bool looks_for_school = false; ///< in this frame: one may have been set up meanwhile
    bool pushes_now = false;       ///< in this frame: to the school, without waiting for the next try
};

void draw_settings_screen(Canvas& canvas, Interaction& interaction, const SettingsView& view,
                          SettingsScreen& state, Commands& ask);

} // namespace tactus::ui
