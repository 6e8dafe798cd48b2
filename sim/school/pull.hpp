#pragma once
/// The drills that a school gives to its stations, each under the hash of its text.

#include "sim/school/school_client.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::school {

struct PulledDrill {
    std::string name;
    std::filesystem::path file;
    bool was_here = false;
};

/// Lays each of the school's drills into `folder` as HASH.toml; what is there and fits its hash is not asked
/// for again. Throws UserError: not reachable, a text that does not fit its hash, or not writable; what was
/// laid there before stays.
std::vector<PulledDrill> pull_drills(SchoolClient& school, const std::filesystem::path& folder);

} // namespace tactus::school
