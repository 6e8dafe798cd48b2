#include "engine/render/structures.hpp"

#include "sim/anatomy/skin_grid.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

/// The bone under the column of the tissue there, if any.
std::string_view bone_name(const anatomy::Anatomy& anatomy, Vec2 spine) {
    using anatomy::SkinGrid;
    const anatomy::GridPlace place = anatomy::locate(anatomy.skin, spine.x, spine.y);
    const int column = std::clamp(static_cast<int>(std::lround(place.column)), 0, SkinGrid::columns - 1);
    const int row = std::clamp(static_cast<int>(std::lround(place.row)), 0, SkinGrid::rows - 1);
    const std::int16_t bone = anatomy.layers.bone[SkinGrid::index(column, row)];
    return bone < 0 ? std::string_view() : anatomy.bones.bones[static_cast<std::size_t>(bone)].name;
}

/// Where no deep muscle is, a superficial one lies on the bone or nothing is.
std::string_view deep_name(const DeepLayer& deep, Vec2 spine) {
    const std::string_view name = deep.name(deep.at(spine.x, spine.y).muscle);
    const anatomy::Muscle over = anatomy::muscle_at(spine.x, spine.y).muscle;
    return name.empty() && lies_on_bone(over) ? anatomy::muscle_name(over) : name;
}

} // namespace

std::string_view structure_name(const anatomy::Anatomy& anatomy, const DeepLayer& deep, int layer,
                                Vec2 spine) {
    switch (layer) {
    case 2:
        return anatomy::muscle_name(anatomy::muscle_at(spine.x, spine.y).muscle);
    case 3:
        return deep_name(deep, spine);
    case 4:
        return bone_name(anatomy, spine);
    default:
        return {};
    }
}

} // namespace tactus::render
