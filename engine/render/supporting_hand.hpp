#pragma once
/// The other hand on top of the one that presses: a palm laid across its back, a thumb on its thumb. It
/// touches the hand under it only; what the client feels comes through that one.

#include "sim/session/snapshot.hpp"

#include <optional>

namespace tactus::render {

/// The tool whose hand lies on top with this one; none where one hand works alone.
std::optional<contact::ToolKind> supporting_tool(contact::ToolKind tool);

/// That hand, of the other side, laid on `hand`. hand: has all bones and a supporting tool. room: only its
/// memory is used.
session::HandSnapshot supporting_hand(const session::HandSnapshot& hand, session::HandSnapshot room = {});

} // namespace tactus::render
