#pragma once
/// What to do differently after a critical finding. Internal to scoring.

#include "sim/scoring/score.hpp"

#include <string>

namespace tactus::scoring {

/// One sentence of advice, by the finding's id. Pure.
std::string advice_after(const Critical& critical);

} // namespace tactus::scoring
