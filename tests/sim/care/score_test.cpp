#include "sim/care/best_plan.hpp"
#include "sim/care/plan_score.hpp"
#include "sim/care/taper.hpp"
#include "tests/sim/care/plans.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>

using namespace tactus::care;

namespace {

PlanScore score(const Plan& plan, const Person& person = mean_person, const Fortune& fortune = {}) {
    return score_plan(plan, person, follow(plan, person, fortune));
}

double lost(const PlanScore& score, const std::string& measure) {
    return std::accumulate(score.lost.begin(), score.lost.end(), 0.0, [&](double sum, const LostMarks& mark) {
        return sum + (mark.measure == measure ? mark.marks : 0);
    });
}

double part(const PlanScore& score, Part part) { return score.parts[static_cast<std::size_t>(part)]; }

/// Follows every rule of facts 6.4.
Plan careful_plan() {
    Plan plan = hours_on({0, 3, 7, 14, 28, 42});
    plan.refer_after_days = 28;
    plan.visits[0].home_advice = true;
    plan.visits[2].reassess = true;
    plan.visits[4].reassess = true;
    return plan;
}

} // namespace

TEST_CASE("the marks of the parts are those of plan mode and add to a hundred") {
    CHECK(marks_of(Part::pain) == 40);
    CHECK(marks_of(Part::safety) == 30);
    CHECK(marks_of(Part::reassessment) == 15);
    CHECK(marks_of(Part::cost) == 15);
}

TEST_CASE("the best plan loses nothing, for any problem") {
    for (const double weeks : {4.0, 6.0, 8.0, 10.0}) {
        for (const Problem& problem : {Problem{}, Problem{.cause = Cause::posture}, Problem{.pain = 2.0},
                                       Problem{.onset = Onset::acute, .since_days = 1}}) {
            Plan plan = careful_plan();
            plan.weeks = weeks;
            plan.problem = problem;
            const Person person{.pain = problem.pain.value_or(5.7)};
            const Plan best = best_plan(plan, person);
            CAPTURE(weeks);
            CAPTURE(best.visits.size());
            CHECK(best.visits.back().day <= weeks * 7);
            CHECK(score(best, person).total >= 95);
            CHECK(part(score(best, person), Part::pain) == doctest::Approx(40));
        }
    }
}

TEST_CASE("no six hours on a weekly or half-weekly raster that taper beat the best plan") {
    const Plan best = best_plan(careful_plan(), mean_person);
    const Course untreated = follow(without_visits(best), mean_person, {});
    const double least = mean_drop(follow(best, mean_person, {}), untreated);
    for (const std::vector<double>& days :
         {std::vector<double>{0, 7, 14, 24, 34, 44}, {0, 3, 7, 10, 14, 24}, {0, 10, 20, 30, 40, 50}}) {
        const Plan plan = hours_on(days);
        const Course course = follow(plan, mean_person, {});
        CHECK(untapered_visits(plan, course).empty());
        CHECK(mean_drop(course, untreated) <= least + 1e-9);
    }
}

TEST_CASE("a careful plan is worth more than 90, and every lost mark says why and what to do") {
    CHECK(score(careful_plan()).total > 90);
    Plan careless = hours_on({0, 14, 28, 42});
    for (Visit& visit : careless.visits) {
        visit = visit_on(visit.day, Technique::deep, 30);
    }
    careless.problem.cause = Cause::lifting;
    const PlanScore bad = score(careless);
    CHECK(bad.total < 65);
    double sum = 0;
    for (const LostMarks& mark : bad.lost) {
        CAPTURE(mark.measure);
        CHECK(mark.marks > 0);
        CHECK(mark.what.ends_with("."));
        CHECK(mark.advice.ends_with("."));
        CHECK(mark.value != mark.target);
        sum += mark.marks;
    }
    CHECK(sum == doctest::Approx(100 - bad.total));
    CHECK(std::ranges::is_sorted(bad.lost, std::greater{}, &LostMarks::marks));
}

TEST_CASE("marks for pain fall with the share of the best drop, and the advice names the largest gain") {
    Plan plan = careful_plan();
    for (Visit& visit : plan.visits) {
        visit.minutes = {20, 0, 0, 0};
    }
    const PlanScore brief = score(plan);
    CHECK(part(brief, Part::pain) == doctest::Approx(40 * brief.drop / brief.best_drop));
    CHECK(brief.lost.front().advice.find("an hour long") != std::string::npos);
    plan = careful_plan();
    plan.problem.cause = Cause::posture;
    plan.visits[0].home_advice = false;
    CHECK(score(plan).lost.front().advice.find("home advice") != std::string::npos);
    plan = careful_plan();
    plan.visits.resize(2);
    CHECK(score(plan).lost.front().advice.find("more often") != std::string::npos);
}

TEST_CASE("what makes everybody sore takes nothing off the pain") {
    Plan plan = careful_plan();
    for (Visit& visit : plan.visits) {
        visit = visit_on(visit.day, Technique::deep, 60);
    }
    const PlanScore harmful = score(plan, tender_person);
    CHECK(harmful.drop < 0);
    CHECK(part(harmful, Part::pain) == 0);
    CHECK(part(harmful, Part::safety) == 0);
    CHECK(lost(harmful, "discomfort") > 0);
    CHECK(harmful.lost.front().advice.find("harms") != std::string::npos);
}

TEST_CASE("safety asks for gentle hands on a fresh strain, and moderate ones while it heals") {
    Plan plan = careful_plan();
    plan.problem = {.onset = Onset::acute, .since_days = 1};
    plan.visits[0] = visit_on(0, Technique::deep, 60);
    CHECK(lost(score(plan), "strain_age") == 15);
    plan.visits[0] = visit_on(0, Technique::swedish, 60);
    CHECK(lost(score(plan), "strain_age") == 0);
    plan.visits[2] = visit_on(7, Technique::deep, 20);
    CHECK(lost(score(plan), "discomfort") == 5);
    plan.visits[2] = visit_on(7, Technique::swedish, 20);
    plan.visits[4] = visit_on(28, Technique::deep, 20);
    CHECK(lost(score(plan), "discomfort") == 0);
}

TEST_CASE("deep work on a client who came sore costs marks, but only when it happened") {
    Plan plan = careful_plan();
    plan.visits[1] = visit_on(3, Technique::deep, 120);
    plan.visits[2] = visit_on(4, Technique::deep, 20);
    Fortune sore;
    sore.seed = 1;
    REQUIRE(follow(plan, mean_person, sore).visits[1].sore);
    CHECK(lost(score(plan, mean_person, sore), "soreness_on_arrival") == 5);
    plan.visits[2] = visit_on(7, Technique::deep, 20);
    CHECK(lost(score(plan, mean_person, sore), "soreness_on_arrival") == 0);
    CHECK(lost(score(plan), "soreness_chance") == 5);
}

TEST_CASE("a client whom four weeks have not changed is to be referred") {
    Fortune unmoved;
    unmoved.responder = 0;
    Plan plan = careful_plan();
    CHECK(lost(score(plan, mean_person, unmoved), "unreferred") == 0);
    plan.refer_after_days.reset();
    CHECK(lost(score(plan, mean_person, unmoved), "referral_rule") == 10);
    CHECK(lost(score(plan, mean_person, unmoved), "unreferred") == 15);
    CHECK(lost(score(plan), "unreferred") == 0);
    plan.visits.resize(3); // over before four weeks are
    CHECK(lost(score(plan), "referral_rule") == 0);
}

TEST_CASE(
    "a client who is to be referred is not planned for, and a tired one is seen for as long as they bear") {
    Person person = mean_person;
    person.treatable = false;
    const PlanScore treated = score(careful_plan(), person);
    CHECK(treated.total == 0);
    CHECK(lost(treated, "referral_first") == 100);
    person.treatable = true;
    person.longest_visit_min = 30;
    CHECK(lost(score(careful_plan(), person), "length") == 18);
    const Plan best = best_plan(careful_plan(), person);
    CHECK(best.visits.front().length_min() == 30);
    CHECK(part(score(best, person), Part::safety) == 30);
}

TEST_CASE("what a condition says of soreness and of length comes with the client") {
    tactus::client::Client client;
    client.condition.soreness_factor = 3;
    client.condition.longest_min = 30;
    client.condition.scope = tactus::client::Scope::caution;
    CHECK(person_of(client, {}).soreness_factor == 3);
    CHECK(person_of(client, {.soreness_factor = 1.5}).soreness_factor == 1.5);
    CHECK(person_of(client, {}).longest_visit_min == 30);
    CHECK(person_of(client, {}).treatable);
    client.condition.decision.urgency = tactus::client::Urgency::days;
    CHECK_FALSE(person_of(client, {}).treatable);
}

TEST_CASE("what a condition bans everywhere is banned from the plan, what it bans at a place is not") {
    tactus::client::Client client;
    client.complaint_now = 5.7F;
    client.condition.bans = {{.techniques = {"stripping", "beating"}, .why = "it hurts for days"},
                             {.techniques = {"trigger_point_release"}, .place = "LLS", .why = "of the disc"}};
    const Person person = person_of(client, {});
    Plan plan = careful_plan();
    plan.visits[1] = visit_on(3, Technique::trigger_point, 10);
    CHECK(lost(score(plan, person), "banned_technique") == 0);
    plan.visits[1] = visit_on(3, Technique::deep, 10);
    const PlanScore banned = score(plan, person);
    CHECK(lost(banned, "banned_technique") == 15);
    CHECK(std::ranges::any_of(banned.lost, [](const LostMarks& mark) {
        return mark.what.find("it hurts for days") != std::string::npos;
    }));
    CHECK(lost(score(plan), "banned_technique") == 0);
}

TEST_CASE("reassessment is due at the third or fourth visit and every four weeks from there") {
    const auto marks = [](const std::vector<std::size_t>& reassessed) {
        Plan plan = careful_plan();
        for (std::size_t k = 0; k < plan.visits.size(); ++k) {
            plan.visits[k].reassess = std::ranges::find(reassessed, k + 1) != reassessed.end();
        }
        return part(score(plan), Part::reassessment);
    };
    CHECK(marks({3, 5}) == 15);
    CHECK(marks({4}) == 15);
    CHECK(marks({3}) == 10); // 35 days from day 7 to the last visit
    CHECK(marks({2, 4}) == 10);
    CHECK(marks({1, 4}) == 5);
    CHECK(marks({5}) == 10);
    CHECK(marks({6}) == 5);
    CHECK(marks({}) == 0);
}

TEST_CASE("time costs marks beyond six hours, and so do close visits when pain has levelled off") {
    Plan plan = careful_plan();
    CHECK(part(score(plan), Part::cost) == 15);
    plan.visits[1] = visit_on(3, Technique::swedish, 96);
    CHECK(lost(score(plan), "minutes") == doctest::Approx(1.5));
    plan = careful_plan();
    plan.visits[5].day = 33;
    CHECK(lost(score(plan), "gap") == 2.5);
    Plan weekly = hours_on({0, 7, 14, 21, 28, 35, 42, 49});
    CHECK(part(score(weekly), Part::cost) == 0);
}

TEST_CASE("visits may taper once pain is at 3 or has not fallen by 0.3 a week") {
    Course course;
    for (int day = 0; day <= 40; ++day) {
        course.days.push_back({.pain = 9 - 0.1 * day});
    }
    CHECK_FALSE(taper_day(course).has_value());
    course.days[30].pain = 3;
    CHECK(taper_day(course) == 30);
    for (std::size_t day = 10; day <= 40; ++day) {
        course.days[day].pain = 8.02;
    }
    CHECK(taper_day(course) == 18); // by 0.29 a week since day 4, whose pain was 8.6
}
