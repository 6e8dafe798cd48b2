#pragma once
/// Simple tools laid on a client's back: a pad of spheres for the palm, one capsule for the thumb.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/pad.hpp"
#include "sim/contact/soft_surface.hpp"
#include "sim/contact/tool.hpp"
#include "sim/tissue/back_solver.hpp"

#include <array>
#include <optional>

namespace tactus::tissue::test {

/// One client for all tests of a file; made once.
inline const anatomy::Anatomy& client() {
    static const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    return anatomy;
}

inline contact::PosedTool laid_thumb(const anatomy::Anatomy& anatomy, float u, float v, float force_n) {
    const anatomy::SurfacePoint s = anatomy::surface(anatomy.skin, anatomy::locate(anatomy.skin, u, v));
    contact::PosedTool tool;
    tool.kind = contact::ToolKind::thumb;
    tool.centre = s.position;
    tool.approach = -s.normal;
    tool.forward = -s.along;
    tool.commanded_force_n = force_n;
    tool.lubricant = 0.7F;
    tool.travel_stop_m = 0.028F;
    const Vec3 tip = s.position + s.normal * 0.0105F;
    tool.pressing = {{tip, tip + s.along * 0.025F + s.normal * 0.015F, 0.010F, 0.011F}};
    return tool;
}

inline contact::PosedTool laid_palm(const anatomy::Anatomy& anatomy, float u, float v, float force_n) {
    contact::PosedTool tool = laid_thumb(anatomy, u, v, force_n);
    tool.kind = contact::ToolKind::palm;
    tool.travel_stop_m = 0.035F;
    tool.pressing.clear();
    for (int i = -2; i <= 2; ++i) {
        for (int j = -2; j <= 2; ++j) {
            const float du = 0.018F * static_cast<float>(i) / anatomy.skin.half_biacromial_m;
            const float dv = 0.018F * static_cast<float>(j) / anatomy.skin.spine_length_m;
            const anatomy::SurfacePoint s =
                anatomy::surface(anatomy.skin, anatomy::locate(anatomy.skin, u + du, v + dv));
            const Vec3 centre = s.position + s.normal * 0.0155F;
            tool.pressing.push_back({centre, centre, 0.015F, 0.015F});
        }
    }
    contact::share_surface(tool.pressing, tool.approach, contact::pad(tool.kind).blend_m);
    return tool;
}

using Tools = std::array<std::optional<contact::PosedTool>, contact::side_count>;

inline Tools right(contact::PosedTool tool) { return {std::nullopt, std::move(tool)}; }

} // namespace tactus::tissue::test
