#include "engine/ui/screens/exam_order_screen.hpp"

#include "engine/ui/screens/class_page.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/stepper.hpp"
#include "engine/ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tactus::ui {

namespace {

/// Those that an exam can be made of: one run, without a talk before it.
std::vector<const drills::Drill*> examinable(const Catalogue& catalogue) {
    std::vector<const drills::Drill*> drills;
    for (const drills::Drill& drill : catalogue.drills) {
        if (!drill.kiosk && !drill.interview && drill.cards == 0) {
            drills.push_back(&drill);
        }
    }
    return drills;
}

void draw_drills(Canvas& canvas, Interaction& interaction, const std::vector<const drills::Drill*>& drills,
                 ExamOrderScreen& state, const Rect& rect) {
    constexpr float step = 48;
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text_second, "Drill");
    const Rect list{rect.x, rect.y + 28, rect.width, rect.height - 28};
    const int shown = static_cast<int>(list.height / step);
    const int count = static_cast<int>(drills.size());
    turn_rows(interaction, state.first, list, shown, count, true);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const drills::Drill& drill = *drills[static_cast<std::size_t>(k)];
        const std::string time = spoken_time(drill.duration_s());
        const Rect row{list.x, list.y + step * static_cast<float>(k - state.first), list.width, step - 8};
        if (list_row(
                canvas, interaction, row,
                {.title = drill.name, .second = {}, .aside = time, .chosen = state.draft.drill == drill.id},
                widget_id("exam drill " + drill.id))) {
            state.draft.drill = drill.id;
        }
    }
    draw_rows_note(canvas, {rect.right(), rect.y + 2}, state.first, shown, count);
}

struct Option {
    const char* label;
    const char* value;
};

/// One of a few, side by side under a title; returns its height.
float draw_options(Canvas& canvas, Interaction& interaction, const char* title,
                   std::span<const Option> options, std::string& value, const Rect& rect) {
    canvas.text({rect.x, rect.y}, Face::caption_strong, canvas.theme().text_second, title);
    const float width = (rect.width + 8) / static_cast<float>(options.size()) - 8;
    float x = rect.x;
    for (const Option& option : options) {
        if (choice_button(canvas, interaction, {x, rect.y + 20, width, 38}, option.label,
                          value == option.value)) {
            value = option.value;
        }
        x += width + 8;
    }
    return 70;
}

void draw_settings(Canvas& canvas, Interaction& interaction, ExamDraft& draft, const std::string& drill,
                   const Rect& rect) {
    constexpr std::array policies{Option{"First", "first"}, Option{"Best", "best"}, Option{"Last", "last"},
                                  Option{"Mean", "mean"}};
    constexpr std::array settings{Option{"Any computer", ""}, Option{"Standard", "standard"},
                                  Option{"Fine", "fine"}};
    constexpr std::array forces{Option{"Any device", ""}, Option{"Mapped", "mapped"},
                                Option{"Measured", "measured"}};
    float y = rect.y;
    const auto row = [&](float height) {
        const Rect place{rect.x, y, rect.width, height};
        y += height + 8;
        return place;
    };
    text_field(canvas, interaction, row(44), draft.title, {.name = "exam title", .hint = drill});
    std::string policy(exams::policy_name(draft.policy));
    y += draw_options(canvas, interaction, "Which attempt makes the grade", policies, policy, row(0));
    draft.policy = exams::policy_named(policy);
    if (const auto value = stepper(canvas, interaction, row(46),
                                   {.title = "Attempts (0: any)",
                                    .value = draft.attempts,
                                    .low = 0,
                                    .high = 10,
                                    .step = 1,
                                    .unit = ""})) {
        draft.attempts = *value;
    }
    if (const auto value = stepper(canvas, interaction, row(46),
                                   {.title = "Of the grade, what you tick",
                                    .value = draft.seen_percent,
                                    .low = 0,
                                    .high = 60,
                                    .step = 10})) {
        draft.seen_percent = *value;
    }
    if (const auto value = stepper(canvas, interaction, row(46),
                                   {.title = "Closes after, 0 = by hand",
                                    .value = draft.closes_after_h,
                                    .low = 0,
                                    .high = 72,
                                    .step = 1,
                                    .unit = " h"})) {
        draft.closes_after_h = *value;
    }
    y += draw_options(canvas, interaction, "Solves the tissue at least as", settings, draft.least_setting,
                      row(0));
    draw_options(canvas, interaction, "Force comes at least from", forces, draft.least_force, row(0));
}

} // namespace

void draw_exam_order_screen(Canvas& canvas, Interaction& interaction, const ExamOrderView& view,
                            ExamOrderScreen& state, Commands& ask) {
    const std::vector<const drills::Drill*> drills = examinable(view.catalogue);
    const Rect sheet = draw_class_sheet(
        canvas, "New exam of " + std::string(view.class_name),
        "Drill, rubric and client are frozen as they are now: what changes later changes no exam.");
    const auto chosen =
        std::ranges::find(drills, state.draft.drill, [](const drills::Drill* drill) { return drill->id; });
    if (chosen == drills.end()) {
        state.draft.drill = drills.empty() ? "" : drills.front()->id;
    }
    const float left = sheet.x + 40;
    const float top = sheet.y + 100;
    const float width = (sheet.width - 80 - 40) / 2;
    draw_drills(canvas, interaction, drills, state, {left, top, width, sheet.height - 100 - 76});
    const std::string name = chosen == drills.end() ? "" : (*chosen)->name;
    draw_settings(canvas, interaction, state.draft, name, {left + width + 40, top, width, 0});
    const Rect go{sheet.right() - 40 - 240, sheet.bottom() - 58, 240, 40};
    if (!drills.empty() &&
        button(canvas, interaction, go, "Freeze and open", {ButtonKind::primary, {}, {}})) {
        ask_class(ask, OpenExam{state.draft});
    }
    draw_class_foot(canvas, interaction, sheet, Page::classes, view.said, ask);
}

} // namespace tactus::ui
