#include "sim/drills/learning.hpp"

#include "sim/drills/learning_data.hpp"

#include <array>

namespace tactus::drills {

namespace {

Feedback moved(Feedback level, int by) { return static_cast<Feedback>(static_cast<int>(level) + by); }

} // namespace

std::span<const NamedConstant> learning_constants() {
    static constexpr std::array all{NamedConstant{"drills.passes_to_fade", passes_to_fade},
                                    NamedConstant{"drills.first_test_days", first_test_days},
                                    NamedConstant{"drills.second_test_days", second_test_days},
                                    NamedConstant{"drills.runs_for_curve", runs_for_curve},
                                    NamedConstant{"drills.least_change_points", least_change_points}};
    return all;
}

Feedback level_reached(Feedback first, std::span<const GradedRun> runs) {
    Feedback level = first;
    int passes = 0;
    for (const GradedRun& run : runs) {
        if (tells_more(run.feedback, level)) {
            continue;
        }
        if (!run.passed) {
            passes = 0;
            level = level == first ? level : moved(level, -1);
        } else if (++passes >= passes_to_fade && level != Feedback::none) {
            passes = 0;
            level = moved(level, 1);
        }
    }
    return level;
}

std::optional<RetentionTest> next_test(std::span<const GradedRun> runs) {
    const auto first_days = static_cast<int>(first_test_days);
    const auto second_days = static_cast<int>(second_test_days);
    std::optional<std::int64_t> passed_on;
    bool first_done = false;
    bool second_done = false;
    for (const GradedRun& run : runs) {
        const bool tests = passed_on && run.feedback == Feedback::none && run.day >= *passed_on + first_days;
        if (tests && run.passed) {
            first_done = true;
            second_done = second_done || run.day >= *passed_on + second_days;
        } else if (tests) {
            passed_on.reset();
            first_done = second_done = false;
        } else if (!passed_on && run.passed) {
            passed_on = run.day;
        }
    }
    if (!passed_on || second_done) {
        return std::nullopt;
    }
    const int days = first_done ? second_days : first_days;
    return RetentionTest{.after_days = days, .due_day = *passed_on + days};
}

} // namespace tactus::drills
