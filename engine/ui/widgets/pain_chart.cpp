#include "engine/ui/widgets/pain_chart.hpp"

#include <cmath>
#include <string>

namespace tactus::ui {

void draw_pain_chart(Canvas& canvas, std::span<const PainSpot> spots) {
    const Theme& theme = canvas.theme();
    for (const PainSpot& spot : spots) {
        const float size = 9 + spot.value;
        canvas.dot(spot.at, size, theme.orange.at(0.35F + 0.05F * spot.value));
        canvas.ring(spot.at, size, theme.orange, 1.5F);
        canvas.text({spot.at.x, spot.at.y - 8}, Face::caption_strong, theme.text,
                    std::to_string(std::lround(spot.value)), Align::centre);
    }
}

} // namespace tactus::ui
