#include "engine/ui/widgets/band_axis.hpp"

#include "engine/ui/widgets/button.hpp"
#include "sim/authoring/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float end_width = 22;          // to be hit
constexpr float axis_name_width = 122;   // of a low axis
constexpr float axis_figure_width = 118; // of a low axis
constexpr float box_width = 26;

std::string figures(const scoring::Band& band, std::string_view unit) {
    return authoring::number_text(band.low) + " to " + authoring::number_text(band.high) + " " +
           std::string(unit);
}

/// Where the parts of the widget lie.
struct Layout {
    Rect track; ///< the line that ends move along
    Rect plot;  ///< above it; no height on a low axis
};

Layout layout(const Rect& rect) {
    if (rect.height < tall_axis) {
        return {.track = {rect.x + axis_name_width, rect.middle().y - 4,
                          rect.width - axis_name_width - axis_figure_width - 12, 8},
                .plot = {}};
    }
    const float left = rect.x + 12;
    const float width = rect.width - 24;
    return {.track = {left, rect.bottom() - 26, width, 8},
            .plot = {left, rect.y + 24, width, rect.height - 24 - 30}};
}

/// Round values along a logarithmic axis, four of an even one.
std::vector<float> ticks(const BandAxis& axis) {
    std::vector<float> values;
    if (!axis.logarithmic) {
        for (int k = 0; k <= 4; ++k) {
            values.push_back(axis.low + (axis.high - axis.low) * 0.25F * static_cast<float>(k));
        }
        return values;
    }
    for (float decade = 0.1F; decade < axis.high; decade *= 10) {
        for (const float digit : {1.0F, 2.0F, 5.0F}) {
            if (decade * digit >= axis.low * 0.999F && decade * digit <= axis.high) {
                values.push_back(decade * digit);
            }
        }
    }
    return values;
}

void draw_plot(Canvas& canvas, const Layout& at, const BandAxis& axis) {
    const Theme& theme = canvas.theme();
    const Rect& plot = at.plot;
    const auto x_of = [&](float value) { return plot.x + plot.width * axis_share(axis, value); };
    for (std::size_t k = 0; k < axis.references.size(); ++k) {
        const AxisSpan& span = axis.references[k];
        const Rect strip{x_of(span.low) + 1, plot.y, x_of(span.high) - x_of(span.low) - 2, 16};
        canvas.fill(strip, theme.text.at(k % 2 == 0 ? 0.10F : 0.06F), 3);
        canvas.text_within({strip.x + 5, plot.y}, strip.width - 6, Face::caption, theme.text_second,
                           span.words);
    }
    if (axis.curve) {
        constexpr int pieces = 96;
        std::vector<Vec2> line;
        const float top = plot.y + 20;
        for (int piece = 0; piece <= pieces; ++piece) {
            const float share = static_cast<float>(piece) / pieces;
            const float height = axis.curve(axis_value(axis, share));
            line.emplace_back(plot.x + plot.width * share, plot.bottom() - height * (plot.bottom() - top));
        }
        canvas.polyline(line, theme.teal, 2);
    }
    float labelled = plot.x - 1;
    for (const AxisLimit& limit : axis.limits) {
        const float x = x_of(limit.at);
        const Colour colour = limit.critical ? theme.orange : theme.amber;
        for (float y = plot.y + 18; y < plot.bottom(); y += 7) {
            canvas.line({x, y}, {x, std::min(y + (limit.critical ? 6.0F : 4.0F), plot.bottom())}, colour,
                        1.5F);
        }
        // On the right of its line where there is room; labels that would lie on one another are left out.
        const float width = std::min(150.0F, canvas.text_width(Face::caption, limit.words) + 1);
        const float left = x + 5 + width < plot.right() ? x + 5 : x - 5 - width;
        if (left > labelled) {
            canvas.text_within({left, plot.y + 20}, width, Face::caption, colour, limit.words);
            labelled = left + width;
        }
    }
}

void draw_ticks(Canvas& canvas, const Layout& at, const BandAxis& axis) {
    for (const float value : ticks(axis)) {
        const float x = at.track.x + at.track.width * axis_share(axis, value);
        canvas.line({x, at.track.bottom() + 1}, {x, at.track.bottom() + 4}, canvas.theme().text_third, 1);
        const float half = 0.5F * canvas.text_width(Face::caption, authoring::number_text(value));
        canvas.text({std::clamp(x, at.track.x + half, at.track.right() - half), at.track.bottom() + 3},
                    Face::caption, canvas.theme().text_second, authoring::number_text(value), Align::centre);
    }
}

void draw_axis_words(Canvas& canvas, const Rect& rect, const scoring::Band& band, const BandAxis& axis,
                     bool tall) {
    const Theme& theme = canvas.theme();
    const float y = tall ? rect.y + 3 : rect.middle().y - 9;
    canvas.text_within({rect.x + 12, y}, axis_name_width - 16, Face::body_strong, theme.text, axis.name);
    const float room = tall ? rect.width - axis_name_width - 24 : axis_figure_width;
    const std::string words = axis.trouble.empty() ? figures(band, axis.unit) : std::string(axis.trouble);
    const float width = std::min(room, canvas.text_width(Face::caption_strong, words) + 1);
    canvas.text_within({rect.right() - 12 - width, y + 1}, width, Face::caption_strong,
                       axis.trouble.empty() ? theme.text : theme.amber, words);
}

} // namespace

float axis_share(const BandAxis& axis, float value) {
    const float share = axis.logarithmic
                            ? std::log(std::max(value, axis.low) / axis.low) / std::log(axis.high / axis.low)
                            : (value - axis.low) / (axis.high - axis.low);
    return std::clamp(share, 0.0F, 1.0F);
}

float axis_value(const BandAxis& axis, float share) {
    return axis.logarithmic ? axis.low * std::pow(axis.high / axis.low, share)
                            : axis.low + (axis.high - axis.low) * share;
}

float round_value(float value) {
    const float step = value < 2 ? 0.1F : value < 10 ? 0.5F : value < 100 ? 1.0F : 5.0F;
    // Divided by the whole number of steps in one, so that 0.3 is the float that 0.3 is written as.
    return value < 10 ? std::round(value / step) / std::round(1 / step) : std::round(value / step) * step;
}

scoring::Band moved_end(scoring::Band band, bool high, float value) {
    (high ? band.high : band.low) = value;
    if (band.low > band.high) {
        (high ? band.low : band.high) = value;
    }
    return band;
}

std::optional<scoring::Band> band_axis(Canvas& canvas, Interaction& interaction, const Rect& rect,
                                       const scoring::Band& band, const BandAxis& axis, BandGrab& grab) {
    const Theme& theme = canvas.theme();
    const devices::InputEvents& events = interaction.events();
    const bool tall = rect.height >= tall_axis;
    const Layout at = layout(rect);
    const WidgetId id = widget_id(axis.name);
    canvas.fill(rect, theme.text.at(0.05F), 9);
    draw_axis_words(canvas, rect, band, axis, tall);
    if (tall) {
        draw_plot(canvas, at, axis);
        draw_ticks(canvas, at, axis);
    }
    const std::array xs{at.track.x + at.track.width * axis_share(axis, band.low),
                        at.track.x + at.track.width * axis_share(axis, band.high)};
    canvas.fill(at.track, theme.track, 4);
    canvas.fill({xs[0], at.track.y, std::max(xs[1] - xs[0], 3.0F), at.track.height}, theme.teal, 4);

    const auto value_at = [&](float x) {
        return round_value(axis_value(axis, std::clamp((x - at.track.x) / at.track.width, 0.0F, 1.0F)));
    };
    const Rect reach{at.track.x - end_width / 2, tall ? at.plot.y + 18 : rect.y, at.track.width + end_width,
                     tall ? at.track.bottom() + 8 - at.plot.y - 18 : rect.height};
    const Vec2 pressed = events.press_place ? canvas.logical(*events.press_place) : Vec2(-1);
    if (events.press_began && reach.contains(pressed)) {
        // The nearer end; where both lie in one place, the one on the side of the pointer.
        const float to_low = std::fabs(pressed.x - xs[0]);
        const float to_high = std::fabs(pressed.x - xs[1]);
        grab = {.axis = id, .high = to_high < to_low || (to_high == to_low && pressed.x > xs[1])};
    }
    std::optional<scoring::Band> wanted;
    if (grab.axis == id && (interaction.held() || events.press_began || events.press_ended)) {
        wanted = moved_end(band, grab.high, value_at(interaction.pointer().x));
    }
    if (grab.axis == id && !interaction.held()) {
        grab = {};
    }
    for (const bool high : {false, true}) {
        const float x = xs[high ? 1 : 0];
        const Rect end{x - end_width / 2, at.track.y - 12, end_width, 32};
        const WidgetId end_id = widget_id(std::string(axis.name) + (high ? " high" : " low"));
        interaction.pressable(end_id, end);
        canvas.fill({x - 3, at.track.y - 7, 6, 22}, theme.text, 3);
        if (interaction.focused(end_id)) {
            if (interaction.focus_visible()) {
                focus_ring(canvas, {x - 6, at.track.y - 9, 12, 26}, 5);
            }
            const float now = high ? band.high : band.low;
            const float step = std::max(round_value(now) * 0.05F, now < 2 ? 0.1F : now < 10 ? 0.5F : 1.0F);
            if (events.typed == "+" || events.typed == "-") {
                const float next = now + (events.typed == "+" ? step : -step);
                wanted = moved_end(band, high, round_value(std::clamp(next, axis.low, axis.high)));
            }
        }
    }
    return wanted && *wanted != band ? wanted : std::nullopt;
}

bool optional_band_axis(Canvas& canvas, Interaction& interaction, const Rect& rect,
                        std::optional<scoring::Band>& band, scoring::Band usual, const BandAxis& axis,
                        BandGrab& grab) {
    const Theme& theme = canvas.theme();
    const bool tall = rect.height >= tall_axis;
    const Rect box{rect.x, tall ? rect.y : rect.middle().y - box_width / 2, box_width, box_width};
    const WidgetId id = widget_id(std::string(axis.name) + " asked");
    bool changed = false;
    if (interaction.pressable(id, {box.x, rect.y, box.width, tall ? box.height : rect.height})) {
        band = band ? std::nullopt : std::optional(usual);
        changed = true;
    }
    canvas.fill(box, theme.text.at(interaction.hovered(box) ? 0.20F : 0.10F), 7);
    control_edge(canvas, box, 7);
    if (band) {
        canvas.polyline(
            std::array{box.middle() + Vec2(-6, 0), box.middle() + Vec2(-1.5F, 5), box.middle() + Vec2(7, -6)},
            theme.teal, 3);
    }
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, box, 7);
    }
    const Rect rest{rect.x + box_width + 6, rect.y, rect.width - box_width - 6, rect.height};
    if (!band) {
        canvas.fill(rest, theme.text.at(0.03F), 9);
        const float y = tall ? rest.y + 3 : rest.middle().y - 9;
        canvas.text_within({rest.x + 12, y}, rest.width - 24, Face::body, theme.text_second,
                           std::string(axis.name) + ": not asked for");
        return changed;
    }
    if (const auto wanted = band_axis(canvas, interaction, rest, *band, axis, grab)) {
        band = *wanted;
        changed = true;
    }
    return changed;
}

} // namespace tactus::ui
