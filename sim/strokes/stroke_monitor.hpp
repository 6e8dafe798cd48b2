#pragma once
/// Gathers the trace while a run goes on, and gives the live figures of flow.

#include "sim/anatomy/anatomy.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <array>
#include <memory>
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

class StrokeMonitor {
public:
    explicit StrokeMonitor(const anatomy::Anatomy& anatomy);

    /// One step of 1/240 s. skin_pressure_pa: 97 x 129. Samples every second step.
    void step(double t_s, const std::array<contact::ContactReport, contact::side_count>& reports,
              const std::array<std::optional<contact::PosedTool>, contact::side_count>& tools,
              std::span<const float> skin_pressure_pa, float discomfort, float guarding, int drill_step);

    [[nodiscard]] const ContactTrace& trace() const { return trace_; }
    [[nodiscard]] const LiveFlow& live() const { return live_; }

private:
    const anatomy::Anatomy* anatomy_;
    ContactTrace trace_;
    LiveFlow live_;
};

} // namespace tactus::strokes
