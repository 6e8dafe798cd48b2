#include "engine/ui/panels/ladder_panel.hpp"

#include "engine/ui/practice_words.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

std::string last_words(const drills::LadderState& ladder) {
    if (ladder.passes == 0) {
        return "Narrower after each clean pass";
    }
    if (ladder.last_fault.empty()) {
        return "Clean";
    }
    std::string words = ladder.last_fault;
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    const bool stepped_down = ladder.failures == 0 && ladder.widened;
    return words + (stepped_down ? ": wider again" : ": once more");
}

/// One line a rung, as wide as its band: the one that is stood on is full, those that were reached outlined.
void draw_rungs(Canvas& canvas, const drills::LadderState& ladder, const Rect& rect) {
    const Theme& theme = canvas.theme();
    const float widest = drills::ladder_widths.front();
    const float step = rect.height / static_cast<float>(drills::ladder_rungs);
    for (int rung = 0; rung < drills::ladder_rungs; ++rung) {
        const float width = rect.width * drills::ladder_widths[static_cast<std::size_t>(rung)] / widest;
        const float y = rect.bottom() - step * static_cast<float>(rung + 1);
        const Rect line{rect.middle().x - width / 2, y + 2, width, step - 4};
        canvas.fill(line, rung == ladder.rung ? theme.teal : theme.text.at(0.14F), 3);
        if (rung <= ladder.highest && ladder.passes > 0) {
            canvas.outline(line, theme.teal, 3, 1);
        }
    }
}

} // namespace

Rect draw_ladder_panel(Canvas& canvas, const drills::LadderState& ladder, Vec2 at, float floor) {
    const Theme& theme = canvas.theme();
    const float rungs = std::clamp(floor - at.y - 96, ladder_least_height - 96, 80.0F);
    const Rect rect = canvas.placed({at.x, at.y, 232, rungs + 96});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text, "Ladder");
    canvas.text({left + width, rect.y + 13}, Face::body_strong, theme.text, rung_words(ladder.rung),
                Align::right);
    draw_rungs(canvas, ladder, {left, rect.y + 40, width, rungs});
    const bool fault = ladder.passes > 0 && !ladder.last_fault.empty();
    canvas.text_within({left, rect.bottom() - 49}, width, Face::caption_strong,
                       fault ? theme.amber : theme.text, last_words(ladder));
    canvas.text({left, rect.bottom() - 27}, Face::caption, theme.text_second,
                std::to_string(ladder.clean) + " of " + std::to_string(ladder.passes) + " passes clean");
    return rect;
}

} // namespace tactus::ui
