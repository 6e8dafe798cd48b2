#pragma once
/// The stations whose signatures count here: DATA/known_stations.toml, a list of public keys that a school
/// copies to each of its stations. Nothing in it is secret.

#include "sim/replay/signature.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tactus::records {

struct KnownStation {
    std::string name; ///< what it is called here, whatever it calls itself
    replay::PublicKey key{};
};

/// None when there is no such file. Throws UserError: with every line that is wrong.
std::vector<KnownStation> read_known_stations(const std::filesystem::path& data);

/// As above from any file, to take a list over from another station. Throws UserError: also when it is
/// missing.
std::vector<KnownStation> read_station_list(const std::filesystem::path& file);

/// Enters a station, or gives the one with that key another name. Throws UserError: a name that is no plain
/// text, or the list cannot be read or written.
void know_station(const std::filesystem::path& data, const KnownStation& station);

/// False: it was not known. Throws UserError.
bool forget_station(const std::filesystem::path& data, const replay::PublicKey& key);

/// nullptr = not among them.
const KnownStation* find_station(std::span<const KnownStation> stations, const replay::PublicKey& key);

/// Throws UserError unless it is plain text of at most replay::station_name_limit bytes. where: what the
/// complaint names.
void require_station_name(const std::string& name, const std::string& where);

} // namespace tactus::records
