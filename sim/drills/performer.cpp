#include "sim/drills/performer.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::drills {

namespace {

constexpr double row_s = 1.0 / 60;
constexpr float tremor_hz = 2.5F;    // a tense hand; physiological tremor is faster and smaller
constexpr float ramp_share = 0.15F;  // of a stroke, to gain its speed and to lose it
constexpr float hardest_palm_n = 72; // a palm at arm's length from the table gives no more
constexpr float half_biacromial_m =
    0.208F; // of the average man (facts 4.1): the simulated student aims by eye

/// Way of an even stroke with smooth ends: 0 at 0, 1 at 1.
float even_way(float t) {
    const float top = 1 / (1 - ramp_share);
    const auto ramped = [](float x) { // integral of a smoothstep speed
        const float s = x / ramp_share;
        return ramp_share * (s * s * s - 0.5F * s * s * s * s);
    };
    if (t <= ramp_share) {
        return top * ramped(std::max(0.0F, t));
    }
    if (t >= 1 - ramp_share) {
        return 1 - top * ramped(std::max(0.0F, 1 - t));
    }
    return top * (0.5F * ramp_share + t - ramp_share);
}

std::uint64_t row_at(double t_s) { return static_cast<std::uint64_t>(std::ceil(t_s / row_s - 1e-9)); }

} // namespace

Skill skill_of(Quality quality) {
    switch (quality) {
    case Quality::ideal:
        return {.force_spread = .02F, .period_spread = .01F, .lane_spread = .005F, .tremor = .005F};
    case Quality::good: // period CV under 10 %, force CV about 10 %
        return {.force_spread = .07F,
                .period_spread = .04F,
                .lane_spread = .015F,
                .tremor = .02F,
                .aim_error_m = .005F};
    case Quality::fair: // 10-20 %
        return {.force_bias = 1.15F,
                .force_spread = .20F,
                .period_spread = .16F,
                .pace = 1.45F,
                .lane_shift = .06F,
                .lane_spread = .04F,
                .tremor = .08F,
                .return_n = 8,
                .ramp_s = .5F,
                .aim_error_m = .013F,
                .lifts = 3};
    case Quality::poor: // over 20 %, hurried, off target
        break;
    }
    return {.force_bias = 1.5F,
            .force_spread = .45F,
            .period_spread = .28F,
            .pace = 1.8F,
            .lane_shift = .20F,
            .lane_spread = .10F,
            .tremor = .15F,
            .return_n = 15,
            .ramp_s = .35F,
            .aim_error_m = .024F,
            .lifts = 4,
            .searches = false,
            .asks = false};
}

float Performer::draw(std::uint64_t stream) { return math::random_normal(seed_, stream, drawn_++); }

float Performer::tremble(double t_s) const {
    return skill_.tremor * math::sin(2 * static_cast<float>(math::pi) * tremor_hz * static_cast<float>(t_s));
}

void Performer::add(PerformedRow row) {
    row.force_n = std::max(0.0F, row.force_n);
    rows_.push_back(std::move(row));
}

void Performer::stroke(const Lanes& lanes, const std::function<float(double)>& force_at) {
    double t_s = lanes.begin_s;
    const int lift_every = skill_.lifts > 0 ? std::max(1, 8 / skill_.lifts) : 0;
    while (t_s < lanes.end_s) {
        const auto period =
            static_cast<double>(std::max(0.4F, 1 + skill_.period_spread * draw(1)) / skill_.pace);
        Cycle cycle{.begin_s = t_s, .up_s = lanes.up_s * period, .back_s = lanes.back_s * period};
        cycle.force_n = std::min(hardest_palm_n, force_at(t_s + 0.5 * cycle.up_s) * skill_.force_bias *
                                                     math::exp(skill_.force_spread * draw(2)));
        cycle.shift_u = skill_.lane_shift + skill_.lane_spread * draw(3);
        ++cycles_;
        cycle.lifts = lift_every > 0 && cycles_ % static_cast<std::uint64_t>(lift_every) == 0;
        const double end_s = t_s + cycle.up_s + cycle.back_s;
        cycle.last = end_s + 0.5 * cycle.up_s > lanes.end_s;
        if (t_s + 0.8 * cycle.up_s > lanes.end_s) {
            return; // no room for another stroke
        }
        add_cycle(lanes, cycle);
        t_s = end_s;
    }
}

void Performer::add_cycle(const Lanes& lanes, const Cycle& cycle) {
    const double end_s = std::min(lanes.end_s, cycle.begin_s + cycle.up_s + (cycle.last ? 0 : cycle.back_s));
    const bool first = cycle.begin_s == lanes.begin_s;
    for (std::uint64_t row = row_at(cycle.begin_s); static_cast<double>(row) * row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * row_s;
        const auto since = static_cast<float>(t_s - cycle.begin_s);
        const bool up = since < static_cast<float>(cycle.up_s);
        const float along = up ? since / static_cast<float>(cycle.up_s)
                               : (since - static_cast<float>(cycle.up_s)) / static_cast<float>(cycle.back_s);
        // A tremor goes to and fro along the way; it must not run past the ends.
        const float way = math::clamp01(even_way(along) + 0.1F * tremble(t_s) * along * (1 - along));
        const float loaded = cycle.force_n * (1 + tremble(t_s));
        float force = skill_.return_n * (1 + tremble(t_s));
        if (up) {
            const float rest = first ? 0 : skill_.return_n;
            const float end = cycle.last ? 0 : skill_.return_n;
            const auto left = static_cast<float>(cycle.up_s) - since;
            force = rest + (loaded - rest) * math::smoothstep(0, skill_.ramp_s, since);
            force = end + (force - end) * math::smoothstep(0, skill_.ramp_s, left);
        } else if (cycle.lifts && along > 0.3F && along < 0.85F) {
            continue; // a gap in the rows is a lifted hand
        }
        const float out = up ? 0 : lanes.flank_u * math::sin(static_cast<float>(math::pi) * even_way(along));
        const float u = lanes.lane_u + cycle.shift_u + out;
        const float v = up ? lanes.v_high + (lanes.v_low - lanes.v_high) * way
                           : lanes.v_low + (lanes.v_high - lanes.v_low) * way;
        for (const contact::Side hand : lanes.hands) {
            const float sign = lanes.hands.size() == 2 && hand == contact::Side::left ? -1.0F : 1.0F;
            add({.t_s = t_s, .hand = hand, .u = sign * u, .v = v, .force_n = force, .event = {}});
        }
    }
}

void Performer::search(double begin_s, double end_s, float u, float v, float force_n) {
    constexpr float sweep_m = 0.015F; // to each side of the band, at two to four centimetres a second
    constexpr float sweep_hz = 0.35F;
    const float reach_u = skill_.searches ? sweep_m / half_biacromial_m : 0;
    for (std::uint64_t row = row_at(begin_s); static_cast<double>(row) * row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * row_s;
        const auto since = static_cast<float>(t_s - begin_s);
        const float left = static_cast<float>(end_s - begin_s) - since;
        const float swing =
            math::sin(2 * static_cast<float>(math::pi) * sweep_hz * since) * math::smoothstep(0, 0.8F, left);
        add({.t_s = t_s,
             .tool = contact::ToolKind::thumb,
             .u = u + skill_.aim_error_m / half_biacromial_m + reach_u * swing,
             .v = v,
             .force_n =
                 skill_.force_bias * force_n * math::smoothstep(0, skill_.ramp_s, since) * (1 + tremble(t_s)),
             .event = {}});
    }
}

void Performer::hold(double begin_s, double end_s, float u, float v, HoldForce force) {
    const float slow =
        skill_.ramp_s / 0.9F; // the good student's four seconds, in the measure of the others' haste
    const float ramp_s = 4 * slow;
    const float error_u = skill_.aim_error_m / half_biacromial_m;
    for (std::uint64_t row = row_at(begin_s); static_cast<double>(row) * row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * row_s;
        const auto since = static_cast<float>(t_s - begin_s);
        const float left = static_cast<float>(end_s - begin_s) - since;
        const float rise = math::clamp01(since / ramp_s);
        const float wanted = force.from_n + (force.to_n * skill_.force_bias - force.from_n) * rise;
        add({.t_s = t_s,
             .tool = contact::ToolKind::thumb,
             .u = u + error_u,
             .v = v,
             .force_n = wanted * math::clamp01(left / ramp_s) * (1 + tremble(t_s)),
             .event = {}});
    }
}

void Performer::press_along_spine(double begin_s, double end_s, float force_n) {
    constexpr float up_and_down_hz = 0.12F;
    for (std::uint64_t row = row_at(begin_s); static_cast<double>(row) * row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * row_s;
        const auto since = static_cast<float>(t_s - begin_s);
        const float phase = math::sin(2 * static_cast<float>(math::pi) * up_and_down_hz * since);
        add({.t_s = t_s,
             .tool = contact::ToolKind::thumb,
             .u = 0.015F * phase,
             .v = 0.55F + 0.35F * phase,
             .force_n = force_n * math::smoothstep(0, 0.6F, since),
             .event = {}});
    }
}

void Performer::event(double t_s, std::string text) {
    if (!skill_.asks) {
        return;
    }
    const auto later = std::ranges::find_if(rows_, [&](const PerformedRow& row) { return row.t_s >= t_s; });
    if (later != rows_.end()) {
        later->event = std::move(text);
    }
}

std::vector<PerformedRow> Performer::rows() {
    std::ranges::stable_sort(rows_, {}, &PerformedRow::t_s);
    return std::move(rows_);
}

} // namespace tactus::drills
