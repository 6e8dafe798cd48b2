#include "engine/ui/screens/kiosk_screen.hpp"

#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/marker.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

void draw_numbered_steps(Canvas& canvas, Vec2 first) {
    constexpr std::array steps{"Place a hand", "Stroke the back", "See your result"};
    float x = first.x;
    for (std::size_t index = 0; index < steps.size(); ++index) {
        canvas.ring({x + 18, first.y}, 18, canvas.theme().text, 2);
        canvas.text({x + 18, first.y - 11}, Face::title, canvas.theme().text, std::to_string(index + 1),
                    Align::centre);
        x += 48 + canvas.text({x + 48, first.y - 11}, Face::title, canvas.theme().text, steps[index]) + 50;
    }
}

} // namespace

int stars_of(double score) { return std::clamp(static_cast<int>(std::lround(score / 20)), 1, 5); }

void draw_attract_screen(Canvas& canvas, Interaction& interaction, std::optional<Vec2> hand, float phase,
                         Commands& ask) {
    const Theme& theme = canvas.theme();
    const float height = canvas.size().y;
    if (hand) {
        touch_rings(canvas, *hand, phase);
    }
    draw_left_shade(canvas);
    const Colour dark{9, 14, 15, 220};
    canvas.gradient({0, height * 0.76F, canvas.size().x, height * 0.24F}, dark.at(0), dark.at(0), dark, dark);
    draw_brand(canvas, {76, 70});
    canvas.text({56, height * 0.27F}, Face::headline, theme.text, "Good hands");
    canvas.text({56, height * 0.27F + 82}, Face::headline, theme.text, "are trained.");
    canvas.text({60, height * 0.27F + 188}, Face::kiosk_body, theme.text_second,
                "Place your hand on the back. Feel for tension,");
    canvas.text({60, height * 0.27F + 220}, Face::kiosk_body, theme.text_second,
                "ease it, and see what your client feels.");
    interaction.prefer(widget_id("Touch to begin, 60 seconds"));
    // In a low window the words reach down further than the button's place.
    const float below_words = height * 0.27F + 220 + Canvas::line_height(Face::kiosk_body) + 8;
    const Rect begin{56, std::max(height * 0.667F, below_words), 400, 76};
    const bool begun =
        button(canvas, interaction, begin, "Touch to begin, 60 seconds", {ButtonKind::kiosk, ""});
    if (begun || interaction.events().press_ended) { // anywhere will do: who touches means to begin
        ask(StartDrill{});
    }
    draw_numbered_steps(canvas, {60, std::max(height * 0.903F, begin.bottom() + 28)});
}

void draw_kiosk_result(Canvas& canvas, Interaction& interaction, const scoring::Score& score, double left_s,
                       Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 820, 560);
    card(canvas, sheet);
    const int stars = stars_of(score.total);
    constexpr std::array words{"A beginning", "Getting there", "Good hands", "Very good hands",
                               "Golden hands"};
    canvas.text({sheet.middle().x, sheet.y + 48}, Face::figure, theme.text,
                words[static_cast<std::size_t>(stars - 1)], Align::centre);
    for (int index = 0; index < 5; ++index) {
        star(canvas, {sheet.middle().x + 110 * static_cast<float>(index - 2), sheet.y + 180}, 44,
             index < stars);
    }
    const std::string counted = std::to_string(stars) + (stars == 1 ? " star" : " stars") + " of 5";
    canvas.text({sheet.middle().x, sheet.y + 240}, Face::kiosk_body, theme.text_second, counted,
                Align::centre);
    const std::string& tip = score.next_time;
    canvas.paragraph({sheet.x + 70, sheet.y + 296}, sheet.width - 140, Face::kiosk_body, theme.text,
                     tip.empty() ? "Slow and steady: that is the whole secret." : tip);
    interaction.prefer(widget_id("Once more"));
    if (button(canvas, interaction, {sheet.middle().x - 300, sheet.bottom() - 116, 290, 76}, "Once more",
               {ButtonKind::kiosk, ""})) {
        ask(Retry{});
    }
    if (button(canvas, interaction, {sheet.middle().x + 10, sheet.bottom() - 116, 290, 76}, "Done",
               {ButtonKind::kiosk, ""})) {
        ask(AbandonRun{});
    }
    if (left_s < 10) {
        canvas.text({sheet.middle().x, sheet.bottom() - 30}, Face::body, theme.text_second,
                    "Starts over in " + std::to_string(static_cast<int>(std::ceil(left_s))) + " s",
                    Align::centre);
    }
}

void draw_still_there(Canvas& canvas, Interaction&, double left_s) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 620, 300);
    card(canvas, sheet);
    canvas.text({sheet.middle().x, sheet.y + 48}, Face::figure, theme.text, "Still there?", Align::centre);
    canvas.text({sheet.middle().x, sheet.y + 120}, Face::big_figure, theme.teal,
                std::to_string(std::max(1, static_cast<int>(std::ceil(left_s)))), Align::centre);
    canvas.text({sheet.middle().x, sheet.y + 216}, Face::kiosk_body, theme.text_second,
                "Touch anywhere to go on.", Align::centre);
}

} // namespace tactus::ui
