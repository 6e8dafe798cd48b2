#include "sim/drills/performer.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::drills {

namespace {

constexpr double performed_row_s = 1.0 / 60;
constexpr float tremor_hz = 2.5F; // a tense hand; physiological tremor is faster and smaller
constexpr std::array<float, 2> wander_hz{.45F, 1.1F}; // slower than a tremor, faster than a stroke
constexpr std::array<float, 5> jerk_hz{1.5F, 2.2F, 2.9F, 3.7F,
                                       4.6F}; // sub-movements, up to half SPARC's band
constexpr float ramp_share = 0.15F;           // of a stroke, to gain its speed and to lose it
constexpr float hardest_palm_n = 72;          // a palm at arm's length from the table gives no more
// Of its way that a stroke is begun for before the next step is called; a strip cut short is none.
constexpr double least_share = 0.4;
constexpr double least_strip_share = 0.8;
constexpr float narrow_spread = 0.3F; // of a palm's from stroke to stroke: a thumb is so much narrower
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

/// Sine of a wave of this rate and phase, the phase in turns.
float wave(float hz, float phase, float since_s) {
    return math::sin(2 * static_cast<float>(math::pi) * (hz * since_s + phase));
}

std::uint64_t row_at(double t_s) {
    return static_cast<std::uint64_t>(std::ceil(t_s / performed_row_s - 1e-9));
}

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
    // The bots of facts 10: bias and log-SD of force, plateau CV, SPARC, period CV, breaks, node; speed in
    // the band .55, .75, .93, hold error .5, .3, .12. A log-SD is that of the plateaus and of the wander
    // together; SPARC's distance from the bell's -1.4 is the loss against an even stroke, brought about by
    // the jerk. A broad hand misses its lane by as much as a finger its point, half of it (by its square)
    // each time alike. Between two hands 6, 15 and 30 %: good, fair and poor of facts 8.2 (design).
    case Quality::expert: // 1.0, .18, .11, -1.6, .08, 0, 8 mm
        return {.force_spread = .11F,
                .force_wander = .14F,
                .uneven_hands = .06F,
                .period_spread = .08F,
                .lane_shift = .027F,
                .lane_spread = .027F,
                .tremor = .03F,
                .jerk = .11F,
                .aim_error_m = .008F,
                .hold_error = .12F,
                .hold_sway = .15F};
    case Quality::middle: // 1.2, .30, .22, -2.1, .16, 2, 15 mm
        return {.force_bias = 1.2F,
                .force_spread = .22F,
                .force_wander = .20F,
                .uneven_hands = .15F,
                .period_spread = .16F,
                .pace = 1.3F,
                .lane_shift = .05F,
                .lane_spread = .05F,
                .tremor = .08F,
                .jerk = .18F,
                .return_n = 6,
                .ramp_s = .6F,
                .aim_error_m = .015F,
                .hold_error = .3F,
                .hold_sway = .30F,
                .lifts = 2,
                .asks_every = 2};
    case Quality::novice: // 1.6, .45, .35, -2.8, .26, 3, 24 mm
        return {.force_bias = 1.6F,
                .force_spread = .35F,
                .force_wander = .28F,
                .uneven_hands = .30F,
                .period_spread = .26F,
                .pace = 1.45F,
                .lane_shift = .08F,
                .lane_spread = .08F,
                .tremor = .15F,
                .jerk = .34F,
                .return_n = 12,
                .ramp_s = .4F,
                .aim_error_m = .024F,
                .hold_error = .5F,
                .hold_sway = .47F,
                .lifts = 3,
                .searches = false,
                .asks_every = 0};
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
            .asks_every = 0};
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
    int lifted = 0;
    const double least = contact::broad(lanes.tool) ? least_share : least_strip_share;
    const double between_lifts_s = (lanes.end_s - lanes.begin_s) / std::max(1, skill_.lifts);
    while (t_s < lanes.end_s) {
        const auto period =
            static_cast<double>(std::max(0.4F, 1 + skill_.period_spread * draw(1)) / skill_.pace);
        Cycle cycle{.begin_s = t_s, .up_s = lanes.up_s * period, .back_s = lanes.back_s * period};
        cycle.force_n = std::min(hardest_palm_n, force_at(t_s + 0.5 * cycle.up_s) * skill_.force_bias *
                                                     math::exp(skill_.force_spread * draw(2)));
        const auto [shift_u, spread_u] = off_lane(lanes.tool);
        const float lane_u = lanes.lane_u[cycles_ % lanes.lane_u.size()];
        const float outward = lane_u < 0 ? -1.0F : 1.0F;
        cycle.lane_u = lane_u + outward * shift_u + spread_u * draw(3);
        ++cycles_;
        cycle.number = cycles_;
        cycle.lifts =
            lifted < skill_.lifts && t_s + cycle.up_s >= lanes.begin_s + (lifted + .5) * between_lifts_s;
        lifted += cycle.lifts ? 1 : 0;
        const double end_s = t_s + cycle.up_s + cycle.back_s;
        cycle.last = end_s + least * cycle.up_s > lanes.end_s;
        cycle.share = std::min(1.0, (lanes.end_s - t_s) / cycle.up_s);
        if (cycle.share < least) {
            return; // no room for another stroke
        }
        cycle.up_s *= cycle.share;
        add_cycle(lanes, cycle);
        t_s = end_s;
    }
}

void Performer::add_cycle(const Lanes& lanes, const Cycle& cycle) {
    const double end_s = std::min(lanes.end_s, cycle.begin_s + cycle.up_s + (cycle.last ? 0 : cycle.back_s));
    const bool first = cycle.begin_s == lanes.begin_s;
    for (std::uint64_t row = row_at(cycle.begin_s); static_cast<double>(row) * performed_row_s < end_s;
         ++row) {
        const double t_s = static_cast<double>(row) * performed_row_s;
        const auto since = static_cast<float>(t_s - cycle.begin_s);
        const bool up = since < static_cast<float>(cycle.up_s);
        const float along = up ? since / static_cast<float>(cycle.up_s)
                               : (since - static_cast<float>(cycle.up_s)) / static_cast<float>(cycle.back_s);
        // A tremor goes to and fro along the way; it must not run past the ends.
        const float way = math::clamp01(even_way(along) + 0.1F * tremble(t_s) * along * (1 - along) +
                                        jerked(cycle, since, up ? cycle.up_s : cycle.back_s, along));
        if (!up && cycle.lifts && along > 0.3F && along < 0.85F) {
            continue; // a gap in the rows is a lifted hand
        }
        const float out = up ? 0 : lanes.flank_u * math::sin(static_cast<float>(math::pi) * even_way(along));
        const float u = cycle.lane_u + (cycle.lane_u < 0 ? -out : out);
        const float v_to = math::mix(lanes.v_from, lanes.v_to, static_cast<float>(cycle.share));
        const float v = up ? math::mix(lanes.v_from, v_to, way) : math::mix(v_to, lanes.v_from, way);
        for (const contact::Side hand : lanes.hands) {
            const float sign = lanes.hands.size() == 2 && hand == contact::Side::left ? -1.0F : 1.0F;
            const float weight = up ? wandering(cycle, hand, since) : skill_.return_n;
            const float alike = lanes.hands.size() == 2 ? math::exp(sign * 0.5F * skill_.uneven_hands) : 1;
            const float force = alike * weight * (1 + tremble(t_s));
            add({.t_s = t_s,
                 .hand = hand,
                 .tool = lanes.tool,
                 .u = sign * u,
                 .v = v,
                 .force_n = up ? between_turns(cycle, {force, first}, since) : force,
                 .event = {},
                 .oil = lanes.oil});
        }
    }
}

float Performer::phase(const Cycle& cycle, std::uint64_t wave) const {
    constexpr std::uint64_t phases = 5;
    constexpr std::uint64_t waves_a_cycle = 16;
    return math::random_unit(seed_, phases, cycle.number * waves_a_cycle + wave);
}

float Performer::wandering(const Cycle& cycle, contact::Side hand, float since_s) const {
    constexpr std::uint64_t waves_a_hand = wander_hz.size() + jerk_hz.size();
    float sum = 0;
    for (std::uint64_t k = 0; k < wander_hz.size(); ++k) {
        sum += wave(wander_hz[k], phase(cycle, static_cast<std::uint64_t>(hand) * waves_a_hand + k), since_s);
    }
    const float force_n = cycle.force_n * math::exp(skill_.force_wander * sum);
    return std::min(force_n, std::max(cycle.force_n, hardest_palm_n));
}

float Performer::jerked(const Cycle& cycle, float since_s, double length_s, float along) const {
    const float whole = math::smoothstep(0, ramp_share, along) * math::smoothstep(0, ramp_share, 1 - along);
    float sum = 0;
    for (std::uint64_t k = 0; k < jerk_hz.size(); ++k) {
        const float radians_s = 2 * static_cast<float>(math::pi) * jerk_hz[k];
        sum += wave(jerk_hz[k], phase(cycle, wander_hz.size() + k), since_s) / radians_s;
    }
    return skill_.jerk * whole * sum / static_cast<float>(length_s);
}

Performer::OffLane Performer::off_lane(contact::ToolKind tool) const {
    if (contact::broad(tool)) {
        return {.shift_u = skill_.lane_shift, .spread_u = skill_.lane_spread};
    }
    return {.shift_u = skill_.aim_error_m / half_biacromial_m,
            .spread_u = narrow_spread * skill_.lane_spread};
}

Performer::Spot Performer::aimed(Spot spot) const {
    const float off_u = skill_.aim_error_m / half_biacromial_m;
    spot.u += spot.u < 0 ? -off_u : off_u;
    return spot;
}

float Performer::between_turns(const Cycle& cycle, Weight weight, float since_s) const {
    const float rest = weight.first ? 0 : skill_.return_n;
    const float end = cycle.last ? 0 : skill_.return_n;
    const auto left = static_cast<float>(cycle.up_s) - since_s;
    const float force = rest + (weight.force_n - rest) * math::smoothstep(0, skill_.ramp_s, since_s);
    return end + (force - end) * math::smoothstep(0, skill_.ramp_s, left);
}

void Performer::search(const Spot& spot, float force_n) {
    constexpr float sweep_m = 0.015F; // to each side of the band, at two to four centimetres a second
    constexpr float sweep_hz = 0.35F;
    const Spot at = aimed(spot);
    const float reach_u = skill_.searches ? sweep_m / half_biacromial_m : 0;
    for (std::uint64_t row = row_at(at.begin_s); static_cast<double>(row) * performed_row_s < at.end_s;
         ++row) {
        const double t_s = static_cast<double>(row) * performed_row_s;
        const auto since = static_cast<float>(t_s - at.begin_s);
        const float left = static_cast<float>(at.end_s - at.begin_s) - since;
        const float swing =
            math::sin(2 * static_cast<float>(math::pi) * sweep_hz * since) * math::smoothstep(0, 0.8F, left);
        add({.t_s = t_s,
             .tool = at.tool,
             .u = at.u + reach_u * swing,
             .v = at.v,
             .force_n =
                 skill_.force_bias * force_n * math::smoothstep(0, skill_.ramp_s, since) * (1 + tremble(t_s)),
             .event = {}});
    }
}

void Performer::hold(const Spot& spot, HoldForce force, float hold_s, float ramp_s) {
    constexpr float sway_hz = 0.5F;
    const float ramp =
        ramp_s * skill_.ramp_s / 0.9F; // the good student's time, in the measure of the others' haste
    const Spot at = aimed(spot);
    const double end_s =
        std::min(at.end_s, at.begin_s + static_cast<double>(hold_s * (1 - skill_.hold_error) + 2 * ramp));
    const float weight = skill_.force_bias * math::exp(skill_.force_spread * draw(4));
    for (std::uint64_t row = row_at(at.begin_s); static_cast<double>(row) * performed_row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * performed_row_s;
        const auto since = static_cast<float>(t_s - at.begin_s);
        const float left = static_cast<float>(end_s - at.begin_s) - since;
        const float target = math::mix(force.from_n, force.to_n * weight, math::clamp01(since / ramp));
        const float sway = skill_.hold_sway * math::sin(2 * static_cast<float>(math::pi) * sway_hz * since);
        add({.t_s = t_s,
             .tool = at.tool,
             .u = at.u,
             .v = at.v,
             .force_n = target * math::clamp01(left / ramp) * (1 + tremble(t_s) + sway),
             .event = {}});
    }
}

void Performer::add(std::span<const PerformedRow> rows) {
    rows_.insert(rows_.end(), rows.begin(), rows.end());
}

void Performer::press_along_spine(double begin_s, double end_s, float force_n) {
    constexpr float up_and_down_hz = 0.12F;
    for (std::uint64_t row = row_at(begin_s); static_cast<double>(row) * performed_row_s < end_s; ++row) {
        const double t_s = static_cast<double>(row) * performed_row_s;
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

void Performer::mark(const Spot& spot) {
    const Spot at = aimed(spot);
    constexpr double before_end_s = .1;
    events_.emplace_back(at.end_s - before_end_s,
                         "mark " + authoring::number_text(at.u) + " " + authoring::number_text(at.v));
}

void Performer::event(double t_s, std::string text) {
    if (text == "check_in" && (skill_.asks_every == 0 || questions_++ % skill_.asks_every != 0)) {
        return;
    }
    events_.emplace_back(t_s, std::move(text));
}

std::vector<PerformedRow> Performer::rows() {
    std::ranges::stable_sort(rows_, {}, &PerformedRow::t_s);
    for (std::pair<double, std::string>& event : events_) {
        const auto later = std::ranges::find_if(
            rows_, [&](const PerformedRow& row) { return row.t_s >= event.first && row.event.empty(); });
        if (later != rows_.end()) {
            later->event = std::move(event.second);
        }
    }
    return std::move(rows_);
}

} // namespace tactus::drills
