#include "engine/app/pages/progress.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/scoring/rubric.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tactus::app {

std::optional<double> pass_mark(const drills::Drill& drill) {
    try {
        return scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric)).pass;
    } catch (const UserError&) { // starting the drill says why
        return std::nullopt;
    }
}

ui::DrillProgress read_progress(const records::Archive& archive, const records::Profile& student,
                                const drills::Drill& drill) {
    const std::vector<drills::GradedRun> runs = archive.graded_runs(student.id, drill.id, runs_looked_at);
    ui::DrillProgress progress{
        .drill = drill.id, .name = drill.name, .client = drill.client, .reached = drill.feedback};
    const records::AttemptCounts counts = archive.counts(student.id, drill.id);
    progress.runs = counts.all;
    progress.graded = counts.graded;
    for (const drills::GradedRun& run : runs) {
        progress.scores.push_back(run.score);
    }
    progress.curve = drills::fit_learning_curve(progress.scores);
    progress.change = drills::change_along(progress.curve, progress.scores.size());
    if (const auto best = archive.best(student.id, drill.id)) {
        progress.best = best->score;
    }
    if (!student.id.empty() && !drill.kiosk) {
        progress.reached = drills::level_reached(drill.feedback, runs);
        progress.test = drills::next_test(runs);
    }
    return progress;
}

ui::Progress read_progress(const records::Archive& archive, const records::Profile& student,
                           std::span<const drills::Drill> drills, std::int64_t today) {
    ui::Progress all{.today = today, .drills = {}};
    std::map<std::string, std::optional<double>> pass_marks; // many drills, few rubrics
    for (const drills::Drill& drill : drills) {
        const auto [mark, is_new] = pass_marks.try_emplace(drill.rubric);
        if (is_new) {
            mark->second = pass_mark(drill);
        }
        ui::DrillProgress progress = read_progress(archive, student, drill);
        if (drill.kiosk && progress.runs == 0) {
            continue; // a demonstration is offered to visitors alone
        }
        all.drills.push_back(std::move(progress));
        all.drills.back().pass_mark = mark->second.value_or(all.drills.back().pass_mark);
    }
    std::ranges::stable_sort(all.drills, {}, [today](const ui::DrillProgress& progress) {
        const int late = ui::days_late(progress, today).value_or(-1);
        return std::tuple(late < 0, late < 0 ? 0 : -late, progress.runs == 0);
    });
    return all;
}

} // namespace tactus::app
