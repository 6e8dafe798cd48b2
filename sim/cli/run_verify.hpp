#pragma once
/// `tactus-sim records verify`: whether the grades of a station, of a folder of recordings or of one attempt
/// stand, several runs at a time.

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::cli {

struct VerifyOptions {
    std::filesystem::path data;    ///< the station's data folder, with the stations that it knows
    std::vector<std::string> what; ///< recordings, folders of them, ids of attempts; none = all attempts
    std::string student;           ///< filters of the attempts; "" = all
    std::string drill;
    std::string class_name;
    std::string since; ///< YYYY-MM-DD, UTC
    int workers = 0;   ///< runs at a time, each on one thread; 0 = as many as the machine has threads
    bool must_be_signed = false; ///< an unsigned recording is a finding, too
    bool json = false;
};

/// A line a recording, as they are done, and a summary. Returns 1 when one was found that does not stand,
/// else 0. Throws UserError: names nothing that there is.
int run_verify(const VerifyOptions& options, std::ostream& out);

} // namespace tactus::cli
