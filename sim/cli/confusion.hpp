#pragma once
/// How well techniques are told from one another: all of them performed, run through the tissue and
/// recognised.

#include <cstdint>
#include <ostream>

namespace tactus::cli {

struct ConfusionOptions {
    std::uint64_t seed = 1;
    int seeds = 1; ///< performances of each technique and quality
    int threads = 1;
};

/// Prints a row a technique: what it was taken for, and the share that was right, at "good" and at "fair".
/// Solves at setting `half`, about a minute for each quality and seed. Returns 0.
int print_confusion(const ConfusionOptions& options, std::ostream& out);

} // namespace tactus::cli
