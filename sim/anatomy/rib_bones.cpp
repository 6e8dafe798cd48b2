#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/layer_thickness.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>

namespace tactus::anatomy {

namespace {

/// A rib is one even arc, whatever the muscles over it do. The ends stay.
void even_course(std::span<Vec3> course) {
    for (int pass = 0; pass < 3; ++pass) {
        Vec3 before = course.front();
        for (std::size_t k = 1; k + 1 < course.size(); ++k) {
            const Vec3 here = course[k];
            course[k] = .25F * before + .5F * here + .25F * course[k + 1];
            before = here;
        }
    }
}

} // namespace

void lay_rib(BoneLayer& layer, int number, float side) {
    constexpr std::size_t pieces = 16;
    constexpr float first_angle = .26F;
    const Body& body = layer.body();
    const float s = layer.scale();
    const auto order = static_cast<float>(number - 1);
    // How far round the trunk a rib goes: the last two float. The 12th ends at u 0.45-0.50 (facts 4.1).
    const float reach = number <= 10 ? 1.66F : number == 11 ? 1.12F : .86F;
    const float drop = (.16F + .02F * order) * .9F;
    const Vec2 radii_m = Vec2(.0064F, number > 10 ? .0042F : .0060F) * s;
    std::array<Vec3, pieces + 1> course{};
    course[0] = thoracic_transverse_tip(layer, number, side);
    for (std::size_t k = 1; k <= pieces; ++k) {
        const float angle = math::mix(first_angle, reach, static_cast<float>(k) / pieces);
        const float cosine = math::cos(angle);
        const float v = thoracic_level(number) + drop * (1 - cosine);
        float half_width = body.half_width(v) - .020F;
        if (number <= 3) { // the cage narrows to its inlet
            half_width = std::min(half_width, math::mix(.085F, .135F, order / 3.0F) * s);
        }
        const float arch = float_pow(std::max(cosine, 0.0F), .75F);
        const float height =
            body.back_height(v) * (.47F + .45F * arch) - std::max(0.0F, angle - 1.57F) * .05F;
        const Vec3 about(body.spine_x(v) + side * half_width * math::sin(angle), height,
                         v * body.spine_length_m());
        course[k] = layer.beneath_trunk(about, radii_m.x);
    }
    even_course(course);
    Bone& bone = layer.start(sided("rib " + std::to_string(number), side), BoneKind::rib);
    add_chain(bone, course, radii_m, .0030F);
}

} // namespace tactus::anatomy
