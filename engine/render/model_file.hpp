#pragma once
/// A client's meshes and maps as bytes and back, for keeping them between starts. The bytes are those of this
/// build on this machine: whoever keeps them keeps them apart by build.

#include "engine/render/renderer.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tactus::render {

std::vector<std::byte> model_bytes(const ClientModel& model);

/// Null when the bytes are not whole; trusts them otherwise: whoever keeps them has checked them.
std::shared_ptr<const ClientModel> model_from(std::span<const std::byte> bytes);

} // namespace tactus::render
