#pragma once
/// How far moved joints take what they carry.

#include "engine/render/mesh_parts.hpp"
#include "sim/session/snapshot.hpp"

namespace tactus::render {

/// Metres that what lies in a box at rest is moved by the joints, at most. now: null = at rest, 0. Pure.
float joints_move_m(const session::JointPlaces& joints, const session::Snapshot* now, const Box& rest);

} // namespace tactus::render
