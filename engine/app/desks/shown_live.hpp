#pragma once
/// What the wall of the class may see of this station.

#include "engine/app/desks/result_card.hpp"
#include "engine/app/run/run_table.hpp"
#include "sim/school/live.hpp"

#include <string>

namespace tactus::app {

/// The run under way, or the card of one, of that student; nothing of a replay. student: name, "" = guest.
school::Live shown_live(const RunTable& table, const ResultCard& card, const std::string& student);

} // namespace tactus::app
