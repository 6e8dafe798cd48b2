#pragma once
/// Hands that do the drill as it asks: the ghosts beside the student's own.

#include "sim/anatomy/anatomy.hpp"
#include "sim/drills/drill.hpp"
#include "sim/hands/stroke_file.hpp"

#include <array>
#include <memory>
#include <optional>

namespace tactus::app {

class ExpertHands {
public:
    ExpertHands(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy);

    /// The therapist's left and right hand at a time of the drill; nullopt while one is away. The first call
    /// works the whole drill out, some ten milliseconds.
    std::array<std::optional<hands::HandInput>, contact::side_count> at(double t_s);

private:
    drills::Drill drill_;
    std::shared_ptr<const anatomy::Anatomy> anatomy_;
    std::optional<hands::StrokeTrack> track_;
};

} // namespace tactus::app
