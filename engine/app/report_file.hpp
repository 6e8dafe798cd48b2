#pragma once
/// A student's progress as a file to read, print and hand on.

#include <filesystem>
#include <string>

namespace tactus::app {

/// Writes DATA/reports/STUDENT-DATE.html and returns it; one that is there already is replaced when the new
/// one is whole. student: a name, "" = guest. Throws UserError: nobody of that name, cannot be written.
std::filesystem::path write_report_file(const std::filesystem::path& data, const std::string& student);

} // namespace tactus::app
