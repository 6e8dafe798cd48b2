#include "sim/scoring/group_marks.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

double sum_of_shares(std::span<const Mark> marks) {
    double sum = 0;
    for (const Mark& mark : marks) {
        sum += mark.share;
    }
    return sum;
}

double edge_marks(double value, Band band) {
    if (value >= band.low && value <= band.high) {
        return 100;
    }
    if (value <= 0) {
        return 0;
    }
    const double edge = value < band.low ? band.low : band.high;
    return math::lin(std::fabs(math::log(value / edge)), 0, math::log(2.0));
}

double hold_credit(const Rubric& rubric, const Task& task, double held_s, double force_cv) {
    const double longest_s = std::max(task.hold_s, task.hold_max_s);
    const double missed_s = std::max({0.0, task.hold_s - held_s, held_s - longest_s});
    const double steady = math::lin(force_cv, rubric.steadiness_cv.full, rubric.steadiness_cv.zero) / 100;
    return math::lin(missed_s / task.hold_s, rubric.hold_error.full, rubric.hold_error.zero) * steady;
}

Band band_of(const MarkedTask& task, bool returning) {
    if (returning && task.task.return_force_n) {
        return *task.task.return_force_n;
    }
    return task.task.force_n.value_or(Band{});
}

std::string percent(double share) { return rounded(100 * share); }

std::string rounded(double value, int decimals) {
    double scale = 1;
    for (int k = 0; k < decimals; ++k) {
        scale *= 10;
    }
    return authoring::number_text(std::round(value * scale) / scale);
}

std::string words(std::string_view name) {
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string clock(double t_s) {
    const int seconds = static_cast<int>(std::max(0.0, t_s));
    return std::to_string(seconds / 60) + (seconds % 60 < 10 ? ":0" : ":") + std::to_string(seconds % 60);
}

std::string times(int count) { return count == 1 ? "once" : std::to_string(count) + " times"; }

std::string sentence_case(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string clause_case(std::string text) {
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    }
    return text;
}

std::string against_limit(double value, double limit, std::string_view unit, double moment_s, int decimals) {
    const std::string figure = rounded(value, decimals) + std::string(unit);
    const std::string bound = rounded(limit, decimals) + std::string(unit);
    return figure + (moment_s < 0 ? "" : " at " + clock(moment_s)) +
           (figure == bound ? ", which is the limit" : ", where the limit is " + bound);
}

} // namespace tactus::scoring
