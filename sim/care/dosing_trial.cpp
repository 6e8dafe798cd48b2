#include "sim/care/dosing_trial.hpp"

#include "sim/care/care_data.hpp"
#include "sim/care/course.hpp"
#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <array>

namespace tactus::care {
namespace {

constexpr std::uint64_t change_stream = 0x747269616cULL;
constexpr std::uint64_t person_stream = 0x706572736f6eULL;

/// Points of the mean client on that day.
double benefit_on(const Schedule& schedule, double pain, double day) {
    const Course course = follow(plan_of(schedule, day / days_a_week), Person{.pain = pain}, {});
    return pain - course.days.back().pain;
}

/// Uniform in [0, 1) to the last bit of a double.
double unit(std::uint64_t seed, std::uint64_t index) {
    constexpr double step = 1.0 / (1ULL << 53U);
    return static_cast<double>(math::random_bits(seed, change_stream, index) >> 11U) * step;
}

/// N(-0.3, 1.7) after Box and Muller: who responds unaided sits in the tail, which a sum of uniforms thins.
double untreated_change(std::uint64_t seed, std::uint64_t client) {
    const double radius = math::sqrt(-2 * math::log(1 - unit(seed, 2 * client)));
    const double normal = radius * math::cos(2 * math::pi * unit(seed, 2 * client + 1));
    return trial_change_points + trial_change_deviation * normal;
}

} // namespace

std::span<const TrialArm> trial_arms() {
    static const std::array<TrialArm, 5> arms{{
        {"60 x 2/wk", {60, 2, 4}, 2.31, trial_risk_60_twice.value},
        {"60 x 3/wk", {60, 3, 4}, 2.66, trial_risk_60_thrice.value},
        {"60 x 1/wk", {60, 1, 4}, 1.69, std::nullopt},
        {"30 x 2/wk", {30, 2, 4}, 1.50, std::nullopt},
        {"30 x 3/wk", {30, 3, 4}, 1.75, std::nullopt},
    }};
    return arms;
}

TrialOutcome run_trial(std::uint64_t seed, std::uint64_t clients) {
    TrialOutcome outcome;
    for (const TrialArm& arm : trial_arms()) {
        outcome.arms.push_back({.benefit = benefit_on(arm.schedule, trial_pain, trial_read_day)});
    }
    const double enough = -trial_responder_share * trial_pain;
    for (std::uint64_t client = 0; client < clients; ++client) {
        const double change = untreated_change(seed, client);
        const double responder = responder_of(math::random_bits(seed, person_stream, client));
        outcome.control_responders += change <= enough ? 1 : 0;
        for (ArmOutcome& arm : outcome.arms) {
            arm.responders += change - responder * arm.benefit <= enough ? 1 : 0;
        }
    }
    outcome.control_responders /= static_cast<double>(clients);
    for (ArmOutcome& arm : outcome.arms) {
        arm.responders /= static_cast<double>(clients);
        arm.relative_risk = arm.responders / outcome.control_responders;
    }
    return outcome;
}

double weekly_benefit(double week) {
    return benefit_on(published_courses().front().schedule, published_pain, week * days_a_week);
}

} // namespace tactus::care
