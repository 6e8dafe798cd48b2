#pragma once
/// A hand on a client without the tissue between: reports as the solver would make them.

#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/physiology/physiology.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>
#include <vector>

namespace tactus::tests {

/// What one hand does for a while.
struct Press {
    contact::ToolKind tool = contact::ToolKind::palm;
    float u = 0.2F;
    float v = 0.9F;
    float force_n = 20;
    float speed_m_s = 0;
    float friction = 0.2F;
    float oil = 0;
};

/// Facts 2.3: 65 cm2 of palm, 3.5 cm2 of thumb; facts 5.7: p95 = 2.0 and 1.5 times the mean.
inline float area_m2(contact::ToolKind tool) { return tool == contact::ToolKind::palm ? 65e-4F : 3.5e-4F; }

inline float peak_factor(contact::ToolKind tool) { return tool == contact::ToolKind::palm ? 2.0F : 1.5F; }

inline contact::ContactReport report_of(const Press& press) {
    contact::ContactReport report;
    report.touching = press.force_n > 0;
    report.commanded_force_n = press.force_n;
    report.force_n = press.force_n;
    report.area_m2 = area_m2(press.tool);
    report.mean_pressure_pa = press.force_n / report.area_m2;
    report.p95_pa = peak_factor(press.tool) * report.mean_pressure_pa;
    report.u = press.u;
    report.v = press.v;
    report.speed_m_s = press.speed_m_s;
    report.slip_m_s = press.speed_m_s;
    report.shear_n = press.friction * press.force_n;
    report.points.push_back(
        {.u = press.u, .v = press.v, .pressure_pa = report.mean_pressure_pa, .area_m2 = report.area_m2});
    return report;
}

/// The body of a client; made once for each form and set of trigger points.
inline const anatomy::Anatomy& body_of(const client::Client& who) {
    static std::deque<std::pair<std::size_t, anatomy::Anatomy>> made;
    for (const auto& [points, body] : made) {
        if (points == who.trigger_points.size() && body.parameters == who.body) {
            return body;
        }
    }
    made.emplace_back(who.trigger_points.size(), anatomy::make_anatomy(who.body, who.trigger_points));
    return made.back().second;
}

/// One client with one hand (the right) on it.
class Bench {
public:
    explicit Bench(const client::Client& who, std::uint64_t seed = 1)
        : body_(body_of(who)), physiology(body_, who, seed), pressure_pa(std::size_t{97} * 129, 0.0F) {}

    /// Presses for some seconds; the skin under the hand is `patch` points in square about the place.
    void press(const Press& how, float seconds, float flow = 0) {
        contact::PosedTool tool;
        tool.kind = how.tool;
        tool.lubricant = how.oil;
        const contact::ContactReport report = report_of(how);
        const anatomy::GridPlace place = anatomy::locate(body_.skin, how.u, how.v);
        const int column = static_cast<int>(std::lround(place.column / 2));
        const int row = static_cast<int>(std::lround(place.row / 2));
        centre = static_cast<std::size_t>(row) * 97 + column;
        const int reach = how.tool == contact::ToolKind::palm ? 4 : 1;
        for (int j = -reach; j <= reach && report.touching; ++j) {
            for (int i = -reach; i <= reach; ++i) {
                pressure_pa[static_cast<std::size_t>(row + j) * 97 + column + i] = report.mean_pressure_pa;
            }
        }
        for (int k = 0; k < static_cast<int>(std::lround(seconds * 240)); ++k) {
            physiology.step({contact::ContactReport{}, report}, {std::nullopt, tool}, pressure_pa,
                            {.flow = flow});
            record();
        }
        std::fill(pressure_pa.begin(), pressure_pa.end(), 0.0F);
    }

    void rest(float seconds) {
        for (int k = 0; k < static_cast<int>(std::lround(seconds * 240)); ++k) {
            physiology.step({}, {}, pressure_pa, {});
            record();
        }
    }

    [[nodiscard]] bool said(std::string_view phrase) const {
        return std::ranges::any_of(utterances, [&](const auto& one) { return one.phrase == phrase; });
    }

    [[nodiscard]] const anatomy::Anatomy& body() const { return body_; }

private:
    void record() {
        const physiology::Utterance& now = physiology.state().utterance;
        if (now.serial != 0 && (utterances.empty() || utterances.back().serial != now.serial)) {
            utterances.push_back(now);
        }
    }

    const anatomy::Anatomy& body_;

public:
    physiology::Physiology physiology;
    std::vector<float> pressure_pa;
    std::size_t centre = 0; ///< field index of the last press
    std::vector<physiology::Utterance> utterances;
};

/// A healthy man of average build.
inline client::Client healthy() { return {}; }

/// The same with an active point in the right levator.
inline client::Client with_knot() {
    client::Client who;
    who.trigger_points = {{.site = "LS1", .right = true, .activity = anatomy::Activity::active}};
    return who;
}

} // namespace tactus::tests
