#include "sim/strokes/bout.hpp"

#include "sim/strokes/stroke.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::strokes {
namespace {

constexpr double shortest_bout_s = 0.5;

/// Slower than this a hand rests: no direction can be read from it.
constexpr double moving_m_s = 0.006;

bool any_touch(const TraceSample& sample) {
    return std::ranges::any_of(sample.hands, [](const HandSample& hand) { return in_contact(hand); });
}

/// What one hand did, as sums.
class HandSums {
public:
    void take(const HandSample& hand) {
        const bool touches = in_contact(hand);
        touch_downs += touches && !touched_ ? 1 : 0;
        touched_ = touches;
        if (!touches) {
            return;
        }
        constexpr double dt = trace_interval_s;
        contact_s += dt;
        force += hand.force_n * dt;
        force_square += static_cast<double>(hand.force_n) * hand.force_n * dt;
        area += hand.area_m2 * dt;
        const auto load_s = static_cast<double>(hand.force_n) * dt;
        breadth += static_cast<double>(hand.breadth_m) * load_s;
        breadth_square += static_cast<double>(hand.breadth_m) * static_cast<double>(hand.breadth_m) * load_s;
        const double speed = way_length(hand.velocity_m_s);
        way_m += speed * dt;
        along_m += std::fabs(static_cast<double>(hand.velocity_m_s.y)) * dt;
        slip_m += hand.slip_m_s * dt;
        if (speed > moving_m_s) {
            follow(hand.velocity_m_s);
        }
    }

    /// Weighted by the force: a touch-down has few points and no shape yet.
    [[nodiscard]] double gathering() const {
        const double mean = breadth / std::max(force, 1e-9);
        return std::sqrt(std::max(0.0, breadth_square / std::max(force, 1e-9) - mean * mean)) /
               std::max(mean, 1e-4);
    }

    double contact_s = 0, force = 0, force_square = 0, area = 0;
    double breadth = 0, breadth_square = 0;
    double way_m = 0, along_m = 0, slip_m = 0;
    double turned = 0; ///< radians, signed
    double turned_all = 0;
    int touch_downs = 0;
    int reversals = 0;

private:
    /// A reversal is a motion against the way since the last one; turning adds up the angle between
    /// directions.
    void follow(Vec2 velocity) {
        if (way_length(before_) > 0) {
            const double cross = static_cast<double>(before_.x) * velocity.y - before_.y * velocity.x;
            const double dot = static_cast<double>(before_.x) * velocity.x + before_.y * velocity.y;
            const double sine = cross / (way_length(before_) * way_length(velocity));
            if (dot > 0) {
                turned += sine;
                turned_all += std::fabs(sine);
            }
        }
        before_ = velocity;
        since_ += velocity * static_cast<float>(trace_interval_s);
        if (since_.x * velocity.x + since_.y * velocity.y < 0) {
            ++reversals;
            since_ = Vec2(0);
        }
    }

    bool touched_ = false;
    Vec2 before_{0};
    Vec2 since_{0};
};

double opposing(std::span<const TraceSample> samples) {
    double product = 0;
    double size = 0;
    for (const TraceSample& sample : samples) {
        if (in_contact(sample.hands[0]) && in_contact(sample.hands[1])) {
            const Vec2 a = sample.hands[0].velocity_m_s;
            const Vec2 b = sample.hands[1].velocity_m_s;
            product += static_cast<double>(a.x) * b.x + static_cast<double>(a.y) * b.y;
            size += 0.5 * (static_cast<double>(a.x) * a.x + static_cast<double>(a.y) * a.y +
                           static_cast<double>(b.x) * b.x + static_cast<double>(b.y) * b.y);
        }
    }
    return size > 1e-9 ? -product / size : 0;
}

/// Waves of one hand's force: from a quarter above its mean to a quarter below and back.
int force_waves(std::span<const TraceSample> samples, std::size_t side, double mean_n) {
    constexpr double beside_mean = 0.25;
    int changes = 0;
    int level = 0;
    for (const TraceSample& sample : samples) {
        const HandSample& hand = sample.hands[side];
        if (!in_contact(hand)) {
            level = 0; // a blow is no wave
            continue;
        }
        const auto force = static_cast<double>(hand.force_n);
        const int now = force > (1 + beside_mean) * mean_n   ? 1
                        : force < (1 - beside_mean) * mean_n ? -1
                                                             : level;
        changes += level != 0 && now != level ? 1 : 0;
        level = now;
    }
    return changes / 2;
}

/// From the least to the most that a figure comes to.
class Range {
public:
    void take(double value) {
        low_ = std::min(low_, value);
        high_ = std::max(high_, value);
    }

    [[nodiscard]] double size() const { return std::max(0.0, high_ - low_); }

private:
    double low_ = 1e9;
    double high_ = -1e9;
};

/// The motion of the joints, which the hands move and which moves back by itself.
void measure_joints(std::span<const TraceSample> samples, BoutFigures& f) {
    Range neck;
    Range lumbar;
    std::array<std::array<Range, 3>, 2> scapulae;
    for (const TraceSample& sample : samples) {
        neck.take(static_cast<double>(sample.body.neck_rad));
        lumbar.take(static_cast<double>(sample.body.lumbar_rad));
        for (std::size_t side = 0; side < scapulae.size(); ++side) {
            for (int axis = 0; axis < 3; ++axis) {
                scapulae[side][static_cast<std::size_t>(axis)].take(
                    static_cast<double>(sample.body.scapula_m[side][axis]));
            }
        }
    }
    f.bend_rad = std::max(neck.size(), lumbar.size());
    for (const std::array<Range, 3>& one : scapulae) {
        const double way = std::sqrt(one[0].size() * one[0].size() + one[1].size() * one[1].size() +
                                     one[2].size() * one[2].size());
        f.scapula_m = std::max(f.scapula_m, way);
    }
}

} // namespace

std::vector<Bout> bouts(std::span<const TraceSample> samples) {
    std::vector<Bout> found;
    std::size_t last = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!any_touch(samples[i])) {
            continue;
        }
        if (found.empty() || samples[i].t_s - samples[last].t_s > rest_s) {
            found.push_back({i, i + 1});
        }
        found.back().end = i + 1;
        last = i;
    }
    std::erase_if(found, [](const Bout& bout) {
        return static_cast<double>(bout.end - bout.begin) * trace_interval_s < shortest_bout_s;
    });
    return found;
}

BoutFigures figures_of(std::span<const TraceSample> samples, const Bout& bout) {
    const std::span<const TraceSample> mine = samples.subspan(bout.begin, bout.end - bout.begin);
    std::array<HandSums, contact::side_count> sums;
    double any_s = 0;
    for (const TraceSample& sample : mine) {
        for (std::size_t side = 0; side < sums.size(); ++side) {
            sums[side].take(sample.hands[side]);
        }
        any_s += any_touch(sample) ? trace_interval_s : 0;
    }
    HandSums all;
    int working = 0;
    double turning = 0;
    double gathering = 0;
    for (const HandSums& hand : sums) {
        gathering += hand.gathering() * hand.force;
        working += hand.contact_s > 0 ? 1 : 0;
        all.contact_s += hand.contact_s;
        all.force += hand.force;
        all.force_square += hand.force_square;
        all.area += hand.area;
        all.way_m += hand.way_m;
        all.along_m += hand.along_m;
        all.slip_m += hand.slip_m;
        all.touch_downs += hand.touch_downs;
        all.reversals += hand.reversals;
        turning += hand.turned_all > 0 ? std::fabs(hand.turned) / hand.turned_all * hand.contact_s : 0;
    }
    BoutFigures f;
    f.duration_s = static_cast<double>(mine.size()) * trace_interval_s;
    const double contact_s = std::max(all.contact_s, trace_interval_s);
    const double way_m = std::max(all.way_m, 1e-6);
    f.touch_hz = all.touch_downs / (f.duration_s * std::max(1, working));
    f.force_n = all.force / contact_s;
    f.force_swing = std::sqrt(std::max(0.0, all.force_square / contact_s - f.force_n * f.force_n)) /
                    std::max(f.force_n, 0.1);
    f.speed_m_s = all.way_m / contact_s;
    f.cycle_hz = 0.5 * all.reversals / contact_s;
    f.sweep_m = all.way_m / std::max(1, all.reversals + all.touch_downs);
    f.area_m2 = all.area / contact_s;
    f.along_share = all.along_m / way_m;
    f.turning = turning / contact_s;
    f.slip_share = all.slip_m / way_m;
    f.gathering = gathering / std::max(all.force, 1e-9);
    int waves = 0;
    for (std::size_t side = 0; side < sums.size(); ++side) {
        waves += force_waves(mine, side, sums[side].force / std::max(sums[side].contact_s, trace_interval_s));
    }
    f.press_hz = waves / contact_s;
    measure_joints(mine, f);
    f.opposing = opposing(mine);
    f.working = working;
    f.hands = any_s > 0 ? all.contact_s / any_s : 0;
    return f;
}

} // namespace tactus::strokes
