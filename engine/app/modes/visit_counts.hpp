#pragma once
/// How many came to a kiosk, day by day: all that it keeps of its visitors.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace tactus::app {

struct DayCount {
    int begun = 0;    ///< demos
    int finished = 0; ///< of them, up to the score
};

class VisitCounts {
public:
    /// file: CSV, day,begun,finished; read if it is there. One that cannot be used costs no visit: the counts
    /// then last until the program ends, and trouble() says so.
    explicit VisitCounts(std::filesystem::path file);

    /// day: "2026-11-30".
    void begin(const std::string& day);
    void finish(const std::string& day);

    [[nodiscard]] DayCount of(const std::string& day) const;

    /// One sentence; empty when all is kept.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

private:
    void keep();

    std::filesystem::path file_;
    std::map<std::string, DayCount> days_;
    std::string trouble_;
};

/// This computer's day of that time: "2026-11-30".
std::string day_words(std::int64_t unix_s);

} // namespace tactus::app
