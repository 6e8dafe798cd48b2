#pragma once
/// Names that the events of a stroke file may use. A name that nothing has would do nothing in the run, so it
/// is refused before.

#include "sim/authoring/user_error.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/hands/tool_limits.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::session {

/// What the interview's files offer; the rest is known to the simulation.
struct InterviewNames {
    std::vector<std::string_view> questions;
    std::vector<std::string_view> wordings;
};

/// A complaint for each event whose name is not known, with the names that are. Pure.
std::vector<Complaint> check_event_names(std::span<const hands::StrokeEvent> events,
                                         const InterviewNames& interview);

/// Of client::table_heights(); nullopt = another thing that is prepared. Pure.
std::optional<hands::TableHeight> table_height_named(std::string_view id);

/// Which of client::positions() that is; 0, prone, for an id that none of them has. Pure.
int position_number(std::string_view id);

} // namespace tactus::session
