#pragma once
/// Finds in the records what a run can be laid beside.

#include "engine/app/run/compare_page.hpp"

#include <filesystem>
#include <string>

namespace tactus::app {

/// data: the folder of the records; student: id, "" = guest; own: the recording of the run itself, which is
/// no rival. Records that cannot be read are told on standard error, and what was found until then is
/// returned.
RivalRuns rival_runs(const std::filesystem::path& data, const std::string& student, const std::string& drill,
                     const std::filesystem::path& own);

} // namespace tactus::app
