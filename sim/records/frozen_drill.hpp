#pragma once
/// A drill as an exam holds it: the drill, its rubric and its clients by value, named by the hash of that
/// content. Nothing changes it any more; what is edited afterwards is a copy and gets another hash.

#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"
#include "sim/scoring/rubric.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::records {

struct FrozenDrill {
    drills::Drill drill;
    scoring::Rubric rubric;
    std::vector<client::Client> clients; ///< whom it can be done with; the first is the default
};

/// BLAKE2b-128 of all of it, 32 hexadecimal digits; the feedback that it is run with does not count.
std::string frozen_hash(const FrozenDrill& frozen);

/// "#9f3c21ab": as screens and lists show it, and as it may be typed.
std::string short_hash(std::string_view hash);

/// Reads what a drill names (its rubric, its clients) from the assets and holds all of it. Throws UserError.
FrozenDrill gather(const drills::Drill& drill);

/// Lays it in DATA/frozen/HASH unless it is there; returns the hash. Throws UserError.
std::string freeze(const std::filesystem::path& data, const FrozenDrill& frozen);

/// hash: whole, or its first digits as long as they name one, with or without "#". Throws UserError: unknown,
/// not the only one, or its files were changed since.
FrozenDrill read_frozen(const std::filesystem::path& data, std::string_view hash);

/// The hashes of all that are frozen here, sorted; their content is not looked at.
std::vector<std::string> frozen_hashes(const std::filesystem::path& data);

} // namespace tactus::records
