#pragma once
/// Steps of a drill, added, copied, deleted and moved; and the drills that a new one begins from. Pure.

#include "sim/drills/drill.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

/// What a new step asks for, until it is told otherwise.
enum class Beginning : std::uint8_t { strokes, point, beats };

Step new_step(Beginning beginning);

/// The techniques that a step may ask to be recognised, in the order of facts 1.1.
std::vector<std::string_view> step_techniques();

/// One step of strokes; the six groups weigh 25, 25, 20, 15, 10 and 5.
Drill new_drill(std::string id, std::string client);

/// The same drill under another id and name, as one's own: without a number of the catalogue.
Drill copied(Drill drill, std::string id);

// Each returns the step that is then looked at. step: an index of the drill's.
std::size_t add_step(Drill& drill, std::size_t step, Step added); ///< after it
std::size_t copy_step(Drill& drill, std::size_t step);
std::size_t remove_step(Drill& drill, std::size_t step); ///< the last one of a drill stays
std::size_t move_step(Drill& drill, std::size_t step, int by);

} // namespace tactus::drills
