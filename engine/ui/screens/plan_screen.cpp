#include "engine/ui/screens/plan_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/course_chart.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/stepper.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float plan_left_width = 430;
constexpr float plan_row_step = 44;
constexpr std::array technique_words{"Gentle", "Swedish", "Deep tissue", "Trigger points"};
constexpr int longest_min = 90;
constexpr int longest_gap = 21;

/// What the client says on coming today.
float draw_opening_words(Canvas& canvas, const PlanView& view, const Rect& rect) {
    float y = rect.y;
    for (const std::string& words : view.says) {
        y += canvas.paragraph({rect.x, y}, rect.width, Face::said, canvas.theme().text,
                              "\u201C" + words + "\u201D") +
             4;
    }
    return y;
}

void draw_today(Canvas& canvas, Interaction& interaction, const PlanView& view, PlanScreen& state,
                const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::title, theme.teal,
                "Visit " + std::to_string(view.plan.visits.size() + 1) + " of at most " +
                    std::to_string(most_visits) + ", day " + rounded(view.today));
    float y =
        std::max(draw_opening_words(canvas, view, {rect.x, rect.y + 30, rect.width, 0}), rect.y + 74) + 10;
    for (std::size_t k = 0; k < care::technique_count; ++k) {
        double& minutes = state.today.minutes[k];
        if (const auto wanted = stepper(canvas, interaction, {rect.x, y, rect.width, plan_row_step - 6},
                                        {.title = technique_words[k],
                                         .value = static_cast<int>(std::lround(minutes)),
                                         .low = 0,
                                         .high = longest_min,
                                         .step = 10,
                                         .unit = " min"})) {
            minutes = *wanted;
        }
        y += plan_row_step;
    }
    if (const auto wanted = stepper(canvas, interaction, {rect.x, y, rect.width, plan_row_step - 6},
                                    {.title = "Next visit in",
                                     .value = state.next_in_days,
                                     .low = 1,
                                     .high = longest_gap,
                                     .step = 1,
                                     .unit = " d"})) {
        state.next_in_days = *wanted;
    }
    y += plan_row_step;
    const float half = (rect.width - 10) / 2;
    if (choice_button(canvas, interaction, {rect.x, y, half, 36}, "Advice for home",
                      state.today.home_advice)) {
        state.today.home_advice = !state.today.home_advice;
    }
    if (choice_button(canvas, interaction, {rect.x + half + 10, y, half, 36}, "Measure again",
                      state.today.reassess)) {
        state.today.reassess = !state.today.reassess;
    }
}

std::string visit_words(const care::Visit& visit) {
    std::string words = "Day " + rounded(visit.day) + ":";
    const char* separator = " ";
    for (std::size_t k = 0; k < care::technique_count; ++k) {
        if (visit.minutes[k] > 0) {
            std::string name = technique_words[k];
            name.front() = static_cast<char>(name.front() - 'A' + 'a');
            words += separator + rounded(visit.minutes[k]) + " min " + name;
            separator = ", ";
        }
    }
    words += visit.length_min() == 0 ? " talk alone" : "";
    return words + (visit.home_advice ? ", advice" : "") + (visit.reassess ? ", measured" : "");
}

void draw_held(Canvas& canvas, const PlanView& view, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text_second, "Visits so far");
    float y = rect.y + 28;
    if (view.plan.visits.empty()) {
        canvas.text({rect.x, y}, Face::body, theme.text_third, "None yet.");
    }
    for (const care::HeldVisit& held : view.course.visits) {
        if (held.visit >= view.plan.visits.size()) {
            continue; // today's, not held yet
        }
        const bool harmed = held.harm != care::Harm::none;
        const std::string end = "pain " + rounded(held.before.pain, 1) + " to " +
                                rounded(held.pain_after, 1) +
                                (harmed      ? ", harmed"
                                 : held.sore ? ", will be sore"
                                             : "");
        canvas.text({rect.right(), y}, Face::body_strong, harmed ? theme.orange : theme.text, end,
                    Align::right);
        canvas.text_within({rect.x, y}, rect.width - canvas.text_width(Face::body_strong, end) - 14,
                           Face::body, theme.text, visit_words(view.plan.visits[held.visit]));
        y += 24;
    }
}

void draw_marks(Canvas& canvas, const Interaction& interaction, const care::PlanScore& score,
                PlanScreen& state, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::title, theme.teal, "The course is over");
    canvas.text({rect.right(), rect.y - 12}, Face::figure, theme.text, rounded(score.total), Align::right);
    float y = rect.y + 44;
    for (std::size_t k = 0; k < care::part_names.size(); ++k) {
        const double most = care::marks_of(static_cast<care::Part>(k));
        std::string name(care::part_names[k]);
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        canvas.text({rect.x, y}, Face::body, theme.text_second, name);
        bar(canvas, {rect.x + 120, y + 7, rect.width - 210, 8}, static_cast<float>(score.parts[k] / most),
            theme.teal);
        canvas.text({rect.right(), y}, Face::body_strong, theme.text,
                    rounded(score.parts[k]) + " of " + rounded(most), Align::right);
        y += 26;
    }
    y += 10;
    const Rect list{rect.x, y, rect.width, rect.bottom() - y};
    constexpr float entry = 76;
    const int count = static_cast<int>(score.lost.size());
    const int shown = std::max(1, static_cast<int>(list.height / entry));
    turn_rows(interaction, state.first_loss, list, shown, count, true);
    if (score.lost.empty()) {
        canvas.paragraph({list.x, y}, list.width, Face::body, theme.text_second, "No mark was lost.");
    }
    for (int k = state.first_loss; k < std::min(count, state.first_loss + shown); ++k) {
        const care::LostMarks& lost = score.lost[static_cast<std::size_t>(k)];
        canvas.text({list.right(), y}, Face::caption_strong, theme.amber, rounded(-lost.marks, 1),
                    Align::right);
        const float what =
            canvas.paragraph({list.x, y}, list.width - 50, Face::caption_strong, theme.text, lost.what);
        canvas.paragraph({list.x, y + what}, list.width - 50, Face::caption, theme.text_second, lost.advice);
        y += entry;
    }
}

void draw_course(Canvas& canvas, const PlanView& view, const Rect& rect) {
    const Theme& theme = canvas.theme();
    const auto last = static_cast<std::size_t>(
        view.score != nullptr ? view.course.days.size()
                              : std::min(view.course.days.size(), static_cast<std::size_t>(view.today) + 1));
    std::vector<double> pain;
    for (std::size_t day = 0; day < last; ++day) {
        pain.push_back(view.course.days[day].pain);
    }
    std::vector<double> visits;
    for (const care::Visit& visit : view.plan.visits) {
        visits.push_back(visit.day);
    }
    CourseChart chart{.lines = {{pain, "pain", theme.text, 2.5F}},
                      .visits = visits,
                      .days = static_cast<int>(std::lround(7 * view.plan.weeks))};
    if (view.score != nullptr) {
        chart.lines.push_back({view.untreated, "without a visit", theme.text_third, 1.5F});
        chart.lines.push_back({view.best, "best plan, mean client", theme.teal, 1.5F});
    }
    draw_course_chart(canvas, chart, rect);
}

} // namespace

PlanDeed draw_plan_screen(Canvas& canvas, Interaction& interaction, const PlanView& view, PlanScreen& state,
                          Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 1170, 640);
    card(canvas, sheet);
    const float left = sheet.x + 36;
    const float width = sheet.width - 72;
    canvas.text_within({left, sheet.y + 24}, width, Face::card_title, theme.text, view.title);
    canvas.text_within({left, sheet.y + 60}, width, Face::body, theme.text_second, view.problem);
    const float top = sheet.y + 96;
    const Rect side{left, top, plan_left_width, sheet.bottom() - 76 - top};
    const bool over = view.score != nullptr;
    if (over) {
        draw_marks(canvas, interaction, *view.score, state, side);
    } else {
        draw_today(canvas, interaction, view, state, side);
    }
    const float right = left + plan_left_width + 40;
    const float right_width = sheet.right() - 36 - right;
    draw_course(canvas, view, {right, top, right_width, 250});
    draw_held(canvas, view, {right, top + 268, right_width, 0});
    canvas.text_within(
        {right, sheet.bottom() - 88}, right_width, Face::caption, theme.text_third,
        "A model fitted to trials (tactus-sim plan --trial), a teaching aid, no forecast for a "
        "person.");

    PlanDeed deed = PlanDeed::none;
    const float foot = sheet.bottom() - 56;
    const std::string_view go = over ? "Another case" : "Hold this visit";
    interaction.prefer(widget_id(go));
    if (button(canvas, interaction, {sheet.right() - 36 - 210, foot, 210, 40}, go, {ButtonKind::primary})) {
        deed = over ? PlanDeed::other_case : PlanDeed::hold_visit;
    }
    if (!over && !view.plan.visits.empty() &&
        button(canvas, interaction, {sheet.right() - 36 - 210 - 16 - 190, foot, 190, 40}, "End the course")) {
        deed = PlanDeed::end_course;
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
    return deed;
}

} // namespace tactus::ui
