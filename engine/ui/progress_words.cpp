#include "engine/ui/progress_words.hpp"

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "sim/drills/learning_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

/// After so many times tau, 86 % of the way is made: what is left can be named.
constexpr double levels_off_after_tau = 2;

std::string counted(int number, const char* one, const char* more) {
    constexpr std::array words{"No", "One", "Two", "Three", "Four"};
    const bool small = number >= 0 && number < static_cast<int>(words.size());
    return (small ? std::string(words[static_cast<std::size_t>(number)]) : std::to_string(number)) + " " +
           (number == 1 ? one : more);
}

std::string figure(int number, const char* one, const char* more) {
    return std::to_string(number) + " " + (number == 1 ? one : more);
}

} // namespace

std::string trend_words(const DrillProgress& progress) {
    const std::size_t graded = progress.scores.size();
    if (graded == 0) {
        return "Practice so far: graded runs make the trend.";
    }
    if (progress.change == drills::Change::too_early || !progress.curve) {
        return counted(drills::runs_to_curve(graded), "more run", "more runs") + " for a trend.";
    }
    if (progress.change == drills::Change::none) {
        return "No change: less than " + rounded(drills::least_change_points) + " points.";
    }
    const drills::LearningCurve& curve = *progress.curve;
    const double last = static_cast<double>(graded) - 1;
    const std::string points = rounded(std::fabs(curve.at(last) - curve.first)) + " points";
    if (progress.change == drills::Change::worse) {
        return "Down " + points + " since the first of these runs.";
    }
    return "Up " + points +
           (last >= levels_off_after_tau * curve.tau_runs
                ? ", levelling off near " + rounded(curve.limit) + "."
                : " and still rising.");
}

std::string due_words(int days_late) {
    if (days_late > 0) {
        return figure(days_late, "day", "days") + " late";
    }
    return days_late == 0    ? "due today"
           : days_late == -1 ? "tomorrow"
                             : "in " + figure(-days_late, "day", "days");
}

std::string standing_words(const DrillProgress& progress, std::int64_t today) {
    const auto late = days_late(progress, today);
    if (late && *late >= 0) {
        return "Test without feedback: " + due_words(*late);
    }
    const std::string level = "Feedback: " + std::string(feedback_title(progress.reached));
    return late ? level + "     test without it " + due_words(*late) : level;
}

std::string runs_words(const DrillProgress& progress) {
    const int practice = progress.runs - progress.graded;
    return figure(progress.runs, "run", "runs") +
           (practice > 0 ? ", " + std::to_string(practice) + " practice" : std::string());
}

std::string spacing_advice(const Progress& progress) {
    const auto due = std::ranges::count_if(
        progress.drills, [&](const DrillProgress& drill) { return is_due(drill, progress.today); });
    if (due > 0) {
        return std::string("Begin with what is due, before you practise: ") +
               (due == 1 ? "only then the test shows" : "only then the tests show") + " what has stayed.";
    }
    std::optional<int> next;
    for (const DrillProgress& drill : progress.drills) {
        if (const auto late = days_late(drill, progress.today)) {
            next = std::max(next.value_or(*late), *late);
        }
    }
    if (next) {
        return "Nothing is due today, the next test is " + due_words(*next) +
               "; a little on several days keeps more than much on one.";
    }
    return "A little on several days keeps more than much on one.";
}

std::string guest_words() {
    return "The runs of everybody who gave no name. Choose a student, and feedback fades and tests fall due.";
}

} // namespace tactus::ui
