#pragma once
/// Runs in the middle of which the program ended: what of them lies in DATA/running.

#include "sim/replay/spool.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::app {

/// DATA/running, made when asked for; empty where it cannot be made.
std::filesystem::path running_folder(const std::filesystem::path& data);

struct InterruptedRun {
    std::filesystem::path file;
    replay::Spool spool;
};

/// The oldest run that can be taken up, those of other processes left out, and a sentence for each that
/// cannot: what is damaged or of another version is set aside (renamed to .aside), what is shorter than a
/// second or of a student who is not in the records any more is deleted. students: their names.
struct InterruptedRuns {
    std::optional<InterruptedRun> first;
    std::vector<std::string> notes;
};

InterruptedRuns find_interrupted(const std::filesystem::path& data, std::span<const std::string> students);

} // namespace tactus::app
