#include "engine/ui/screens/pause_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <string>

namespace tactus::ui {

void draw_pause_screen(Canvas& canvas, Interaction& interaction, bool can_end, std::string_view missing,
                       Commands& ask) {
    const float more = missing.empty() ? 0.0F : 84.0F;
    const Rect sheet = centred(canvas, 400, (can_end ? 390 : 340) + more);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, canvas.theme().text, "Paused");
    canvas.text({left, sheet.y + 68}, Face::body, canvas.theme().text_second,
                "The client rests; the clock stands still.");
    if (!missing.empty()) {
        canvas.paragraph(
            {left, sheet.y + 98}, width, Face::body, canvas.theme().amber,
            std::string(missing) +
                " is not there any more. Plug it in again and the run goes on; or go on without it.");
    }
    const devices::InputEvents& events = interaction.events();
    interaction.prefer(widget_id("Go on"));
    float y = sheet.y + 110 + more;
    const auto choice = [&](const char* label, ButtonLook look) {
        const bool pressed = button(canvas, interaction, {left, y, width, 42}, label, look);
        y += 52;
        return pressed;
    };
    if (choice("Go on", {ButtonKind::primary, "Esc"}) || events.struck(devices::Key::escape) ||
        events.struck(devices::key_of('p'))) {
        ask(ResumeRun{});
    }
    if (choice("Start again", {ButtonKind::quiet, "R"}) || events.struck(devices::key_of('r'))) {
        ask(Retry{});
    }
    if (can_end && choice("End and score", {})) {
        ask(EndRun{});
    }
    if (choice("Help", {ButtonKind::quiet, "F1"})) {
        ask(ShowHelp{true});
    }
    if (choice("Home", {})) {
        ask(AbandonRun{});
    }
}

} // namespace tactus::ui
