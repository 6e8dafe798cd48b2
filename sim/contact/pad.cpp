#include "sim/contact/pad.hpp"

#include "sim/contact/contact_data.hpp"

#include <array>

namespace tactus::contact {

namespace {

constexpr Pad pad_of(const Cited& stiffness_pa_m, const Cited& blend_m, float transition_m,
                     float friction_stiffness_pa_m) {
    return {stiffness_pa_m.f(), transition_m, friction_stiffness_pa_m, blend_m.f()};
}

constexpr Pad palm = pad_of(palm_pad_stiffness_pa_m, palm_blend_m, 1.2e-3F, 6e6F);
constexpr Pad heel = pad_of(heel_pad_stiffness_pa_m, palm_blend_m, 1.0e-3F, 10e6F);
constexpr Pad edge = pad_of(heel_pad_stiffness_pa_m, fist_blend_m, 1.0e-3F, 10e6F);
constexpr Pad pulp = pad_of(thumb_pad_stiffness_pa_m, thumb_blend_m, 0.6e-3F, 20e6F);
constexpr Pad bony = pad_of(bony_pad_stiffness_pa_m, thumb_blend_m, 0.6e-3F, 20e6F);
constexpr Pad fist = pad_of(bony_pad_stiffness_pa_m, fist_blend_m, 0.6e-3F, 20e6F);
constexpr Pad forearm = pad_of(forearm_pad_stiffness_pa_m, palm_blend_m, 1.2e-3F, 6e6F);

} // namespace

const Pad& pad(ToolKind kind) {
    switch (kind) {
    case ToolKind::palm:
    case ToolKind::reinforced_palm:
    case ToolKind::cupped_hand:
        return palm;
    case ToolKind::heel:
        return heel;
    case ToolKind::ulnar_border:
        return edge;
    case ToolKind::thumb:
    case ToolKind::stacked_thumbs:
    case ToolKind::fingertips:
    case ToolKind::pincer:
        return pulp;
    case ToolKind::knuckles:
    case ToolKind::elbow:
        return bony;
    case ToolKind::fist:
        return fist;
    case ToolKind::forearm:
        break;
    }
    return forearm;
}

} // namespace tactus::contact
