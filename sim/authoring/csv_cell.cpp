#include "sim/authoring/csv_cell.hpp"

namespace tactus::authoring {

std::string csv_cell(std::string_view text) {
    std::string safe(text);
    if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos) {
        safe.insert(safe.begin(), '\'');
    }
    if (safe.find_first_of(",;\"\r\n\t") == std::string::npos) {
        return safe;
    }
    std::string quoted = "\"";
    for (const char letter : safe) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

} // namespace tactus::authoring
