#include "sim/physiology/body_events.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/physiology/body_events_data.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/physiology/place_loads.hpp"

#include <algorithm>

namespace tactus::physiology {
namespace {

using client::BodyEventRule;
using client::EventKind;

/// Somewhere in the range of a figure, by a chance of 0..1.
float between(const Cited& figure, float chance) {
    return math::mix(static_cast<float>(figure.low), static_cast<float>(figure.high), chance);
}

constexpr std::uint64_t chance_stream = 0x626f6479ULL;

/// A place of which a hand bears less than this is not touched by it.
constexpr float grazing_n = 1.0F;

/// The hands' load on the place of a rule, in units of the rule's threshold for such a tool, and in newtons.
struct RuleLoad {
    float over = 0; ///< the larger of the hands
    float load_n = 0;
    float threshold_n = 1;
    float p95_pa = 0; ///< of a hand that is on the place
};

RuleLoad load_of(const client::Place& place, const BodyEventRule& rule, const BodyMoment& now) {
    RuleLoad most;
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        const HandLoad& hand = (*now.loads)[side];
        if (!hand.touching) {
            continue;
        }
        const float load_n = load_in(place, (*now.reports)[side]);
        const float own =
            !contact::broad(hand.tool) && rule.thumb_threshold > 0 ? rule.thumb_threshold : rule.threshold;
        most.p95_pa = load_n >= grazing_n ? std::max(most.p95_pa, hand.p95_pa) : most.p95_pa;
        const float over = own > 0 ? load_n / own : 0.0F;
        if (over > most.over) {
            most = {.over = over, .load_n = load_n, .threshold_n = own, .p95_pa = most.p95_pa};
        }
    }
    return most;
}

} // namespace

BodyEvents::BodyEvents(const client::Condition& condition, std::uint64_t seed)
    : condition_(condition), running_(condition.events.size()), seed_(seed) {
    for (const BodyEventRule& rule : condition_.events) {
        places_.emplace_back(condition_, rule.place);
    }
    for (Running& one : running_) {
        one.chance = math::random_unit(seed_, chance_stream, drawn_++);
    }
}

float BodyEvents::standing_points_at(float u, float v) const {
    for (std::size_t k = 0; k < places_.size(); ++k) {
        if (condition_.events[k].kind == EventKind::burning && places_[k].contains(u, v)) {
            return standing_points_;
        }
    }
    return 0;
}

bool BodyEvents::came(std::size_t k) const {
    return std::ranges::any_of(happened_, [&](const client::BodyEvent& event) { return event.rule == k; });
}

bool BodyEvents::waits(std::size_t k) const {
    return std::ranges::any_of(happened_, [&](const client::BodyEvent& event) {
        return event.rule == k && event.answered_s < 0 && condition_.events[k].answer_within_s > 0;
    });
}

void BodyEvents::come(std::size_t k, const BodyMoment& now, std::string_view state, float value,
                      float threshold) {
    const BodyEventRule& rule = condition_.events[k];
    happened_.push_back({.kind = rule.kind,
                         .rule = k,
                         .place = rule.place,
                         .t_s = now.t_s,
                         .state = std::string(state),
                         .value = value,
                         .threshold = threshold});
    const float chance = running_[k].chance;
    running_[k].chance = math::random_unit(seed_, chance_stream, drawn_++);
    switch (rule.kind) {
    case EventKind::spasm:
        running_[k].left_s = between(spasm_s, chance);
        running_[k].rest_s = running_[k].left_s + spasm_rest_s.f();
        break;
    case EventKind::clonus:
        running_[k].left_s = between(clonus_s, chance);
        running_[k].rest_s = running_[k].left_s + spasm_rest_s.f();
        break;
    case EventKind::sneeze:
        running_[k].left_s = sneeze_s.f();
        running_[k].level = 0;
        break;
    case EventKind::fracture:
        broken_ = true;
        break;
    default:
        running_[k].left_s = lasting_s.f();
        running_[k].rest_s = lasting_s.f();
        break;
    }
}

void BodyEvents::act(std::string_view action, double t_s) {
    for (client::BodyEvent& event : happened_) {
        if (event.answered_s < 0 && condition_.events[event.rule].answer == action) {
            event.answered_s = t_s;
        }
    }
}

/// Spasm, zap and spread: too much load on the place.
void BodyEvents::step_load(std::size_t k, const BodyMoment& now) {
    const RuleLoad load = load_of(places_[k], condition_.events[k], now);
    if (load.over > 1 && running_[k].rest_s <= 0) {
        come(k, now, "load_n", load.load_n, load.threshold_n);
    }
}

void BodyEvents::step_fracture(std::size_t k, const BodyMoment& now) {
    const BodyEventRule& rule = condition_.events[k];
    const RuleLoad load = load_of(places_[k], rule, now);
    if (broken_) {
        return;
    }
    if (load.over > 1) {
        come(k, now, "load_n", load.load_n, load.threshold_n);
    } else if (rule.pressure_kpa > 0 && load.p95_pa > rule.pressure_kpa * 1e3F) {
        come(k, now, "pressure_kpa", load.p95_pa * 1e-3F, rule.pressure_kpa);
    }
}

/// A state that grows while something lasts and goes back, slower, while it does not.
void BodyEvents::step_gathering(std::size_t k, const BodyMoment& now, bool gathers) {
    Running& one = running_[k];
    const BodyEventRule& rule = condition_.events[k];
    one.level = std::max(0.0F, one.level + (gathers ? step_s : -recovery_share.f() * step_s));
    const bool once = rule.kind != EventKind::sneeze && came(k);
    // The first comes at the threshold, later ones sooner or later by chance.
    const float at =
        rule.kind == EventKind::sneeze ? rule.threshold * between(sneeze_spread, one.chance) : rule.threshold;
    if (one.level >= at && !once) {
        come(k, now, rule.kind == EventKind::wheal ? "exposure_s" : "gathered_s", one.level, at);
    }
}

/// Dysreflexia: the pressure below the level is a hazard; the event comes when what has gathered passes what
/// was drawn (facts 5.4, SCI).
void BodyEvents::step_hazard(std::size_t k, const BodyMoment& now) {
    Running& one = running_[k];
    const BodyEventRule& rule = condition_.events[k];
    const RuleLoad load = load_of(places_[k], rule, now);
    const float over = rule.pressure_kpa > 0 ? load.p95_pa / (rule.pressure_kpa * 1e3F) - 1 : 0.0F;
    const float a_minute =
        dysreflexia_per_min.f() * std::max(0.0F, over) + (now.bag_checked ? 0.0F : full_bag_per_min.f());
    const float enough = -math::log(std::max(1 - one.chance, 1e-6F));
    one.level += a_minute / 60 * step_s;
    if (rule.threshold > 0 && !came(k)) { // a stimulus that is sure to come, sooner under pressure
        one.level += enough * (1 + std::max(0.0F, over)) / rule.threshold * step_s;
    }
    if (one.level >= enough && !waits(k) && one.rest_s <= 0) {
        one.level = 0;
        come(k, now, "hazard", enough, enough);
        one.rest_s = dysreflexia_rest_s.f();
    }
}

void BodyEvents::step_rule(std::size_t k, const BodyMoment& now) {
    const auto touching = [&] { return std::ranges::any_of(*now.loads, &HandLoad::touching); };
    Running& one = running_[k];
    const BodyEventRule& rule = condition_.events[k];
    one.rest_s = std::max(0.0F, one.rest_s - step_s);
    one.left_s = std::max(0.0F, one.left_s - step_s);
    switch (rule.kind) {
    case EventKind::spasm:
    case EventKind::leg_zap:
    case EventKind::spread:
        step_load(k, now);
        break;
    case EventKind::fracture:
        step_fracture(k, now);
        break;
    case EventKind::wheal:
        step_gathering(k, now, now.banned_film);
        break;
    case EventKind::sneeze:
    case EventKind::short_breath:
        step_gathering(k, now, now.face_down);
        break;
    case EventKind::fatigue:
        step_gathering(k, now, touching());
        break;
    case EventKind::dysreflexia:
        step_hazard(k, now);
        break;
    case EventKind::clonus:
        if (now.joint_over_limit > rule.threshold && one.rest_s <= 0) {
            come(k, now, "joint_over_limit", now.joint_over_limit, rule.threshold);
        }
        break;
    case EventKind::startle: {
        float speed = 0;
        for (const HandLoad& hand : *now.loads) {
            speed = hand.touching ? std::max(speed, hand.speed_m_s) : speed;
        }
        if (speed > rule.threshold && one.rest_s <= 0) {
            come(k, now, "speed_m_s", speed, rule.threshold);
        }
        break;
    }
    case EventKind::bruise:
        if (now.bruise_s > visible_bruise_s.f() && !came(k)) {
            come(k, now, "bruise_s", now.bruise_s, visible_bruise_s.f());
        }
        break;
    case EventKind::burning:
        break;
    }
}

void BodyEvents::answer_of_body(std::size_t k, const BodyMoment& now) {
    const BodyEventRule& rule = condition_.events[k];
    const Running& one = running_[k];
    const bool lasts = one.left_s > 0 || waits(k);
    switch (rule.kind) {
    case EventKind::spasm:
        tone_under_hands_ = std::max(tone_under_hands_, lasts ? 1.0F : 0.0F);
        break;
    case EventKind::clonus: {
        const auto turn = static_cast<float>(2 * math::pi * static_cast<double>(clonus_hz.f()) * now.t_s);
        tone_everywhere_ =
            std::max(tone_everywhere_, lasts ? clonus_tone.f() * (0.5F + 0.5F * math::sin(turn)) : 0.0F);
        break;
    }
    case EventKind::sneeze:
        tone_everywhere_ = std::max(tone_everywhere_, one.left_s > 0 ? sneeze_tone.f() : 0.0F);
        break;
    case EventKind::wheal: {
        weal_ =
            came(k) ? approached(weal_, 1, weal_rise_tau_s.f()) : approached(weal_, 0, weal_fall_tau_s.f());
        break;
    }
    case EventKind::dysreflexia:
        pressure_rise_mmhg_ =
            waits(k) ? approached(pressure_rise_mmhg_, dysreflexia_mmhg.f(), dysreflexia_tau_s.f())
                     : approached(pressure_rise_mmhg_, 0, dysreflexia_tau_s.f());
        break;
    case EventKind::burning:
        standing_points_ = rule.points + (now.face_down && !now.head_raised ? rule.threshold : 0.0F) -
                           (now.head_raised ? rule.threshold : 0.0F);
        return; // not felt under the hand but where it burns
    default:
        break;
    }
    points_ = std::max(points_, lasts ? rule.points : 0.0F);
}

void BodyEvents::step(const BodyMoment& now) {
    points_ = 0;
    tone_under_hands_ = 0;
    tone_everywhere_ = 0;
    for (std::size_t k = 0; k < running_.size(); ++k) {
        step_rule(k, now);
        answer_of_body(k, now);
    }
}

} // namespace tactus::physiology
