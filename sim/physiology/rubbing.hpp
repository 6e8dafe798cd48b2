#pragma once
/// Friction across the fibres under one hand: finger and skin go to and fro as one, a few times a second
/// (facts 5.7; strokes: cross-fibre friction). It numbs the place more than a hold does.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <optional>

namespace tactus::physiology {

/// How a narrow tool moves against the superficial muscle under it, m/s.
struct FibreMotion {
    float across_m_s = 0; ///< of the tool along the skin, square to the fibres; signed
    float along_m_s = 0;
    float slip_m_s = 0; ///< over the skin
};

/// nullopt for a tool that does not touch, presses less than a newton or is broad. Pure.
std::optional<FibreMotion> fibre_motion(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                                        const std::optional<contact::PosedTool>& tool);

/// Follows one hand from turn to turn.
class Rubbing {
public:
    /// One step of 1/240 s.
    void step(const std::optional<FibreMotion>& motion);

    /// The last turns came as those of cross-fibre friction do.
    [[nodiscard]] bool rubs() const;

    /// Calls `put` with every number of the state while the hand rubs: a hand that has never done so has the
    /// digest that it had before there was rubbing.
    template <class Put> void visit(Put put) const {
        if (right_turns_ == 0) {
            return;
        }
        for (const float value :
             {heading_, since_turn_s_, across_m_, along_m_, slip_m_, static_cast<float>(right_turns_)}) {
            put(value);
        }
    }

private:
    [[nodiscard]] bool right_half_beat() const;
    void turn(float heading);

    float heading_ = 0; ///< sign of the way under way; 0 = none yet
    float since_turn_s_ = 0;
    float across_m_ = 0; ///< ways since the turn
    float along_m_ = 0;
    float slip_m_ = 0;
    int right_turns_ = 0; ///< in a row
};

} // namespace tactus::physiology
