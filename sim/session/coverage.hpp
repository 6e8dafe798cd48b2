#pragma once
/// How much of the zone that a drill step names has had its dose of pressure, and where nothing is asked,
/// which skin has been worked since the start: for the live map and figure.

#include "sim/anatomy/anatomy.hpp"
#include "sim/scoring/task.hpp"

#include <span>
#include <vector>

namespace tactus::session {

class Coverage {
public:
    explicit Coverage(const anatomy::Anatomy& anatomy);

    /// dose_pa_s: on the skin field (97 x 129), since the start.
    void update(std::span<const double> dose_pa_s, const scoring::Task& task);

    /// Dose over wanted dose, clamped to 0..1, on the skin field; 0 outside the zone. Of a task without a
    /// zone, the dose over one that shows that skin was worked.
    [[nodiscard]] std::span<const float> map() const { return map_; }

    /// Share of the zone's points that have had the whole dose; 0 without a zone.
    [[nodiscard]] float share() const { return share_; }

private:
    std::vector<Vec2> places_; ///< spine coordinates of the field's points
    std::vector<float> map_;
    float share_ = 0;
};

} // namespace tactus::session
