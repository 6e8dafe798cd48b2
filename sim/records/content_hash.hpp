#pragma once
/// What names a drill and a rubric in the records: hashes of their content, whatever their files are called.

#include "sim/drills/drill.hpp"
#include "sim/scoring/rubric.hpp"

#include <string>

namespace tactus::records {

/// Of the drill as text. A drill stays the same drill when its feedback fades.
std::string drill_hash(drills::Drill drill);

/// Of the rubric as text, and of the filter that its measures are taken with.
std::string rubric_hash(const scoring::Rubric& rubric);

} // namespace tactus::records
