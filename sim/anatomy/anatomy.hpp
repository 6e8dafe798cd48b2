#pragma once
/// One client's back as the other rooms read it: skin grid, layers, muscles, bones, regions, trigger points.
/// Made once from a few parameters; deterministic; a plain value afterwards.

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/bones.hpp"
#include "sim/anatomy/landmarks.hpp"
#include "sim/anatomy/muscles.hpp"
#include "sim/anatomy/regions.hpp"
#include "sim/anatomy/skin_grid.hpp"
#include "sim/anatomy/trigger_points.hpp"

#include <memory>
#include <vector>

namespace tactus::anatomy {

/// Thickness of the layers under each point of the skin grid, in metres, and what lies there. The whole
/// column is 7 to 52 mm deep, grows by at most about half in 10 mm, and columns along `inward` do not cross.
/// All vectors have SkinGrid::columns * SkinGrid::rows entries, row by row.
struct LayerMap {
    std::vector<float> skin_m;
    std::vector<float> fat_m;
    std::vector<float> muscle_m; ///< down to bone, or to the soft base where no bone lies below (loin, flank)
    std::vector<std::uint8_t>
        muscle;              ///< index of the superficial muscle (Muscle), for stiffness, name and score
    std::vector<Vec3> fibre; ///< unit fibre direction in the body frame, along the skin
    std::vector<std::int16_t>
        bone;                 ///< index of the bone under the column in Bones::bones, or -1 for soft base
    std::vector<Vec3> inward; ///< unit direction of the column into the body, low-passed over about 40 mm
};

/// One client, whole. A plain value: copy it or share it; nothing in it changes afterwards.
struct Anatomy {
    BodyParameters parameters;
    std::shared_ptr<const Body> body; ///< the implicit body (skin field), for meshing and casting
    SkinGrid skin;
    LayerMap layers;
    Bones bones;
    std::vector<Landmark> landmarks;
    std::vector<TriggerPoint> trigger_points; ///< those present in this client; may be empty
};

/// Builds everything. About a second. trigger_points: ids of facts 4.3 with activity, from the client file.
Anatomy make_anatomy(const BodyParameters& parameters, std::span<const TriggerPointChoice> trigger_points);

} // namespace tactus::anatomy
