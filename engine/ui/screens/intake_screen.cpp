#include "engine/ui/screens/intake_screen.hpp"

#include "engine/ui/panels/pattern_panel.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "engine/ui/widgets/stepper.hpp"
#include "engine/ui/widgets/talk.hpp"
#include "engine/ui/widgets/text_field.hpp"
#include "sim/client/interview.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace tactus::ui {

namespace {

using client::QuestionKind;

constexpr float intake_sheet_width = 640;
constexpr float intake_row_height = 36;
constexpr float intake_row_step = 42;
constexpr int rows_shown = 5;
constexpr float intake_foot_height = 62;
constexpr std::size_t longest_note = 400;

constexpr std::array kinds{std::pair{QuestionKind::universal, "Everyone"},
                           std::pair{QuestionKind::matrix, "Reflux or muscle?"},
                           std::pair{QuestionKind::follow_up, "Further"}};

void draw_intake_questions(Canvas& canvas, Interaction& interaction, const IntakeView& view, Intake& intake,
                           IntakeScreen& state, const Rect& rect) {
    float x = rect.x;
    for (const auto& [kind, words] : kinds) {
        const float width = canvas.text_width(Face::caption_strong, words) + 34;
        if (choice_button(canvas, interaction, {x, rect.y, width, 32}, words, state.shown == kind)) {
            state.shown = kind;
            state.first = 0;
        }
        x += width + 8;
    }
    std::vector<const client::Question*> questions;
    for (const client::Question& question : view.questions.questions) {
        if (question.kind == state.shown) {
            questions.push_back(&question);
        }
    }
    const int count = static_cast<int>(questions.size());
    const Rect list{rect.x, rect.y + 42, rect.width, intake_row_step * rows_shown};
    turn_rows(interaction, state.first, list, rows_shown, count, true);
    draw_rows_note(canvas, {rect.right(), rect.y + 8}, state.first, rows_shown, count);
    for (int k = state.first; k < std::min(count, state.first + rows_shown); ++k) {
        const client::Question& question = *questions[static_cast<std::size_t>(k)];
        const int before = times_asked(intake, question.id);
        const Rect row{list.x, list.y + intake_row_step * static_cast<float>(k - state.first), list.width,
                       intake_row_height};
        if (list_row(canvas, interaction, row,
                     {.title = question.ask, .second = {}, .aside = before > 0 ? "asked" : ""},
                     widget_id("ask " + question.id))) {
            ask_client(intake, view.client, question, view.at_s);
            state.scrolled = 0;
        }
    }
}

void draw_conversation(Canvas& canvas, const Interaction& interaction, const IntakeView& view,
                       const Intake& intake, IntakeScreen& state, const Rect& rect) {
    const std::string opening = "What brings you here?";
    std::vector<Bubble> bubbles{{opening, true}, {view.client.story}};
    for (const Said& said : intake.talk) {
        bubbles.push_back({said.ask, true});
        bubbles.push_back({said.answer});
    }
    state.scrolled += interaction.hovered(rect) ? 40 * interaction.events().wheel : 0;
    state.scrolled = std::clamp(state.scrolled, 0.0F, draw_talk(canvas, rect, bubbles, state.scrolled));
}

/// How strong the next mark is, and the way to take one back.
void draw_chart(Canvas& canvas, Interaction& interaction, const IntakeView& view, Intake& intake,
                IntakeScreen& state, const Rect& rect) {
    const Theme& theme = canvas.theme();
    panel(canvas, rect);
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    if (const auto wanted =
            stepper(canvas, interaction, {left, rect.y + 8, width - 124, 40},
                    {.title = "Pain", .value = state.pain, .low = 0, .high = 10, .step = 1, .unit = "/10"})) {
        state.pain = *wanted;
    }
    if (button(canvas, interaction, {rect.right() - padding - 110, rect.y + 9, 110, 38}, "Take back") &&
        !intake.pain.empty()) {
        intake.pain.pop_back();
    }
    canvas.text_within({left, rect.y + 54}, width, Face::caption, theme.text_second,
                       intake.pain.empty() ? "Press on the back where the client points."
                                           : rounded(static_cast<double>(intake.pain.size())) +
                                                 (intake.pain.size() == 1 ? " place" : " places") +
                                                 " marked. Press again for another.");
    if (text_field(canvas, interaction, {left, rect.y + 78, width, 40}, intake.note,
                   {.name = "note", .hint = "Note: client reports ...", .longest = longest_note})) {
        interaction.prefer(widget_id("Decide"));
    }
    const bool on_scene = view.pointed && !interaction.over_widget() && !rect.contains(interaction.pointer());
    if (on_scene && interaction.events().press_began) {
        intake.pain.push_back(
            {.spine = *view.pointed, .value = static_cast<float>(state.pain), .at_s = view.at_s});
    }
}

} // namespace

float intake_sheet_right(const Canvas& canvas) {
    return margin + std::min(intake_sheet_width, canvas.size().x - 2 * margin);
}

void draw_intake_screen(Canvas& canvas, Interaction& interaction, const IntakeView& view, Intake& intake,
                        IntakeScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    draw_left_shade(canvas);
    draw_pain_chart(canvas, view.spots);
    const Rect sheet{margin, margin, intake_sheet_right(canvas) - margin, canvas.size().y - 2 * margin};
    panel(canvas, sheet, card_radius);
    const float left = sheet.x + 28;
    const float width = sheet.width - 56;
    canvas.text_within({left, sheet.y + 20}, width - 110, Face::card_title, theme.text,
                       "Talk with " + view.client.name);
    canvas.text_within({left, sheet.y + 56}, width, Face::body, theme.text_second,
                       rounded(view.client.body.age_years) +
                           " years.  Ask in your own order. Nothing here is a diagnosis: a client reports.");
    if (view.left_s) {
        canvas.text({sheet.right() - 28, sheet.y + 22}, Face::title,
                    *view.left_s < 15 ? theme.amber : theme.text,
                    std::string(view.card) + "   " + rounded(std::ceil(*view.left_s)) + " s", Align::right);
    }
    const float questions_top = sheet.bottom() - intake_foot_height - 14 - 42 - intake_row_step * rows_shown;
    draw_conversation(canvas, interaction, view, intake, state,
                      {left, sheet.y + 90, width, questions_top - 16 - sheet.y - 90});
    draw_intake_questions(canvas, interaction, view, intake, state, {left, questions_top, width, 0});

    const float scene_left = sheet.right() + gap;
    const float scene_width = canvas.size().x - margin - scene_left;
    draw_chart(canvas, interaction, view, intake, state,
               {scene_left, canvas.size().y - margin - 130, scene_width, 130});
    const client::MatrixReading reading =
        client::matrix_reading(view.questions, view.client.condition, asked(intake));
    if (view.guided && reading.asked > 0) {
        draw_pattern_panel(canvas, reading, view.questions,
                           {canvas.size().x - margin - pattern_panel_size.x, margin});
    }

    const float foot = sheet.bottom() - 54;
    interaction.prefer(widget_id("Decide"));
    if (button(canvas, interaction, {sheet.right() - 28 - 210, foot, 210, 40}, "Decide",
               {ButtonKind::primary})) {
        state.deciding = true;
    }
    // A press can tell as much as an answer: hands may be laid on before the decision.
    if (!view.left_s && button(canvas, interaction, {sheet.right() - 28 - 210 - 14 - 210, foot, 210, 40},
                               "Feel it first", {ButtonKind::quiet})) {
        ask(ShowPage{Page::preparation});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::brief});
    }
}

} // namespace tactus::ui
