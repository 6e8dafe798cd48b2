#pragma once
/// How the layers of an Anatomy are found: a ray from each point of the skin field inward to bone.

#include "sim/anatomy/anatomy.hpp"

namespace tactus::anatomy {

/// Thickness, muscle, fibre and bone under each point of the grid. Bounds and smoothness: see LayerMap.
LayerMap make_layers(const Body& body, const SkinGrid& grid, const Bones& bones);

} // namespace tactus::anatomy
