#include "sim/math/interpolation.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/scoring/targeting_parts.hpp"
#include "sim/strokes/contact_intervals.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace tactus::scoring {

namespace {

constexpr double felt_within_s = 4;    // a mark names what a hand has just felt
constexpr double felt_within_m = 0.02; // there

struct Search {
    std::vector<double> errors_m; ///< of the points that were found
    int false_marks = 0;
    double first_false_s = -1;
};

/// A place that no hand touched just before is a guess.
bool felt(const MarkedRun& run, const strokes::PointMark& mark) {
    const HoldPlace place{mark.u, mark.v, static_cast<float>(felt_within_m)};
    const auto before =
        strokes::part(run.trace.samples, mark.t_s - felt_within_s, mark.t_s + strokes::trace_interval_s);
    return std::ranges::any_of(before, [&](const strokes::TraceSample& sample) {
        return std::ranges::any_of(sample.hands, [&](const strokes::HandSample& hand) {
            return strokes::in_contact(hand) && distance_m(run.anatomy, place, hand.u, hand.v) == 0;
        });
    });
}

/// Every mark goes to the nearest point; the better of two marks at one point counts.
Search searched(const MarkedRun& run, const MarkedTask& task) {
    const double reach_m = run.rubric.location_mm.zero / 1000;
    std::vector<const anatomy::TriggerPoint*> points;
    for (const anatomy::TriggerPoint& point : run.anatomy.trigger_points) {
        if (!task.task.zone || in_zone(*task.task.zone, point.u, point.v)) {
            points.push_back(&point);
        }
    }
    std::vector<std::optional<double>> best(points.size());
    Search search;
    for (const strokes::PointMark& mark : run.trace.marks) {
        if (mark.t_s < task.begin_s || mark.t_s >= task.end_s) {
            continue;
        }
        double nearest_m = reach_m;
        std::size_t nearest = points.size();
        for (std::size_t k = 0; k < points.size(); ++k) {
            const double away_m =
                distance_m(run.anatomy, HoldPlace{points[k]->u, points[k]->v, 0}, mark.u, mark.v);
            if (away_m < nearest_m) {
                nearest_m = away_m;
                nearest = k;
            }
        }
        if (nearest == points.size() || !felt(run, mark)) {
            ++search.false_marks;
            search.first_false_s = search.first_false_s < 0 ? mark.t_s : search.first_false_s;
        } else {
            best[nearest] = std::min(best[nearest].value_or(nearest_m), nearest_m);
        }
    }
    for (const std::optional<double>& error : best) {
        if (error) {
            search.errors_m.push_back(*error);
        }
    }
    std::ranges::sort(search.errors_m);
    return search;
}

} // namespace

GroupMarks palpation_marks(const MarkedRun& run, const MarkedTask& task, Measures& measures) {
    const Search search = searched(run, task);
    const auto wanted = static_cast<std::size_t>(task.task.points_to_mark);
    const std::size_t found = std::min(wanted, search.errors_m.size());
    double marks = 0;
    double error_mm = 0;
    for (std::size_t k = 0; k < found; ++k) {
        const double mm = 1000 * search.errors_m[k];
        marks += math::lin(mm, run.rubric.location_mm.full, run.rubric.location_mm.zero);
        error_mm += mm;
    }
    Mark mark{.measure = "points_found",
              .share = 1,
              .marks = std::max(0.0, marks / static_cast<double>(wanted) -
                                         run.rubric.false_mark * search.false_marks),
              .value = static_cast<double>(found),
              .target = static_cast<double>(wanted),
              .moment_s = search.first_false_s};
    mark.what =
        "Found " + std::to_string(found) + " of " + std::to_string(wanted) + " points" +
        (found > 0 ? ", " + rounded(error_mm / static_cast<double>(found)) + " mm off on average"
                   : std::string()) +
        "; " + (search.false_marks == 1 ? "1 mark was" : std::to_string(search.false_marks) + " marks were") +
        " no point.";
    mark.advice = search.false_marks > 0
                      ? "Mark only what you have felt roll under the finger, and feel it twice."
                      : "Strum across the fibres in lanes, two to four centimetres a second.";
    measures["points_found"] = static_cast<double>(found);
    measures["false_marks"] = search.false_marks;
    if (found > 0) {
        measures["point_error_mm"] = error_mm / static_cast<double>(found);
    }
    GroupMarks group;
    group.marks.push_back(mark);
    return group;
}

} // namespace tactus::scoring
