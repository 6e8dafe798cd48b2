#include "sim/cli/contact_area.hpp"

#include "sim/cli/pressing_hand.hpp"
#include "sim/math/float_mode.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::cli {
namespace {

using contact::ToolKind;

constexpr double ramp_s = 0.5;
constexpr double hold_s = 0.25; // a hand that is there to stay: flesh has given way, creep has hardly begun

constexpr double cm2 = 1e-4;

/// What counts as touched (contact_report.hpp).
constexpr float least_pressure_pa = 500;

/// Of a palm without its fingers: wrist to crease of the middle finger, and breadth over the knuckles, mean
/// man of ANSUR II (facts 2.3).
constexpr double palm_length_m = 0.1165;
constexpr double palm_breadth_m = 0.0883;
/// The wrist lies so far behind the middle of the tool, where a palm carries most (sim/hands).
constexpr double wrist_behind_m = 0.070;

constexpr PublishedArea palm{0.60 * palm_length_m * palm_breadth_m, 0.75 * palm_length_m* palm_breadth_m};

constexpr std::array<std::optional<PublishedArea>, contact::tool_kind_count> published{{
    palm, PublishedArea{3 * cm2, 4 * cm2}, // thumb
    palm,                                  // reinforced
    PublishedArea{20 * cm2, 25 * cm2},     // heel
    PublishedArea{4 * cm2, 7 * cm2},       // stacked thumbs
    PublishedArea{6 * cm2, 10 * cm2},      // fingertips
    PublishedArea{8 * cm2, 12 * cm2},      // knuckles
    PublishedArea{20 * cm2, 30 * cm2},     // fist
    PublishedArea{40 * cm2, 80 * cm2},     // forearm
    PublishedArea{2 * cm2, 4 * cm2},       // elbow
    std::nullopt,                          // pincer
    std::nullopt,                          // ulnar border
    std::nullopt,                          // cupped hand
}};

bool open_palm(ToolKind tool) { return tool == ToolKind::palm || tool == ToolKind::reinforced_palm; }

bool within_palm(const contact::PosedTool& tool, Vec3 place) {
    const Vec3 off = place - tool.centre;
    const auto ahead = static_cast<double>(glm::dot(off, tool.forward)) + wrist_behind_m;
    const auto aside =
        static_cast<double>(glm::dot(off, glm::normalize(glm::cross(tool.approach, tool.forward))));
    return ahead >= 0 && ahead <= palm_length_m && std::fabs(aside) <= 0.5 * palm_breadth_m;
}

/// Of the loaded skin, what lies within palm length and breadth, 0..1.
double share_of_palm(const PressingHand& hand) {
    double all = 0;
    double within = 0;
    for (const contact::LoadedPoint& point : hand.report().points) {
        if (point.pressure_pa > least_pressure_pa) {
            const auto area = static_cast<double>(point.area_m2);
            all += area;
            within += within_palm(hand.tool(), point.position_m) ? area : 0;
        }
    }
    return all > 0 ? within / all : 0;
}

} // namespace

bool ContactArea::grows() const {
    constexpr double full = 0.98;
    constexpr double larger = 1.2;
    const auto shrinks = [](double before, double after) { return after < full * before; };
    return std::ranges::adjacent_find(area_m2, shrinks) == area_m2.end() &&
           area_m2.back() > larger * area_m2.front();
}

std::optional<PublishedArea> published_area(ToolKind tool) {
    return published[static_cast<std::size_t>(tool)];
}

ContactArea measure_area(const anatomy::Anatomy& anatomy, ToolKind tool, tissue::Setting setting) {
    const math::FloatMode mode;
    ContactArea result{.tool = tool, .firm_n = firm_n(tool)};
    PressingHand hand(anatomy, tool, setting);
    double before_n = 0;
    for (std::size_t rung = 0; rung < load_shares.size(); ++rung) {
        const double load_n = load_shares[rung] * result.firm_n;
        const int steps = steps_in(ramp_s + hold_s);
        for (int k = 1; k <= steps; ++k) {
            hand.step(loin, before_n + (load_n - before_n) * std::min(1.0, k / (ramp_s * steps_per_second)));
        }
        before_n = load_n;
        result.area_m2[rung] = static_cast<double>(hand.report().area_m2);
        result.judged_m2[rung] = result.area_m2[rung] * (open_palm(tool) ? share_of_palm(hand) : 1);
    }
    result.reached_stop = hand.reached_stop();
    return result;
}

} // namespace tactus::cli
