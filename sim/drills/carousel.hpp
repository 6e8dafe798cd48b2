#pragma once
/// Who lies there in a drill of cards: so many of its clients, drawn by lot.

#include "sim/drills/drill.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tactus::drills {

/// Ids of the clients of all cards, in order, none twice; the drill's one client where it has no cards. The
/// same seed draws the same. Pure.
std::vector<std::string> drawn_clients(const Drill& drill, std::uint64_t seed);

} // namespace tactus::drills
