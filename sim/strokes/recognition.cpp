#include "sim/strokes/recognition.hpp"

#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::strokes {
namespace {

/// Where a figure may lie; outside, a fit falls by its distance from the nearer end.
struct Band {
    double low = 0;
    double high = 1e9;
};

/// Bands of facts 1.1 in the units there; a band left out says nothing. Where the facts give a range of force
/// or speed it is the band, else it is [D]. Rates and ways that the facts do not give follow from those.
struct Row {
    std::string_view name;
    Band touch_hz{0, 1.5};
    Band force_n;
    Band speed_cm_s;
    Band cycle_hz;
    Band sweep_cm;
    Band area_cm2;
    Band along;
    Band turning;
    Band opposing{-1, 1};
    Band hands{0, 2};
    Band working{0, 2};
    Band press_hz{0, 20};
    Band gathering{0, .16};
    Band bend_deg{0, 5};
    Band scapula_mm{0, 5};
};

constexpr Band slow_cycle{0, 0.4};
constexpr Band still{0, 0.8};
constexpr Band steady{0, 0.5};

constexpr auto rows = std::to_array<Row>({
    {.name = "opening_hold",
     .touch_hz = {0, .5},
     .force_n = {2, 7},
     .speed_cm_s = still,
     .area_cm2 = {25, 200},
     .press_hz = steady},
    {.name = "superficial_effleurage",
     .touch_hz = {0, .5},
     .force_n = {4, 20},
     .speed_cm_s = {8, 20},
     .cycle_hz = slow_cycle,
     .sweep_cm = {20, 60},
     .area_cm2 = {30, 200},
     .along = {.75, 1},
     .hands = {1.6, 2}},
    {.name = "deep_effleurage",
     .touch_hz = {0, .7},
     .force_n = {22, 60},
     .speed_cm_s = {3, 8},
     .cycle_hz = slow_cycle,
     .sweep_cm = {10, 60},
     .area_cm2 = {40, 200},
     .along = {.75, 1}},
    {.name = "alternating_effleurage",
     .touch_hz = {.35, 1.2},
     .force_n = {4, 20},
     .speed_cm_s = {8, 20},
     .cycle_hz = {0, .9},
     .sweep_cm = {5, 25},
     .area_cm2 = {30, 200},
     .along = {.75, 1},
     .hands = {1, 1.5}},
    {.name = "raking",
     .touch_hz = {.2, 1.5},
     .force_n = {3, 15},
     .speed_cm_s = {4, 11},
     .cycle_hz = slow_cycle,
     .sweep_cm = {4, 25},
     .area_cm2 = {1, 14},
     .along = {0, .4}},
    {.name = "nerve_strokes",
     .touch_hz = {0, 1},
     .force_n = {.2, 2},
     .speed_cm_s = {2, 10},
     .cycle_hz = slow_cycle,
     .sweep_cm = {6, 60},
     .area_cm2 = {0, 10},
     .along = {.6, 1}},
    {.name = "kneading",
     .touch_hz = {0, 1},
     .force_n = {10, 40},
     .speed_cm_s = {5, 25},
     .cycle_hz = {.4, 1.1},
     .area_cm2 = {25, 200},
     .along = {.3, .8},
     .turning = {.75, 1}},
    {.name = "digital_kneading",
     .touch_hz = {0, 1.1},
     .force_n = {6, 30},
     .speed_cm_s = {0, 3},
     .area_cm2 = {2, 14},
     .press_hz = {.35, 1.1},
     .gathering = {.17, 1}},
    {.name = "wringing",
     .touch_hz = {0, .6},
     .force_n = {12, 40},
     .speed_cm_s = {8, 28},
     .cycle_hz = {.4, 1.1},
     .sweep_cm = {5, 25},
     .area_cm2 = {25, 200},
     .along = {0, .35},
     .opposing = {.5, 1},
     .hands = {1.6, 2}},
    {.name = "skin_rolling",
     .touch_hz = {0, .7},
     .force_n = {2.2, 10},
     .speed_cm_s = {1.5, 5.5},
     .cycle_hz = slow_cycle,
     .sweep_cm = {4, 40},
     .area_cm2 = {.5, 8},
     .along = {.7, 1},
     .gathering = {.12, 1}},
    {.name = "circular_friction",
     .touch_hz = {0, .7},
     .force_n = {8, 30},
     .speed_cm_s = {5, 25},
     .cycle_hz = {.8, 2.2},
     .sweep_cm = {1, 9},
     .area_cm2 = {1.5, 12},
     .along = {.3, .75},
     .turning = {.75, 1}},
    {.name = "cross_fibre_friction",
     .touch_hz = {0, .7},
     .force_n = {10, 80}, // 100 to 408 kPa under the 1 to 2 cm2 of a fingertip
     .speed_cm_s = {2, 14},
     .cycle_hz = {1.6, 3.6},
     .sweep_cm = {.4, 3},
     .area_cm2 = {1.5, 8},
     .along = {0, .45},
     .turning = {0, .6}},
    {.name = "stripping",
     .touch_hz = {0, .7},
     .force_n = {20, 90},
     .speed_cm_s = {.7, 3.5},
     .cycle_hz = {0, .3},
     .sweep_cm = {3, 40},
     .area_cm2 = {1.5, 14},
     .along = {.7, 1}},
    {.name = "compression",
     .touch_hz = {.4, 1.3},
     .force_n = {18, 90},
     .speed_cm_s = {0, 2.5},
     .area_cm2 = {30, 200}},
    {.name = "trigger_point_release",
     .touch_hz = {0, .5},
     .force_n = {10, 45},
     .speed_cm_s = {0, .6},
     .area_cm2 = {1.5, 10},
     .press_hz = steady},
    {.name = "myofascial_hold",
     .touch_hz = {0, .5},
     .force_n = {9, 22},
     .speed_cm_s = {0, 1.2},
     .area_cm2 = {30, 200},
     .hands = {1.5, 2},
     .press_hz = steady},
    {.name = "hacking",
     .touch_hz = {1.8, 3.6},
     .force_n = {.5, 4},
     .speed_cm_s = {0, 8},
     .area_cm2 = {1, 18},
     .gathering = {0, 1}},
    {.name = "cupping",
     .touch_hz = {1.3, 3.2},
     .force_n = {2, 9},
     .speed_cm_s = {0, 8},
     .area_cm2 = {4, 60},
     .working = {2, 2}},
    {.name = "beating",
     .touch_hz = {1.6, 4.5},
     .force_n = {7, 30},
     .speed_cm_s = {0, 8},
     .area_cm2 = {5, 40},
     .working = {1, 1}},
    {.name = "vibration",
     .touch_hz = {0, 1},
     .force_n = {2.5, 15},
     .speed_cm_s = {3, 25},
     .cycle_hz = {3.5, 12},
     .sweep_cm = {.2, 1.2}},
    {.name = "passive_stretch",
     .touch_hz = {0, .5},
     .force_n = {4, 25},
     .bend_deg = {9, 60},
     .scapula_mm = {0, 30}},
    {.name = "scapular_mobilisation",
     .touch_hz = {0, .5},
     .force_n = {8, 40},
     .bend_deg = {0, 14},
     .scapula_mm = {12, 120}},
    {.name = "pa_oscillation",
     .touch_hz = {0, .5},
     .force_n = {8, 32},
     .speed_cm_s = {0, .8},
     .area_cm2 = {1.5, 40},
     .press_hz = {.8, 2.4}},
});

/// A figure half as large again as its band's end is a whole unit out; a share, a fifth.
constexpr double ratio_unit = 0.405;
constexpr double share_unit = 0.2;

/// What lies this many units out fits nothing.
constexpr double worst_fit = 18;

double ratio_off(double value, const Band& band, double floor) {
    const double v = std::max(value, floor);
    const double off = v < band.low    ? math::log(band.low / v)
                       : v > band.high ? math::log(v / std::max(band.high, floor))
                                       : 0.0;
    return off / ratio_unit;
}

double share_off(double value, const Band& band) {
    return (value < band.low ? band.low - value : std::max(0.0, value - band.high)) / share_unit;
}

/// Sum of the squares of how far each figure is out of its band.
double misfit(const BoutFigures& f, const Row& row) {
    constexpr double degree = math::pi / 180;
    const std::array<double, 15> off{ratio_off(f.touch_hz, row.touch_hz, 0.2),
                                     ratio_off(f.force_n, row.force_n, 0.1),
                                     ratio_off(f.speed_m_s * 100, row.speed_cm_s, 0.3),
                                     ratio_off(f.cycle_hz, row.cycle_hz, 0.2),
                                     ratio_off(f.sweep_m * 100, row.sweep_cm, 0.1),
                                     ratio_off(f.area_m2 * 1e4, row.area_cm2, 0.3),
                                     share_off(f.along_share, row.along),
                                     share_off(f.turning, row.turning),
                                     share_off(f.opposing, row.opposing),
                                     share_off(f.hands, row.hands),
                                     share_off(f.working, row.working),
                                     ratio_off(f.press_hz, row.press_hz, 0.2),
                                     share_off(f.gathering, row.gathering),
                                     ratio_off(f.bend_rad / degree, row.bend_deg, 1),
                                     ratio_off(f.scapula_m * 1000, row.scapula_mm, 1)};
    double sum = 0;
    for (const double each : off) {
        sum += std::min(each * each, worst_fit);
    }
    return sum;
}

} // namespace

Recognised recognise(const BoutFigures& figures) {
    Recognised best{.technique = "unknown", .figures = figures};
    double least = worst_fit;
    double fits = 0;
    for (const Row& row : rows) {
        const double off = misfit(figures, row);
        fits += math::exp(-0.5 * off);
        if (off < least) {
            least = off;
            best.technique = row.name;
        }
    }
    const double fit = math::exp(-0.5 * least);
    best.confidence = least < worst_fit ? fit / std::max(fits, 1e-12) * math::exp(-0.1 * least) : 0;
    return best;
}

std::vector<Recognised> recognise(std::span<const TraceSample> samples) {
    std::vector<Recognised> all;
    for (const Bout& bout : bouts(samples)) {
        all.push_back(recognise(figures_of(samples, bout)));
        all.back().begin_s = samples[bout.begin].t_s;
        all.back().end_s = samples[bout.end - 1].t_s;
    }
    return all;
}

bool leaves_the_skin(std::string_view technique) {
    constexpr double blows_hz = 0.4; // hand over hand comes down more seldom
    const auto* const row = std::ranges::find(rows, technique, &Row::name);
    return row != rows.end() && row->touch_hz.low >= blows_hz;
}

std::vector<std::string_view> recognised_techniques() {
    std::vector<std::string_view> names;
    for (const Row& row : rows) {
        names.push_back(row.name);
    }
    return names;
}

} // namespace tactus::strokes
