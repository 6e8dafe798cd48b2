#pragma once
/// `tactus-sim physiology`: the body's answers beside the reference outputs of facts 6.2 and 6.5.

#include <ostream>

namespace tactus::cli {

struct PhysiologyOptions {
    bool json = false;
};

/// Prints a row a figure. Returns 0 when all are within 2 % or round to the facts' figure, else 1.
int run_physiology(const PhysiologyOptions& options, std::ostream& out);

} // namespace tactus::cli
