#pragma once
/// Hands that hold a bone instead of pressing: what they ask of the joints, and how they ride on what they
/// hold.

#include "sim/bodies/skeleton.hpp"
#include "sim/contact/tool.hpp"
#include "sim/physiology/physiology.hpp"
#include "sim/session/joint_places.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <array>
#include <optional>
#include <vector>

namespace tactus::session {

using Tools = std::array<std::optional<contact::PosedTool>, contact::side_count>;

/// What each hand holds; Hold::none for one that presses or is away. Pure.
std::array<contact::HeldPart, contact::side_count> holds_of(const Tools& tools);

/// The hands that the tissue feels: those that hold nothing. Pure.
Tools pressing(const Tools& tools);

/// The motion of the joints as it can be seen. Pure.
strokes::BodyMotion body_motion(const bodies::Joints& joints);

/// How the shoulder girdles have gone, right before left. Pure.
std::array<GirdleMotion, 2> girdle_motions(const bodies::Joints& joints);

/// What the muscles between the joints feel. Pure.
std::vector<physiology::Stretch> stretches_of(const bodies::Joints& joints);

class HoldingHands {
public:
    /// Lays each hand that holds where its bone has gone, with the speed of that.
    void ride(Tools& tools, const bodies::Joints& joints);

private:
    std::array<std::optional<Vec3>, contact::side_count> last_m_; ///< how far it had been carried
};

} // namespace tactus::session
