#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/screens/marking_screen.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::ui {

namespace {

constexpr float lead_s = 2; ///< a replay begins so much before the moment in question

void draw_groups(Canvas& canvas, const records::Attempt& attempt, const exams::PassRule& pass,
                 const Rect& rect) {
    const Theme& theme = canvas.theme();
    float y = rect.y;
    for (int k = 0; k < scoring::group_count; ++k) {
        const auto& mark = attempt.groups[static_cast<std::size_t>(k)];
        if (!mark) {
            continue;
        }
        const auto group = static_cast<scoring::Group>(k);
        const double least = group == scoring::Group::safety ? pass.safety : pass.group;
        canvas.text({rect.x, y}, Face::body, theme.text_second, scoring::group_name(group));
        bar(canvas, {rect.x + 130, y + 6, rect.width - 180, 8}, static_cast<float>(*mark / 100),
            *mark >= least ? theme.teal : theme.amber);
        canvas.text({rect.right(), y - 1}, Face::body_strong, theme.text, rounded(*mark), Align::right);
        y += 25;
    }
}

std::size_t group_rows(const records::Attempt& attempt) {
    return static_cast<std::size_t>(
        std::ranges::count_if(attempt.groups, [](const auto& mark) { return mark.has_value(); }));
}

/// What marks were lost for; pressed, the replay opens there. Returns its height.
float draw_lost(Canvas& canvas, Interaction& interaction, const records::Attempt& attempt,
                const records::LostMark& lost, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const bool timed = lost.moment_s >= 0;
    const float aside = timed ? 110 : 44;
    const float height = canvas.paragraph({rect.x, rect.y}, rect.width - aside - 8,
                                          lost.critical ? Face::caption_strong : Face::caption,
                                          lost.critical ? theme.orange : theme.text, lost.what);
    canvas.text({rect.right(), rect.y}, Face::caption_strong, theme.amber,
                lost.critical ? "stop" : rounded(-lost.marks, 1), Align::right);
    const std::string at = clock_time(std::floor(lost.moment_s));
    if (timed &&
        text_link(canvas, interaction, {rect.right() - aside, rect.y}, "see " + at, {}, lost.what + at)) {
        ask_class(ask, WatchAttempt{attempt.id, std::max(0.0, lost.moment_s - lead_s)});
    }
    return height;
}

/// What the student asks, and the answer or a line to write it in. Returns its height.
float draw_asked_review(Canvas& canvas, Interaction& interaction, const records::Review& review,
                        MarkingScreen& state, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const std::string at = clock_time(std::floor(review.moment_s));
    canvas.text({rect.x, rect.y}, Face::caption_strong, theme.amber, "Asks for review");
    if (text_link(canvas, interaction, {rect.x + 120, rect.y}, "open the replay at " + at, {}, review.id)) {
        ask_class(ask, WatchAttempt{review.attempt.id, std::max(0.0, review.moment_s - lead_s)});
    }
    canvas.text_within({rect.x, rect.y + 19}, rect.width, Face::body, theme.text, "\"" + review.words + "\"");
    if (!review.answer.empty()) {
        canvas.text_within({rect.x, rect.y + 41}, rect.width, Face::caption, theme.text_second,
                           review.answered_by + ": " + review.answer);
        return 64;
    }
    const bool sent = text_field(canvas, interaction, {rect.x, rect.y + 42, rect.width, 40}, state.answer,
                                 {.name = "answer", .hint = "Your answer, Enter", .longest = 200});
    if (sent && !state.answer.empty()) {
        ask_class(ask, AnswerReview{review.id, std::exchange(state.answer, {})});
    }
    return 90;
}

} // namespace

void draw_measured(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                   const MarkedAttempt& shown, MarkingScreen& state, const Rect& rect, Commands& ask) {
    const Theme& theme = canvas.theme();
    const records::Attempt& attempt = shown.attempt;
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.teal, "Measured");
    canvas.text({rect.right(), rect.y - 2}, Face::title, theme.text, rounded(attempt.score), Align::right);
    draw_groups(canvas, attempt, view.exam.pass, {rect.x, rect.y + 30, rect.width, 0});
    float y = rect.y + 38 + 25 * static_cast<float>(group_rows(attempt));
    if (button(canvas, interaction, {rect.x, y, 150, 38}, "Open replay", {ButtonKind::quiet, {}, {}})) {
        ask_class(ask, WatchAttempt{attempt.id, 0});
    }
    canvas.text_within({rect.x + 164, y + 11}, rect.width - 164, Face::caption, theme.text_third,
                       "force " + attempt.force_source + ", tissue " + attempt.setting);
    y += 50;
    if (!shown.reviews.empty()) { // the newest: the earlier ones stand in the report
        y += draw_asked_review(canvas, interaction, shown.reviews.back(), state, {rect.x, y, rect.width, 0},
                               ask);
    }
    canvas.clip({rect.x - 4, y, rect.width + 8, rect.bottom() - y});
    for (const records::LostMark& lost : shown.lost) {
        if (y + 20 > rect.bottom()) {
            break;
        }
        y += draw_lost(canvas, interaction, attempt, lost, {rect.x, y, rect.width, 0}, ask) + 6;
    }
    canvas.unclip();
}

} // namespace tactus::ui
