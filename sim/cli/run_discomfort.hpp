#pragma once
/// `tactus-sim discomfort`: the force that is felt as 5, 6.5, 7 and 8, by tool and site (facts 5.7).

#include <ostream>
#include <string>

namespace tactus::cli {

struct DiscomfortOptions {
    std::string tool;    ///< one tool of the table; "" = all
    std::string setting; ///< "" = standard
    int threads = 2;     ///< presses at a time; changes the time, never a result
    bool json = false;
};

/// A line a row, tool and level, and the worst deviation of each tool. Returns 0 when every force that the
/// arm can reach lies within 20 % of the facts and the formula rounds to each printed figure, else 1. Throws
/// UserError for an unknown tool or setting, or a tool without a column.
int run_discomfort(const DiscomfortOptions& options, std::ostream& out);

} // namespace tactus::cli
