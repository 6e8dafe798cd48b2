#include "engine/ui/screens/kiosk_attract_screen.hpp"

#include "engine/ui/kiosk_words.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/hand_outline.hpp"
#include "engine/ui/widgets/language_buttons.hpp"
#include "engine/ui/widgets/marker.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float left = 56;
constexpr float words_share = 0.46F; ///< of the width, for the words beside the client
constexpr float caption_px_a_second = 46;
constexpr float hand_height = 150;

/// The headline as large as its longest line leaves it room; returns where it ends.
float draw_headline(Canvas& canvas, float y, float room) {
    const std::string words = canvas.tr("Good hands\nare trained.");
    Face face = Face::headline;
    for (const Face smaller : {Face::headline, Face::big_figure, Face::figure}) {
        face = smaller;
        const float lines = canvas.paragraph_height(room, face, words) / Canvas::line_height(face);
        if (lines < 2.5F) {
            break;
        }
    }
    return y + canvas.paragraph({left, y}, room, face, canvas.theme().text, words);
}

/// One sentence that travels from the right to the left along the foot, again and again.
void draw_caption(Canvas& canvas, const AttractView& view) {
    const std::string words = attract_caption(canvas.translation(), view.scene);
    const float width = canvas.text_width(Face::kiosk_body, words);
    const float y = canvas.size().y - 58;
    const float way = canvas.size().x + width;
    const float gone = static_cast<float>(std::fmod(view.time_s * caption_px_a_second, way));
    // It begins in full view, not at the edge.
    const float first = canvas.size().x - std::min(width + left, canvas.size().x - left);
    const float x = view.still ? left : canvas.size().x - std::fmod(first + width + gone, way);
    canvas.clip({left / 2, y - 4, canvas.size().x - left, 44});
    canvas.text({x, y}, Face::kiosk_body, canvas.theme().text_second, words);
    canvas.unclip();
}

void draw_touch_here(Canvas& canvas, Vec2 at, float phase) {
    const Theme& theme = canvas.theme();
    hand_outline(canvas, at, hand_height * (1 + 0.05F * phase), theme.ink, 7);
    hand_outline(canvas, at, hand_height * (1 + 0.05F * phase), theme.text, 3.5F);
    const std::string words = canvas.tr("Touch here");
    const float width = canvas.text_width(Face::kiosk_button, words) + 36;
    const float middle = std::clamp(at.x, width / 2 + 8, canvas.size().x - width / 2 - 8);
    const Rect tag{middle - width / 2, at.y + hand_height * 0.6F, width, 46};
    panel(canvas, tag, 23);
    canvas.text({tag.middle().x, tag.y + 8}, Face::kiosk_button, theme.text, words, Align::centre);
}

void draw_staff_note(Canvas& canvas, const std::string& missing) {
    if (!missing.empty()) {
        canvas.text_within({left, 8}, canvas.size().x - 2 * left, Face::caption, canvas.theme().text_second,
                           filled(canvas.tr("For the staff: {name} is not connected."), "{name}", missing));
    }
}

} // namespace

void draw_attract_screen(Canvas& canvas, Interaction& interaction, const AttractView& view, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Vec2 size = canvas.size();
    const float phase = view.still ? 0 : 0.5F + 0.5F * static_cast<float>(std::sin(2.6 * view.time_s));
    if (view.hand) {
        touch_rings(canvas, *view.hand, phase);
    }
    draw_left_shade(canvas);
    const Colour dark{9, 14, 15, 220};
    canvas.gradient({0, size.y * 0.76F, size.x, size.y * 0.24F}, dark.at(0), dark.at(0), dark, dark);
    if (view.free) {
        draw_touch_here(canvas, *view.free, phase);
    }
    draw_brand(canvas, {76, 70});
    draw_staff_note(canvas, view.missing);
    const float room = size.x * words_share - left;
    float y = draw_headline(canvas, size.y * 0.2F, room) + 18;
    y += canvas.paragraph(
             {left + 4, y}, room, Face::kiosk_body, theme.text_second,
             canvas.tr("Place your hand on the back. Feel for tension, ease it, and see what your "
                       "client feels.")) +
         24;
    const std::string begin_words = canvas.tr("Touch to begin, 60 seconds");
    const float width = std::max(400.0F, canvas.text_width(Face::kiosk_button, begin_words) + 72);
    const Rect begin{left, std::min(std::max(y, size.y * 0.64F), size.y - 76 - 76), width, 76};
    interaction.prefer(widget_id("begin"));
    const bool pressed = button(canvas, interaction, begin, begin_words, {ButtonKind::kiosk, "", "begin"});
    const bool other = language_row(canvas, interaction, {size.x - margin, margin}, ask);
    draw_caption(canvas, view);
    // Anywhere will do, and any key: who touches means to begin.
    const devices::InputEvents& events = interaction.events();
    const bool key = !events.keys.empty() && !events.struck(devices::Key::escape);
    const bool touched = events.press_ended && !interaction.over_widget() &&
                         !Rect{0, 0, staff_corner, staff_corner}.contains(interaction.pointer());
    if (pressed || (!other && (touched || key || events.wheel != 0))) {
        ask(StartDrill{});
    }
}

} // namespace tactus::ui
