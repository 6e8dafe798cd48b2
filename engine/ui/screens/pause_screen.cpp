#include "engine/ui/screens/pause_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

std::string missing_words(std::string_view device) {
    return std::string(device) +
           " is not there any more. Plug it in again and the run goes on; or go on without it.";
}

std::string standstill_words(double seconds) {
    return "The computer stood still for " + rounded(seconds) +
           " seconds. Nothing is lost; the run counts as practice.";
}

void draw_pause_screen(Canvas& canvas, Interaction& interaction, const PauseView& view, Commands& ask) {
    const float words = view.why.empty() ? 0.0F : canvas.paragraph_height(320, Face::body, view.why);
    const float more = view.why.empty() ? 0.0F : words + 2;
    const float step = view.why.empty() ? 52.0F : 46.0F; // the card has to stay within a low window
    const Rect sheet = centred(canvas, 400, 130 + (view.can_end ? 5.0F : 4.0F) * step + more);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, canvas.theme().text, "Paused");
    canvas.text({left, sheet.y + 68}, Face::body, canvas.theme().text_second,
                "The client rests; the clock stands still.");
    if (!view.why.empty()) {
        canvas.paragraph({left, sheet.y + 98}, width, Face::body, canvas.theme().amber, view.why);
    }
    const devices::InputEvents& events = interaction.events();
    interaction.prefer(widget_id("Go on"));
    float y = sheet.y + 110 + more;
    const auto choice = [&](std::string_view label, ButtonLook look) {
        const bool pressed = button(canvas, interaction, {left, y, width, 42}, label, look);
        y += step;
        return pressed;
    };
    if (choice("Go on", {ButtonKind::primary, "Esc"}) || events.struck(devices::Key::escape) ||
        events.struck(devices::key_of('p'))) {
        ask(ResumeRun{});
    }
    if (choice("Start again", {ButtonKind::quiet, "R"}) || events.struck(devices::key_of('r'))) {
        ask(Retry{});
    }
    if (view.can_end && choice("End and score", {})) {
        ask(EndRun{});
    }
    if (choice("Help", {ButtonKind::quiet, "F1"})) {
        ask(ShowHelp{true});
    }
    if (choice(view.leads_to, {})) {
        ask(AbandonRun{});
    }
}

} // namespace tactus::ui
