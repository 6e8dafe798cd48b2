#include "sim/school/school_link.hpp"

#include "sim/authoring/table.hpp"

#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::school {
namespace {

fs::path file_in(const fs::path& data) { return data / "school.toml"; }

/// Throws UserError.
void check(const SchoolLink& link, const std::string& where) {
    const bool address = link.server.starts_with("http://") || link.server.starts_with("https://");
    if (!address || link.server.find_first_of(" \"\\\n") != std::string::npos) {
        throw UserError(Complaint{where, "server is no address", "write it as https://school.example"});
    }
    if (link.token.empty() || link.token.find_first_of(" \"\\\r\n") != std::string::npos) {
        throw UserError(
            Complaint{where, "token is none", "take the one that `tactus-server station add` printed"});
    }
}

} // namespace

std::optional<SchoolLink> read_link(const fs::path& data) {
    const fs::path file = file_in(data);
    std::error_code error;
    if (!fs::exists(file, error)) {
        return std::nullopt;
    }
    authoring::Document document(authoring::read_text(file, 4096), file.string());
    authoring::Table root = document.root();
    SchoolLink link{.server = root.text("server"), .token = root.text("token")};
    document.finish();
    check(link, file.string());
    return link;
}

void write_link(const fs::path& data, const SchoolLink& link) {
    const fs::path file = file_in(data);
    check(link, "the school link");
    const fs::path beside = fs::path(file) += ".part";
    std::error_code error;
    fs::create_directories(data, error);
    std::ofstream out(beside, std::ios::trunc);
    fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write,
                    error); // before there is a secret in it
    out << "server = \"" << link.server << "\"\ntoken = \"" << link.token << "\"\n";
    out.close();
    if (out && !error) {
        fs::rename(beside, file, error);
    }
    if (!out || error) {
        throw UserError(Complaint{file.string(), "cannot be written",
                                  "check that the folder may be written and has room"});
    }
}

} // namespace tactus::school
