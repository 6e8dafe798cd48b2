#pragma once
/// The hand of a simulated student: ideal motion plus the spread of a skill. Internal to drills.

#include "sim/drills/technique.hpp"

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tactus::drills {

/// What a skill does to a motion. Spreads are standard deviations.
struct Skill {
    float force_bias = 1;    ///< factor on every wanted force
    float force_spread = 0;  ///< log, from stroke to stroke
    float force_wander = 0;  ///< log, within a stroke: the weight comes and goes
    float uneven_hands = 0;  ///< log, of the right hand's force over the left's where both stroke
    float period_spread = 0; ///< share, from stroke to stroke
    float pace = 1;          ///< factor on speed
    float lane_shift = 0;    ///< of a broad hand off its lane, away from the spine, in u
    float lane_spread = 0;   ///< the same from stroke to stroke
    float tremor = 0;        ///< share of force and speed, at 2.5 Hz
    float jerk = 0;          ///< share of speed of each of the sub-movements that a stroke falls into
    float return_n = 3;      ///< on the way back
    float ramp_s = 0.9F;     ///< from touch to weight
    float aim_error_m = 0;   ///< beside a point, or of a narrow tool beside its line, away from the spine
    float hold_error = 0;    ///< share by which a hold is shorter than the shortest right one
    float hold_sway = 0;     ///< share of the force of a hold, at half a hertz
    int lifts = 0;           ///< contact breaks in a region
    bool searches = true;    ///< strums across the fibre before pressing
    int asks_every = 1;      ///< of the questions that are due, asks every so many; 0 = none
};

Skill skill_of(Quality quality);

/// Keeps the rows, the random streams and the clock of one performance.
class Performer {
public:
    Performer(const Skill& skill, std::uint64_t seed) : skill_(skill), seed_(seed) {}

    /// Where and how fast strokes run, until end_s, with one hand or two in step.
    struct Lanes {
        double begin_s = 0;
        double end_s = 0;
        std::vector<contact::Side> hands; ///< two: the left hand takes the negative side
        std::vector<float> lane_u;        ///< one stroke after the other; |u| for two hands
        float v_from = 1;                 ///< where the loaded stroke begins
        float v_to = 0;                   ///< and ends
        double up_s = 4;                  ///< ideal time of the loaded stroke, and of the way back
        double back_s = 2.6;
        float flank_u = 0.2F; ///< how far the return swings out
        contact::ToolKind tool = contact::ToolKind::palm;
        float oil = 0;
    };

    /// Strokes up and back over the lanes. force_at: wanted force of a stroke whose middle is at t_s,
    /// newtons.
    void stroke(const Lanes& lanes, const std::function<float(double)>& force_at);

    /// From the force of the search to that of the hold, newtons.
    struct HoldForce {
        float from_n = 0;
        float to_n = 0;
    };

    /// A time and a place on the skin.
    struct Spot {
        double begin_s = 0;
        double end_s = 0;
        float u = 0;
        float v = 0;
        contact::ToolKind tool = contact::ToolKind::thumb;
    };

    /// Strums across the fibre around the spot.
    void search(const Spot& spot, float force_n);

    /// Ramps up within ramp_s, holds for hold_s and ramps down as slowly, all within the spot's time.
    void hold(const Spot& spot, HoldForce force, float hold_s, float ramp_s = 4);

    /// Says at the end of a spot's time: here is a point; where this student takes it to be.
    void mark(const Spot& spot);

    /// Rows that were made elsewhere.
    void add(std::span<const PerformedRow> rows);

    /// Runs a tool along the spine, up and down: what must never be done.
    void press_along_spine(double begin_s, double end_s, float force_n);

    /// Puts an event on the first row at or after t_s that has none; students who do not ask leave questions
    /// out.
    void event(double t_s, std::string text);

    /// All rows in time order; the performance is over.
    std::vector<PerformedRow> rows();

private:
    struct Cycle {
        double begin_s;
        double up_s;
        double back_s;
        float force_n = 0;
        float lane_u = 0;
        std::uint64_t number = 0; ///< of this performance
        double share = 1;         ///< of the way that there is time for
        bool lifts = false;       ///< the hand loses contact on the way back
        bool last = false;        ///< lifted off at its end
    };

    void add_cycle(const Lanes& lanes, const Cycle& cycle);

    /// What a loaded stroke weighs now; the first of a step begins from no contact.
    struct Weight {
        float force_n;
        bool first;
    };

    /// Of a loaded stroke, between the light turns at its ends.
    [[nodiscard]] float between_turns(const Cycle& cycle, Weight weight, float since_s) const;

    /// How far from its lane this student leads a tool, in u: a thumb follows a line as well as it finds a
    /// point.
    struct OffLane {
        float shift_u;
        float spread_u;
    };

    [[nodiscard]] OffLane off_lane(contact::ToolKind tool) const;
    float draw(std::uint64_t stream);
    /// Of one of the waves of a cycle, in turns.
    [[nodiscard]] float phase(const Cycle& cycle, std::uint64_t wave) const;
    /// What one hand's stroke weighs, newtons, as it comes and goes: two hands are never quite alike.
    [[nodiscard]] float wandering(const Cycle& cycle, contact::Side hand, float since_s) const;
    /// How far ahead of an even way of length_s the sub-movements bring the hand, as a share of it. since_s:
    /// of the cycle; along: share of the way's time.
    [[nodiscard]] float jerked(const Cycle& cycle, float since_s, double length_s, float along) const;
    [[nodiscard]] float tremble(double t_s) const;
    /// A point that was meant, as this student hits it.
    [[nodiscard]] Spot aimed(Spot spot) const;
    void add(PerformedRow row);

    Skill skill_;
    std::uint64_t seed_;
    std::uint64_t drawn_ = 0;
    std::uint64_t cycles_ = 0;
    int questions_ = 0;              ///< that were due so far
    std::vector<PerformedRow> rows_; ///< not in order of time until the performance is over
    std::vector<std::pair<double, std::string>> events_;
};

} // namespace tactus::drills
