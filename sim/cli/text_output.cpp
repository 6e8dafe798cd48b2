#include "sim/cli/text_output.hpp"

#include "sim/authoring/user_error.hpp"

#include <fstream>

namespace tactus::cli {

void put_text(std::string_view text, const std::filesystem::path& file, std::ostream& out) {
    if (file.empty()) {
        out << text;
        return;
    }
    std::ofstream written(file, std::ios::binary);
    written << text;
    written.close();
    if (!written) {
        throw UserError(
            Complaint{file.string(), "cannot be written", "check the folder and its permissions"});
    }
}

} // namespace tactus::cli
