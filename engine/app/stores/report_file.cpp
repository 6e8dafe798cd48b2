#include "engine/app/stores/report_file.hpp"

#include "sim/records/calendar.hpp"
#include "sim/records/report_html.hpp"

#include <cctype>
#include <ctime>
#include <fstream>
#include <sstream>

namespace tactus::app {

namespace fs = std::filesystem;

namespace {

/// The name without what a file's name or a command line stumbles over.
std::string file_stem(const std::string& name) {
    std::string stem;
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool kept = byte >= 0x80U || std::isalnum(byte) != 0;
        if (kept) {
            stem.push_back(letter);
        } else if (!stem.empty() && stem.back() != '-') {
            stem.push_back('-');
        }
    }
    return stem.empty() ? "report" : stem;
}

} // namespace

fs::path write_report_file(const fs::path& data, const std::string& student) {
    std::ostringstream page;
    records::write_report(records::Archive(data), student, page);
    return keep_report(data, student.empty() ? "guest" : student, ".html", page.str());
}

fs::path keep_report(const fs::path& data, const std::string& name, std::string_view extension,
                     const std::string& text) {
    const fs::path folder = data / "reports";
    std::error_code error;
    fs::create_directories(folder, error);
    fs::path file = folder / (file_stem(name) + "-" + records::local_words(std::time(nullptr), "%Y-%m-%d") +
                              std::string(extension));
    const fs::path beside = fs::path(file) += ".part";
    std::ofstream out(beside, std::ios::trunc);
    out << text;
    out.close();
    if (out) {
        fs::rename(beside, file, error);
    }
    if (!out || error) {
        throw UserError(Complaint{file.string(), "the report could not be written",
                                  "check that the folder may be written and has room"});
    }
    return file;
}

} // namespace tactus::app
