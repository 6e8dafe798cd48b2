#pragma once
/// Any drill as a simulated student of a given skill does it: the expert that students are compared with, and
/// the bots that check a drill and its rubric.

#include "sim/anatomy/anatomy.hpp"
#include "sim/drills/drill.hpp"
#include "sim/drills/technique.hpp"

#include <cstdint>
#include <vector>

namespace tactus::drills {

/// Rows in time order, for the client whose body it is. A step that asks for no work is waited through. Pure:
/// no tissue is solved, the student knows what is asked and aims by sight.
std::vector<PerformedRow> perform(const Drill& drill, const anatomy::Anatomy& anatomy, Quality quality,
                                  std::uint64_t seed);

} // namespace tactus::drills
