#pragma once
/// `tactus-sim bench`: milliseconds a step of the tissue while a hand strokes the back, by setting and kernel
/// level.

#include <ostream>

namespace tactus::cli {

struct BenchOptions {
    double seconds = 4; ///< of simulated stroke per row
    int threads = 1;
    bool json = false;
};

/// Prints a table with the state digest of every row, so that a fast wrong answer is seen. Always returns 0.
/// Timing needs an otherwise idle core. The ratio to other engines is measured by tests/bench.
int run_bench(const BenchOptions& options, std::ostream& out);

} // namespace tactus::cli
