#include "engine/devices/wires/scale_protocol.hpp"

#include "engine/devices/calibration/scale_line.hpp"
#include "sim/authoring/trimmed.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace tactus::devices {

namespace {

using authoring::trimmed;

/// No load cell of ours feels more; beyond it a number is garbage. In newtons, and in counts of 32 bits.
constexpr double most_read_n = 5000;
constexpr double most_counts = 4.3e9;

/// The number at the head of `words`, which is cut off; nullopt when there is none.
std::optional<double> take_number(std::string_view& words) {
    words = trimmed(words);
    if (!words.empty() && words.front() == '+') {
        words.remove_prefix(1);
    }
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || !std::isfinite(value)) {
        return std::nullopt;
    }
    words.remove_prefix(static_cast<std::size_t>(end - words.data()));
    return value;
}

/// True when the line has no sum or the right one; the sum is cut off.
bool sum_agrees(std::string_view& line) {
    const std::size_t star = line.rfind('*');
    if (star == std::string_view::npos) {
        return true;
    }
    const std::string_view digits = line.substr(star + 1);
    unsigned told = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), told, 16);
    if (error != std::errc() || digits.size() != 2 || end != digits.data() + 2) {
        return false;
    }
    unsigned sum = 0;
    line = line.substr(0, star);
    for (const char byte : line) {
        sum ^= static_cast<unsigned char>(byte);
    }
    return sum == told;
}

/// After "N,".
std::optional<ScaleReading> parse_newton_row(std::string_view rest) {
    ScaleReading reading;
    const std::size_t comma = rest.find(',');
    if (comma == std::string_view::npos) {
        return std::nullopt;
    }
    std::uint64_t sent_us = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + comma, sent_us);
    if (error != std::errc() || end != rest.data() + comma) {
        return std::nullopt;
    }
    reading.sent_us = sent_us;
    rest.remove_prefix(comma + 1);
    while (true) {
        const auto cell = take_number(rest);
        if (!cell || reading.cells.size() == 4) {
            return std::nullopt;
        }
        reading.cells.push_back(*cell);
        reading.total += *cell;
        rest = trimmed(rest);
        if (rest.empty()) {
            return std::abs(reading.total) <= most_read_n ? std::optional(reading) : std::nullopt;
        }
        if (rest.front() != ',') {
            return std::nullopt;
        }
        rest.remove_prefix(1);
    }
}

} // namespace

std::optional<ScaleReading> parse_scale_line(std::string_view line) {
    line = trimmed(line);
    if (!sum_agrees(line)) {
        return std::nullopt;
    }
    if (line.starts_with("N,")) {
        return parse_newton_row(line.substr(2));
    }
    const auto value = take_number(line);
    if (!value) {
        return std::nullopt;
    }
    const std::string_view unit = trimmed(line);
    ScaleReading reading{.total = *value, .cells = {}, .sent_us = std::nullopt};
    if (unit.empty()) {
        reading.unit = ScaleReading::Unit::counts;
    } else if (unit == "g") {
        reading.total *= gravity_m_s2 / 1000;
    } else if (unit == "kg") {
        reading.total *= gravity_m_s2;
    } else if (unit != "N") {
        return std::nullopt;
    }
    const double most = unit.empty() ? most_counts : most_read_n;
    if (std::abs(reading.total) > most) {
        return std::nullopt;
    }
    reading.cells = {reading.total};
    return reading;
}

void ScaleLines::restart() {
    line_.clear();
    in_step_ = false;
    too_long_ = false;
}

std::vector<ScaleReading> ScaleLines::feed(std::string_view bytes) {
    std::vector<ScaleReading> readings;
    for (const char byte : bytes) {
        if (byte != '\n') {
            too_long_ = too_long_ || line_.size() == longest_line;
            if (!too_long_) {
                line_ += byte;
            }
            continue;
        }
        const std::string line = std::exchange(line_, {});
        const bool cut = std::exchange(too_long_, false);
        if (!std::exchange(in_step_, true)) { // the rest of a line whose head was sent before we listened
            continue;
        }
        if (trimmed(line).empty() || trimmed(line).front() == '#') {
            continue;
        }
        auto reading = cut ? std::nullopt : parse_scale_line(line);
        if (reading) {
            readings.push_back(std::move(*reading));
        } else {
            ++bad_lines_;
        }
    }
    return readings;
}

} // namespace tactus::devices
