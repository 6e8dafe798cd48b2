#pragma once
/// What a kept result says of the marks that were lost.

#include <string>
#include <vector>

namespace tactus::records {

struct LostMark {
    std::string what;
    std::string advice;
    double marks = 0;     ///< of the total's 100; 0 of a critical finding
    double moment_s = -1; ///< -1 = all along
    bool critical = false;
};

/// Critical findings first. result: as Archive::result gives it; none of a text that is no result.
std::vector<LostMark> lost_marks(const std::string& result);

} // namespace tactus::records
