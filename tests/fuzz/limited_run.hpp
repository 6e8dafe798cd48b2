#pragma once
/// A program run to its end, with what it cost.

#include <string>
#include <vector>

namespace tactus::tests {

struct LimitedRun {
    int code = -1;      ///< exit code; 128 + the signal that ended it
    std::string errors; ///< what it wrote on standard error
    double seconds = 0; ///< of a processor, so that other work does not count
    long peak_mb = 0;   ///< most memory at a time
};

/// Runs words[0] with the rest as its arguments; standard output goes to /dev/null.
LimitedRun run_limited(const std::vector<std::string>& words);

} // namespace tactus::tests
