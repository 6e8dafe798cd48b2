#pragma once
/// Clients and moments that pictures are drawn of, without running a session: the same every time.

#include "engine/render/renderer.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/session/snapshot.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace tactus::scenes {

/// The eight body types of look.md 1.4, "male-lean" first.
std::vector<client::Client> stage_clients();

/// One of them by id; the first when unknown.
client::Client stage_client(std::string_view id);

/// Two palms on the back, each pressed in by press_m, with the dent, bulge, redness, oil and pressure they
/// make. slide: 0 between the shoulder blades .. 1 over the loin.
session::Snapshot hands_on_back(const anatomy::Anatomy& anatomy, float press_m, float slide);

/// A tool on a point right of the spine.
session::Snapshot tool_on_back(const anatomy::Anatomy& anatomy, contact::ToolKind tool, float press_m);

} // namespace tactus::scenes
