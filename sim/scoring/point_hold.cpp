#include "sim/scoring/point_hold.hpp"

#include "sim/scoring/scoring_data.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

constexpr double bridged_s = 0.5;     // a tremor or a re-grip does not end a hold
constexpr double steady_share = 0.85; // facts 5.7: a steady hold keeps within +-15 %
constexpr double shortest_hold_s = 1;
constexpr double let_go_share = 0.1;

using strokes::HandSample;
using strokes::TraceSample;

/// Sample range [begin, end) of a press under way.
struct Press {
    std::size_t begin;
    std::size_t end;
};

/// Searches one hand of the part of a run that belongs to the place.
class HoldSearch {
public:
    HoldSearch(const MarkedRun& run, const MarkedTask& task, const HoldPlace& place, contact::Side hand)
        : run_(run), task_(task), place_(place), hand_(hand), samples_(run.trace.samples),
          begin_(task.first_sample), end_(task.first_sample + task.samples.size()) {
        if (!task.task.trigger_point) {
            return;
        }
        end_ = samples_.size();
        for (const MarkedTask& other :
             run.tasks) { // the search and the hold may begin in an earlier step at the point
            if (other.task.trigger_point == task.task.trigger_point) {
                begin_ = std::min(begin_, other.first_sample);
            }
        }
    }

    [[nodiscard]] std::vector<PointHold> holds() const {
        std::vector<PointHold> found;
        for (const Press& press : presses()) {
            if (auto hold = describe(press)) {
                found.push_back(*hold);
            }
        }
        return found;
    }

private:
    [[nodiscard]] const HandSample& at(std::size_t i) const {
        return samples_[i].hands[static_cast<std::size_t>(hand_)];
    }

    [[nodiscard]] std::vector<Press> presses() const {
        const double wanted_n =
            task_.task.force_n ? 0.5 * task_.task.force_n->low : run_.rubric.loaded_force_n;
        std::vector<Press> found;
        for (std::size_t i = begin_; i < end_ && samples_[i].t_s < run_.end_s; ++i) {
            const HandSample& hand = at(i);
            const double speed = std::sqrt(static_cast<double>(hand.velocity_m_s.x) * hand.velocity_m_s.x +
                                           static_cast<double>(hand.velocity_m_s.y) * hand.velocity_m_s.y);
            if (!strokes::in_contact(hand) || hand.force_n < wanted_n || speed > hold_speed_m_s ||
                !task_.allows(hand.tool)) {
                continue;
            }
            if (!found.empty() && samples_[i].t_s - samples_[found.back().end - 1].t_s <= bridged_s) {
                found.back().end = i + 1;
            } else {
                found.push_back({i, i + 1});
            }
        }
        return found;
    }

    [[nodiscard]] std::optional<PointHold> describe(Press press) const {
        std::vector<double> forces;
        for (std::size_t i = press.begin; i < press.end; ++i) {
            forces.push_back(at(i).force_n);
        }
        const double median = strokes::median(forces);
        const auto steady = [&](std::size_t i) { return at(i).force_n >= steady_share * median; };
        while (press.begin < press.end && !steady(press.begin)) {
            ++press.begin;
        }
        while (press.end > press.begin && !steady(press.end - 1)) {
            --press.end;
        }
        const double duration_s = static_cast<double>(press.end - press.begin) * strokes::trace_interval_s;
        if (duration_s < shortest_hold_s) {
            return std::nullopt;
        }
        PointHold hold{.hand = hand_, .begin_s = samples_[press.begin].t_s, .force_n = median};
        hold.end_s = hold.begin_s + duration_s;
        measure_plateau(press, hold);
        measure_release(press, hold);
        measure_search(press, hold);
        return hold;
    }

    void measure_plateau(Press press, PointHold& hold) const {
        std::vector<double> forces;
        double u = 0;
        double v = 0;
        double right_depth = 0;
        bool reached = false;
        const Band wanted = task_.task.hold_discomfort.value_or(Band{0, 10});
        for (std::size_t i = press.begin; i < press.end; ++i) {
            forces.push_back(at(i).force_n);
            u += at(i).u;
            v += at(i).v;
            const float discomfort = samples_[i].discomfort;
            reached = reached || discomfort >= wanted.low;
            // Eased below the band by an undiminished hold is what the hold is for (facts 4.2).
            right_depth += reached && discomfort <= wanted.high ? 1 : 0;
        }
        const auto count = static_cast<double>(forces.size());
        hold.force_cv = strokes::variation(forces);
        hold.depth_share = right_depth / count;
        hold.distance_m =
            distance_m(run_.anatomy, place_, static_cast<float>(u / count), static_cast<float>(v / count));
    }

    void measure_release(Press press, PointHold& hold) const {
        for (std::size_t i = press.end; i < samples_.size(); ++i) {
            if (!at(i).touching || at(i).force_n < let_go_share * hold.force_n) {
                hold.unload_s = samples_[i].t_s - hold.end_s;
                return;
            }
        }
    }

    void measure_search(Press press, PointHold& hold) const {
        const anatomy::TriggerPoint* point = point_of(run_, task_.task);
        if (point == nullptr) {
            return;
        }
        const Vec2 fibre(point->fibre.x, point->fibre.z);
        const double norm =
            std::sqrt(static_cast<double>(fibre.x) * fibre.x + static_cast<double>(fibre.y) * fibre.y);
        for (std::size_t i = begin_; i < press.begin; ++i) {
            const HandSample& hand = at(i);
            if (!strokes::in_contact(hand) || !task_.allows(hand.tool) ||
                distance_m(run_.anatomy, place_, hand.u, hand.v) > near_point_m) {
                continue;
            }
            const Vec2 way = hand.velocity_m_s * static_cast<float>(strokes::trace_interval_s);
            hold.search_path_m +=
                std::fabs(static_cast<double>(way.x) * fibre.y - static_cast<double>(way.y) * fibre.x) /
                std::max(norm, 1e-6);
        }
    }

    const MarkedRun& run_;
    const MarkedTask& task_;
    const HoldPlace& place_;
    contact::Side hand_;
    std::span<const TraceSample> samples_;
    std::size_t begin_; ///< the part of the trace that belongs to the place
    std::size_t end_;
};

} // namespace

double distance_m(const anatomy::Anatomy& anatomy, const HoldPlace& place, float u, float v) {
    const double across = static_cast<double>(u - place.u) * anatomy.skin.half_biacromial_m;
    const double along = static_cast<double>(v - place.v) * anatomy.skin.spine_length_m;
    return std::max(0.0, std::sqrt(across * across + along * along) - place.radius_m);
}

const anatomy::TriggerPoint* point_of(const MarkedRun& run, const Task& task) {
    const auto& points = run.anatomy.trigger_points;
    const auto found = std::ranges::find_if(points, [&](const anatomy::TriggerPoint& point) {
        return task.trigger_point && point.id == *task.trigger_point;
    });
    return found == points.end() ? nullptr : &*found;
}

std::optional<HoldPlace> hold_place(const MarkedRun& run, const Task& task) {
    if (const anatomy::TriggerPoint* point = point_of(run, task)) {
        return HoldPlace{point->u, point->v, 0};
    }
    return task.trigger_point ? std::nullopt : task.place;
}

std::optional<PointHold> find_hold(const MarkedRun& run, const MarkedTask& task) {
    const std::optional<HoldPlace> place = hold_place(run, task.task);
    if (!place) {
        return std::nullopt;
    }
    const double near_m = run.rubric.location_mm.zero / 1000;
    std::vector<PointHold> holds = HoldSearch(run, task, *place, contact::Side::left).holds();
    for (const PointHold& hold : HoldSearch(run, task, *place, contact::Side::right).holds()) {
        holds.push_back(hold);
    }
    const auto best = std::ranges::max_element(holds, {}, [&](const PointHold& hold) {
        return std::pair(hold.distance_m <= near_m, hold.duration_s());
    });
    return best == holds.end() ? std::nullopt : std::optional(*best);
}

} // namespace tactus::scoring
