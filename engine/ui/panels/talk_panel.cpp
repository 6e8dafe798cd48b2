#include "engine/ui/panels/talk_panel.hpp"

#include "engine/ui/widgets/key_cap.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "sim/client/preparation.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

constexpr float talk_line_step = 30;
constexpr float talk_head = 42;
constexpr float keys_width = 34;

} // namespace

std::vector<TalkLine> talk_lines(bool may_decide) {
    std::vector<TalkLine> lines;
    for (const client::Choice& action : client::actions()) {
        lines.push_back({action.id, action.words});
    }
    if (may_decide) {
        lines.push_back({decide_line, "Decide: treat, adapt or refer"});
    }
    return lines;
}

void draw_talk_panel(Canvas& canvas, const std::vector<TalkLine>& lines, Vec2 bottom_left) {
    const Theme& theme = canvas.theme();
    float widest = canvas.text_width(Face::body_strong, "Say or do, the hand stays");
    for (const TalkLine& line : lines) {
        widest = std::max(widest, keys_width + canvas.text_width(Face::body, line.words));
    }
    const float height = talk_head + talk_line_step * static_cast<float>(lines.size()) + 10;
    const Rect rect = canvas.placed({bottom_left.x, bottom_left.y - height, widest + 2 * padding, height});
    canvas.fill(rect, theme.card, radius);
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 12}, Face::body_strong, theme.teal, "Say or do, the hand stays");
    float y = rect.y + talk_head;
    char figure = '1';
    for (const TalkLine& line : lines) {
        key_cap(canvas, {rect.x + padding, y}, std::string_view(&figure, 1), theme.text);
        canvas.text({rect.x + padding + keys_width, y + 2}, Face::body, theme.text, line.words);
        y += talk_line_step;
        ++figure;
    }
}

} // namespace tactus::ui
