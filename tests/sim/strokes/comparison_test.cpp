#include "sim/math/random.hpp"
#include "sim/strokes/arc_length.hpp"
#include "sim/strokes/dtw.hpp"
#include "sim/strokes/waveform_match.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <limits>

using namespace tactus;
using namespace tactus::strokes;

namespace {

double between(const Feature& a, const Feature& b) {
    double sum = 0;
    for (std::size_t index = 0; index < a.size(); ++index) {
        sum += (a[index] - b[index]) * (a[index] - b[index]);
    }
    return std::sqrt(sum);
}

struct Way {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t steps = 0;
};

/// The cheapest of all ways, by trying every one: no table, no band.
Way cheapest(const std::vector<Feature>& a, const std::vector<Feature>& b, std::size_t i, std::size_t j) {
    const double here = between(a[i], b[j]);
    if (i == 0 && j == 0) {
        return {here, 1};
    }
    Way best;
    const auto consider = [&](std::size_t from_i, std::size_t from_j) {
        const Way before = cheapest(a, b, from_i, from_j);
        if (before.cost < best.cost) {
            best = before;
        }
    };
    if (i > 0 && j > 0) {
        consider(i - 1, j - 1);
    }
    if (i > 0) {
        consider(i - 1, j);
    }
    if (j > 0) {
        consider(i, j - 1);
    }
    return {best.cost + here, best.steps + 1};
}

/// Even in [0, 1), a new one each call.
class Random {
public:
    explicit Random(std::uint64_t seed) : seed_(seed) {}

    double uniform() { return math::random_unit(seed_, 0, count_++); }

private:
    std::uint64_t seed_;
    std::uint64_t count_ = 0;
};

std::vector<Feature> random_features(Random& random, std::size_t count) {
    std::vector<Feature> features(count);
    for (Feature& feature : features) {
        for (double& value : feature) {
            value = random.uniform();
        }
    }
    return features;
}

/// A stroke at 120 Hz of that speed and force as functions of time.
std::vector<TraceSample> stroke_of(double duration_s, const std::function<double(double)>& speed_m_s,
                                   const std::function<double(double)>& force_n) {
    std::vector<TraceSample> samples;
    double way_m = 0;
    for (int index = 0; index < static_cast<int>(duration_s * 120); ++index) {
        const double t_s = index * trace_interval_s;
        TraceSample sample{.t_s = t_s, .hands = {}};
        HandSample& hand = sample.hands[1];
        hand.present = hand.touching = true;
        hand.force_n = static_cast<float>(force_n(t_s));
        hand.velocity_m_s = Vec2(0, static_cast<float>(-speed_m_s(t_s)));
        hand.place_m = Vec2(0.05F, static_cast<float>(0.5 - way_m));
        way_m += speed_m_s(t_s) * trace_interval_s;
        samples.push_back(sample);
    }
    return samples;
}

StrokeTrace traced(const std::vector<TraceSample>& samples) {
    const auto found = segment(samples, contact::Side::right);
    REQUIRE(found.size() == 1);
    return trace_stroke(samples, found.front());
}

} // namespace

TEST_CASE("warping matches a search through every way on random inputs") {
    Random random(20261129);
    for (int round = 0; round < 200; ++round) {
        const auto length = [&] { return 1 + static_cast<std::size_t>(6 * random.uniform()); };
        const std::vector<Feature> a = random_features(random, length());
        const std::vector<Feature> b = random_features(random, length());
        const Way way = cheapest(a, b, a.size() - 1, b.size() - 1);
        const Warp warped = warp(a, b, 1);
        CAPTURE(round);
        REQUIRE(warped.distance * static_cast<double>(warped.steps.size()) ==
                doctest::Approx(way.cost).epsilon(1e-12));
        REQUIRE(warped.steps.front() == std::pair<std::size_t, std::size_t>(0, 0));
        REQUIRE(warped.steps.back() == std::pair(a.size() - 1, b.size() - 1));
        double along = 0;
        for (const auto& [i, j] : warped.steps) {
            along += between(a[i], b[j]);
        }
        REQUIRE(along == doctest::Approx(way.cost).epsilon(1e-12));
    }
}

TEST_CASE("a warp stays within its band, and a stroke laid on itself costs nothing") {
    Random random(7);
    const std::vector<Feature> a = random_features(random, 60);
    const std::vector<Feature> b = random_features(random, 90);
    const Warp warped = warp(a, b, 0.10);
    for (const auto& [i, j] : warped.steps) {
        CHECK(std::fabs(static_cast<double>(j) - static_cast<double>(i) * 89 / 59) <= 9 * 89.0 / 59 + 1e-9);
    }
    CHECK(warped.distance > warp(a, b, 1).distance * 0.99);
    CHECK(warp(a, a, 0.10).distance == 0);
    CHECK(warp(a, a, 0.10).steps.size() == a.size());
    CHECK(warp(a, {}, 0.10).steps.empty());
    // The same way round: laying b on a costs what laying a on b costs.
    CHECK(warp(b, a, 1).distance == doctest::Approx(warp(a, b, 1).distance));
}

TEST_CASE("the match of waveforms is 100 for the same and falls with their difference") {
    const std::vector<double> ramp{0, 1, 2, 3, 4};
    const std::vector<double> late{0, 0, 1, 2, 3};
    std::vector<std::pair<std::size_t, std::size_t>> straight;
    for (std::size_t index = 0; index < ramp.size(); ++index) {
        straight.emplace_back(index, index);
    }
    CHECK(percentage_match(ramp, ramp, straight) == doctest::Approx(100));
    CHECK(percentage_match(ramp, late, straight) == doctest::Approx(100 * (1 - std::sqrt(0.8) / 4)));
    CHECK(percentage_match(late, ramp, straight) == doctest::Approx(percentage_match(ramp, late, straight)));
    const std::vector<double> zeros(5, 0.0);
    const std::vector<double> ones(5, 1.0);
    CHECK(percentage_match(zeros, ones, straight) == doctest::Approx(0));
    CHECK(percentage_match(ones, ones, straight) == doctest::Approx(100));
}

TEST_CASE("values stand at even steps of the way, whatever the clock did") {
    const std::vector<double> way{0, 1, 1, 1, 4};
    const std::vector<double> value{0, 10, 20, 30, 60};
    const std::vector<double> even = by_arc_length(way, value, 5);
    CHECK(even[0] == doctest::Approx(0));
    CHECK(even[2] == doctest::Approx(40)); // a rest at 1 m leaves the last value there
    CHECK(even[3] == doctest::Approx(50));
    CHECK(even[4] == doctest::Approx(60));
    CHECK(by_arc_length(std::vector<double>{2, 2}, std::vector<double>{5, 6}, 3) ==
          std::vector<double>{5, 5, 5});
}

TEST_CASE("two strokes of one shape and different pace are the same by the way") {
    // Force is a function of the place: 20 N at the bottom, 40 N at the top of half a metre.
    const auto even = traced(stroke_of(
        5, [](double) { return 0.1; }, [](double t_s) { return 20 + 40 * 0.1 * t_s; }));
    // Half speed over the first half of the way, then a full one.
    const auto slow_start = traced(stroke_of(
        7.5, [](double t_s) { return t_s < 5 ? 0.05 : 0.1; },
        [](double t_s) { return 20 + 40 * (t_s < 5 ? 0.05 * t_s : 0.25 + 0.1 * (t_s - 5)); }));
    REQUIRE(even.points.size() == stroke_points);
    CHECK(even.length_m() == doctest::Approx(0.5).epsilon(0.01));
    for (std::size_t index = 0; index < stroke_points; ++index) {
        CHECK(even.points[index].force_n == doctest::Approx(slow_start.points[index].force_n).epsilon(0.01));
        CHECK(even.points[index].place_m.y ==
              doctest::Approx(slow_start.points[index].place_m.y).epsilon(0.02));
    }
    CHECK(slow_start.share_at(5) == doctest::Approx(0.5).epsilon(0.02));
    CHECK(slow_start.time_at(0.5) == doctest::Approx(5).epsilon(0.02));
    CHECK(slow_start.share_at(-1) == 0);
    CHECK(slow_start.share_at(100) == 1);
    CHECK(slow_start.time_at(slow_start.share_at(3.3)) == doctest::Approx(3.3).epsilon(0.01));
}
