#include "engine/ui/screens/kiosk_score_screen.hpp"

#include "engine/ui/kiosk_words.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

constexpr float code_size = 132;
constexpr float button_height = 76;

void draw_stars(Canvas& canvas, Vec2 middle, int stars) {
    for (int index = 0; index < 5; ++index) {
        star(canvas, middle + Vec2(100 * static_cast<float>(index - 2), 0), 40, index < stars);
    }
}

} // namespace

float draw_kiosk_score(Canvas& canvas, Interaction& interaction, const scoring::Score& score,
                       const QrCode& link, std::optional<double> leaves_s, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 880, 580);
    card(canvas, sheet);
    const int stars = stars_of(score.total);
    const float middle = sheet.middle().x;
    canvas.text({middle, sheet.y + 26}, Face::figure, theme.text, stars_title(canvas.translation(), stars),
                Align::centre);
    draw_stars(canvas, {middle, sheet.y + 122}, stars);
    canvas.text({middle, sheet.y + 168}, Face::kiosk_body, theme.text_second,
                filled(canvas.tr("{n} of 5 stars"), "{n}", std::to_string(stars)), Align::centre);
    const float code = link.none() ? 0 : code_size + 24;
    const float inside = sheet.width - 112 - code;
    const std::string tip = visitor_tip(canvas.translation(), score);
    float y = sheet.y + 214;
    y += canvas.paragraph({sheet.x + 56, y}, inside, Face::kiosk_body, theme.text, tip) + 14;
    y += canvas.paragraph({sheet.x + 56, y}, inside, Face::kiosk_body, theme.text_second,
                          canvas.tr("Thank you for lending a hand. Nothing about you was kept."));
    link.draw(canvas, {sheet.right() - 56 - code_size, sheet.y + 212}, code_size);
    const float width = (sheet.width - 132) / 2;
    const float top = sheet.bottom() - button_height - 52;
    interaction.prefer(widget_id("again"));
    if (button(canvas, interaction, {sheet.x + 56, top, width, button_height}, canvas.tr("Once more"),
               {ButtonKind::kiosk, "", "again"})) {
        ask(Retry{});
    }
    if (button(canvas, interaction, {sheet.x + 76 + width, top, width, button_height}, canvas.tr("Done"),
               {ButtonKind::kiosk, "", "done"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(AbandonRun{});
    }
    if (leaves_s) {
        const int seconds = std::max(1, static_cast<int>(std::ceil(*leaves_s)));
        canvas.text({middle, sheet.bottom() - 42}, Face::kiosk_body, theme.teal,
                    filled(canvas.tr("Starts over in {n} s. Touch to stay."), "{n}", std::to_string(seconds)),
                    Align::centre);
    }
    return top - y;
}

} // namespace tactus::ui
