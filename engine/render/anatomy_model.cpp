#include "engine/render/anatomy_model.hpp"

#include "engine/render/deep_layer.hpp"
#include "engine/render/muscle_map.hpp"
#include "engine/render/near_bones.hpp"
#include "engine/render/stage_parts.hpp"
#include "sim/anatomy/bones.hpp"
#include "sim/anatomy/surface_mesh.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/session/joint_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

namespace tactus::render {
namespace {

using anatomy::BoneKind;

constexpr float anatomy_hem_v = 1.40F; ///< the sheet lies over what is below
constexpr float nape_m = -.13F;        ///< the head keeps its flesh
constexpr float crown_m = -.34F;
constexpr float skin_m = .0025F;        ///< where the layer map does not reach
constexpr float superficial_m = .0065F; ///< from the top of the superficial muscles to the deep ones
constexpr float trunk_u = 1.0F;         ///< beyond it, below the shoulder, is an arm
constexpr float bone_reach_m = .05F;    ///< no bone is looked for farther away
constexpr float thinnest_m = .0018F;    ///< half a shoulder blade, where it is a plate

class Layers {
public:
    explicit Layers(const anatomy::Anatomy& anatomy)
        : anatomy_(anatomy), body_(*anatomy.body), bac_m_(body_.half_biacromial_m()),
          length_m_(body_.spine_length_m()), far_bones_(anatomy::make_far_bones(body_, anatomy.bones)),
          bones_(std::array<const anatomy::Bones*, 2>{&anatomy.bones, &far_bones_}, bone_reach_m) {}

    [[nodiscard]] float depth(Layer layer, Vec3 p) const {
        const float fat = fat_m(p);
        switch (layer) {
        case Layer::fat:
            return .6F * skin_m;
        case Layer::muscle:
            return skin_m + fat;
        default:
            return skin_m + fat + superficial_m;
        }
    }

    [[nodiscard]] float distance(Layer layer, Vec3 p) const {
        return layer == Layer::bone ? bones_.at(p).distance_m : body_.skin_distance(p) + depth(layer, p);
    }

    /// On the picture of the muscles; z: 1 on the trunk, 0 on an arm.
    [[nodiscard]] Vec3 on_map(Vec3 p) const {
        const float v = p.z / length_m_;
        const float u = (p.x - body_.spine_x(v)) / bac_m_;
        return is_arm(u, v) ? Vec3(arm_place(p), 0) : Vec3(trunk_on_map(u, v), 1);
    }

    /// What carries a place, as layer.vert reads it: shares of shoulder blade, arm and spine; then 1 = flesh,
    /// which goes with what lies around it.
    [[nodiscard]] std::uint32_t carried(Layer layer, Vec3 p) const {
        if (layer != Layer::bone) {
            return packed(session::blade_share(anatomy_, p.x > 0, p), 0, 0, 1);
        }
        switch (bone_at(p)) {
        case BoneKind::scapula:
            return packed(1, 0, 0, 0);
        case BoneKind::humerus:
        case BoneKind::forearm:
        case BoneKind::hand:
            return packed(0, 1, 0, 0);
        case BoneKind::clavicle: // hangs on the breastbone
            return packed(0, math::smoothstep(.02F, .8F * bac_m_, std::fabs(p.x)), 0, 0);
        case BoneKind::rib:
        case BoneKind::sternum:
            return packed(0, 0, 0, 0);
        default:
            return packed(0, 0, 1, 0);
        }
    }

    [[nodiscard]] const anatomy::Body& body() const { return body_; }

private:
    [[nodiscard]] BoneKind bone_at(Vec3 p) const {
        const anatomy::Bone* bone = bones_.at(p).bone;
        return bone == nullptr ? BoneKind::vertebra : bone->kind;
    }

    static bool is_arm(float u, float v) { return std::fabs(u) > trunk_u && v > .57F; }

    [[nodiscard]] float fat_m(Vec3 p) const {
        const float v = p.z / length_m_;
        const float u = (p.x - body_.spine_x(v)) / bac_m_;
        const float limb = math::smoothstep(.95F, 1.15F, std::fabs(u));
        return math::mix(body_.fat(std::clamp(u, -1.2F, 1.2F), v), .0035F, limb);
    }

    [[nodiscard]] Vec2 arm_place(Vec3 p) const {
        const Vec3 q(std::fabs(p.x), p.y, p.z);
        const bool upper = p.z < body_.elbow().z;
        const Vec3 a = upper ? body_.shoulder() : body_.elbow();
        const Vec3 b = upper ? body_.elbow() : body_.wrist();
        const Vec3 axis = (b - a) / glm::dot(b - a, b - a);
        const float along = math::clamp01(glm::dot(q - a, axis));
        const Vec3 off = q - a - (b - a) * along;
        // From below, where no one looks, around over the back of the arm.
        const float turn = .5F + std::atan2(-off.x, off.y) / 6.2831853F;
        return arm_on_map(turn, .5F * along + (upper ? 0 : .5F));
    }

    const anatomy::Anatomy& anatomy_;
    const anatomy::Body& body_;
    float bac_m_;
    float length_m_;
    anatomy::Bones far_bones_;
    NearBones bones_;
};

/// Sky left open by the layer itself: its field along the normal.
float own_sky(const Layers& layers, Layer layer, Vec3 position, Vec3 normal) {
    float open = 1;
    for (const float step : {.004F, .010F, .022F, .045F}) {
        open -=
            .24F * std::clamp((step - layers.distance(layer, position + normal * step)) / step, 0.0F, 1.0F);
    }
    return std::clamp(open, .15F, 1.0F);
}

StageMesh make_layer(const Layers& layers, Layer layer, float cell_m) {
    const anatomy::Body& body = layers.body();
    const float reach = std::max(body.elbow().x, body.wrist().x) + .10F;
    const float hem_m = anatomy_hem_v * body.spine_length_m();
    const float top_m = layer == Layer::bone ? crown_m : nape_m;
    // A plate thinner than cells are wide would be meshed with holes.
    const float thicker_m = layer == Layer::bone ? std::max(.68F * cell_m - thinnest_m, 0.0F) : 0.0F;
    const auto field = [&](Vec3 p) {
        return std::max(layers.distance(layer, p) - thicker_m, std::max(top_m - p.z, p.z - hem_m));
    };
    const anatomy::SurfaceMesh mesh = anatomy::polygonise(field, Vec3(-reach, -.01F, top_m - .01F),
                                                          Vec3(reach, .44F, hem_m + .01F), cell_m);
    StageMesh made;
    made.vertices.reserve(mesh.positions.size());
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Vec3 p = mesh.positions[k];
        const Vec3 n = mesh.normals[k];
        const Openness open{own_sky(layers, layer, p, n), 1, 1};
        shared::StageVertex vertex{p, n, Vec2(p.x, p.z), 1, packed_light(open, 0), layers.carried(layer, p)};
        if (layer == Layer::muscle || layer == Layer::deep) {
            const Vec3 place = layers.on_map(p);
            vertex.uv = Vec2(place);
            vertex.weight = place.z;
        }
        made.vertices.push_back(vertex);
    }
    // Undersides face the table.
    for (std::size_t k = 0; k + 2 < mesh.triangles.size(); k += 3) {
        const auto* corner = &mesh.triangles[k];
        const bool shown = std::any_of(corner, corner + 3, [&](std::uint32_t vertex) {
            return layer == Layer::bone || mesh.positions[vertex].y > .012F;
        });
        if (shown) {
            made.indices.insert(made.indices.end(), corner, corner + 3);
        }
    }
    return made;
}

} // namespace

std::shared_ptr<const AnatomyModel> make_anatomy_model(const anatomy::Anatomy& simulated, Tier tier,
                                                       Posture posture) {
    const anatomy::Anatomy anatomy = posed_anatomy(simulated, posture);
    const float soft_m = tier == Tier::low ? .0075F : tier == Tier::medium ? .0050F : .0038F;
    const float bone_m = tier == Tier::low ? .0038F : tier == Tier::medium ? .0032F : .0026F;
    const Layers layers(anatomy);
    auto model = std::make_shared<AnatomyModel>(AnatomyModel{{}, {}, {}, DeepLayer(*anatomy.body)});
    std::future<StageMesh> bones =
        std::async(std::launch::async, [&] { return make_layer(layers, Layer::bone, bone_m); });
    model->layers[0] = make_layer(layers, Layer::fat, soft_m);
    model->layers[1] = make_layer(layers, Layer::muscle, soft_m);
    model->layers[2] = make_layer(layers, Layer::deep, soft_m);
    MuscleMap superficial = make_muscle_map(nullptr);
    MuscleMap deep = make_muscle_map(&model->deep);
    model->muscle_names = {superficial.paint.width, superficial.paint.height, {}};
    for (std::size_t k = 0; k < superficial.names.size(); ++k) {
        model->muscle_names.texels.push_back(static_cast<std::uint32_t>(superficial.names[k]) |
                                             static_cast<std::uint32_t>(deep.names[k]) << 8U);
    }
    model->muscles = {std::move(superficial.paint), std::move(deep.paint)};
    model->layers[3] = bones.get();
    return model;
}

} // namespace tactus::render
