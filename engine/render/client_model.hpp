#pragma once
/// Meshes and maps of one client, ready to be uploaded: made by make_client_model, a plain value afterwards.

#include "engine/render/hand_set.hpp"
#include "engine/render/lying.hpp"
#include "engine/render/renderer.hpp"
#include "engine/render/skin_look.hpp"
#include "engine/render/stage_mesh.hpp"
#include "sim/session/joint_places.hpp"

#include <array>
#include <memory>
#include <vector>

namespace tactus::render {

struct ClientModel {
    StageMesh skin;
    StageMesh hair;
    StageMesh sheet;
    StageMesh table;
    ByteMap skin_tint;                  ///< over the skin grid: square roots of the albedo, roughness
    ByteMap sheet_normals;              ///< normal * 0.5 + 0.5
    ByteMap table_light;                ///< over table_map_low..high: open sky, key, rim
    std::vector<Vec3> grid_positions;   ///< the skin grid at rest, 193 x 257
    std::vector<Vec3> grid_normals;     ///< raised_normals
    std::vector<float> grid_sky;        ///< relief_sky
    Vec2 grid_span_m = Vec2(.5F, .75F); ///< across its middle and along it
    std::shared_ptr<HandSet> hands;     ///< grows as tools come into use
    session::JointPlaces joints;
    SkinLook look;
    std::array<glm::vec4, 9> sky{}; ///< sky_harmonics
    Placement placement;            ///< the meshes are in the body's frame, whatever it is
    Tier tier = Tier::low;
};

/// The corners (x, z) of table_light on the table top.
inline constexpr Vec2 table_map_low(-0.40F, -0.20F);
inline constexpr Vec2 table_map_high(0.40F, 1.60F);

/// Cell of the skin's surface nets at a tier, metres (look.md 2.6).
float skin_cell_m(Tier tier);

/// How finely hands are meshed at a tier.
HandDetail hand_detail(Tier tier);

} // namespace tactus::render
