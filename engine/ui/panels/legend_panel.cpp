#include "engine/ui/panels/legend_panel.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

Rect draw_legend_panel(Canvas& canvas, Vec2 at) {
    const Theme& theme = canvas.theme();
    const Rect rect = canvas.placed({at.x, at.y, 232, legend_panel_height});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 10}, Face::caption_strong, theme.text_second, "Pressure on skin, kPa");
    constexpr int pieces = 24;
    for (int index = 0; index < pieces; ++index) {
        const float piece = width / pieces;
        const auto place = static_cast<float>(index);
        const Colour from = pressure_colour(place / pieces);
        const Colour to = pressure_colour((place + 1) / pieces);
        canvas.gradient({left + place * piece, rect.y + 32, piece, 8}, from, to, to, from);
    }
    canvas.text({left, rect.y + 44}, Face::caption, theme.text_second, "0");
    canvas.text({left + width / 2, rect.y + 44}, Face::caption, theme.text_second,
                rounded(pressure_map_top_kpa / 2), Align::centre);
    canvas.text({left + width, rect.y + 44}, Face::caption, theme.text_second, rounded(pressure_map_top_kpa),
                Align::right);
    return rect;
}

} // namespace tactus::ui
