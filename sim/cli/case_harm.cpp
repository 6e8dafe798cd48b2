#include "sim/cli/case_harm.hpp"

#include "sim/drills/performer.hpp"

#include <algorithm>
#include <optional>

namespace tactus::cli {
namespace {

using client::Condition;
using client::EventKind;
using contact::ToolKind;

constexpr double at_s = case_talk_s + 0.5;
constexpr double unheard_s = case_talk_s - 1.5; ///< in the midst of the talk
constexpr Vec2 free_place{0.27F, 0.6F};

/// What the body answers with, and is not answered.
std::optional<Harm> by_event(CaseHands& script, const Condition& condition) {
    for (const client::BodyEventRule& rule : condition.events) {
        const Vec2 middle = middle_of(condition, rule.place);
        switch (rule.kind) {
        case EventKind::fracture:
            script.press(at_s, 4, ToolKind::palm, {0.5F, 0.5F}, 1.5F * rule.threshold);
            return Harm{.finding = "fracture"};
        case EventKind::leg_zap:
            script.press(at_s, 12, ToolKind::thumb, middle, 3 * rule.thumb_threshold);
            return Harm{.finding = "leg_zap_ignored"};
        case EventKind::clonus: // a jerk into the catch, and on through it
            script.pull_head(at_s, 16, 60, 0.1);
            return Harm{.finding = "clonus_ignored"};
        case EventKind::dysreflexia: // an elbow where nothing is felt, and on while the head pounds
            script.press(at_s, 40, ToolKind::elbow, {0.25F, 1.02F}, 70);
            return Harm{.finding = "dysreflexia_ignored", .lasts_s = 42};
        case EventKind::bruise:
            if (rule.critical) { // on the sacrum, where bone lies near
                script.press(at_s, 20, ToolKind::elbow, {0.10F, 1.22F}, 80);
                return Harm{.finding = "bruise"};
            }
            break;
        default:
            break;
        }
    }
    return std::nullopt;
}

std::optional<Harm> by_load(CaseHands& script, const Condition& condition) {
    for (const client::ConditionCap& cap : condition.caps) {
        if (cap.critical_thumb_n > 0) {
            script.press(at_s, 3, ToolKind::thumb, middle_of(condition, cap.place),
                         1.4F * cap.critical_thumb_n);
            return Harm{.finding = "load_" + cap.place};
        }
    }
    return std::nullopt;
}

/// A technique that must never be done there, at the force that it is taught with.
std::optional<Harm> by_ban(CaseHands& script, const Condition& condition, const drills::BodyScale& scale) {
    for (const client::TechniqueBan& ban : condition.bans) {
        if (!ban.critical || ban.place == "ANY") {
            continue;
        }
        const Vec2 middle = middle_of(condition, ban.place);
        if (ban.techniques.empty()) {
            script.press(unheard_s, 1.2, ToolKind::palm, middle, 15);
            return Harm{.finding = "touched_" + ban.place};
        }
        drills::Motion motion = drills::motion_of(*drills::recipe_named(ban.techniques.front()));
        motion.place = middle;
        script.add(drills::perform(motion, drills::skill_of(drills::Quality::ideal), 1, scale,
                                   {.begin_s = at_s, .duration_s = 14}));
        return Harm{.finding = "banned_" + ban.techniques.front()};
    }
    return std::nullopt;
}

/// What is not said or not arranged.
Harm by_neglect(CaseHands& script, const Condition& condition) {
    if (condition.discomfort_limit > 0) {
        script.press(at_s, condition.discomfort_limit_s + 8.0, ToolKind::thumb, {0.25F, 0.12F}, 45);
        return {.finding = "hurt_for_long"};
    }
    if (!condition.decision.must_ask.empty()) {
        const std::string& question = condition.decision.must_ask.front();
        return {.finding = "not_asked_" + question, .left_out = question, .hands_full = false};
    }
    if (condition.position_critical) {
        return {.finding = "wrong_position", .position = "prone", .hands_full = false};
    }
    script.press(at_s, 3, ToolKind::thumb, {0, 0.6F}, 45);
    return {.finding = "spine_load"};
}

} // namespace

Harm write_harm(CaseHands& script, const Condition& condition, const drills::BodyScale& scale) {
    if (condition.scope == client::Scope::absolute) {
        script.press(unheard_s, 1.2, ToolKind::palm, free_place, 20);
        return {.finding = "treated"};
    }
    if (!condition.banned_ingredients.empty()) {
        script.say(1.5, "product oil " + condition.banned_ingredients.front());
        return {.finding = "banned_product", .hands_full = false};
    }
    if (auto harm = by_event(script, condition)) {
        return *harm;
    }
    if (auto harm = by_load(script, condition)) {
        return *harm;
    }
    if (auto harm = by_ban(script, condition, scale)) {
        return *harm;
    }
    return by_neglect(script, condition);
}

} // namespace tactus::cli
