#include "sim/drills/stroke_recipe.hpp"

#include "sim/drills/performer.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/random.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::drills {
namespace {

using contact::Side;
using contact::ToolKind;

constexpr double row_s = 1.0 / 120;
constexpr double bout_s = 6.2;
constexpr double bout_and_rest_s = 7.5;
constexpr float hover_n = 0;            // between blows the hand is over the skin
constexpr float return_pace = 1.8F;     // a light way back is faster
constexpr float gathering_share = .18F; // of a way along a fold, before it sets off
constexpr float slow_stretch_s = 12;    // to the barrier of the neck at 3 degrees a second

/// A cycle of a technique as this person makes it.
struct Cycle {
    double begin_s = 0;
    double period_s = 1;
    float force = 1; ///< factor
    float aside_m = 0;
};

/// One hand's stroke through its cycles.
class Hand {
public:
    Hand(const Motion& motion, const Skill& skill, std::uint64_t seed, const BodyScale& scale)
        : motion_(motion), skill_(skill), seed_(seed), scale_(scale) {}

    void perform(Side side, int turn, double begin_s, double duration_s, std::vector<PerformedRow>& out) {
        duration_s_ = static_cast<float>(duration_s);
        const bool other = turn == 1;
        sense_ = other && motion_.pair == Pair::opposed ? -1.0F : 1.0F;
        const double offset_s = other && motion_.pair == Pair::alternate ? 0.5 * period_s() : 0;
        const double start_s = begin_s + offset_s;
        Cycle cycle{.begin_s = start_s};
        next(cycle);
        const auto first = static_cast<std::uint64_t>(std::ceil(cycle.begin_s / row_s));
        const double end_s = begin_s + duration_s;
        const float haste = skill_.ramp_s / .9F; // of a good student's
        for (std::uint64_t row = first; static_cast<double>(row) * row_s < end_s; ++row) {
            const double t_s = static_cast<double>(row) * row_s;
            while (t_s >= cycle.begin_s + cycle.period_s) {
                cycle.begin_s += cycle.period_s;
                next(cycle);
            }
            const auto phase = static_cast<float>((t_s - cycle.begin_s) / cycle.period_s);
            const float edge =
                math::smoothstep(0, motion_.arrive_s * haste, static_cast<float>(t_s - start_s)) *
                math::smoothstep(0, motion_.leave_s, static_cast<float>(end_s - t_s));
            PerformedRow one = at(phase, cycle, static_cast<float>(t_s - begin_s));
            if (one.force_n < 0) {
                continue; // a gap in the rows is a lifted hand
            }
            one.t_s = t_s;
            one.hand = side;
            one.force_n *= motion_.way == Way::pulse ? 1.0F : edge;
            if (other && motion_.pair == Pair::mirrored) {
                one.u = -one.u;
            }
            out.push_back(one);
        }
    }

private:
    [[nodiscard]] double period_s() const {
        const double size_m = motion_.size_m;
        const double speed_m_s = motion_.speed_m_s;
        switch (motion_.way) {
        case Way::still:
            return 2;
        case Way::stretch: // one pull: a joint shows at once what jerks
            return 2 * static_cast<double>(duration_s_);
        case Way::line:
            return motion_.pair == Pair::alternate ? 2.0 * size_m / speed_m_s
                                                   : size_m / speed_m_s * (1 + 1 / return_pace);
        case Way::rib:
            return 1.5 * size_m / speed_m_s;
        default:
            return 1.0 / static_cast<double>(motion_.rate_hz);
        }
    }

    float draw(std::uint64_t stream) { return math::random_normal(seed_, stream, drawn_++); }

    void next(Cycle& cycle) {
        cycle.period_s = period_s() * std::max(0.5F, 1 + skill_.period_spread * draw(1)) / skill_.pace;
        cycle.force = skill_.force_bias * math::exp(skill_.force_spread * draw(2));
        cycle.aside_m = skill_.aim_error_m * draw(3);
    }

    [[nodiscard]] PerformedRow at(float phase, const Cycle& cycle, float since_s) const {
        constexpr auto turn = static_cast<float>(2 * math::pi);
        Vec2 off_m(cycle.aside_m * (motion_.size_m > .02 ? 1.0F : 0.1F), 0);
        float force = motion_.force_n;
        float heading_deg = motion_.heading_deg;
        const bool pinches = motion_.tool == ToolKind::pincer;
        float grip = 0; // of a pincer
        switch (motion_.way) {
        case Way::still:
            break;
        case Way::line: {
            const float loaded = motion_.pair == Pair::alternate ? 0.62F : 1 / (1 + 1 / return_pace);
            const bool up = phase < loaded;
            const float along = up ? phase / loaded : 1 - (phase - loaded) / (1 - loaded);
            const float gone =
                pinches ? std::max(0.0F, (along - gathering_share) / (1 - gathering_share)) : along;
            off_m.y = -motion_.size_m * (up ? gone : along);
            force = up ? motion_.force_n : motion_.return_n;
            grip = up ? math::smoothstep(0, gathering_share, along) * math::smoothstep(0, .06F, 1 - along)
                      : 0.0F;
            if (!up && motion_.pair == Pair::alternate) {
                force = -1;
            }
            break;
        }
        case Way::rib:
            off_m.x += motion_.size_m * std::min(1.0F, phase * 1.5F);
            force = phase < 1 / 1.5F ? motion_.force_n : -1;
            break;
        case Way::circle:
            off_m +=
                motion_.size_m * widened(since_s) * Vec2(math::cos(turn * phase), math::sin(turn * phase));
            force = math::mix(motion_.return_n, motion_.force_n, .5F + .5F * math::sin(turn * phase));
            off_m.y -= motion_.advance_m_s * since_s;
            break;
        case Way::sweep:
            off_m.x += sense_ * motion_.size_m * math::sin(turn * phase) * math::smoothstep(0, .3F, since_s);
            break;
        case Way::pulse:
            force = phase < motion_.duty
                        ? motion_.force_n * math::sin(static_cast<float>(math::pi) * phase / motion_.duty)
                        : hover_n;
            break;
        case Way::gather:
            grip = math::smoothstep(.1F, .45F, phase) * math::smoothstep(0, .35F, 1 - phase);
            force = math::mix(motion_.return_n, motion_.force_n,
                              math::smoothstep(0, .2F, phase) * math::smoothstep(0, .3F, 1 - phase));
            break;
        case Way::oscillate:
            force = math::mix(motion_.return_n, motion_.force_n, .5F + .5F * math::sin(turn * phase));
            break;
        case Way::stretch:
            force *= along_stretch(since_s);
            break;
        case Way::carry:
            heading_deg = 360 * phase - 180;
            break;
        }
        const float tremor = 1 + skill_.tremor * math::sin(turn * 2.5F * since_s);
        return {.tool = motion_.tool,
                .u = motion_.place.x + off_m.x / scale_.across_m,
                .v = motion_.place.y + off_m.y / scale_.along_m,
                .force_n = force < 0 ? -1 : force * cycle.force * tremor,
                .angle_deg = heading_deg,
                .event = {},
                .grip = pinches ? grip : 0.0F,
                .oil = motion_.oil,
                .lift = motion_.lift,
                .hold = motion_.hold};
    }

    /// Share of its full size that a circle has.
    [[nodiscard]] float widened(float since_s) const {
        return motion_.widen_s > 0 ? math::smoothstep(0, motion_.widen_s, since_s) : 1.0F;
    }

    /// A slow way to the barrier, a wait, as slow a way back.
    [[nodiscard]] float along_stretch(float since_s) const {
        const float rise_s = std::min(.55F * duration_s_, slow_stretch_s) / static_cast<float>(skill_.pace);
        const float back_s =
            std::min(.25F * duration_s_, .7F * slow_stretch_s) / static_cast<float>(skill_.pace);
        return barrier_force(since_s / rise_s) * barrier_force((duration_s_ - .2F - since_s) / back_s);
    }

    /// A joint gives way to little force and then hardly to any: the force that moves it evenly.
    [[nodiscard]] static float barrier_force(float way) {
        constexpr float bend = 3.5F;
        return (math::exp(bend * math::clamp01(way)) - 1) / (math::exp(bend) - 1);
    }

    const Motion& motion_;
    const Skill& skill_;
    std::uint64_t seed_;
    BodyScale scale_;
    float duration_s_ = 0;
    float sense_ = 1; ///< of a sweep: -1 against the other hand
    std::uint64_t drawn_ = 0;
};

} // namespace

Motion motion_of(const Recipe& recipe) {
    return {.tool = recipe.tool,
            .way = recipe.way,
            .pair = recipe.pair,
            .force_n = recipe.force_n.f(),
            .return_n = recipe.return_n,
            .speed_m_s = recipe.speed_m_s.f(),
            .size_m = recipe.size_m.f(),
            .rate_hz = recipe.rate_hz.f(),
            .duty = recipe.duty,
            .place = recipe.place,
            .oil = recipe.oil,
            .hold = recipe.hold,
            .heading_deg = recipe.heading_deg,
            .lift = recipe.lift,
            .advance_m_s = recipe.advance_m_s,
            .widen_s = recipe.widen_s,
            .arrive_s = .36F,
            .leave_s = .3F};
}

std::vector<PerformedRow> perform(const Recipe& recipe, Quality quality, std::uint64_t seed,
                                  const BodyScale& scale, BoutTime when) {
    return perform(motion_of(recipe), skill_of(quality), seed, scale, when);
}

std::vector<PerformedRow> perform(const Motion& motion, const Skill& skill, std::uint64_t seed,
                                  const BodyScale& scale, BoutTime when) {
    const auto [begin_s, duration_s] = when;
    std::vector<PerformedRow> rows;
    Hand(motion, skill, seed, scale).perform(Side::right, 0, begin_s, duration_s, rows);
    if (motion.pair != Pair::one) {
        Motion second = motion;
        if (motion.pair == Pair::opposed) { // beside it, a hand's breadth nearer the head, the other way
            second.place.y -= hands_apart_m / scale.along_m;
        } else if (motion.pair == Pair::alternate && motion.way != Way::line) {
            second.place.y -= hands_apart_m / scale.along_m;
        } else if (motion.pair == Pair::braced) {
            second.hold = contact::Hold::shoulder;
            second.heading_deg = 180;
            second.place = {motion.heading_deg > 0 ? -.7F : .7F, .1F};
        }
        Hand(second, skill, motion.pair == Pair::opposed || motion.pair == Pair::braced ? seed + 7 : seed,
             scale)
            .perform(Side::left, 1, begin_s, duration_s, rows);
    }
    std::ranges::stable_sort(rows, {}, &PerformedRow::t_s);
    return rows;
}

std::vector<PerformedRow> perform_routine(std::span<const Recipe* const> order, Quality quality,
                                          std::uint64_t seed, const BodyScale& scale) {
    std::vector<PerformedRow> rows;
    double begin_s = 0.5;
    for (const Recipe* recipe : order) {
        const std::vector<PerformedRow> bout = perform(*recipe, quality, seed, scale, {begin_s, bout_s});
        rows.insert(rows.end(), bout.begin(), bout.end());
        begin_s += bout_and_rest_s;
        ++seed;
    }
    return rows;
}

} // namespace tactus::drills
