#pragma once
/// How far a student has come, as the pages show it; read from the records by the app.

#include "sim/drills/learning.hpp"
#include "sim/drills/learning_curve.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::ui {

/// At one drill.
struct DrillProgress {
    std::string drill; ///< id
    std::string name;
    std::string client;                         ///< id of the drill's own
    std::vector<double> scores;                 ///< of graded runs, oldest first, the newest 200 of them
    std::optional<drills::LearningCurve> curve; ///< through them
    drills::Change change = drills::Change::too_early;
    double pass_mark = 75;      ///< of its rubric
    std::optional<double> best; ///< of graded runs
    int runs = 0;               ///< practice too
    int graded = 0;
    drills::Feedback reached = drills::Feedback::full;
    std::optional<drills::RetentionTest> test; ///< the next one without feedback, or one that waits
};

/// Of one student.
struct Progress {
    std::int64_t today = 0;            ///< by the same calendar as the tests
    std::vector<DrillProgress> drills; ///< what is due first, then what was done, then the rest
};

/// Days that the test is over its day; negative = it is still to come; nullopt = none.
std::optional<int> days_late(const DrillProgress& progress, std::int64_t today);

/// True when its test may be done today.
bool is_due(const DrillProgress& progress, std::int64_t today);

} // namespace tactus::ui
