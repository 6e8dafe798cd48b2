#include "sim/cli/run_stations.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/known_stations.hpp"
#include "sim/records/station.hpp"

#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

/// The stations that an argument names: one by its key, or a list in a file.
std::vector<records::KnownStation> named_by(const std::string& argument, const std::string& name) {
    const auto key = replay::key_from_text(argument);
    if (!key) {
        return records::read_station_list(argument);
    }
    if (name.empty()) {
        throw UserError(Complaint{argument, "is a key without a name", "add --name \"Room 2\""});
    }
    return {{.name = name, .key = *key}};
}

void print(const std::vector<records::KnownStation>& stations, const TrustOptions& options,
           std::ostream& out) {
    if (options.json) {
        nlohmann::ordered_json rows = nlohmann::ordered_json::array();
        for (const records::KnownStation& station : stations) {
            rows.push_back({{"name", station.name}, {"key", replay::key_text(station.key)}});
        }
        out << nlohmann::ordered_json{{"stations", rows}}.dump(2, ' ', false,
                                                               nlohmann::json::error_handler_t::replace)
            << '\n';
        return;
    }
    for (const records::KnownStation& station : stations) {
        out << replay::key_text(station.key) << "  " << station.name << '\n';
    }
    if (stations.empty()) {
        out << "no station is known yet in " << options.data.string() << '\n';
    }
}

int forget(const TrustOptions& options, std::ostream& out) {
    int unknown = 0;
    for (const std::string& text : options.stations) {
        const auto key = replay::key_from_text(text);
        if (!key) {
            throw UserError(Complaint{text, "is no public key of a station",
                                      "take one of those that `tactus-sim records trust` prints"});
        }
        const bool known = records::forget_station(options.data, *key);
        unknown += known ? 0 : 1;
        out << text << (known ? " is not known any more\n" : " was not known\n");
    }
    return unknown == 0 ? 0 : 1;
}

} // namespace

int run_station(const StationOptions& options, std::ostream& out) {
    records::Station station(options.data);
    if (!options.name.empty()) {
        station.rename(options.name);
    }
    const std::string key = replay::key_text(station.public_key());
    if (options.json) {
        out << nlohmann::ordered_json{{"name", station.name()}, {"key", key}}.dump(
                   2, ' ', false, nlohmann::json::error_handler_t::replace)
            << '\n';
    } else {
        out << station.name() << "  " << key << '\n'
            << "others know it by: tactus-sim records trust " << key << " --name '" << station.name()
            << "'\n";
    }
    return 0;
}

int run_trust(const TrustOptions& options, std::ostream& out) {
    if (options.forget) {
        return forget(options, out);
    }
    for (const std::string& argument : options.stations) {
        for (const records::KnownStation& station : named_by(argument, options.name)) {
            records::know_station(options.data, station);
        }
    }
    print(records::read_known_stations(options.data), options, out);
    return 0;
}

} // namespace tactus::cli
