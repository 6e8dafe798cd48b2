#pragma once
/// Muscles as a picture over spine coordinates: fibres, sinews and the clefts between muscles, finer than any
/// mesh. Made when the anatomy view is first asked for.

#include "engine/render/stage_mesh.hpp"
#include "sim/anatomy/muscles.hpp"
#include "sim/math/vec.hpp"

#include <vector>

namespace tactus::render {

class DeepLayer;

/// |u| and v at the first and last texel; the arm's map follows in the rows below.
inline constexpr Vec2 muscle_map_low(0, -.36F);
inline constexpr Vec2 muscle_map_high(1.35F, 1.50F);
inline constexpr float muscle_map_trunk = .80F; ///< share of its rows that shows the trunk

/// Where a place of the trunk lies on the map.
Vec2 trunk_on_map(float u, float v);

/// Where a place of an arm lies: turn around the limb 0..1 from inside over the back of it to outside and on;
/// along it 0 at the shoulder, .5 at the elbow, 1 at the wrist.
Vec2 arm_on_map(float turn, float along);

inline constexpr std::uint32_t muscle_map_levels = 6;

struct MuscleMap {
    ByteMap paint;          ///< square roots of the linear albedo, and the height of the fibres
    std::vector<int> names; ///< by texel: as superficial_id and deep_id tell; 0 = nothing with a name
};

/// deep_layer: the muscles under the superficial ones; null = those, alike on every client. About a second.
MuscleMap make_muscle_map(const DeepLayer* deep_layer);

/// Numbers of muscles on the maps, 1 .. 255.
int superficial_id(anatomy::Muscle muscle);
int deep_id(int muscle); ///< of DeepLayer; of nothing (-1): 0

/// The number of what lies at spine coordinates in a layer of the peel, 2 or 3; 0 = nothing with a name.
int muscle_id(const DeepLayer& deep, int layer, Vec2 spine);

} // namespace tactus::render
