#include "engine/ui/screens/harm_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

std::string harm_words(const client::BodyEvent& event) {
    const char* const unit = event.state == "load_n" ? " newtons" : " kilopascals";
    return "Bone gave way at " + rounded(event.value) + unit + ", where this client's bears " +
           rounded(event.threshold) + ".";
}

void draw_harm_screen(Canvas& canvas, Interaction& interaction, const client::BodyEvent& event,
                      Commands& ask) {
    constexpr float text_width = 360;
    const std::string words = harm_words(event) + " In life: stop, keep the client still, call for help.";
    const float height = canvas.paragraph_height(text_width, Face::body, words);
    const Rect sheet = centred(canvas, text_width + 80, 210 + height);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    canvas.text({left, sheet.y + 30}, Face::card_title, canvas.theme().text, "The session is over");
    canvas.paragraph({left, sheet.y + 70}, text_width, Face::body, canvas.theme().text_second, words);
    interaction.prefer(widget_id("Start again"));
    const devices::InputEvents& events = interaction.events();
    const Rect again{left, sheet.y + 88 + height, text_width, 42};
    if (button(canvas, interaction, again, "Start again", {ButtonKind::primary, "R"}) ||
        events.struck(devices::key_of('r'))) {
        ask(Retry{});
    }
    const Rect home{left, again.y + 52, text_width, 42};
    if (button(canvas, interaction, home, "Home", {ButtonKind::quiet, "Esc"}) ||
        events.struck(devices::Key::escape)) {
        ask(AbandonRun{});
    }
}

} // namespace tactus::ui
