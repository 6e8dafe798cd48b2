#include "sim/care/course.hpp"

#include "sim/care/benefit.hpp"
#include "sim/care/care_data.hpp"
#include "sim/care/natural_course.hpp"
#include "sim/physiology/delayed_soreness.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::care {
namespace {

constexpr double hours_a_day = 24;
constexpr double most_pain = 10;

/// The state of the client, carried from day to day.
class Weeks {
public:
    Weeks(const Plan& plan, const Person& person, const Fortune& fortune)
        : plan_(plan), person_(person), fortune_(fortune) {}

    [[nodiscard]] Day at(double day) const {
        Day now{.soreness = soreness(day), .flare = flare_pain(fortune_.flare_days, day)};
        now.pain = std::clamp(eased_pain(day) + now.flare + now.soreness, 0.0, most_pain);
        now.told = std::clamp(now.pain + told_error(fortune_, static_cast<int>(day)), 0.0, most_pain);
        now.function = function_score(now.pain);
        return now;
    }

    /// Whether four weeks have changed nothing: flare-ups and soreness pass and do not count.
    [[nodiscard]] bool unchanged(double day) const {
        return day >= refer_after_days && person_.pain - eased_pain(day) < changed_points;
    }

    /// Whether the visit is a reassessment that ends the plan.
    [[nodiscard]] bool refers(const Visit& visit) const {
        return visit.reassess && plan_.refer_after_days && visit.day >= *plan_.refer_after_days &&
               unchanged(visit.day);
    }

    HeldVisit hold(std::size_t index) {
        const Visit& visit = plan_.visits[index];
        HeldVisit held{.visit = index, .before = at(visit.day), .states = states(visit.day)};
        held.load = load_of(visit, person_, held.before.soreness);
        held.harm = harm_of(visit, plan_.problem, held.load);
        held.sore = gets_sore(fortune_, index, held.load.soreness_chance);
        benefit_ = after_visit(after_days(benefit_, visit.day - benefit_day_), visit.length_min(),
                               held.harm == Harm::none ? visit.quality : 0);
        benefit_day_ = visit.day;
        if (visit.home_advice && !advice_day_) {
            advice_day_ = visit.day;
        }
        held.pain_after = at(visit.day).pain;
        // The mean client has the mean soreness, whoever has a seed has all of it or none.
        const double share = fortune_.seed ? (held.sore ? 1 : 0) : held.load.soreness_chance;
        soreness_.push_back({visit.day, share * held.load.worst_soreness});
        last_visit_ = {visit.day, held.before.told};
        return held;
    }

private:
    struct Point {
        double day;
        double value;
    };

    [[nodiscard]] double eased_pain(double day) const {
        const Benefit left = after_days(benefit_, day - benefit_day_);
        return untreated_pain(plan_.problem, person_.pain, day) * (1 - relief(left, fortune_.responder)) +
               cause_pain(plan_.problem, day, advice_day_);
    }

    [[nodiscard]] double soreness(double day) const {
        float points = 0;
        for (const Point& visit : soreness_) {
            points += physiology::soreness_after(static_cast<float>(visit.value),
                                                 static_cast<float>((day - visit.day) * hours_a_day),
                                                 static_cast<float>(plan_.problem.soreness_peak_h));
        }
        return static_cast<double>(points);
    }

    /// In the worst hour since the visit before.
    [[nodiscard]] double worst_soreness(double day) const {
        double worst = 0;
        for (double then = last_visit_->day; then <= day; then += 1 / hours_a_day) {
            worst = std::max(worst, soreness(then));
        }
        return worst;
    }

    [[nodiscard]] ReturnStates states(double day) const {
        const Day now = at(day);
        ReturnStates states;
        const auto set = [&](ReturnState state, double value) {
            states[static_cast<std::size_t>(state)] = value;
        };
        set(ReturnState::pain, now.told);
        set(ReturnState::flare, now.flare);
        if (last_visit_) {
            set(ReturnState::pain_change, now.told - last_visit_->value);
            set(ReturnState::soreness_worst, worst_soreness(day));
            set(ReturnState::soreness_now, now.soreness);
        }
        return states;
    }

    const Plan& plan_;
    const Person& person_;
    const Fortune& fortune_;
    Benefit benefit_;
    double benefit_day_ = 0;
    std::optional<double> advice_day_;
    std::vector<Point> soreness_;     ///< the worst hour of each visit that left some
    std::optional<Point> last_visit_; ///< and the pain told there
};

} // namespace

Course follow(const Plan& plan, const Person& person, const Fortune& fortune) {
    Course course;
    Weeks weeks(plan, person, fortune);
    std::size_t next = 0;
    const auto hold_until = [&](double day) {
        for (; next < plan.visits.size() && plan.visits[next].day < day && !course.referred_day; ++next) {
            const Visit& visit = plan.visits[next];
            if (weeks.unchanged(visit.day) && !course.unchanged_day) {
                course.unchanged_day = visit.day;
            }
            if (weeks.refers(visit)) {
                course.referred_day = visit.day;
                return;
            }
            course.visits.push_back(weeks.hold(next));
        }
    };
    const int last = static_cast<int>(std::ceil(plan.weeks * days_a_week));
    for (int day = 0; day <= last; ++day) {
        hold_until(day);
        course.days.push_back(weeks.at(day));
    }
    hold_until(last + 1);
    return course;
}

double mean_drop(const Course& course, const Course& untreated) {
    double sum = 0;
    for (std::size_t day = 0; day < course.days.size(); ++day) {
        sum += untreated.days[day].pain - course.days[day].pain;
    }
    return sum / static_cast<double>(course.days.size());
}

Plan without_visits(const Plan& plan) {
    Plan untreated = plan;
    untreated.visits.clear();
    return untreated;
}

} // namespace tactus::care
