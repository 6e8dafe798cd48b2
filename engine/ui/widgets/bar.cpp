#include "engine/ui/widgets/bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tactus::ui {

void bar(Canvas& canvas, const Rect& rect, float share, Colour colour) {
    const float filled = rect.width * std::clamp(share, 0.0F, 1.0F);
    canvas.fill(rect, canvas.theme().track, rect.height / 2);
    if (filled >= rect.height) {
        canvas.fill({rect.x, rect.y, filled, rect.height}, colour, rect.height / 2);
    } else if (filled > 0.5F) {
        canvas.dot({rect.x + rect.height / 2, rect.y + rect.height / 2}, rect.height / 2, colour);
    }
}

void dots(Canvas& canvas, Vec2 first, int filled, int count) {
    const Theme& theme = canvas.theme();
    for (int index = 0; index < count; ++index) {
        const Vec2 centre(first.x + 15 * static_cast<float>(index), first.y);
        if (index < filled) {
            canvas.dot(centre, 4.2F, theme.teal);
        } else {
            canvas.ring(centre, 3.6F, theme.text_third, 1.4F);
        }
    }
}

void spark(Canvas& canvas, const Rect& rect, const Spark& line) {
    const Theme& theme = canvas.theme();
    if (line.band_high > line.band_low) {
        canvas.fill({rect.x, rect.y + rect.height * (1 - std::min(line.band_high, 1.0F)), rect.width,
                     rect.height * (std::min(line.band_high, 1.0F) - line.band_low)},
                    theme.teal.at(0.22F), 3);
    }
    if (line.values.size() < 2) {
        return;
    }
    std::vector<Vec2> points;
    points.reserve(line.values.size());
    const float step = rect.width / static_cast<float>(line.values.size() - 1);
    for (std::size_t index = 0; index < line.values.size(); ++index) {
        points.emplace_back(rect.x + step * static_cast<float>(index),
                            rect.y + rect.height * (1 - std::clamp(line.values[index], 0.0F, 1.0F)));
    }
    canvas.polyline(points, theme.text, 2.2F);
    canvas.dot(points.back(), 4, theme.text);
}

void score_ring(Canvas& canvas, Vec2 centre, float size, const ScoreRing& ring) {
    const Theme& theme = canvas.theme();
    canvas.arc(centre, size, {-90, 270}, theme.track, 12);
    if (ring.share > 0.003F) {
        canvas.arc(centre, size, {-90, -90 + 360 * std::clamp(ring.share, 0.0F, 1.0F)}, ring.colour, 12);
    }
    canvas.text({centre.x, centre.y - 42}, Face::big_figure, theme.text, ring.figure, Align::centre);
    canvas.text({centre.x, centre.y + 26}, Face::body, theme.text_second, ring.word, Align::centre);
}

void star(Canvas& canvas, Vec2 centre, float size, bool filled) {
    std::array<Vec2, 11> rim;
    for (std::size_t index = 0; index <= 10; ++index) {
        const float angle = -1.5707963F + 0.62831853F * static_cast<float>(index);
        const float reach = index % 2 == 0 ? size : 0.42F * size;
        rim[index] = centre + reach * Vec2(std::cos(angle), std::sin(angle));
    }
    if (!filled) {
        canvas.polyline(rim, canvas.theme().text_third, 2.5F);
        return;
    }
    // Tips over a disc through the inner corners: no edge of one piece meets an edge of another, so no seam
    // shows.
    canvas.dot(centre, 0.415F * size, canvas.theme().amber);
    for (std::size_t tip = 0; tip < 10; tip += 2) {
        canvas.triangle(rim[(tip + 9) % 10], rim[tip], rim[tip + 1], canvas.theme().amber);
    }
}

} // namespace tactus::ui
