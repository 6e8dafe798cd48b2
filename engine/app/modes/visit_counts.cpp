#include "engine/app/modes/visit_counts.hpp"

#include "sim/records/calendar.hpp"

#include <charconv>
#include <ctime>
#include <fstream>
#include <utility>

namespace tactus::app {

namespace {

constexpr std::size_t day_length = 10; ///< of "2026-11-30"

/// "4,3" -> {4, 3}; zeros where it is no such thing.
DayCount count_of(const std::string& words) {
    DayCount count;
    const char* end = words.data() + words.size();
    const auto [after, error] = std::from_chars(words.data(), end, count.begun);
    if (error == std::errc() && after != end && *after == ',') {
        std::from_chars(after + 1, end, count.finished);
    }
    return count;
}

} // namespace

VisitCounts::VisitCounts(std::filesystem::path file) : file_(std::move(file)) {
    std::ifstream in(file_);
    for (std::string line; std::getline(in, line);) {
        if (line.size() > day_length && line[day_length] == ',' && line[4] == '-') {
            days_[line.substr(0, day_length)] = count_of(line.substr(day_length + 1));
        }
    }
}

void VisitCounts::begin(const std::string& day) {
    ++days_[day].begun;
    keep();
}

void VisitCounts::finish(const std::string& day) {
    ++days_[day].finished;
    keep();
}

DayCount VisitCounts::of(const std::string& day) const {
    const auto found = days_.find(day);
    return found == days_.end() ? DayCount{} : found->second;
}

void VisitCounts::keep() {
    const std::filesystem::path fresh = file_.string() + ".new";
    std::ofstream out(fresh);
    out << "day,begun,finished\n";
    for (const auto& [day, count] : days_) {
        out << day << ',' << count.begun << ',' << count.finished << '\n';
    }
    out.close();
    std::error_code error;
    if (out) {
        std::filesystem::rename(fresh, file_, error);
    }
    trouble_ = out && !error ? "" : file_.string() + ": cannot be written; visits are counted until restart";
}

std::string day_words(std::int64_t unix_s) { return records::local_words(unix_s, "%Y-%m-%d"); }

} // namespace tactus::app
