#pragma once
/// What the body of a client with a condition does of itself (facts 5.4, special events): each is a state of
/// the contact or of the body that passes the threshold of a rule in the client's file. No clock starts one.

#include "sim/anatomy/muscles.hpp"
#include "sim/client/body_event.hpp"
#include "sim/client/place.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/physiology/hand_load.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::physiology {

/// One step, as far as the rules look at it.
struct BodyMoment {
    double t_s = 0;
    const std::array<HandLoad, contact::side_count>* loads = nullptr;
    const std::array<contact::ContactReport, contact::side_count>* reports = nullptr;
    float joint_over_limit = 0; ///< the fastest joint's speed over w*
    float bruise_s = 0;         ///< Bq of facts 6.5 where it is worst
    bool banned_film = false;   ///< a product that the client does not bear lies under a hand
    bool face_down = true;      ///< as the client lies
    bool bag_checked = false;
    bool head_raised = false;
};

class BodyEvents {
public:
    BodyEvents(const client::Condition& condition, std::uint64_t seed);

    /// One step of 1/240 s.
    void step(const BodyMoment& now);

    /// The student did something: answers what waits for it.
    void act(std::string_view action, double t_s);

    /// What came about so far, in order.
    [[nodiscard]] std::span<const client::BodyEvent> happened() const { return happened_; }

    /// Discomfort that they bring now, 0-10, whatever the hands do.
    [[nodiscard]] float points() const { return points_; }

    /// Discomfort that burns at (u, v) and does not follow the hand; 0 where nothing does.
    [[nodiscard]] float standing_points_at(float u, float v) const;

    /// The same where it burns.
    [[nodiscard]] float standing_points() const { return standing_points_; }

    /// Tone that they add, 0..1, to the muscles under the hands, and to all.
    [[nodiscard]] float tone_under_hands() const { return tone_under_hands_; }

    [[nodiscard]] float tone_everywhere() const { return tone_everywhere_; }

    /// 0 none .. 1: hives that have come up where the product lies.
    [[nodiscard]] float weal() const { return weal_; }

    /// Rise of systolic pressure, mmHg.
    [[nodiscard]] float pressure_rise_mmhg() const { return pressure_rise_mmhg_; }

    /// A bone has given: the session is over.
    [[nodiscard]] bool broken() const { return broken_; }

    template <class Put> void visit(Put put) const {
        for (const Running& one : running_) {
            for (const float value : {one.level, one.left_s, one.rest_s, one.chance}) {
                put(value);
            }
        }
        for (const float value :
             {points_, standing_points_, tone_under_hands_, tone_everywhere_, weal_, pressure_rise_mmhg_,
              broken_ ? 1.0F : 0.0F, static_cast<float>(happened_.size())}) {
            put(value);
        }
    }

private:
    /// A rule as it stands.
    struct Running {
        float level = 0;  ///< the state that its threshold is for, where it gathers over time
        float left_s = 0; ///< of an answer of the body under way
        float rest_s = 0; ///< until it may come again
        float chance = 0; ///< of one drawn before it is needed, 0..1
    };

    void step_rule(std::size_t k, const BodyMoment& now);
    void step_load(std::size_t k, const BodyMoment& now);
    void step_fracture(std::size_t k, const BodyMoment& now);
    void step_gathering(std::size_t k, const BodyMoment& now, bool gathers);
    void step_hazard(std::size_t k, const BodyMoment& now);
    void come(std::size_t k, const BodyMoment& now, std::string_view state, float value, float threshold);
    void answer_of_body(std::size_t k, const BodyMoment& now);
    [[nodiscard]] bool came(std::size_t k) const;
    [[nodiscard]] bool waits(std::size_t k) const;

    client::Condition condition_;
    std::vector<client::Place> places_; ///< of the rules
    std::vector<Running> running_;
    std::vector<client::BodyEvent> happened_;
    std::uint64_t seed_;
    std::uint64_t drawn_ = 0;
    float points_ = 0;
    float standing_points_ = 0;
    float tone_under_hands_ = 0;
    float tone_everywhere_ = 0;
    float weal_ = 0;
    float pressure_rise_mmhg_ = 0;
    bool broken_ = false;
};

} // namespace tactus::physiology
