#pragma once
/// Names of what the anatomy view shows at a place.

#include "engine/render/deep_layer.hpp"
#include "sim/anatomy/anatomy.hpp"

#include <string_view>

namespace tactus::render {

/// What lies at spine coordinates in a layer of the peel (2 superficial muscle, 3 deep muscle, 4 bone); empty
/// where nothing has a name. Pure; the text lives as long as `anatomy` and `deep`.
std::string_view structure_name(const anatomy::Anatomy& anatomy, const DeepLayer& deep, int layer,
                                Vec2 spine);

} // namespace tactus::render
