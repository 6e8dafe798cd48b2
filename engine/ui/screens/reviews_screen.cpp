#include "engine/ui/screens/reviews_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/stepper.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::ui {

namespace {

constexpr float review_row_step = 66;
constexpr std::size_t most_moments = 4;

void draw_review_row(Canvas& canvas, Interaction& interaction, const records::Review& review,
                     const Rect& rect, Commands& ask) {
    const std::string at = clock_time(std::floor(review.moment_s));
    const std::string title = review.attempt.student + ", " + review.attempt.drill_name + " at " + at;
    const std::string second =
        "\"" + review.words + "\"" +
        (review.answer.empty() ? "" : "     " + review.answered_by + ": " + review.answer);
    const bool marks = !review.exam.empty();
    const Rect row{rect.x, rect.y, rect.width - (marks ? 120 : 0), rect.height};
    const WidgetId id = widget_id("review " + review.id);
    interaction.prefer(id);
    if (list_row(canvas, interaction, row,
                 {.title = title, .second = second, .aside = review.answer.empty() ? "waits" : "answered"},
                 id)) {
        ask_class(ask, WatchAttempt{review.attempt.id, std::max(0.0, review.moment_s - 2)});
    }
    if (marks && button(canvas, interaction, {row.right() + 10, rect.y + 9, 110, 40}, "Mark",
                        {.kind = ButtonKind::quiet, .key = {}, .id = "mark " + review.id})) {
        ask_class(ask, MarkExam{review.exam, review.attempt.profile});
    }
}

} // namespace

void draw_reviews_screen(Canvas& canvas, Interaction& interaction, std::span<const records::Review> reviews,
                         ReviewsScreen& state, Commands& ask) {
    const Rect sheet =
        draw_class_sheet(canvas, "Review requests",
                         "A row opens the replay at the second in question; Mark opens the student's exam.");
    const Rect list{sheet.x + 40, sheet.y + 104, sheet.width - 80, sheet.height - 104 - 76};
    const int count = static_cast<int>(reviews.size());
    const int shown = static_cast<int>(list.height / review_row_step);
    turn_rows(interaction, state.first, list, shown, count, true);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        draw_review_row(canvas, interaction, reviews[static_cast<std::size_t>(k)],
                        {list.x, list.y + review_row_step * static_cast<float>(k - state.first), list.width,
                         review_row_step - 8},
                        ask);
    }
    if (count == 0) {
        canvas.text({list.x, list.y}, Face::body, canvas.theme().text_second,
                    "Nobody asks for one. Students ask on the card after a run.");
    }
    draw_rows_note(canvas, {list.right(), sheet.y + 66}, state.first, shown, count);
    draw_class_foot(canvas, interaction, sheet, Page::instructor, {}, ask);
}

void draw_ask_review_screen(Canvas& canvas, Interaction& interaction, const AskReviewView& view,
                            ReviewsScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 640, 410);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 28}, Face::card_title, theme.text, "Ask for review");
    canvas.paragraph({left, sheet.y + 66}, width, Face::body, theme.text_second,
                     "Your instructor gets the replay of " + std::string(view.drill) +
                         ", opened at the moment that you choose, with your words.");
    const int last = static_cast<int>(std::floor(view.duration_s));
    const int now = std::clamp(static_cast<int>(state.moment_s), 0, last);
    if (const auto moment = stepper(canvas, interaction, {left, sheet.y + 122, width, 48},
                                    {.title = "At second",
                                     .value = now,
                                     .low = 0,
                                     .high = std::max(1, last),
                                     .step = 1,
                                     .unit = " s"})) {
        state.moment_s = std::min(*moment, last);
    }
    float x = left;
    for (const double moment : view.moments_s.first(std::min(most_moments, view.moments_s.size()))) {
        const std::string label = "Mark lost at " + clock_time(std::floor(moment));
        const float room = canvas.text_width(Face::caption_strong, label) + 28;
        if (x + room > sheet.right() - 40) {
            break;
        }
        if (choice_button(canvas, interaction, {x, sheet.y + 180, room, 38}, label,
                          now == static_cast<int>(moment))) {
            state.moment_s = std::floor(moment);
        }
        x += room + 8;
    }
    interaction.prefer(widget_id("review words"));
    const bool sent =
        text_field(canvas, interaction, {left, sheet.y + 234, width, 46}, state.words,
                   {.name = "review words", .hint = "What shall be looked at?", .longest = 200});
    const float foot = sheet.bottom() - 60;
    if ((button(canvas, interaction, {sheet.right() - 40 - 180, foot, 180, 40}, "Ask",
                {ButtonKind::primary, "Enter", {}}) ||
         sent) &&
        !state.words.empty()) {
        ask_class(ask, AskReview{static_cast<double>(now), std::exchange(state.words, {})});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask_class(ask, ShowAskReview{false});
    }
}

} // namespace tactus::ui
