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
constexpr float hover_n = 0;        // between blows the hand is over the skin
constexpr float return_pace = 1.8F; // a light way back is faster
constexpr float slow_stretch_s = 9; // to the barrier of the neck at 4 degrees a second

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
    Hand(const Recipe& recipe, const Skill& skill, std::uint64_t seed, const BodyScale& scale)
        : recipe_(recipe), skill_(skill), seed_(seed), scale_(scale) {}

    void perform(Side side, int turn, double begin_s, double duration_s, std::vector<PerformedRow>& out) {
        const bool other = turn == 1;
        sense_ = other && recipe_.pair == Pair::opposed ? -1.0F : 1.0F;
        const double offset_s = other && recipe_.pair == Pair::alternate ? 0.5 * period_s() : 0;
        Cycle cycle{.begin_s = begin_s + offset_s};
        next(cycle);
        const auto first = static_cast<std::uint64_t>(std::ceil(cycle.begin_s / row_s));
        const double end_s = begin_s + duration_s;
        duration_s_ = static_cast<float>(duration_s);
        for (std::uint64_t row = first; static_cast<double>(row) * row_s < end_s; ++row) {
            const double t_s = static_cast<double>(row) * row_s;
            while (t_s >= cycle.begin_s + cycle.period_s) {
                cycle.begin_s += cycle.period_s;
                next(cycle);
            }
            const auto phase = static_cast<float>((t_s - cycle.begin_s) / cycle.period_s);
            const float edge = math::smoothstep(0, skill_.ramp_s * .4F, static_cast<float>(t_s - begin_s)) *
                               math::smoothstep(0, .3F, static_cast<float>(end_s - t_s));
            PerformedRow one = at(phase, cycle, static_cast<float>(t_s - begin_s));
            if (one.force_n < 0) {
                continue; // a gap in the rows is a lifted hand
            }
            one.t_s = t_s;
            one.hand = side;
            one.force_n *= recipe_.way == Way::pulse ? 1.0F : edge;
            if (other && recipe_.pair == Pair::mirrored) {
                one.u = -one.u;
            }
            out.push_back(one);
        }
    }

private:
    [[nodiscard]] double period_s() const {
        switch (recipe_.way) {
        case Way::still:
        case Way::stretch:
            return 2;
        case Way::line:
            return recipe_.pair == Pair::alternate
                       ? 2.0 * recipe_.size_m / recipe_.speed_m_s
                       : recipe_.size_m / recipe_.speed_m_s * (1 + 1 / return_pace);
        case Way::rib:
            return 1.5 * recipe_.size_m / recipe_.speed_m_s;
        default:
            return 1.0 / recipe_.rate_hz;
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
        Vec2 off_m(cycle.aside_m * (recipe_.size_m > .02 ? 1.0F : 0.1F), 0);
        float force = recipe_.force_n.f();
        float heading_deg = recipe_.heading_deg;
        switch (recipe_.way) {
        case Way::still:
            break;
        case Way::line: {
            const float loaded = recipe_.pair == Pair::alternate ? 0.62F : 1 / (1 + 1 / return_pace);
            const bool up = phase < loaded;
            const float along = up ? phase / loaded : 1 - (phase - loaded) / (1 - loaded);
            off_m.y = -recipe_.size_m.f() * along;
            force = up ? recipe_.force_n.f() : recipe_.return_n;
            if (!up && recipe_.pair == Pair::alternate) {
                force = -1;
            }
            break;
        }
        case Way::rib:
            off_m.x += recipe_.size_m.f() * std::min(1.0F, phase * 1.5F);
            force = phase < 1 / 1.5F ? recipe_.force_n.f() : -1;
            break;
        case Way::circle:
            off_m += recipe_.size_m.f() * Vec2(math::cos(turn * phase), math::sin(turn * phase));
            force = math::mix(recipe_.return_n, recipe_.force_n.f(), .5F + .5F * math::sin(turn * phase));
            off_m.y -= 0.006F * since_s;
            break;
        case Way::sweep:
            off_m.x +=
                sense_ * recipe_.size_m.f() * math::sin(turn * phase) * math::smoothstep(0, .3F, since_s);
            break;
        case Way::pulse:
            force = phase < recipe_.duty
                        ? recipe_.force_n.f() * math::sin(static_cast<float>(math::pi) * phase / recipe_.duty)
                        : hover_n;
            break;
        case Way::oscillate:
            force = math::mix(recipe_.return_n, recipe_.force_n.f(), .5F + .5F * math::sin(turn * phase));
            break;
        case Way::stretch:
            force *= along_stretch(since_s);
            break;
        case Way::carry:
            heading_deg = 360 * phase - 180;
            break;
        }
        const float tremor = 1 + skill_.tremor * math::sin(turn * 2.5F * since_s);
        return {.tool = recipe_.tool,
                .u = recipe_.place.x + off_m.x / scale_.across_m,
                .v = recipe_.place.y + off_m.y / scale_.along_m,
                .force_n = force < 0 ? -1 : force * cycle.force * tremor,
                .angle_deg = heading_deg,
                .event = {},
                .grip = recipe_.tool == ToolKind::pincer ? .7F : 0.0F,
                .oil = recipe_.oil,
                .lift = recipe_.lift,
                .hold = recipe_.hold};
    }

    /// A slow way to the barrier, a wait, a slower way back than a person who lets go.
    [[nodiscard]] float along_stretch(float since_s) const {
        const float rise_s = std::min(.55F * duration_s_, slow_stretch_s) / static_cast<float>(skill_.pace);
        const float back_s = std::min(.25F * duration_s_, .4F * slow_stretch_s);
        return math::clamp01(since_s / rise_s) * math::clamp01((duration_s_ - .2F - since_s) / back_s);
    }

    const Recipe& recipe_;
    const Skill& skill_;
    std::uint64_t seed_;
    BodyScale scale_;
    float duration_s_ = 0;
    float sense_ = 1; ///< of a sweep: -1 against the other hand
    std::uint64_t drawn_ = 0;
};

} // namespace

std::vector<PerformedRow> perform(const Recipe& recipe, Quality quality, std::uint64_t seed,
                                  const BodyScale& scale, BoutTime when) {
    const Skill skill = skill_of(quality);
    const auto [begin_s, duration_s] = when;
    std::vector<PerformedRow> rows;
    Hand(recipe, skill, seed, scale).perform(Side::right, 0, begin_s, duration_s, rows);
    if (recipe.pair != Pair::one) {
        Recipe second = recipe;
        if (recipe.pair == Pair::opposed) { // beside it, a hand's breadth nearer the head, the other way
            second.place.y -= 0.12F / scale.along_m;
        } else if (recipe.pair == Pair::alternate && recipe.way != Way::line) {
            second.place.y -= 0.13F / scale.along_m;
        } else if (recipe.pair == Pair::braced) {
            second.hold = contact::Hold::shoulder;
            second.heading_deg = 180;
            second.place = {.7F, .1F};
        }
        Hand(second, skill, recipe.pair == Pair::mirrored ? seed : seed + 7, scale)
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
