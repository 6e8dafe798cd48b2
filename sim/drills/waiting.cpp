#include "sim/drills/waiting.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::drills {

namespace {

using scoring::Task;
using scoring::Work;
using strokes::HandSample;

// Design values.
constexpr double turn_s = 0.6;          ///< from the loaded way to the light one and back
constexpr double beats_between = 1.5;   ///< of the slowest beat asked for
constexpr float point_margin_m = 0.03F; ///< where the marks for the place have faded (facts 7.3, LOC)
constexpr float line_margin_m = 0.025F; ///< the same of a line (facts 7.3, LINE)
constexpr float zone_margin_m = 0.05F;  ///< half a palm (facts 7.3, STRAY)

const HandSample* pressing(const strokes::TraceSample& now) {
    const HandSample* hardest = nullptr;
    for (const HandSample& hand : now.hands) {
        const bool loaded = hand.touching || hand.holding;
        if (loaded && (hardest == nullptr || hand.force_n > hardest->force_n)) {
            hardest = &hand;
        }
    }
    return hardest;
}

bool at_place(const Task& task, const anatomy::Anatomy& anatomy, const HandSample& hand) {
    const float breadth_m = anatomy.skin.half_biacromial_m;
    const float length_m = anatomy.skin.spine_length_m;
    const auto near = [&](float u, float v, float within_m) {
        const Vec2 away((hand.u - u) * breadth_m, (hand.v - v) * length_m);
        return glm::length(away) <= within_m;
    };
    if (task.trigger_point) {
        const auto point =
            std::ranges::find(anatomy.trigger_points, *task.trigger_point, &anatomy::TriggerPoint::id);
        return point == anatomy.trigger_points.end() || near(point->u, point->v, point_margin_m);
    }
    if (task.place) {
        return near(task.place->u, task.place->v, task.place->radius_m + point_margin_m);
    }
    if (task.line_u && std::fabs(std::fabs(hand.u) - *task.line_u) * breadth_m > line_margin_m) {
        return false;
    }
    return !task.zone ||
           scoring::in_zone(*task.zone, hand.u, hand.v, zone_margin_m / breadth_m, zone_margin_m / length_m);
}

} // namespace

std::string_view lack_words(Lack lack) {
    switch (lack) {
    case Lack::nothing:
        return {};
    case Lack::contact:
        return "lay a hand on";
    case Lack::place:
        return "go to the marked place";
    case Lack::lighter:
        return "press less";
    case Lack::harder:
        return "press more";
    }
    return {};
}

Lack lack_of(const Task& task, const anatomy::Anatomy& anatomy, const strokes::TraceSample& now) {
    if (scoring::work_of(task) == Work::nothing) {
        return Lack::nothing;
    }
    const HandSample* hand = pressing(now);
    if (hand == nullptr || (task.bone != contact::Hold::none && !hand->holding)) {
        return Lack::contact;
    }
    if (!hand->holding && !at_place(task, anatomy, *hand)) {
        return Lack::place;
    }
    if (const auto band = scoring::asked_force(task, hand->velocity_m_s.y)) {
        if (hand->force_n > band->high) {
            return Lack::lighter;
        }
        if (hand->force_n < band->low) {
            return Lack::harder;
        }
    }
    return Lack::nothing;
}

void Waiting::watch(const Task& task, const anatomy::Anatomy& anatomy, const strokes::TraceSample& now) {
    const Lack lack = lack_of(task, anatomy, now);
    if (lack == Lack::nothing) {
        right_s_ = now.t_s;
    }
    const double grace_s = task.beat_hz && task.beat_hz->low > 0
                               ? std::max(turn_s, beats_between / static_cast<double>(task.beat_hz->low))
                               : turn_s;
    waits_ = now.t_s - right_s_ > grace_s;
    lack_ = lack;
}

} // namespace tactus::drills
