#include "sim/drills/step_motion.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::drills {

namespace {

using contact::ToolKind;
using scoring::Zone;

/// The technique that a step names, else what its tool is made for.
const Recipe* named(const scoring::Task& task) {
    if (task.bone != contact::Hold::none) {
        return recipe_named(task.beat_hz ? "scapular_mobilisation" : "passive_stretch");
    }
    if (!task.techniques.empty()) {
        return recipe_named(task.techniques.front());
    }
    switch (tool_of(task)) {
    case ToolKind::thumb:
    case ToolKind::fingertips:
        return recipe_named("circular_friction");
    case ToolKind::ulnar_border:
        return recipe_named("hacking");
    case ToolKind::cupped_hand:
        return recipe_named("cupping");
    case ToolKind::fist:
        return recipe_named("beating");
    default:
        return recipe_named("kneading");
    }
}

float middle_of(float low, float high) { return 0.5F * (low + high); }

void set_place(Motion& motion, const scoring::Task& task) {
    if (!task.zone) {
        return;
    }
    const Zone& zone = *task.zone;
    const float sign = zone.sides == Zone::Sides::left ? -1.0F : 1.0F;
    motion.place = {sign * middle_of(zone.u_low, zone.u_high), middle_of(zone.v_low, zone.v_high)};
}

void set_bone(Motion& motion, const scoring::Task& task) {
    motion.hold = task.bone;
    if (motion.way != Way::stretch) {
        return;
    }
    if (task.force_n) { // the first resistance, not the last
        motion.force_n = std::min(1.2F * task.force_n->low, motion.force_n);
    }
    const bool right = task.bend_right.value_or(false);
    if (task.bone == contact::Hold::iliac_crest) {
        motion.place = {right ? -.35F : .35F, 1.05F};
        motion.pair = Pair::one;
    }
    motion.heading_deg = right ? 90 : -90;
}

} // namespace

scoring::Band bearable(const scoring::Task& task) {
    constexpr float widest = 1.35F;
    scoring::Band band = *task.force_n;
    band.high = task.discomfort ? std::min(band.high, widest * band.low) : band.high;
    return band;
}

std::optional<Motion> motion_of(const scoring::Task& task) {
    const Recipe* known = named(task);
    if (known == nullptr) {
        return std::nullopt;
    }
    Motion motion = motion_of(*known);
    motion.advance_m_s = 0;
    motion.arrive_s = motion.leave_s = 1.5F;
    motion.tool = task.tools.empty() ? motion.tool : task.tools.front();
    motion.oil = task.products.empty() ? motion.oil : oil_of(task);
    if (task.force_n) {
        const float swing = motion.return_n / motion.force_n;
        motion.force_n = middle(bearable(task));
        if (motion.way == Way::circle || motion.way == Way::oscillate) { // all of the wave within the band
            motion.force_n = .93F * task.force_n->high;
            motion.return_n = std::max(1.07F * task.force_n->low, swing * motion.force_n);
        } else {
            motion.return_n = swing * motion.force_n;
        }
    }
    if (task.beat_hz) {
        const bool in_turn = motion.pair == Pair::alternate && motion.way == Way::pulse;
        motion.rate_hz = middle(*task.beat_hz) * (in_turn ? .5F : 1.0F);
    }
    if (task.sweep_m && (motion.way == Way::circle || motion.way == Way::sweep)) {
        motion.size_m = .5F * middle(*task.sweep_m);
    }
    set_place(motion, task);
    if (task.bone != contact::Hold::none) {
        set_bone(motion, task);
    }
    return motion;
}

namespace {

/// How far a motion may wander to either side of the zone's middle, in v: a little inside it, so that the
/// work itself stays there.
float reach_v(const scoring::Task& task, float half_hands_v) {
    return task.zone ? std::max(0.0F, .38F * (task.zone->v_high - task.zone->v_low) - half_hands_v) : 0;
}

/// Half of what two hands that work beside one another lie apart, in v; 0 for others.
float half_hands_v(const Motion& motion, const BodyScale& scale) {
    const bool beside =
        motion.way != Way::line && (motion.pair == Pair::alternate || motion.pair == Pair::opposed);
    return beside ? .5F * hands_apart_m / scale.along_m : 0;
}

} // namespace

std::vector<PerformedRow> wandering(const Motion& motion, const scoring::Task& task, const Student& student,
                                    StepTime when) {
    constexpr double change_s = .7; // from one side of the client to the other
    const bool sides = task.zone && task.zone->sides == Zone::Sides::both && motion.pair != Pair::mirrored;
    const int bouts = sides ? 2 : 1;
    const double bout_s = (when.end_s - when.begin_s - (bouts - 1) * change_s) / bouts;
    const float apart_v = half_hands_v(motion, student.scale);
    const float reach = motion.hold == contact::Hold::none ? reach_v(task, apart_v) : 0;
    Motion placed = motion;
    placed.place.y += apart_v; // the middle of the two hands, not the lower one
    std::vector<PerformedRow> all;
    for (int bout = 0; bout < bouts; ++bout) {
        const double begin_s = when.begin_s + bout * (bout_s + change_s);
        std::vector<PerformedRow> rows =
            perform(placed, student.skill, student.seed + static_cast<std::uint64_t>(bout), student.scale,
                    {begin_s, bout_s});
        for (PerformedRow& row : rows) {
            row.v += math::mix(reach, -reach, static_cast<float>((row.t_s - begin_s) / bout_s));
            row.u = bout == 1 ? -row.u : row.u;
        }
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

} // namespace tactus::drills
