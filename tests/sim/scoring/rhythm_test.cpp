/// Steps of rhythm: kneading, circles, friction, blows, marked by their beats.

#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

constexpr std::array<double, group_count> rhythm_weights{25, 40, 20, 5, 0, 10};
constexpr double turn = 6.283185307179586;

/// Thumbs in circles beside the spine: D06 in short.
Task circles() {
    Task task;
    task.force_n = Band{10, 30};
    task.beat_hz = Band{1, 2};
    task.sweep_m = Band{.02F, .04F};
    task.slip_m = .003F;
    task.tools = {contact::ToolKind::thumb};
    task.techniques = {"circular_friction"};
    return task;
}

/// What a student may get wrong in it.
struct Circles {
    double hz = 1.4;
    double uneven = 0; ///< share by which every third and fourth turn is slower
    float radius_m = .015F;
    float slip_m_s = 0;
    float force_n = 18;
    double for_s = 19;

    [[nodiscard]] FakeRun run() const {
        FakeRun made;
        const anatomy::SkinGrid& skin = test_anatomy().skin;
        double phase = 0;
        while (made.now_s() < 20) {
            const double t = made.now_s();
            const double wobble = 1 + uneven * (static_cast<int>(phase / 2) % 2 == 0 ? 1 : -1);
            phase += hz * wobble * strokes::trace_interval_s;
            std::optional<FakeHand> thumb;
            if (t > .5 && t < .5 + for_s) {
                thumb = FakeHand{.15F + radius_m * static_cast<float>(std::cos(turn * phase)) /
                                            skin.half_biacromial_m,
                                 .6F + (radius_m * static_cast<float>(std::sin(turn * phase)) -
                                        .006F * static_cast<float>(t)) /
                                           skin.spine_length_m,
                                 force_n, contact::ToolKind::thumb};
            }
            made.add({std::nullopt, thumb});
            made.trace.samples.back().hands[1].slip_m_s = slip_m_s;
            made.trace.samples.back().hands[1].area_m2 = 4e-4F;
        }
        return made;
    }

    [[nodiscard]] Score score(const Task& task = circles()) const {
        const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
        const std::vector<TimedTask> tasks{{0, 20, task}};
        return evaluate(test_anatomy(), run().trace, tasks, {rubric, rhythm_weights}, {});
    }
};

double flow(const Score& score) { return *score.groups[static_cast<std::size_t>(Group::flow)]; }

double targeting(const Score& score) { return *score.groups[static_cast<std::size_t>(Group::targeting)]; }

bool lost_for(const Score& score, std::string_view measure) {
    return std::ranges::any_of(score.reasons,
                               [&](const Reason& reason) { return reason.measure == measure; });
}

} // namespace

TEST_CASE("even circles at the beat asked earn nearly all marks of flow and of aim") {
    const Score score = Circles{}.score();
    CHECK(flow(score) > 95);
    CHECK(targeting(score) > 95);
    CHECK(score.measures.at("beats_per_s") == doctest::Approx(1.4).epsilon(.02));
    CHECK(score.measures.at("sweep_mm") == doctest::Approx(30).epsilon(.05));
    CHECK(score.measures.at("time_in_band_percent") > 99);
}

TEST_CASE("an uneven beat, a wrong beat, a wrong width and a sliding pad each lose marks by name") {
    const double good = flow(Circles{}.score());
    const Score uneven = Circles{.uneven = .25}.score();
    CHECK(flow(uneven) < good - 15);
    CHECK(lost_for(uneven, "rhythm"));

    const Score hurried = Circles{.hz = 2.8}.score();
    CHECK(flow(hurried) < good - 10);
    CHECK(lost_for(hurried, "speed"));
    CHECK(hurried.measures.at("beats_per_s") == doctest::Approx(2.8).epsilon(.03));

    const Score small = Circles{.radius_m = .006F}.score();
    CHECK(lost_for(small, "sweep"));
    const Score sliding = Circles{.slip_m_s = .02F}.score();
    CHECK(lost_for(sliding, "grip"));
    CHECK(sliding.measures.at("slip_mm") == doctest::Approx(.02 / 1.4 / 2 * 1000).epsilon(.05));
    CHECK_FALSE(lost_for(Circles{}.score(), "grip"));
}

TEST_CASE("work that is something else than what was asked earns little, and the reason says so") {
    Task other = circles();
    other.techniques = {"stripping"};
    const Score score = Circles{}.score(other);
    CHECK(flow(score) < 10);
    CHECK(lost_for(score, "technique"));
    CHECK(*score.groups[static_cast<std::size_t>(Group::sequence)] == 0);
    CHECK(*Circles{}.score().groups[static_cast<std::size_t>(Group::sequence)] == 100);
}

TEST_CASE("a few circles and a rest are not a good step, and none at all is nothing") {
    const Score few = Circles{.for_s = 4}.score();
    CHECK(flow(few) < 45);
    CHECK(lost_for(few, "work_time"));
    const Score none = Circles{.for_s = 0}.score();
    CHECK(flow(none) == doctest::Approx(0));
    CHECK(*none.groups[static_cast<std::size_t>(Group::pressure)] == doctest::Approx(0));
}

TEST_CASE("blows are marked by their hardest moment and by the interval between both hands") {
    Task task;
    task.force_n = Band{1, 5};
    task.beat_hz = Band{4, 6};
    task.techniques = {"hacking"};
    FakeRun made;
    while (made.now_s() < 20) {
        std::array<std::optional<FakeHand>, 2> hands;
        for (std::size_t side = 0; side < 2; ++side) {
            const double phase = std::fmod(made.now_s() * 2.5 + .5 * static_cast<double>(side), 1.0);
            if (phase < .3) {
                hands[side] = FakeHand{.25F, .4F, 4 * static_cast<float>(std::sin(turn * phase / .6)),
                                       contact::ToolKind::ulnar_border};
            }
        }
        made.add(hands);
        for (strokes::HandSample& hand : made.trace.samples.back().hands) {
            hand.area_m2 = 6e-4F;
        }
    }
    const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    const std::vector<TimedTask> tasks{{0, 20, task}};
    const Score score = evaluate(test_anatomy(), made.trace, tasks, {rubric, rhythm_weights}, {});
    CHECK(score.measures.at("beats_per_s") == doctest::Approx(5).epsilon(.02));
    CHECK(flow(score) > 95);
    CHECK(score.measures.at("time_in_band_percent") > 95);
    CHECK_FALSE(score.measures.contains("contact_breaks")); // leaving the skin is the technique
}
