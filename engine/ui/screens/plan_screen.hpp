#pragma once
/// Weeks of care as a game of visits: what is done today and when the client comes again; the client returns
/// better or sorer; at the end the marks, with why.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/care/course.hpp"
#include "sim/care/plan_score.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::ui {

inline constexpr std::size_t most_visits = 6; ///< facts 10, "Plan mode"

/// What the student is about to do.
struct PlanScreen {
    care::Visit today;
    int next_in_days = 7;
    int first_loss = 0; ///< row of the list of marks lost
};

/// What a press asks of the plan.
enum class PlanDeed { none, hold_visit, end_course, other_case };

/// How the course stands.
struct PlanView {
    std::string title;               ///< "A strain of yesterday: Mr. Eriksen"
    std::string problem;             ///< "acute, since 1 day, pain 6 of 10, from lifting"
    std::vector<std::string> says;   ///< of the client today
    const care::Plan& plan;          ///< visits held so far
    const care::Course& course;      ///< until today
    double today = 0;                ///< day
    std::vector<double> untreated{}; ///< pain by day; once it is over
    std::vector<double> best{};
    const care::PlanScore* score = nullptr; ///< once it is over
};

PlanDeed draw_plan_screen(Canvas& canvas, Interaction& interaction, const PlanView& view, PlanScreen& state,
                          Commands& ask);

} // namespace tactus::ui
