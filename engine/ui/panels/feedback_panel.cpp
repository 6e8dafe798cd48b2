#include "engine/ui/panels/feedback_panel.hpp"

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/widgets/choice_button.hpp"

#include <array>
#include <string>

namespace tactus::ui {

namespace {

using drills::Feedback;

constexpr std::array feedback_levels{Feedback::full, Feedback::band_only, Feedback::terminal, Feedback::none};

/// One of the four; a dot marks the level that was reached.
bool draw_level(Canvas& canvas, Interaction& interaction, const Rect& rect, Feedback level,
                const FeedbackChoice& choice) {
    const bool pressed =
        choice_button(canvas, interaction, rect, feedback_title(level), level == choice.chosen);
    if (level == choice.reached) {
        canvas.dot({rect.middle().x, rect.bottom() + 7}, 3, canvas.theme().teal);
    }
    return pressed;
}

} // namespace

float draw_feedback_choice(Canvas& canvas, Interaction& interaction, const FeedbackChoice& choice,
                           const Rect& rect, Commands& ask) {
    constexpr float between = 6;
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y}, Face::body_strong, theme.text, "Feedback");
    canvas.dot({rect.right() - canvas.text_width(Face::caption, "your level") - 10, rect.y + 11}, 3,
               theme.teal);
    canvas.text({rect.right(), rect.y + 2}, Face::caption, theme.text_second, "your level", Align::right);
    float words = 0;
    for (const Feedback level : feedback_levels) {
        words += canvas.text_width(Face::caption_strong, feedback_title(level));
    }
    constexpr auto count = static_cast<float>(feedback_levels.size());
    const float around = (rect.width - (count - 1) * between - words) / count;
    // Space starts the drill, wherever the focus is.
    const bool starts = interaction.events().struck(devices::Key::space);
    float x = rect.x;
    for (const Feedback level : feedback_levels) {
        const float width = around + canvas.text_width(Face::caption_strong, feedback_title(level));
        if (draw_level(canvas, interaction, {x, rect.y + 28, width, 36}, level, choice) && !starts) {
            ask(ChooseFeedback{level});
        }
        x += width + between;
    }
    float y = rect.y + 80;
    y += canvas.paragraph({rect.x, y}, rect.width, Face::caption, theme.text_second,
                          feedback_meaning(choice.chosen));
    return y - rect.y;
}

} // namespace tactus::ui
