#pragma once
/// How the client comes to lie by the events that a run begins with.

#include "engine/render/lying.hpp"
#include "sim/session/input_frame.hpp"

#include <span>

namespace tactus::app {

/// After all of them; prone at the usual table when none says otherwise. Pure.
render::Lying lying_of(std::span<const session::Event> events);

} // namespace tactus::app
