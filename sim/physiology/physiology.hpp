#pragma once
/// How the body answers: discomfort, guarding, breath, redness, easing trigger points (facts 5.7 and 6.2).
/// A pure function of the contact reports so far; no clock, no canned timing: every utterance names its
/// cause.

#include "sim/anatomy/anatomy.hpp"
#include "sim/client/body_event.hpp"
#include "sim/client/client.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::physiology {

/// Something the client says, with the state and the threshold that caused it.
struct Utterance {
    std::uint32_t serial = 0; ///< counts utterances; 0 = none yet
    double t_s = 0;
    std::string phrase;  ///< id in assets/phrases: "too_much"
    std::string state;   ///< "discomfort"
    float value = 0;     ///< 8.2
    float threshold = 0; ///< 8.0
};

/// One trigger point, as it stands.
struct TriggerPointState {
    bool found = false;    ///< pressed within 15 mm with at least 5 N
    bool released = false; ///< eased to half its tension by holds
    float tension = 1;     ///< 1 untreated .. 0 gone
    float hold_s = 0;      ///< of the hold under way
    float longest_hold_s = 0;
    float stiffness = 1; ///< factor on muscle stiffness, for the tissue
};

struct ClientState {
    float discomfort = 0; ///< I of facts 5.7, now, 0-10; the larger of both hands
    float discomfort_peak = 0;
    float comfort = 0;      ///< the relaxation r of facts 6.2 (10), 0..1
    float tone_mean = 0.1F; ///< mean muscle tone, 0..1
    float guarding = 0;     ///< tone above rest where pressed, 0..1
    float guarding_s = 0;   ///< seconds spent guarding
    int guard_events = 0;
    float breaths_per_min = 15;
    float breath = 0; ///< phase-driven rise of the ribs, 0..1
    bool breath_held = false;
    float heart_rate_bpm = 70;
    float tension_start = 0; ///< mean of tone and trigger-point tension at the start, and now
    float tension_now = 0;
    float softening = 0;                        ///< chi of facts 6.2 (8)
    float redness_mean = 0;                     ///< mean R of facts 6.2 (4) over skin that was worked
    float complaint = 0;                        ///< 0-10, session complaint
    float overload_point_min = 0;               ///< X of facts 6.5: what will be sore tomorrow
    Utterance utterance;                        ///< the latest
    std::vector<client::BodyEvent> body_events; ///< what the condition brought about, in order
    float standing_pain = 0;                    ///< 0-10, in its place, whatever the hand does there: burning
    float pressure_rise_mmhg = 0;               ///< systolic, by dysreflexia
    bool broken = false;                        ///< a bone gave: the session is over
    std::vector<TriggerPointState> trigger_points; ///< per anatomy::Anatomy::trigger_points
};

/// A rubric-free flow measure of the last 30 s in 0..1, made by `strokes`, one step late.
struct FlowHint {
    float flow = 0;
};

/// One muscle under stretch in one step.
struct Stretch {
    anatomy::Muscle muscle;      ///< whose tone answers
    float tension_n = 0;         ///< 0 = slack
    float pain_n = 1;            ///< tension that hurts: 7 of 10
    float joint_speed_rad_s = 0; ///< of the joint that lengthens it; 0 while it shortens
};

class Physiology {
public:
    Physiology(const anatomy::Anatomy& anatomy, const client::Client& client, std::uint64_t seed);
    ~Physiology();
    Physiology(Physiology&&) noexcept;
    Physiology& operator=(Physiology&&) noexcept;
    Physiology(const Physiology&) = delete;
    Physiology& operator=(const Physiology&) = delete;

    /// Advances by 1/240 s. reports: of the tissue step just done. skin_pressure_pa: 97 x 129, row by row.
    /// stretches: empty = no muscle is stretched.
    void step(const std::array<contact::ContactReport, contact::side_count>& reports,
              const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools,
              std::span<const float> skin_pressure_pa, FlowHint hint,
              std::span<const Stretch> stretches = {});

    /// The student takes another product: films on the skin fade as it does.
    void take_product(contact::Product product);

    /// What is in it; returns true when it holds something that this client does not bear.
    bool take_ingredients(std::span<const std::string> inci_names);

    /// The client lies otherwise now: an id of client::positions().
    void take_position(std::string_view position);

    /// An id of client::adaptations() is prepared.
    void prepare(std::string_view adaptation);

    /// An id of client::actions() is done: answers what the body waits for.
    void act(std::string_view action);

    /// The student asks how it is: the client answers with a number (an utterance).
    void check_in();

    [[nodiscard]] const ClientState& state() const;
    [[nodiscard]] std::span<const float> muscle_tone() const;      ///< per Muscle
    [[nodiscard]] std::span<const float> nodule_stiffness() const; ///< per trigger point

    /// Skin maps on the field of 97 x 129: redness R 0..1.5 (colour), blanching 0..1, oil film 0..1, warmth
    /// in K.
    [[nodiscard]] std::span<const float> redness() const;
    [[nodiscard]] std::span<const float> blanching() const;
    [[nodiscard]] std::span<const float> oil() const;
    [[nodiscard]] std::span<const float> weal() const; ///< hives, 0..1; empty = none anywhere
    [[nodiscard]] std::span<const float> warmth_k() const;

    /// Bq of facts 6.5 on the same field, seconds: see bruising.hpp.
    [[nodiscard]] std::span<const float> bruise_s() const;

    /// How long ago the first of it came to be seen within the hour, seconds; nullopt = nothing has.
    [[nodiscard]] std::optional<double> bruise_age_s() const;

    [[nodiscard]] std::uint64_t state_digest() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::physiology
