#pragma once
/// `tactus-sim replay`: what a recording holds, or whether this machine gets the same bits and the same
/// score.

#include <filesystem>
#include <ostream>

namespace tactus::cli {

struct ReplayOptions {
    std::filesystem::path file;
    bool verify = false;
    int threads = 1;
    bool json = false;
};

/// Returns 1 when a verification does not agree, a forged signature being no agreement, else 0. Throws
/// UserError for a damaged or foreign file.
int run_replay(const ReplayOptions& options, std::ostream& out);

} // namespace tactus::cli
