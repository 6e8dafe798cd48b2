#pragma once
/// A whole drill as the simulated expert does it, for a run to show: the strokes that students are compared
/// with.

#include "engine/app/hands/input_source.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/drills/drill.hpp"
#include "sim/hands/stroke_file.hpp"

#include <memory>
#include <optional>

namespace tactus::app {

class ExpertInput final : public InputSource {
public:
    ExpertInput(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy);

    session::InputFrame next(double t_s) override;

private:
    drills::Drill drill_;
    std::shared_ptr<const anatomy::Anatomy> anatomy_;
    std::optional<hands::StrokeTrack> track_; ///< made with the first frame, on the session's thread
};

} // namespace tactus::app
