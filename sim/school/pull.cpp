#include "sim/school/pull.hpp"

#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/digest.hpp"
#include "sim/school/json_text.hpp"

#include <system_error>

namespace fs = std::filesystem;

namespace tactus::school {
namespace {

bool is_hash(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_here(const fs::path& file, const std::string& hash) {
    std::error_code error;
    return fs::is_regular_file(file, error) && records::digest_hex(authoring::read_text(file)) == hash;
}

} // namespace

std::vector<PulledDrill> pull_drills(SchoolClient& school, const fs::path& folder) {
    const nlohmann::json list = parse_object(school.get("/v1/drills"), "the school's drills");
    std::vector<PulledDrill> pulled;
    for (const nlohmann::json& row : list.value("rows", nlohmann::json::array())) {
        const std::string hash = row.is_object() ? text_of(row, "hash", 32) : "";
        if (!is_hash(hash)) { // it becomes a file's name
            throw UserError(
                Complaint{"the school's drills", "name one without a hash", "update Tactus on this station"});
        }
        PulledDrill drill{.name = text_of(row, "name", 1000), .file = folder / (hash + ".toml")};
        drill.was_here = is_here(drill.file, hash);
        if (!drill.was_here) {
            const std::string text = school.get("/v1/drills/" + hash);
            if (records::digest_hex(text) != hash) {
                throw UserError(
                    Complaint{"drill " + hash, "is not the text that its hash names", "pull again"});
            }
            authoring::write_text(drill.file, text);
        }
        pulled.push_back(std::move(drill));
    }
    return pulled;
}

} // namespace tactus::school
