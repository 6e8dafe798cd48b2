#pragma once
/// `tactus-sim answers`: the same 30 N palm stroke at 10 cm/s on every client, and how each answers it.

#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct AnswersOptions {
    std::vector<std::string> clients; ///< ids or files; empty = all
    std::string setting = "half";
    int threads = 2; ///< clients at a time; changes the time, never a result
    bool json = false;
};

/// A line a client. Returns 0. Throws UserError for an unknown client or setting.
int run_answers(const AnswersOptions& options, std::ostream& out);

} // namespace tactus::cli
