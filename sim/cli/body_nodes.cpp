#include "sim/cli/body_nodes.hpp"

#include "sim/anatomy/deep_muscles.hpp"

#include <array>
#include <cstdint>

namespace tactus::cli {
namespace {

using anatomy::SkinGrid;

const Vec3 skin_colour(0.62F, 0.38F, 0.28F);
const Vec3 muscle_colour(0.36F, 0.07F, 0.06F);
const Vec3 tendon_colour(0.70F, 0.62F, 0.52F);
const Vec3 bone_colour(0.76F, 0.70F, 0.58F);
const Vec3 active_colour(0.85F, 0.05F, 0.03F);
const Vec3 latent_colour(0.85F, 0.45F, 0.05F);

/// Places vertices of the skin grid in a mesh, once each.
class GridPatch {
public:
    explicit GridPatch(const anatomy::Anatomy& anatomy)
        : anatomy_(anatomy), vertex_(anatomy.skin.position.size(), -1) {}

    /// Two triangles between four neighbours, if the cell belongs to the patch.
    void add_cell(int column, int row) {
        const std::array<std::uint32_t, 4> corner{vertex(column, row), vertex(column + 1, row),
                                                  vertex(column + 1, row + 1), vertex(column, row + 1)};
        for (const std::size_t i : {0, 2, 1, 0, 3, 2}) {
            mesh_.triangles.push_back(corner[i]);
        }
    }

    anatomy::SurfaceMesh take() { return std::move(mesh_); }

private:
    std::uint32_t vertex(int column, int row) {
        const std::size_t k = SkinGrid::index(column, row);
        if (vertex_[k] < 0) {
            vertex_[k] = static_cast<int>(mesh_.positions.size());
            const float under = anatomy_.layers.skin_m[k] + anatomy_.layers.fat_m[k];
            mesh_.positions.push_back(anatomy_.skin.position[k] + anatomy_.layers.inward[k] * under);
            mesh_.normals.push_back(anatomy_.skin.normal[k]);
        }
        return static_cast<std::uint32_t>(vertex_[k]);
    }

    const anatomy::Anatomy& anatomy_;
    std::vector<int> vertex_;
    anatomy::SurfaceMesh mesh_;
};

/// The cells of the grid where a muscle is the superficial one, on one side.
anatomy::SurfaceMesh muscle_patch(const anatomy::Anatomy& anatomy, anatomy::Muscle muscle, bool right) {
    GridPatch patch(anatomy);
    constexpr int cells_across = SkinGrid::columns - 1;
    for (int n = 0; n < cells_across * (SkinGrid::rows - 1); ++n) {
        const std::size_t k = SkinGrid::index(n % cells_across, n / cells_across);
        if (anatomy.layers.muscle[k] == static_cast<std::uint8_t>(muscle) &&
            (anatomy.skin.position[k].x >= 0) == right) {
            patch.add_cell(n % cells_across, n / cells_across);
        }
    }
    return patch.take();
}

/// The mesh of a field in a box with some room around it.
anatomy::SurfaceMesh mesh_in(const std::function<float(Vec3)>& field, const anatomy::BoneBox& box,
                             float cell_m) {
    return anatomy::polygonise(field, box.low - Vec3(2 * cell_m), box.high + Vec3(2 * cell_m), cell_m);
}

} // namespace

GltfNode skin_node(const anatomy::Anatomy& anatomy) {
    constexpr float cell_m = 0.005F;
    const anatomy::Body& body = *anatomy.body;
    const float half_m = body.wrist().x + 0.15F;
    const float length = body.spine_length_m();
    const anatomy::BoneBox box{Vec3(-half_m, -0.03F, -0.36F),
                               Vec3(half_m, body.back_height(0.3F) + 0.12F, 3.75F * length)};
    return {.name = "skin",
            .mesh = mesh_in([&](Vec3 p) { return body.skin_distance(p); }, box, cell_m),
            .colour = skin_colour,
            .opacity = 0.35F};
}

std::vector<GltfNode> muscle_nodes(const anatomy::Anatomy& anatomy) {
    std::vector<GltfNode> nodes;
    for (int index = 0; index < anatomy::muscle_count; ++index) {
        const auto muscle = static_cast<anatomy::Muscle>(index);
        for (const bool right : {true, false}) {
            anatomy::SurfaceMesh patch = muscle_patch(anatomy, muscle, right);
            // The levator lies deep and has no patch, of the rhomboid only a corner: both come whole below.
            if (patch.triangles.empty() || muscle == anatomy::Muscle::rhomboid_major) {
                continue;
            }
            const bool tendon = muscle == anatomy::Muscle::thoracolumbar_fascia;
            nodes.push_back(
                {.name = "muscle: " + std::string(muscle_name(muscle)) + (right ? " right" : " left"),
                 .mesh = std::move(patch),
                 .colour = tendon ? tendon_colour : muscle_colour,
                 .double_sided = true});
        }
    }
    constexpr float cell_m = 0.0025F;
    for (const anatomy::DeepMuscle& muscle : make_deep_muscles(*anatomy.body)) {
        nodes.push_back(
            {.name = "muscle: " + muscle.name,
             .mesh = mesh_in([&](Vec3 p) { return distance_to_muscle(muscle, p); }, muscle.box, cell_m),
             .colour = muscle_colour});
    }
    return nodes;
}

std::vector<GltfNode> bone_nodes(const anatomy::Anatomy& anatomy) {
    constexpr float cell_m = 0.0025F;
    std::vector<GltfNode> nodes;
    const anatomy::Bones far = make_far_bones(*anatomy.body, anatomy.bones);
    for (const anatomy::Bones* part : {&anatomy.bones, &far}) {
        for (std::size_t i = 0; i < part->bones.size(); ++i) {
            const anatomy::Bone& bone = part->bones[i];
            nodes.push_back(
                {.name = "bone: " + bone.name,
                 .mesh = mesh_in([&](Vec3 p) { return distance_to_bone(bone, p); }, part->boxes[i], cell_m),
                 .colour = bone_colour});
        }
    }
    return nodes;
}

std::vector<GltfNode> trigger_point_nodes(const anatomy::Anatomy& anatomy) {
    constexpr float cell_m = 0.0008F;
    std::vector<GltfNode> nodes;
    for (const anatomy::TriggerPoint& point : anatomy.trigger_points) {
        const Vec3 up(0, 1, 0);
        const Vec3 across = glm::normalize(glm::cross(point.fibre, up));
        const Vec3 deep = glm::cross(across, point.fibre);
        const auto field = [&](Vec3 p) {
            const Vec3 q = p - point.centre_m;
            const Vec3 local(glm::dot(q, point.fibre), glm::dot(q, across), glm::dot(q, deep));
            const float k0 = glm::length(local / point.radii_m);
            const float k1 = glm::length(local / (point.radii_m * point.radii_m));
            return k1 < 1e-6F ? -point.radii_m.y : k0 * (k0 - 1) / k1;
        };
        const anatomy::BoneBox box{point.centre_m - Vec3(point.radii_m.x),
                                   point.centre_m + Vec3(point.radii_m.x)};
        nodes.push_back(
            {.name = "trigger point: " + point.id,
             .mesh = mesh_in(field, box, cell_m),
             .colour = point.activity == anatomy::Activity::active ? active_colour : latent_colour});
    }
    return nodes;
}

} // namespace tactus::cli
