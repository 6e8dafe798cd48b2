#pragma once
/// `tactus-sim records station`, `trust` and `distrust`: who this station is, and whose signatures count
/// here.

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct StationOptions {
    std::filesystem::path data; ///< the station's data folder
    std::string name;           ///< to be called from now on; "" = as it is
    bool json = false;
};

struct TrustOptions {
    std::filesystem::path data;
    std::vector<std::string> stations; ///< public keys, or lists of another station; none = print the list
    std::string name;                  ///< of the one station whose key is given
    bool forget = false;               ///< `distrust`
    bool json = false;
};

/// Prints name and public key, made when there is no key yet. Always returns 0. Throws UserError: the key is
/// damaged, or the name is none.
int run_station(const StationOptions& options, std::ostream& out);

/// Enters or forgets stations, or prints them. Returns 1 when one to be forgotten was not known, else 0.
/// Throws UserError.
int run_trust(const TrustOptions& options, std::ostream& out);

} // namespace tactus::cli
