#include "engine/ui/screens/interrupted_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tactus::ui {

namespace {

struct Answer {
    const char* label;
    Command command;
};

/// A card with a title, some sentences, and answers below one another; the first is what most people want.
void draw_question(Canvas& canvas, Interaction& interaction, std::string_view title, std::string_view words,
                   const std::vector<Answer>& answers, Commands& ask) {
    constexpr float text_width = 380;
    constexpr float step = 50;
    const float height = canvas.paragraph_height(text_width, Face::body, words);
    const Rect sheet =
        centred(canvas, text_width + 80, 114 + height + step * static_cast<float>(answers.size()));
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, canvas.theme().text, title);
    canvas.paragraph({left, sheet.y + 70}, width, Face::body, canvas.theme().text_second, words);
    interaction.prefer(widget_id(answers.front().label));
    float y = sheet.y + 88 + height;
    for (const Answer& answer : answers) {
        const bool first = &answer == &answers.front();
        if (button(canvas, interaction, {left, y, width, 42}, answer.label,
                   {first ? ButtonKind::primary : ButtonKind::quiet, {}, {}})) {
            ask(answer.command);
        }
        y += step;
    }
}

} // namespace

void draw_interrupted_screen(Canvas& canvas, Interaction& interaction, const InterruptedView& view,
                             Commands& ask) {
    using How = TakeUpInterrupted::How;
    const std::string who = view.student.empty() ? "a guest" : std::string(view.student);
    const std::string words = std::string(view.drill) + " with " + std::string(view.client) + ", done by " +
                              who + " on " + std::string(view.when) + ". " + spoken_time(view.duration_s) +
                              " of it are kept. It counts as practice.";
    std::vector<Answer> answers{{"Keep it as practice", TakeUpInterrupted{How::keep_as_practice}},
                                {"Throw it away", TakeUpInterrupted{How::discard}}};
    if (view.may_go_on) {
        answers.insert(answers.begin(), {"Go on where it was", TakeUpInterrupted{How::go_on}});
    }
    draw_question(canvas, interaction, "A run was interrupted", words, answers, ask);
}

void draw_catching_up(Canvas& canvas, double at_s, double to_s) {
    const Vec2 middle(canvas.size().x / 2, canvas.size().y * 0.45F);
    canvas.text(middle, Face::title, canvas.theme().text, "Back to where the run was...", Align::centre);
    canvas.text(middle + Vec2(0, 34), Face::body, canvas.theme().text_second,
                clock_time(at_s) + " of " + clock_time(to_s), Align::centre);
    const float share = to_s > 0 ? static_cast<float>(std::clamp(at_s / to_s, 0.0, 1.0)) : 0.0F;
    bar(canvas, {middle.x - 160, middle.y + 64, 320, 6}, share, canvas.theme().teal);
}

void draw_crash_screen(Canvas& canvas, Interaction& interaction, std::string_view report, Commands& ask) {
    draw_question(canvas, interaction, "Tactus ended by a fault of its own",
                  "What it could still say about it is in " + std::string(report) +
                      ". It names no one and helps whoever looks after this computer.",
                  {{"Go on", DismissCrashReport{}}, {"Open the report", OpenCrashReport{}}}, ask);
}

} // namespace tactus::ui
