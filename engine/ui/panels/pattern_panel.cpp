#include "engine/ui/panels/pattern_panel.hpp"

#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

constexpr double shown_most = 6; ///< log-odds at either end of the bar

} // namespace

std::string pattern_words(client::Pattern pattern) {
    switch (pattern) {
    case client::Pattern::open:
        return "Too little asked to tell.";
    case client::Pattern::reflux:
        return "No muscle's pattern: to a doctor.";
    case client::Pattern::mixed:
        return "Mixed: lightly elsewhere, a doctor.";
    case client::Pattern::muscle:
        return "Behaves like a muscle: treat.";
    case client::Pattern::emergency:
        return "Emergency, whatever the rest says.";
    }
    return {};
}

void draw_pattern_panel(Canvas& canvas, const client::MatrixReading& reading,
                        const client::Questionnaire& questions, Vec2 at) {
    const Theme& theme = canvas.theme();
    const Rect rect{at.x, at.y, pattern_panel_size.x, pattern_panel_size.y};
    panel(canvas, rect);
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    canvas.text({left, rect.y + 9}, Face::caption_strong, theme.text_second, "muscle");
    canvas.text({rect.right() - padding, rect.y + 9}, Face::caption_strong, theme.text_second, "reflux",
                Align::right);
    const auto along = [&](double log_odds) {
        const double share = 0.5 + 0.5 * std::clamp(log_odds / shown_most, -1.0, 1.0);
        return left + width * static_cast<float>(share);
    };
    const Rect track{left, rect.y + 36, width, 8};
    canvas.fill(track, theme.track, 4);
    // Between the marks the answers speak for neither.
    for (const double limit : {questions.muscle_below, questions.reflux_above}) {
        canvas.fill({along(limit) - 1, track.y - 4, 2, 16}, theme.text_third);
    }
    const bool emergency = reading.pattern == client::Pattern::emergency;
    if (!emergency) {
        canvas.dot({along(reading.log_odds), track.middle().y}, 8, theme.teal);
    }
    canvas.text_within({left, rect.y + 58}, width, Face::body_strong, emergency ? theme.orange : theme.text,
                       pattern_words(reading.pattern));
}

} // namespace tactus::ui
