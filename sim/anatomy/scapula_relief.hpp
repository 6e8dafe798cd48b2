#pragma once
/// What the shoulder blade and the muscles on it raise under the skin.

#include "sim/anatomy/relief_terms.hpp"
#include "sim/math/vec.hpp"

namespace tactus::anatomy {

/// Height in metres at p: reference metres, lateral of the spine and caudal of C7.
float scapula_height(const ReliefWeights& weights, Vec2 p);

} // namespace tactus::anatomy
