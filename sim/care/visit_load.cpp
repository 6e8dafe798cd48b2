#include "sim/care/visit_load.hpp"

#include "sim/care/care_data.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/physiology/delayed_soreness.hpp"
#include "sim/physiology/pain.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>

namespace tactus::care {
namespace {

/// Discomfort between two ends, spread evenly over the minutes of a technique.
struct Felt {
    double low;
    double high;

    [[nodiscard]] double share_above(double edge) const {
        if (high <= low) { // both at the end of the scale
            return low >= edge ? 1 : 0;
        }
        return std::clamp((high - edge) / (high - low), 0.0, 1.0);
    }

    /// Mean of what is over the edge, 0 where it is not.
    [[nodiscard]] double mean_above(double edge) const {
        const double lowest = std::max(low, edge);
        return high > edge ? share_above(edge) * ((lowest + high) / 2 - edge) : 0;
    }
};

/// What a healthy client calls `discomfort`, in the words of one whose thresholds are multiplied.
double felt_by(double discomfort, double threshold_factor) {
    const double threshold = 7;
    const double slope =
        discomfort < threshold ? physiology::slope_below_threshold : physiology::slope_above_threshold;
    const double pressure = math::pow(10, (discomfort - threshold) / slope);
    return static_cast<double>(
        physiology::discomfort_of(static_cast<float>(pressure), static_cast<float>(threshold_factor)));
}

Felt felt_of(Technique technique, double threshold_factor) {
    const auto& band = technique == Technique::gentle    ? gentle_discomfort
                       : technique == Technique::swedish ? swedish_discomfort
                       : technique == Technique::deep    ? deep_discomfort
                                                         : trigger_point_discomfort;
    return {felt_by(band.low, threshold_factor), felt_by(band.high, threshold_factor)};
}

} // namespace

VisitLoad load_of(const Visit& visit, const Person& person, double soreness) {
    const double factor =
        person.threshold_factor *
        static_cast<double>(physiology::sore_threshold_factor(static_cast<float>(soreness)));
    double over = 0;
    double deep_min = 0;
    VisitLoad load;
    for (std::size_t k = 0; k < technique_count; ++k) {
        const double minutes = visit.minutes[k];
        if (minutes > 0) {
            const Felt felt = felt_of(static_cast<Technique>(k), factor);
            load.strongest = std::max(load.strongest, felt.high);
            over += minutes * felt.mean_above(physiology::overload_discomfort);
            deep_min += minutes * felt.share_above(physiology::deep_work_discomfort);
        }
    }
    load.overload_point_min =
        over + physiology::deep_work_points * std::max(0.0, deep_min - physiology::deep_work_free_min);
    const auto overload = static_cast<float>(load.overload_point_min);
    load.soreness_chance = static_cast<double>(
        physiology::soreness_chance(overload, static_cast<float>(person.soreness_factor)));
    load.worst_soreness = static_cast<double>(physiology::worst_soreness(overload));
    return load;
}

double problem_age_days(const Visit& visit, const Problem& problem) { return problem.since_days + visit.day; }

bool works_deeply(const Visit& visit) {
    return visit.minutes_of(Technique::deep) + visit.minutes_of(Technique::trigger_point) > 0;
}

Harm harm_of(const Visit& visit, const Problem& problem, const VisitLoad& load) {
    if (problem.onset == Onset::acute && works_deeply(visit) &&
        problem_age_days(visit, problem) < acute_days) {
        return Harm::fresh_strain;
    }
    return load.strongest >= harmful_discomfort ? Harm::too_much : Harm::none;
}

} // namespace tactus::care
