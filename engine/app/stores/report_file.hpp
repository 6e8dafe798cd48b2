#pragma once
/// Reports as files to read, print and hand on.

#include <filesystem>
#include <string>
#include <string_view>

namespace tactus::app {

/// Writes DATA/reports/STUDENT-DATE.html and returns it; one that is there already is replaced when the new
/// one is whole. student: a name, "" = guest. Throws UserError: nobody of that name, cannot be written.
std::filesystem::path write_report_file(const std::filesystem::path& data, const std::string& student);

/// Writes DATA/reports/NAME-DATE with that extension and returns it, in the place of the one of that day when
/// the new one is whole. Throws UserError: cannot be written.
std::filesystem::path keep_report(const std::filesystem::path& data, const std::string& name,
                                  std::string_view extension, const std::string& text);

} // namespace tactus::app
