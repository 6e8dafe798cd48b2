#pragma once
/// What the client says and why: each utterance is a state that passed a threshold, with hysteresis and a
/// pause.

#include "sim/physiology/physiology.hpp"

#include <array>
#include <cstdint>

namespace tactus::physiology {

/// The states that can make a client speak, of one step.
struct VoiceSignals {
    double t_s = 0;
    bool touched = false;
    float discomfort = 0;
    float spine_load_n = 0; ///< on the spinous processes, by the hand that presses hardest there
    bool spine_by_thumb = false;
    float loading_pa_s = 0;
    float speed_over_limit = 0; ///< of a touching hand, in units of v*
    float node_force_n = 0;     ///< of a hand on an active trigger point
    float node_tension = 1;     ///< of the trigger point under the hand, else of the last one
    int node = -1;              ///< which
    float relaxation = 0;
    float complaint = 0;
    float standing_pain = 0; ///< under the hand, and not changed by it
};

class Voice {
public:
    Voice(const client::Response& response, std::uint64_t seed)
        : truthfulness_(response.truthfulness), seed_(seed) {}

    /// One step; says at most one thing into `utterance`.
    void step(const VoiceSignals& signals, Utterance& utterance);

    /// Something that the body did of itself is said at once; what nobody feels is not said.
    void exclaim(const client::BodyEvent& event, Utterance& utterance);

    /// The student asks; the answer comes with the next step.
    void ask() { asked_ = true; }

    template <class Put> void visit(Put put) const {
        for (const Cue& cue : cues_) {
            for (const float value :
                 {cue.active_s, static_cast<float>(cue.last_s), cue.armed ? 1.0F : 0.0F}) {
                put(value);
            }
        }
        for (const float value : {static_cast<float>(last_s_), quiet_discomfort_, touched_s_,
                                  static_cast<float>(answers_), asked_ ? 1.0F : 0.0F}) {
            put(value);
        }
    }

private:
    /// In order of urgency.
    enum CueKind : std::uint8_t {
        stop_word,
        too_much,
        on_the_bone,
        not_so_sudden,
        slower,
        released,
        easing,
        that_is_the_spot,
        hurts_good,
        relaxed,
        more_please,
        cue_count,
    };

    /// When a phrase is due and when it may be said again.
    struct Rule {
        std::string_view phrase;
        std::string_view state;
        float threshold;   ///< said at or over it; below it for falling rules
        float rearm;       ///< said again only after the state has gone back past this
        float sustained_s; ///< that the state must last
        float pause_s;     ///< until it may be said again
        bool falling = false;
        bool repeats = false; ///< said again after the pause though the state has not gone back
        float stale_s = 1e6F; ///< not said any more when the state has lasted so long unsaid
    };

    struct Cue {
        float active_s = 0;
        double last_s = -1e6;
        bool armed = true;
    };

    /// What a cue looks at now; a value that cannot fire when its condition does not hold.
    [[nodiscard]] float value_of(CueKind kind, const VoiceSignals& signals) const;
    static const Rule& rule(CueKind kind);
    bool due(CueKind kind, float value, double t_s);
    void answer(const VoiceSignals& signals, Utterance& utterance);
    void say(std::string_view phrase, const Rule& why, float value, Utterance& utterance);

    std::array<Cue, cue_count> cues_{};
    float truthfulness_;
    std::uint64_t seed_;
    double now_s_ = 0;
    double last_s_ = -1e6;
    float quiet_discomfort_ = 0; ///< mean discomfort of the last seconds of contact
    float touched_s_ = 0;        ///< of contact, short breaks bridged
    float untouched_s_ = 1e3F;
    int node_ = -1;
    int answers_ = 0;
    bool asked_ = false;
};

} // namespace tactus::physiology
