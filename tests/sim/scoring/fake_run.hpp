#pragma once
/// A run as an ideal tissue would report it: the force asked is the force found, under a round footprint.
/// Lets the tests of marking say what a hand did without solving any tissue.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/evaluate.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace tactus::testing {

/// A man of average build with an active LS1 on the right; built once for the whole test program.
inline const anatomy::Anatomy& test_anatomy() {
    static const anatomy::Anatomy body =
        anatomy::make_anatomy({}, std::vector<anatomy::TriggerPointChoice>{
                                      {.site = "LS1", .right = true, .activity = anatomy::Activity::active}});
    return body;
}

/// Where a hand is and how hard it presses at one moment.
struct FakeHand {
    float u = 0;
    float v = 0;
    float force_n = 0;
    contact::ToolKind tool = contact::ToolKind::palm;
};

class FakeRun {
public:
    FakeRun() {
        trace.dose_pa_s.assign(
            static_cast<std::size_t>(anatomy::SkinGrid::field_columns) * anatomy::SkinGrid::field_rows, 0);
        const anatomy::SkinGrid& skin = test_anatomy().skin;
        for (int row = 0; row < anatomy::SkinGrid::field_rows; ++row) {
            for (int column = 0; column < anatomy::SkinGrid::field_columns; ++column) {
                const Vec2 place = anatomy::spine_coordinates(
                    skin, {static_cast<float>(2 * column), static_cast<float>(2 * row)});
                places_m_.emplace_back(place.x * skin.half_biacromial_m, place.y * skin.spine_length_m);
            }
        }
    }

    /// One sample of 1/120 s.
    void add(const std::array<std::optional<FakeHand>, 2>& hands, float discomfort = 2, float guarding = 0) {
        const anatomy::SkinGrid& skin = test_anatomy().skin;
        strokes::TraceSample sample{
            .t_s = now_s(), .hands = {}, .discomfort = discomfort, .guarding = guarding};
        for (std::size_t side = 0; side < 2; ++side) {
            if (!hands[side]) {
                continue;
            }
            const FakeHand& hand = *hands[side];
            strokes::HandSample& out = sample.hands[side];
            out.present = true;
            out.touching = hand.force_n > 0;
            out.tool = hand.tool;
            out.force_n = hand.force_n;
            out.u = hand.u;
            out.v = hand.v;
            out.place_m = {hand.u * skin.half_biacromial_m, hand.v * skin.spine_length_m};
            if (!trace.samples.empty() && trace.samples.back().hands[side].present) {
                out.velocity_m_s = (out.place_m - trace.samples.back().hands[side].place_m) /
                                   static_cast<float>(strokes::trace_interval_s);
            }
            press(hand, out);
        }
        trace.samples.push_back(sample);
    }

    [[nodiscard]] double now_s() const {
        return static_cast<double>(trace.samples.size()) * strokes::trace_interval_s;
    }

    strokes::ContactTrace trace;

private:
    /// Pressure falls off as a paraboloid over the footprint: half of a palm is 44 mm across and 58 mm along.
    void press(const FakeHand& hand, strokes::HandSample& out) {
        const bool palm = hand.tool == contact::ToolKind::palm;
        const Vec2 half = palm ? Vec2(0.044F, 0.058F) : Vec2(0.011F, 0.011F);
        const float peak_pa = 2 * hand.force_n / (3.14159F * half.x * half.y);
        constexpr int grid = 9;
        constexpr int middle = grid / 2;
        float sum = 0;
        std::array<float, anatomy::region_count> loads{};
        for (int k = 0; k < grid * grid; ++k) {
            const int row = k / grid;
            const Vec2 at(static_cast<float>(k % grid - middle) / middle,
                          static_cast<float>(row - middle) / middle);
            const float weight = std::max(0.0F, 1 - at.x * at.x - at.y * at.y);
            sum += weight;
            const anatomy::SkinGrid& skin = test_anatomy().skin;
            const float u = hand.u + at.x * half.x / skin.half_biacromial_m;
            const float v = hand.v + at.y * half.y / skin.spine_length_m;
            for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
                loads[static_cast<std::size_t>(box.region)] += anatomy::contains(box, u, v) ? weight : 0;
            }
        }
        for (std::size_t r = 0; r < loads.size(); ++r) {
            out.region_load_n[r] = hand.force_n * loads[r] / sum;
        }
        if (trace.samples.size() % 4 != 0) {
            return; // the dose map at 30 Hz is fine enough for a moving palm
        }
        for (std::size_t k = 0; k < places_m_.size(); ++k) {
            const Vec2 away = (places_m_[k] - out.place_m) / half;
            const float share = 1 - away.x * away.x - away.y * away.y;
            trace.dose_pa_s[k] +=
                share > 0 ? static_cast<double>(peak_pa) * share * 4 * strokes::trace_interval_s : 0;
        }
    }

    std::vector<Vec2> places_m_;
};

/// Speed-limited smooth way: 0 at t = 0, 1 at t = 1, flat ends over a fifth of the time.
inline float smooth_way(float t) {
    const float ramp = 0.15F;
    const float top = 1 / (1 - ramp);
    const auto area = [&](float x) { // integral of the smoothstep ramp
        const float s = x / ramp;
        return ramp * (s * s * s - 0.5F * s * s * s * s);
    };
    t = std::clamp(t, 0.0F, 1.0F);
    if (t < ramp) {
        return top * area(t);
    }
    if (t > 1 - ramp) {
        return 1 - top * area(1 - t);
    }
    return top * (0.5F * ramp + t - ramp);
}

} // namespace tactus::testing
