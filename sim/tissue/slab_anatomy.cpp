#include "sim/tissue/slab_anatomy.hpp"

namespace tactus::tissue {

anatomy::Anatomy make_slab_anatomy(const SlabThickness& thickness) {
    using anatomy::SkinGrid;
    constexpr std::size_t count = static_cast<std::size_t>(SkinGrid::columns) * SkinGrid::rows;
    const float height = thickness.skin_m + thickness.fat_m + thickness.muscle_m;
    anatomy::Anatomy slab;
    slab.parameters.sex = anatomy::Sex::male;
    slab.skin.half_biacromial_m = 0.2F;
    slab.skin.spine_length_m =
        slab_skin_spacing_m * (SkinGrid::rows - 1) / (SkinGrid::v_last - SkinGrid::v_first);
    slab.skin.position.reserve(count);
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            slab.skin.position.emplace_back(
                slab_skin_spacing_m * (static_cast<float>(column) - 0.5F * (SkinGrid::columns - 1)), height,
                slab_skin_spacing_m * (static_cast<float>(row) - 0.5F * (SkinGrid::rows - 1)));
        }
    }
    slab.skin.normal.assign(count, Vec3{0, 1, 0});
    slab.skin.smooth_normal = slab.skin.normal;
    slab.layers.skin_m.assign(count, thickness.skin_m);
    slab.layers.fat_m.assign(count, thickness.fat_m);
    slab.layers.muscle_m.assign(count, thickness.muscle_m);
    slab.layers.muscle.assign(count, static_cast<std::uint8_t>(anatomy::Muscle::trapezius_middle));
    slab.layers.fibre.assign(count, Vec3{0, 0, 1});
    slab.layers.bone.assign(count, 0);
    slab.bones.bones.push_back({"base", anatomy::BoneKind::vertebra, {}, {}, {}});
    slab.bones.boxes.push_back({});
    slab.layers.inward.assign(count, Vec3{0, -1, 0});
    return slab;
}

} // namespace tactus::tissue
