#pragma once
/// Writes binary glTF 2.0 (GLB): named nodes, one triangle mesh each, one plain material a mesh.

#include "sim/anatomy/surface_mesh.hpp"
#include "sim/math/vec.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::cli {

/// A node of the file. Names are kept as they are.
struct GltfNode {
    std::string name;          ///< "muscle: latissimus dorsi right"
    anatomy::SurfaceMesh mesh; ///< metres; may not be empty
    Vec3 colour = Vec3(0.8F);  ///< linear base colour
    float opacity = 1;
    bool double_sided = false; ///< for open sheets
};

/// The bytes of a GLB file: nodes in the order given, in metres. glTF's up axis is +y, as ours is.
std::vector<char> gltf_bytes(const std::vector<GltfNode>& nodes);

/// Writes it. Throws UserError when the file cannot be written.
void write_gltf(const std::filesystem::path& file, const std::vector<GltfNode>& nodes);

} // namespace tactus::cli
