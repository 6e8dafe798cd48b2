#include "engine/app/pages/settings_page.hpp"

namespace tactus::app {

void SettingsPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::SettingsView view,
                        SchoolLine& school, ui::Commands& ask) {
    view.school = school.view();
    ui::draw_settings_screen(canvas, interaction, view, screen_, ask);
    if (screen_.looks_for_school) {
        school.look_for_school();
    }
    if (screen_.pushes_now) {
        school.push_now();
    }
}

} // namespace tactus::app
