#include "tests/sim/care/plans.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace tactus::care;

TEST_CASE("the same seed gives the same weeks, another gives others") {
    const Plan plan = hours_on({0, 7, 14, 28});
    const auto told = [&](std::uint64_t seed) {
        std::vector<double> list;
        for (const Day& day : follow(plan, mean_person, fortune_of(seed, Onset::chronic, 56)).days) {
            list.push_back(day.told);
        }
        return list;
    };
    CHECK(told(5) == told(5));
    CHECK(told(5) != told(6));
    CHECK(told(5).size() == 57);
}

TEST_CASE("clients respond with a mean of 1 and a deviation of 0.5, and none for the worse") {
    double sum = 0;
    double squares = 0;
    constexpr int clients = 20000;
    for (int seed = 0; seed < clients; ++seed) {
        const double responder = responder_of(static_cast<std::uint64_t>(seed));
        CHECK(responder >= 0);
        sum += responder;
        squares += responder * responder;
    }
    const double mean = sum / clients;
    CHECK(mean == doctest::Approx(1).epsilon(0.02));
    CHECK(std::sqrt(squares / clients - mean * mean) == doctest::Approx(0.5).epsilon(0.05));
}

TEST_CASE("chronic problems flare up once in 45 days, fresh strains do not") {
    std::size_t flares = 0;
    constexpr std::uint64_t clients = 2000;
    for (std::uint64_t seed = 0; seed < clients; ++seed) {
        flares += fortune_of(seed, Onset::chronic, 90).flare_days.size();
        CHECK(fortune_of(seed, Onset::acute, 90).flare_days.empty());
    }
    CHECK(static_cast<double>(flares) / clients == doctest::Approx(2).epsilon(0.05));
}

TEST_CASE("what is told scatters about what is by 0.8 points") {
    const Fortune fortune = fortune_of(11, Onset::chronic, 4000);
    double squares = 0;
    for (int day = 0; day < 4000; ++day) {
        squares += told_error(fortune, day) * told_error(fortune, day);
    }
    CHECK(std::sqrt(squares / 4000) == doctest::Approx(0.8).epsilon(0.03));
}

TEST_CASE("deep work feels as strong as the facts say, and stronger to whoever is tender or sore") {
    const Visit deep = visit_on(0, Technique::deep, 40);
    CHECK(load_of(deep, mean_person, 0).strongest == doctest::Approx(7));
    CHECK(load_of(visit_on(0, Technique::swedish, 40), mean_person, 0).strongest == doctest::Approx(4.3));
    // 0.49 times the threshold is log10(1 / 0.49) = 0.31 decades up, 5 points each above the threshold.
    CHECK(load_of(deep, tender_person, 0).strongest == doctest::Approx(8.55).epsilon(0.002));
    CHECK(load_of(deep, mean_person, 4).strongest > load_of(deep, mean_person, 0).strongest);
}

TEST_CASE(
    "an hour of Swedish leaves one in twenty-five sore, an hour of deep work far more, the tender most") {
    const auto chance = [](Technique technique, Person person, double factor) {
        person.soreness_factor = factor;
        return load_of(visit_on(0, technique, 60), person, 0).soreness_chance;
    };
    CHECK(chance(Technique::swedish, mean_person, 1) == doctest::Approx(0.04).epsilon(0.03));
    // Mean excess over 6.5 of a band from 5 to 7: 0.0625 a minute; half of it is deep work, 5 minutes too
    // many.
    const double overload = 60 * 0.0625 + 0.5 * (30 - 25);
    CHECK(load_of(visit_on(0, Technique::deep, 60), mean_person, 0).overload_point_min ==
          doctest::Approx(overload));
    CHECK(chance(Technique::deep, mean_person, 1) ==
          doctest::Approx(1 / (1 + std::exp(3.2 - 0.45 * overload))));
    CHECK(chance(Technique::swedish, mean_person, 3) ==
          doctest::Approx(3 * chance(Technique::swedish, mean_person, 1)));
    CHECK(chance(Technique::deep, tender_person, 1) > 0.95);
}

TEST_CASE("work that harms does no good: deep on a fresh strain, or more than the client can bear") {
    Plan plan{.weeks = 4, .problem = {.onset = Onset::acute, .since_days = 1}};
    plan.visits = {visit_on(0, Technique::deep, 60), visit_on(6, Technique::deep, 60)};
    const Course strain = follow(plan, mean_person, {});
    CHECK(strain.visits[0].harm == Harm::fresh_strain);
    CHECK(strain.visits[0].pain_after == doctest::Approx(strain.visits[0].before.pain));
    CHECK(strain.visits[1].harm == Harm::none);
    CHECK(strain.visits[1].pain_after < strain.visits[1].before.pain);
    plan.problem = {};
    CHECK(follow(plan, tender_person, {}).visits[0].harm == Harm::too_much);
    CHECK(follow(plan, mean_person, {}).visits[0].harm == Harm::none);
}

TEST_CASE("whoever gets sore hurts more the next day and it is over two days later") {
    Plan plan = hours_on({0});
    const Plan gentle = plan;
    plan.visits[0] = visit_on(0, Technique::deep, 110);
    Fortune fortune;
    fortune.seed = 1;
    const Course sore = follow(plan, mean_person, fortune);
    REQUIRE(sore.visits[0].sore);
    REQUIRE(sore.visits[0].load.worst_soreness == 6);
    CHECK(sore.days[0].soreness == 0);
    CHECK(sore.days[1].soreness == doctest::Approx(6 * 0.54).epsilon(0.01));
    CHECK(sore.days[2].soreness == doctest::Approx(6 * 0.04).epsilon(0.02).scale(1));
    CHECK(sore.days[1].pain > follow(gentle, mean_person, fortune).days[1].pain + 2);
    CHECK(sore.days[4].soreness < 0.01);
}

TEST_CASE("a reassessment that finds no change after four weeks ends the visits, if the plan says so") {
    Plan plan = hours_on({0, 14, 28, 42});
    plan.visits[2].reassess = true;
    Fortune unmoved;
    unmoved.responder = 0;
    CHECK_FALSE(follow(plan, mean_person, unmoved).referred_day);
    CHECK(follow(plan, mean_person, unmoved).unchanged_day == 28);
    plan.refer_after_days = 28;
    const Course referred = follow(plan, mean_person, unmoved);
    CHECK(referred.referred_day == 28);
    CHECK(referred.visits.size() == 2);
    plan.visits[2].reassess = false;
    CHECK(follow(plan, mean_person, unmoved).visits.size() == 4);
    plan.visits[2].reassess = true;
    CHECK_FALSE(follow(hours_on({0, 7, 14, 21, 28}), mean_person, {}).unchanged_day);
}

TEST_CASE("weeks treated lie below weeks untreated by what the visits took off") {
    const Plan plan = hours_on({0, 7, 14});
    const Course treated = follow(plan, mean_person, {});
    const Course untreated = follow(without_visits(plan), mean_person, {});
    CHECK(untreated.days.back().pain == doctest::Approx(5.7));
    CHECK(mean_drop(untreated, untreated) == 0);
    const double sum = std::accumulate(treated.days.begin(), treated.days.end(), 0.0,
                                       [](double so_far, const Day& day) { return so_far + 5.7 - day.pain; });
    CHECK(mean_drop(treated, untreated) == doctest::Approx(sum / 57));
    CHECK(mean_drop(treated, untreated) > 0.3);
}
