#include "engine/ui/screens/carousel_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <numeric>

namespace tactus::ui {

namespace {

std::string decided_words(const CardRow& row) {
    const std::string right(client::urgency_code(row.right));
    if (!row.decided) {
        return "No decision in time. Right: " + right + ", " + std::string(client::urgency_words(row.right)) +
               ".";
    }
    if (*row.decided == row.right) {
        return "Right: " + right + ", " + std::string(client::urgency_words(row.right)) + ".";
    }
    return "You decided " + std::string(client::urgency_code(*row.decided)) + ". Right: " + right + ", " +
           std::string(client::urgency_words(row.right)) + ".";
}

void draw_carousel_row(Canvas& canvas, const CardRow& row, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.fill(rect, theme.text.at(0.05F), 9);
    const bool right = row.decided == row.right && !row.failed;
    canvas.fill({rect.x, rect.y + 8, 4, rect.height - 16}, right ? theme.teal : theme.orange, 2);
    canvas.text_within({rect.x + 18, rect.y + 9}, rect.width - 130, Face::body_strong, theme.text,
                       row.client + ": " + row.condition);
    canvas.text_within({rect.x + 18, rect.y + 31}, rect.width - 130, Face::caption, theme.text_second,
                       decided_words(row));
    canvas.text_within({rect.x + 18, rect.y + 49}, rect.width - 130, Face::caption, theme.text_third,
                       row.next_time);
    canvas.text({rect.right() - 18, rect.y + 14}, Face::card_title, right ? theme.teal : theme.orange,
                rounded(row.marks), Align::right);
}

} // namespace

double carousel_marks(const std::vector<CardRow>& rows) {
    const double sum = std::accumulate(rows.begin(), rows.end(), 0.0,
                                       [](double total, const CardRow& row) { return total + row.marks; });
    return rows.empty() ? 0 : sum / static_cast<double>(rows.size());
}

void draw_carousel_screen(Canvas& canvas, Interaction& interaction, const std::string& drill,
                          const std::vector<CardRow>& rows, Commands& ask) {
    constexpr float row_step = 76;
    const Theme& theme = canvas.theme();
    const Rect sheet =
        centred(canvas, 980,
                std::min(canvas.size().y - 2 * margin, 184 + row_step * static_cast<float>(rows.size())));
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text_within({left, sheet.y + 28}, width - 140, Face::card_title, theme.text, drill);
    const double marks = carousel_marks(rows);
    canvas.text({sheet.right() - 40, sheet.y + 22}, Face::figure, theme.text, rounded(marks), Align::right);
    canvas.text_within({left, sheet.y + 64}, width - 140, Face::body, theme.text_second,
                       "Every client counts alike. What each of them had is told only here.");
    float y = sheet.y + 104;
    for (const CardRow& row : rows) {
        if (y + row_step > sheet.bottom() - 64) {
            break; // of more cards than the page is high; their marks count above
        }
        draw_carousel_row(canvas, row, {left, y, width, row_step - 8});
        y += row_step;
    }
    const float foot = sheet.bottom() - 56;
    interaction.prefer(widget_id("Once more"));
    if (button(canvas, interaction, {sheet.right() - 40 - 190, foot, 190, 40}, "Once more",
               {ButtonKind::primary, "R"}) ||
        interaction.events().struck(devices::key_of('r'))) {
        ask(StartDrill{});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Home", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
