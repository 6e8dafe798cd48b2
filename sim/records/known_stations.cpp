#include "sim/records/known_stations.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"
#include "sim/records/kept_file.hpp"

#include <algorithm>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr std::size_t list_limit_bytes = std::size_t{1} << 20U;

fs::path list_file(const fs::path& data) { return data / "known_stations.toml"; }

KnownStation read_station(authoring::Table& row) {
    KnownStation station{.name = row.text("name")};
    if (const auto key = replay::key_from_text(row.text("key"))) {
        station.key = *key;
    } else {
        row.complain("key", "is no public key of a station",
                     "copy the 64 digits that `tactus-sim records station` prints there");
    }
    return station;
}

void write_known_stations(const fs::path& data, std::span<const KnownStation> stations) {
    std::string text = "# Stations whose signatures of recordings count here; `tactus-sim records trust`.\n";
    for (const KnownStation& station : stations) {
        text += "\n[[station]]\nname = " + authoring::quoted_text(station.name) + "\nkey = \"" +
                replay::key_text(station.key) + "\"\n";
    }
    replace_file(list_file(data), text,
                 fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read |
                     fs::perms::others_read);
}

} // namespace

std::vector<KnownStation> read_station_list(const fs::path& file) {
    authoring::Document document(authoring::read_text(file, list_limit_bytes), file.string());
    authoring::Table root = document.root();
    std::vector<KnownStation> stations;
    for (authoring::Table& row : root.rows("station")) {
        stations.push_back(read_station(row));
    }
    document.finish();
    return stations;
}

std::vector<KnownStation> read_known_stations(const fs::path& data) {
    std::error_code error;
    return fs::exists(list_file(data), error) ? read_station_list(list_file(data))
                                              : std::vector<KnownStation>();
}

void know_station(const fs::path& data, const KnownStation& station) {
    require_station_name(station.name, "station");
    std::vector<KnownStation> stations = read_known_stations(data);
    const auto known = std::ranges::find(stations, station.key, &KnownStation::key);
    if (known != stations.end()) {
        known->name = station.name;
    } else {
        stations.push_back(station);
    }
    write_known_stations(data, stations);
}

bool forget_station(const fs::path& data, const replay::PublicKey& key) {
    std::vector<KnownStation> stations = read_known_stations(data);
    if (std::erase_if(stations, [&](const KnownStation& station) { return station.key == key; }) == 0) {
        return false;
    }
    write_known_stations(data, stations);
    return true;
}

const KnownStation* find_station(std::span<const KnownStation> stations, const replay::PublicKey& key) {
    const auto found = std::ranges::find(stations, key, &KnownStation::key);
    return found == stations.end() ? nullptr : &*found;
}

void require_station_name(const std::string& name, const std::string& where) {
    const bool plain =
        std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (name.empty() || name.size() > replay::station_name_limit || !plain) {
        throw UserError(Complaint{where, "is called \"" + (plain ? name : std::string("...")) + '"',
                                  "give it a name of 1 to " + std::to_string(replay::station_name_limit) +
                                      " bytes of plain text"});
    }
}

} // namespace tactus::records
