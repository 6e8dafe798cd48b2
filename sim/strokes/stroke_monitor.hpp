#pragma once
/// Gathers the trace while a run goes on, and gives the live figures of flow.

#include "sim/anatomy/anatomy.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace tactus::strokes {

/// What the screen and the client can know at once; no rubric in it.
struct LiveFlow {
    float flow = 0;            ///< 0..1: pace, continuity, smoothness of the last 30 s
    float speed_m_s = 0;       ///< of the leading hand, smoothed over 0.1 s
    float stroke_period_s = 0; ///< of the last strokes; 0 = not yet
    int strokes = 0;           ///< finished so far
    int contact_breaks = 0;    ///< of more than 0.3 s
    float coverage = 0;        ///< share of the worked region that got its dose; filled by the drill
};

/// One step of a run, but for the hands.
struct Moment {
    double t_s;
    int drill_step;
    float discomfort;                        ///< 0.5..10
    float guarding;                          ///< 0..1
    std::span<const float> skin_pressure_pa; ///< 97 x 129
    BodyMotion body;
    contact::Product product = contact::Product::oil;
};

class StrokeMonitor {
public:
    /// areas: of the client's condition, of which each hand's load is kept; they must outlive the monitor.
    explicit StrokeMonitor(const anatomy::Anatomy& anatomy, std::span<const client::SkinArea> areas = {});

    /// One step of 1/240 s. Samples every second step.
    void step(const Moment& now, const std::array<contact::ContactReport, contact::side_count>& reports,
              const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools);

    /// The student marks a place on the skin.
    void mark(const PointMark& place) { trace_.marks.push_back(place); }

    [[nodiscard]] const ContactTrace& trace() const { return trace_; }

    [[nodiscard]] const LiveFlow& live() const { return live_; }

private:
    /// The movement of one hand under way, for counting strokes as they happen.
    struct Movement {
        Vec2 travel_m{0};
        double begin_s = 0;
        double path_m = 0;
        double last_moving_s = -1;
        double last_stroke_begin_s = -1; ///< of the stroke before, for the period
        Vec2 last_stroke_travel_m{0};
    };

    [[nodiscard]] HandSample sample_of(std::size_t side, const contact::ContactReport& report,
                                       const std::optional<contact::PosedTool>& tool);
    void follow(Movement& movement, const HandSample& hand, double t_s);
    void finish_movement(Movement& movement);
    void update_contact(const TraceSample& sample);
    void update_flow();

    const anatomy::Anatomy* anatomy_;
    std::span<const client::SkinArea> areas_;
    ContactTrace trace_;
    LiveFlow live_;
    std::array<anatomy::GridPlace, contact::side_count>
        places_; ///< where each hand was last: the search starts there
    std::array<Movement, contact::side_count> movements_;
    std::uint64_t steps_ = 0;
    double last_contact_s_ = -1;
};

} // namespace tactus::strokes
