#pragma once
/// Walton pressure levels of a contact, from its force and tool.

#include "sim/contact/tool.hpp"

namespace tactus::scoring {

/// 0 (hold) .. 5 (deep), by the design mapping of facts 2.1: palm and other broad tools 2, 8, 20, 45, 90
/// N; thumb and other narrow ones 2 (light), 8, 20, 45 N.
int walton_level(contact::ToolKind tool, double force_n);

} // namespace tactus::scoring
