#pragma once
/// Hands that know how: smooth strokes or a steady hold as the drill's step asks. For the attract loop, for
/// pictures and for measuring speed. A pure function of (drill, body, time).

#include "engine/app/hands/input_source.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/drills/drill.hpp"

#include <memory>

namespace tactus::app {

class DemoStrokes final : public InputSource {
public:
    DemoStrokes(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy);

    session::InputFrame next(double t_s) override;

private:
    [[nodiscard]] session::InputFrame stroke(const scoring::Task& task, double t_s) const;
    [[nodiscard]] static session::InputFrame hold(const scoring::Task& task,
                                                  const anatomy::TriggerPoint& point, double t_s);

    drills::Drill drill_;
    std::shared_ptr<const anatomy::Anatomy> anatomy_;
};

} // namespace tactus::app
