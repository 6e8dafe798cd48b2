#pragma once
/// The page on which a person sets the screen and sees how the school stands.

#include "engine/app/stores/school_line.hpp"
#include "engine/ui/screens/settings_screen.hpp"

namespace tactus::app {

class SettingsPage {
public:
    /// view: without the school, which is asked how it stands, and told what the page wants of it.
    void draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::SettingsView view, SchoolLine& school,
              ui::Commands& ask);

private:
    ui::SettingsScreen screen_;
};

} // namespace tactus::app
