#include "sim/physiology/voice.hpp"

#include "sim/client/stop_word.hpp"
#include "sim/math/random.hpp"
#include "sim/physiology/first_order.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::physiology {
namespace {

/// Between two sentences, unless the later one is more urgent than pace and comfort.
constexpr double pause_between_s = 2.5;

/// Contact breaks shorter than this do not interrupt "all the while".
constexpr float bridged_s = 2;

constexpr float quiet_mean_tau_s = 10;
constexpr float quiet_for_s = 20;

/// An answer of a client who is not exact is off by up to this, times what is missing to exact.
constexpr float widest_error = 3;

/// Values that no rule takes for its state.
constexpr float never_high = -1;
constexpr float never_low = 1e3F;

/// Neither eased nor tense again: leaving a point and coming back to it is no news.
constexpr float tension_of_none = 0.8F;

constexpr std::uint64_t answer_stream = 0x616e73776572ULL;

} // namespace

const Voice::Rule& Voice::rule(CueKind kind) {
    // Thresholds by facts 2.1: 8 = too much, 7 = therapeutic edge; 5.0: little load on the spinous
    // processes; 5.7: fast loading from 60 kPa/s on, said from a clear jab on.
    static constexpr std::array<Rule, cue_count> rules{{
        {"stop_word", "discomfort", client::stop_word_discomfort, 7, client::stop_word_after_s, 6, false,
         true},
        {"too_much", "discomfort", 8, 7, 0.15F, 6, false, true},
        {"on_the_bone", "spine_load_n", 8, 4, 0.3F, 8},
        {"not_so_sudden", "loading_pa_s", 150e3F, 60e3F, 0.03F, 8},
        {"slower", "speed_over_limit", 1, 0.8F, 0.1F, 8},
        {"released", "trigger_point_tension", 0.5F, 0.9F, 0.2F, 5, true},
        {"easing", "trigger_point_tension", 0.7F, 0.9F, 0.2F, 5, true},
        {"that_is_the_spot", "trigger_point_force_n", 5, 1, 0.5F, 20, false, false, 4},
        {"hurts_good", "discomfort", 6.5F, 5, 2, 45},
        {"relaxed", "relaxation", 0.5F, 0.3F, 1, 120},
        {"more_please", "mean_discomfort", 2, 3, 1, 40, true},
    }};
    return rules[kind];
}

float Voice::value_of(CueKind kind, const VoiceSignals& s) const {
    switch (kind) {
    case stop_word:
    case too_much:
        return s.discomfort;
    case on_the_bone:
        // A palm may rest on the spine with more than a thumb: in units of the thumb's threshold.
        return s.spine_by_thumb ? s.spine_load_n : s.spine_load_n * 0.4F;
    case not_so_sudden:
        return s.discomfort >= 5 ? s.loading_pa_s : never_high;
    case slower:
        return s.speed_over_limit;
    case released:
    case easing:
        return s.node >= 0 ? s.node_tension : tension_of_none;
    case that_is_the_spot:
        return s.node_force_n;
    case hurts_good:
        return s.node_force_n > 0 && s.discomfort < 8 ? s.discomfort : never_high;
    case relaxed:
        return s.relaxation;
    case more_please:
        // Who feels something now does not ask for more, whatever the last seconds were.
        return s.touched && touched_s_ >= quiet_for_s ? std::max(quiet_discomfort_, s.discomfort) : never_low;
    case cue_count:
        break;
    }
    return never_high;
}

bool Voice::due(CueKind kind, float value, double t_s) {
    const Rule& why = rule(kind);
    Cue& cue = cues_[kind];
    const bool active = why.falling ? value <= why.threshold : value >= why.threshold;
    const bool back = why.falling ? value >= why.rearm : value <= why.rearm;
    cue.armed = cue.armed || back;
    cue.active_s = active ? cue.active_s + step_s : 0.0F;
    cue.armed = cue.armed && cue.active_s < why.stale_s;
    return active && cue.active_s >= why.sustained_s && (cue.armed || why.repeats) &&
           t_s - cue.last_s >= why.pause_s;
}

void Voice::say(std::string_view phrase, const Rule& why, float value, Utterance& utterance) {
    ++utterance.serial;
    utterance.t_s = now_s_;
    utterance.phrase = phrase;
    utterance.state = why.state;
    utterance.value = value;
    utterance.threshold = why.threshold;
    last_s_ = now_s_;
}

void Voice::exclaim(const client::BodyEvent& event, Utterance& utterance) {
    using client::EventKind;
    if (event.kind == EventKind::spread || event.kind == EventKind::bruise ||
        event.kind == EventKind::burning) {
        return;
    }
    const Rule why{client::event_kind_name(event.kind), event.state, event.threshold, 0, 0, 0};
    say(why.phrase, why, event.value, utterance);
}

void Voice::answer(const VoiceSignals& signals, Utterance& utterance) {
    asked_ = false;
    const float error =
        2 * math::random_unit(seed_, answer_stream, static_cast<std::uint64_t>(answers_++)) - 1;
    if (untouched_s_ > bridged_s) {
        say("answer_resting", {"answer_resting", "complaint", 0, 0, 0, 0}, signals.complaint, utterance);
        return;
    }
    if (signals.standing_pain > 0) {
        say("answer_unchanged", {"answer_unchanged", "standing_pain", 0, 0, 0, 0}, signals.standing_pain,
            utterance);
        return;
    }
    const float felt = signals.touched ? signals.discomfort : quiet_discomfort_;
    const float told = std::clamp(felt + (1 - truthfulness_) * widest_error * error, 0.0F, 10.0F);
    // By the number as it is told, so that words and number agree.
    const float whole = std::floor(told + 0.5F);
    const std::string_view phrase = whole >= 8   ? "answer_too_much"
                                    : whole >= 7 ? "answer_edge"
                                    : whole >= 4 ? "answer_good"
                                                 : "answer_light";
    say(phrase, {phrase, "discomfort", 0, 0, 0, 0}, told, utterance);
}

void Voice::step(const VoiceSignals& signals, Utterance& utterance) {
    now_s_ = signals.t_s;
    untouched_s_ = signals.touched ? 0.0F : untouched_s_ + step_s;
    touched_s_ = untouched_s_ < bridged_s ? touched_s_ + step_s : 0.0F;
    if (signals.touched) {
        quiet_discomfort_ = touched_s_ <= step_s * 1.5F
                                ? signals.discomfort
                                : approached(quiet_discomfort_, signals.discomfort, quiet_mean_tau_s);
    }
    if (signals.node != node_ && signals.node >= 0) {
        node_ = signals.node;
        cues_[easing].armed = signals.node_tension > rule(easing).threshold;
        cues_[released].armed = signals.node_tension > rule(released).threshold;
    }
    if (asked_) {
        answer(signals, utterance);
        return;
    }
    bool said = false;
    for (int k = 0; k < cue_count; ++k) {
        const auto kind = static_cast<CueKind>(k);
        const float value = value_of(kind, signals);
        const bool urgent = kind <= on_the_bone;
        if (!due(kind, value, now_s_) || said || (!urgent && now_s_ - last_s_ < pause_between_s)) {
            continue;
        }
        say(rule(kind).phrase, rule(kind), value, utterance);
        cues_[kind].armed = false;
        cues_[kind].last_s = now_s_;
        said = true;
    }
}

} // namespace tactus::physiology
