#pragma once
/// The flesh of a tool between its bones and the skin it presses: how it gives way, grips and melts together.

#include "sim/contact/tool.hpp"

namespace tactus::contact {

/// Constants of one kind of flesh; those from nature in contact_data.hpp.
struct Pad {
    float stiffness_pa_m;          ///< pressure for each metre that it gives way
    float transition_m;            ///< width of its quadratic start: flesh touches softly, bone hardly
    float friction_stiffness_pa_m; ///< of its skin before it slides, as a share of the stiffness that keeps
                                   ///< the solver's blocks well conditioned
    float blend_m;                 ///< over what width its capsules are one surface
};

/// Of a tool. Pure.
const Pad& pad(ToolKind kind);

} // namespace tactus::contact
