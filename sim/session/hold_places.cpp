#include "sim/session/hold_places.hpp"

#include "sim/bodies/joint_geometry.hpp"

namespace tactus::session {

namespace {

/// On the dorsal skin, as landmarks are: the nearest seen from above.
Vec2 over(const anatomy::SkinGrid& grid, Vec3 place_m) {
    const auto distance = [&](Vec3 skin_m) {
        const Vec2 aside(skin_m.x - place_m.x, skin_m.z - place_m.z);
        return glm::dot(aside, aside);
    };
    anatomy::GridPlace best{0, 0};
    float best_m2 = distance(grid.at(0, 0));
    for (int row = 0; row < anatomy::SkinGrid::rows; ++row) {
        for (int column = 0; column < anatomy::SkinGrid::columns; ++column) {
            if (const float m2 = distance(grid.at(column, row)); m2 < best_m2) {
                best_m2 = m2;
                best = {static_cast<float>(column), static_cast<float>(row)};
            }
        }
    }
    return anatomy::spine_coordinates(grid, best);
}

} // namespace

HoldPlaces find_hold_places(const anatomy::Anatomy& anatomy) {
    const bodies::JointGeometry joints(anatomy.bones);
    HoldPlaces places{.metres_per_unit = {anatomy.skin.half_biacromial_m, anatomy.skin.spine_length_m}};
    for (int hold = 1; hold < contact::hold_count; ++hold) {
        for (const bool right : {false, true}) {
            places.spine[static_cast<std::size_t>(hold)][right ? 1 : 0] =
                over(anatomy.skin, joints.grip(static_cast<contact::Hold>(hold), right).place_m);
        }
    }
    return places;
}

} // namespace tactus::session
