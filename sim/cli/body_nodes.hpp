#pragma once
/// The parts of a client's body as meshes with names.

#include "sim/anatomy/anatomy.hpp"
#include "sim/cli/gltf_file.hpp"

#include <vector>

namespace tactus::cli {

/// The whole skin, head to foot.
GltfNode skin_node(const anatomy::Anatomy& anatomy);

/// The surface of each superficial muscle, right then left: a patch of the skin grid under skin and fat; then
/// the deep muscles whole.
std::vector<GltfNode> muscle_nodes(const anatomy::Anatomy& anatomy);

/// Each bone.
std::vector<GltfNode> bone_nodes(const anatomy::Anatomy& anatomy);

/// Each trigger point of the client, as an ellipsoid along its taut band.
std::vector<GltfNode> trigger_point_nodes(const anatomy::Anatomy& anatomy);

} // namespace tactus::cli
