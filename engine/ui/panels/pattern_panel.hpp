#pragma once
/// Reflux or muscle? What the questions of the matrix add up to so far (facts 5.6).

#include "engine/ui/canvas.hpp"
#include "sim/client/interview.hpp"

#include <string>

namespace tactus::ui {

inline constexpr Vec2 pattern_panel_size{330, 92};

/// "Mixed: treat lightly elsewhere, advise a doctor". Pure.
std::string pattern_words(client::Pattern pattern);

void draw_pattern_panel(Canvas& canvas, const client::MatrixReading& reading,
                        const client::Questionnaire& questions, Vec2 at);

} // namespace tactus::ui
