#include "engine/ui/screens/skin_later_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

std::string bruise_words(client::SkinTone tone) {
    const bool dark = tone == client::SkinTone::brown || tone == client::SkinTone::deep;
    const std::string now =
        dark ? "It shows as a patch darker than the skin around it, sore and warm to the touch: "
               "on this skin the colour tells little."
             : "It is red at its rim and blue-red at heart.";
    return "A bruise has come out where the load was more than the small vessels bear. " + now +
           " It turns blue after two days, green after five, yellow after eight, and is gone after twelve. "
           "Tell the client, note where it is, and keep off it.";
}

void draw_skin_later_screen(Canvas& canvas, Interaction& interaction, const client::Client& client,
                            Commands& ask) {
    constexpr float width = 330;
    const Theme& theme = canvas.theme();
    const std::string words = bruise_words(client.skin_tone);
    const float height = canvas.paragraph_height(width - 2 * padding, Face::body, words);
    const Rect sheet{margin, margin, width, height + 158};
    canvas.glass(sheet, radius);
    panel(canvas, sheet);
    const float left = sheet.x + padding;
    canvas.text_within({left, sheet.y + 18}, width - 2 * padding, Face::title, theme.text, "An hour later");
    canvas.text_within({left, sheet.y + 44}, width - 2 * padding, Face::caption, theme.text_second,
                       client.name);
    canvas.paragraph({left, sheet.y + 70}, width - 2 * padding, Face::body, theme.text, words);
    interaction.prefer(widget_id("Back to the result"));
    if (button(canvas, interaction, {left, sheet.bottom() - 60, width - 2 * padding, 40},
               "Back to the result", {ButtonKind::primary, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowSkinLater{false});
    }
}

} // namespace tactus::ui
