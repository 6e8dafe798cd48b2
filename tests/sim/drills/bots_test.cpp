/// The bots by which rubrics are checked are those of facts 10: each errs as its row of the table says, and
/// earns what the table says.

#include "sim/math/transcendental.hpp"
#include "sim/scoring/marked_run.hpp"
#include "sim/strokes/statistics.hpp"
#include "tests/sim/drills/fake_attempt.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>

using namespace tactus;
using namespace tactus::drills;
using tactus::testing::attempt;
using tactus::testing::FakeAttempt;
using tactus::testing::score_of;
using tactus::testing::shipped;
using tactus::testing::test_anatomy;

namespace {

constexpr std::uint64_t seeds = 12;

/// A bot and its row of facts 10.
struct Row {
    Quality quality;
    double bias;
    double log_spread;
    double period_cv;
    double sparc_loss; ///< of the table's SPARC against the -1.4 of a bell
    double breaks;
    double pressure, flow, targeting;
};

constexpr std::array table{Row{Quality::novice, 1.6, .45, .26, -1.4, 3, 50, 34, 22},
                           Row{Quality::middle, 1.2, .30, .16, -.7, 2, 81, 68, 64},
                           Row{Quality::expert, 1.0, .18, .08, -.2, 0, 99, 96, 97}};

/// A bot's runs of a drill, seed by seed: several cases look at the same.
const std::vector<scoring::Score>& scores_of(const std::string& drill, Quality quality) {
    static std::map<std::pair<std::string, Quality>, std::vector<scoring::Score>> known;
    std::vector<scoring::Score>& scores = known[{drill, quality}];
    while (scores.size() < seeds) {
        scores.push_back(score_of(shipped(drill), quality, scores.size() + 1));
    }
    return scores;
}

double mean_of(const std::vector<scoring::Score>& scores,
               const std::function<double(const scoring::Score&)>& figure) {
    double sum = 0;
    for (const scoring::Score& score : scores) {
        sum += figure(score);
    }
    return sum / static_cast<double>(scores.size());
}

/// Logarithm of force over the middle of the band, on the plateaus of the loaded strokes.
std::vector<double> log_forces(const FakeAttempt& made, const scoring::Rubric& rubric) {
    const scoring::ClientOutcome nothing_to_add;
    const scoring::MarkedRun run = scoring::lay_out(
        test_anatomy(), {made.run.trace.samples, made.run.trace.dose_pa_s, made.run.trace.marks}, made.tasks,
        rubric, nothing_to_add);
    std::vector<double> logs;
    for (const scoring::StepStroke& each : scoring::loaded_strokes(run)) {
        const strokes::Stroke& stroke = each.marked->stroke;
        const scoring::Band asked = *each.task->task.force_n;
        const std::size_t turn = (stroke.end - stroke.begin) / 5;
        for (std::size_t i = stroke.begin + turn; i < stroke.end - turn; ++i) {
            const double force_n = run.trace.samples[i].hands[static_cast<std::size_t>(stroke.hand)].force_n;
            logs.push_back(math::log(force_n / math::sqrt(static_cast<double>(asked.low) * asked.high)));
        }
    }
    return logs;
}

} // namespace

TEST_CASE("a bot's force, rhythm, smoothness and breaks are those of its row") {
    const Drill drill = shipped("effleurage");
    const scoring::Rubric rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric));
    for (const Row& row : table) {
        CAPTURE(row.breaks);
        double bias = 0;
        double spread = 0;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const std::vector<double> logs = log_forces(attempt(drill, row.quality, seed), rubric);
            bias += strokes::mean(logs) / seeds;
            spread += strokes::deviation(logs) / seeds;
        }
        CHECK(math::exp(bias) == doctest::Approx(row.bias).epsilon(.12));
        CHECK(spread == doctest::Approx(row.log_spread).epsilon(.12));
        const auto measured = [&](const char* name) {
            return mean_of(scores_of("effleurage", row.quality),
                           [&](const scoring::Score& score) { return score.measures.at(name); });
        };
        // A jerky stroke may fall apart, and the next period then looks twice as long.
        CHECK(measured("stroke_period_cv_percent") == doctest::Approx(100 * row.period_cv).epsilon(.3));
        CHECK(std::fabs(measured("contact_breaks") - row.breaks) < .9); // a step's end may cut one in two
        // The jerkiest strokes halt on their way and are no strokes any more: the novice's stay short.
        CHECK(std::fabs(measured("sparc_below_plateau") - row.sparc_loss) < .27);
    }
}

TEST_CASE("a bot earns for pressure, flow and a point what the table computed") {
    const auto group = [](const char* drill, const Row& row, scoring::Group which) {
        return mean_of(scores_of(drill, row.quality), [&](const scoring::Score& score) {
            return *score.groups[static_cast<std::size_t>(which)];
        });
    };
    for (const Row& row : table) {
        CAPTURE(row.breaks);
        // The table has one band of 20-45 N; two thirds of this drill lie in a wider one.
        CHECK(std::fabs(group("effleurage", row, scoring::Group::pressure) - row.pressure) < 10);
        CHECK(std::fabs(group("effleurage", row, scoring::Group::flow) - row.flow) < 4);
        CHECK(std::fabs(group("trigger-release", row, scoring::Group::targeting) - row.targeting) < 10);
    }
}

TEST_CASE("over many seeds the bots come in their order at strokes and at a point") {
    for (const char* id : {"effleurage", "trigger-release"}) {
        CAPTURE(id);
        std::vector<double> totals;
        for (const Row& row : table) {
            totals.push_back(
                mean_of(scores_of(id, row.quality), [](const scoring::Score& score) { return score.total; }));
            CAPTURE(totals.back());
        }
        CHECK(totals[0] < 60);
        CHECK(totals[1] > 60);
        CHECK(totals[1] < 85);
        CHECK(totals[2] > 85);
    }
}
