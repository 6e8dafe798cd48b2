#include "engine/ui/screens/brief_screen.hpp"

#include "engine/ui/panels/practice_panel.hpp"
#include "engine/ui/practice_words.hpp"
#include "engine/ui/screens/drills_screen.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <string>
#include <vector>

namespace tactus::ui {

namespace {

std::string group_title(int index) {
    std::string name(scoring::group_name(static_cast<scoring::Group>(index)));
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

void draw_weights(Canvas& canvas, const drills::Drill& drill, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text, "What counts");
    float y = rect.y + 30;
    for (int index = 0; index < scoring::group_count; ++index) {
        const double weight = drill.weights[static_cast<std::size_t>(index)];
        if (weight <= 0) {
            continue;
        }
        canvas.text({rect.x, y}, Face::body, theme.text_second, group_title(index));
        bar(canvas, {rect.x + 130, y + 7, rect.width - 190, 8}, static_cast<float>(weight / 100), theme.teal);
        canvas.text({rect.right(), y}, Face::body_strong, theme.text, rounded(weight), Align::right);
        y += 26;
    }
}

/// Criteria one after the other, each whole on its line. Returns their height.
float draw_criteria(Canvas& canvas, const std::vector<std::string>& criteria, const Rect& rect) {
    const float line_step = Canvas::line_height(Face::caption);
    float x = rect.x;
    float y = rect.y;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        const std::string words = criteria[k] + (k + 1 < criteria.size() ? "," : "");
        const float width = canvas.text_width(Face::caption, words);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += line_step;
        }
        canvas.text_within({x, y}, rect.width, Face::caption, canvas.theme().teal, words);
        x += width + 8;
    }
    return y + line_step - rect.y;
}

const float criteria_line = Canvas::line_height(Face::caption);

void draw_steps(Canvas& canvas, const drills::Drill& drill, const Rect& rect) {
    const Theme& theme = canvas.theme();
    float y = rect.y;
    int number = 1;
    for (const drills::Step& step : drill.steps) {
        // Name, instruction and up to two lines of criteria; below them, that there are more steps.
        const float needed =
            22 + canvas.paragraph_height(rect.width - 22, Face::body, step.instruction) + 2 * criteria_line;
        const int left = static_cast<int>(drill.steps.size()) - number;
        if (y + needed > rect.bottom() - (left > 0 ? criteria_line : 0)) {
            canvas.text({rect.x + 22, y}, Face::caption, theme.text_second,
                        "and " + std::to_string(left + 1) + (left > 0 ? " more steps" : " more step"));
            return;
        }
        canvas.text({rect.x, y}, Face::body_strong, theme.teal, std::to_string(number++));
        canvas.text_within({rect.x + 22, y}, rect.width - 90, Face::body_strong, theme.text, step.name);
        canvas.text({rect.right(), y + 1}, Face::caption, theme.text_second, spoken_time(step.duration_s),
                    Align::right);
        y += 22 + canvas.paragraph({rect.x + 22, y + 22}, rect.width - 22, Face::body, theme.text_second,
                                   step.instruction);
        y += draw_criteria(canvas, task_lines(step.task), {rect.x + 22, y + 2, rect.width - 22, 0}) + 14;
    }
}

/// "Mrs. Grau, 71 years     8 min", or of a carousel its cards.
std::string who_and_how_long(const BriefView& view) {
    if (view.drill.cards > 0) {
        return std::to_string(view.drill.cards) + " clients by lot     " + spoken_time(view.drill.card_s) +
               " each";
    }
    return view.client.name + ", " + rounded(view.client.body.age_years) + " years     " +
           spoken_time(view.drill.duration_s());
}

/// Returns where it ends.
float draw_feedback(Canvas& canvas, Interaction& interaction, const BriefView& view, const Rect& rect,
                    Commands& ask) {
    if (view.feedback) {
        return rect.y + draw_feedback_choice(canvas, interaction, *view.feedback, rect, ask);
    }
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text, "Feedback");
    return rect.y + 28 +
           canvas.paragraph({rect.x, rect.y + 28}, rect.width, Face::body, canvas.theme().text_second,
                            view.exam.empty()
                                ? "None: this is an exam."
                                : "None. Starting counts as an attempt, whatever becomes of it.");
}

} // namespace

void draw_brief_screen(Canvas& canvas, Interaction& interaction, const BriefView& view, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 960, 636);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float right_column = sheet.x + 600;
    canvas.text_within({left, sheet.y + 30}, sheet.width - 80, Face::card_title, theme.text,
                       view.exam.empty() ? view.drill.name : "Exam: " + std::string(view.exam));
    canvas.text_within({left, sheet.y + 68}, sheet.width - 80, Face::body, theme.text_second,
                       who_and_how_long(view) + "     " + view.drill.technique);
    const float brief =
        canvas.paragraph({left, sheet.y + 106}, 520, Face::body, theme.text, view.drill.brief);
    draw_steps(canvas, view.drill, {left, sheet.y + 124 + brief, 520, sheet.height - 204 - brief});
    draw_weights(canvas, view.drill, {right_column, sheet.y + 106, sheet.right() - 40 - right_column, 0});
    const float below = draw_feedback(
        canvas, interaction, view, {right_column, sheet.y + 300, sheet.right() - 40 - right_column, 0}, ask);
    if (view.practice) {
        const float width = sheet.right() - 40 - right_column;
        const float end = below + 10 +
                          draw_practice_choice(canvas, interaction, *view.practice,
                                               {right_column, below + 10, width, 0}, ask);
        canvas.paragraph({right_column, end + 8}, width, Face::caption, theme.amber,
                         practice_note(view.drill, *view.practice, view.feedback));
    }
    const float foot = sheet.bottom() - 62;
    constexpr float between = 150;
    const float room = sheet.width - 80 - between - 230;
    canvas.text_within({left + between, view.note.empty() ? foot + 11 : foot + 2}, room, Face::caption,
                       theme.text_second,
                       "Press: touch.  Move: stroke.  Wheel: force.  F1, while you work: help");
    canvas.text_within({left + between, foot + 21}, room, Face::caption, theme.text_third, view.note);
    const Rect go{sheet.right() - 40 - 210, foot, 210, 40};
    const std::string_view start = view.drill.interview ? "Talk first" : "Start";
    interaction.prefer(widget_id("Start"));
    if (button(canvas, interaction, go, start, {ButtonKind::primary, "Space", "Start"}) ||
        interaction.events().struck(devices::Key::space)) {
        ask(StartDrill{});
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Back", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{view.exam.empty() ? Page::drills : Page::home});
    }
}

} // namespace tactus::ui
