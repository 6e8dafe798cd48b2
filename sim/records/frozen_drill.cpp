#include "sim/records/frozen_drill.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/records/content_hash.hpp"
#include "sim/records/digest.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace tactus::records {

namespace {

constexpr std::string_view folder_name = "frozen";
constexpr std::size_t hash_digits = 32;
constexpr std::size_t short_digits = 8;

bool is_hash(const std::string& name) {
    return name.size() == hash_digits && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string client_file_name(std::size_t index) { return "client-" + std::to_string(index + 1) + ".toml"; }

/// The one hash that begins so.
std::string found(const fs::path& data, std::string_view typed) {
    const std::string_view start = typed.starts_with('#') ? typed.substr(1) : typed;
    std::vector<std::string> fits = frozen_hashes(data);
    std::erase_if(fits, [&](const std::string& hash) { return start.empty() || !hash.starts_with(start); });
    if (fits.size() != 1) {
        throw UserError(Complaint{std::string("#").append(start),
                                  fits.empty() ? "no frozen drill has that hash here"
                                               : "is the beginning of more than one frozen drill's hash",
                                  fits.empty() ? "freeze the drill again, or fetch it from the school"
                                               : "write more digits of it"});
    }
    return fits.front();
}

} // namespace

std::string frozen_hash(const FrozenDrill& frozen) {
    std::string content = drill_hash(frozen.drill) + rubric_hash(frozen.rubric);
    for (const client::Client& client : frozen.clients) {
        content += digest_hex(client::write_client(client));
    }
    return digest_hex(content);
}

std::string short_hash(std::string_view hash) {
    return std::string("#").append(hash.substr(0, short_digits));
}

FrozenDrill gather(const drills::Drill& drill) {
    FrozenDrill frozen{.drill = drill,
                       .rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric)),
                       .clients = {}};
    const std::vector<std::string> names =
        drill.clients.empty() ? std::vector<std::string>{drill.client} : drill.clients;
    for (const std::string& name : names) {
        frozen.clients.push_back(client::read_client(authoring::asset_named("clients", name)));
    }
    return frozen;
}

std::string freeze(const fs::path& data, const FrozenDrill& frozen) {
    std::string hash = frozen_hash(frozen);
    const fs::path folder = data / folder_name / hash;
    std::error_code error;
    if (fs::exists(folder, error)) {
        return hash;
    }
    const fs::path beside = fs::path(folder) += ".part"; // a folder is there whole or not at all
    fs::remove_all(beside, error);
    authoring::write_text(beside / "drill.toml", drills::write_drill(frozen.drill));
    authoring::write_text(beside / "rubric.toml", scoring::write_rubric(frozen.rubric));
    for (std::size_t k = 0; k < frozen.clients.size(); ++k) {
        authoring::write_text(beside / client_file_name(k), client::write_client(frozen.clients[k]));
    }
    fs::rename(beside, folder, error);
    if (error) {
        throw UserError(Complaint{folder.string(), "cannot be written",
                                  "check that the folder may be written to and has room"});
    }
    return hash;
}

FrozenDrill read_frozen(const fs::path& data, std::string_view hash) {
    const std::string whole = found(data, hash);
    const fs::path folder = data / folder_name / whole;
    FrozenDrill frozen{.drill = drills::read_drill(folder / "drill.toml"),
                       .rubric = scoring::read_rubric(folder / "rubric.toml"),
                       .clients = {}};
    std::error_code error;
    for (std::size_t k = 0; fs::exists(folder / client_file_name(k), error); ++k) {
        frozen.clients.push_back(client::read_client(folder / client_file_name(k)));
    }
    if (frozen.clients.empty() || frozen_hash(frozen) != whole) {
        throw UserError(Complaint{folder.string(), "was changed since it was frozen",
                                  "delete the folder and freeze the drill again"});
    }
    return frozen;
}

std::vector<std::string> frozen_hashes(const fs::path& data) {
    std::vector<std::string> hashes;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(data / folder_name, error)) {
        if (std::string name = entry.path().filename().string(); is_hash(name)) {
            hashes.push_back(std::move(name));
        }
    }
    std::ranges::sort(hashes);
    return hashes;
}

} // namespace tactus::records
