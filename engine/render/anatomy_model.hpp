#pragma once
/// What lies under a client's skin, ready to be uploaded: fat, two layers of muscle, bones. Made when it is
/// first asked for by make_anatomy_model; a plain value afterwards.

#include "engine/render/deep_layer.hpp"
#include "engine/render/renderer.hpp"
#include "engine/render/stage_mesh.hpp"

#include <array>

namespace tactus::render {

/// From the skin down; the numbers are those of the peel: at peel k all layers before k are gone.
enum class Layer : std::uint8_t { skin, fat, muscle, deep, bone };

struct AnatomyModel {
    std::array<StageMesh, 4> layers; ///< fat, muscle, deep, bone
    std::array<ByteMap, 2> muscles;  ///< make_muscle_map: superficial, deep
    ByteMap muscle_names;            ///< the numbers of both in the first two bytes
    DeepLayer deep;                  ///< what the second shows
};

} // namespace tactus::render
