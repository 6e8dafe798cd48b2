#pragma once
/// What each muscle does: tone, guarding, reflexes, warming up, raised pain threshold (facts 5.4; 6.2
/// equations 6, 7, 9).

#include "sim/anatomy/muscles.hpp"
#include "sim/client/client.hpp"

#include <array>
#include <span>

namespace tactus::physiology {

/// What the hands do to one muscle in one step.
struct MuscleWork {
    bool pressed = false;
    float discomfort = 0;       ///< the larger of the hands on it
    float of_pressure = 0;      ///< likewise, without the time terms
    float mean_pressure_pa = 0; ///< likewise
    float speed_m_s = 0;        ///< likewise
    bool stretched = false;
    float stretch_discomfort = 0;
    float joint_speed_rad_s = 0; ///< at which it is lengthened
    float jolt = 0;              ///< tone that the body adds of itself: a spasm, a sneeze
};

class MuscleResponse {
public:
    explicit MuscleResponse(const client::Response& response);

    /// One step. relaxation: r of equation 10.
    void step(const std::array<MuscleWork, anatomy::muscle_count>& work, float relaxation);

    [[nodiscard]] std::span<const float> tone() const { return tone_; }

    [[nodiscard]] float resting_tone() const { return resting_tone_; }

    /// Factor on the muscle's pain threshold, 1..1.15 (equation 9).
    [[nodiscard]] float threshold_factor(std::size_t muscle) const { return 1 + muscles_[muscle].ppt_gain; }

    /// 1 = never worked .. 0 after the first minute of work.
    [[nodiscard]] float unwarmed(std::size_t muscle) const;

    /// v*: strokes faster than this startle (sensitisation included).
    [[nodiscard]] float speed_limit_m_s() const { return response_.stroke_speed_limit_m_s * sensitised_; }

    /// w*: joints led faster than this startle (facts 5.4), radians a second.
    [[nodiscard]] float joint_speed_limit_rad_s() const;

    template <class Put> void visit(Put put) const {
        for (const One& m : muscles_) {
            for (const float value :
                 {m.guard, m.spasm, m.deep_first, m.reflex, m.ppt_gain, m.worked_s, m.since_spasm_s}) {
                put(value);
            }
        }
        put(resting_tone_);
        put(sensitised_);
        put(since_event_s_);
    }

private:
    struct One {
        float guard = 0;
        float spasm = 0;
        float deep_first = 0;
        float reflex = 1; ///< h of equation 6
        float ppt_gain = 0;
        float worked_s = 0;
        float since_spasm_s = 1e3F;
        bool went_deep_first = false;
    };

    /// Returns true when the muscle was startled.
    bool step_one(One& muscle, const MuscleWork& work) const;

    client::Response response_;
    std::array<One, anatomy::muscle_count> muscles_{};
    std::array<float, anatomy::muscle_count> tone_{};
    float resting_tone_;
    float sensitised_ = 1;       ///< factor on v*
    float since_event_s_ = 1e3F; ///< since any muscle was startled
};

} // namespace tactus::physiology
