#pragma once
/// A student's attempts as one HTML file to read, print on A4 and hand on: no script, nothing loaded from
/// outside.

#include "sim/records/archive.hpp"

#include <ostream>
#include <string>

namespace tactus::records {

/// Per drill the learning curve with the pass band, per attempt three bars, the force of the input over time
/// with the band asked for, and the reasons for lost marks with their moments. student: display name, "" =
/// guest; every text is escaped. An attempt whose recording is lost is shown without its force. Throws
/// UserError: nobody of that name.
void write_report(const Archive& archive, const std::string& student, std::ostream& out);

} // namespace tactus::records
