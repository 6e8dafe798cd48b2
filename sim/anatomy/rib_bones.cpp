#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>

namespace tactus::anatomy {

void lay_rib(BoneLayer& layer, int number, float side) {
    constexpr std::size_t pieces = 12;
    constexpr float first_angle = .26F;
    const Body& body = layer.body();
    const float s = layer.scale();
    const auto order = static_cast<float>(number - 1);
    // How far round the trunk a rib goes: the last two float. The 12th ends at u 0.45-0.50 (facts 4.1).
    const float reach = number <= 10 ? 1.66F : number == 11 ? 1.12F : .86F;
    const float drop = (.16F + .02F * order) * .9F;
    const float f = layer.cover(0, .5F);
    // Trapezius, rhomboid and a thin erector lie over the upper ribs, a thick erector over the last, and the
    // rib dives under it to its vertebra (facts 3.1).
    const float over_angle =
        math::mix(.016F, .026F, math::smoothstep(7.0F, 12.0F, static_cast<float>(number))) * s;
    std::array<Vec3, pieces + 1> course{};
    course[0] = thoracic_transverse_tip(layer, number, side);
    for (std::size_t k = 1; k <= pieces; ++k) {
        const float angle = math::mix(first_angle, reach, static_cast<float>(k) / pieces);
        const float cosine = math::cos(angle);
        const float v = thoracic_level(number) + drop * (1 - cosine);
        const float top = body.back_height(v);
        float half_width = body.half_width(v) - .014F - f;
        if (number <= 3) { // the cage narrows to its inlet
            half_width = std::min(half_width, math::mix(.085F, .135F, order / 3.0F) * s);
        }
        const float muscle = over_angle + .008F * s * (1 - math::smoothstep(.26F, .62F, angle));
        const float arch = float_pow(std::max(cosine, 0.0F), .75F);
        const float height =
            top * .47F + (top * .53F - muscle - f) * arch - std::max(0.0F, angle - 1.57F) * .05F;
        course[k] =
            Vec3(body.spine_x(v) + side * half_width * math::sin(angle), height, v * body.spine_length_m());
    }
    Bone& bone = layer.start(sided("rib " + std::to_string(number), side), BoneKind::rib);
    add_chain(bone, course, Vec2(.0064F, number > 10 ? .0042F : .0060F) * s, .0030F);
}

} // namespace tactus::anatomy
