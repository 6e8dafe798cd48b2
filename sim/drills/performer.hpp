#pragma once
/// The hand of a simulated student: ideal motion plus the spread of a skill. Internal to drills.

#include "sim/drills/technique.hpp"

#include <functional>

namespace tactus::drills {

/// What a skill does to a motion. Spreads are standard deviations.
struct Skill {
    float force_bias = 1;    ///< factor on every wanted force
    float force_spread = 0;  ///< log, from stroke to stroke
    float period_spread = 0; ///< share, from stroke to stroke
    float pace = 1;          ///< factor on speed
    float lane_shift = 0;    ///< off the lane, in u
    float lane_spread = 0;   ///< in u, from stroke to stroke
    float tremor = 0;        ///< share of force and speed, at 2.5 Hz
    float return_n = 3;      ///< on the way back
    float ramp_s = 0.9F;     ///< from touch to weight
    float aim_error_m = 0;   ///< beside a point
    int lifts = 0;           ///< contact breaks in a minute
    bool searches = true;    ///< strums across the fibre before pressing
    bool asks = true;        ///< checks in with the client
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
        std::vector<contact::Side> hands; ///< the left hand takes the negative side
        float lane_u = 0;                 ///< |u|; with one hand the lane is on the client's right
        float v_low = 0;                  ///< shoulder end
        float v_high = 1;                 ///< sacral end
        double up_s = 4;                  ///< ideal time up, and back
        double back_s = 2.6;
        float flank_u = 0.2F; ///< how far the return swings out
    };

    /// Strokes up and back over the lanes. force_at: wanted force of a stroke whose middle is at t_s,
    /// newtons.
    void stroke(const Lanes& lanes, const std::function<float(double)>& force_at);

    /// From the force of the search to that of the hold, newtons.
    struct HoldForce {
        float from_n = 0;
        float to_n = 0;
    };

    /// Strums a thumb across the fibre around (u, v).
    void search(double begin_s, double end_s, float u, float v, float force_n);

    /// Ramps up within 4 s, holds and ramps down within 4 s at (u, v).
    void hold(double begin_s, double end_s, float u, float v, HoldForce force);

    /// Runs a tool along the spine, up and down: what must never be done.
    void press_along_spine(double begin_s, double end_s, float force_n);

    /// Puts an event on the first row at or after t_s; students who do not ask leave it out.
    void event(double t_s, std::string text);

    /// All rows in time order; the performance is over.
    std::vector<PerformedRow> rows();

private:
    struct Cycle {
        double begin_s;
        double up_s;
        double back_s;
        float force_n = 0;
        float shift_u = 0;
        bool lifts = false; ///< the hand loses contact on the way back
        bool last = false;  ///< lifted off at its end
    };

    void add_cycle(const Lanes& lanes, const Cycle& cycle);
    float draw(std::uint64_t stream);
    [[nodiscard]] float tremble(double t_s) const;
    void add(PerformedRow row);

    Skill skill_;
    std::uint64_t seed_;
    std::uint64_t drawn_ = 0;
    std::uint64_t cycles_ = 0;
    std::vector<PerformedRow> rows_;
};

} // namespace tactus::drills
