#include "engine/ui/coach.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::ui;

namespace {

/// Owns what a RunView looks at.
struct Run {
    session::Snapshot now = tests::snapshot_of_a_stroke();
    drills::Drill drill = tests::stroke_drill();
    client::Client client = tests::plain_client();
    anatomy::Anatomy anatomy = tests::flat_anatomy();
    client::Phrases phrases;

    [[nodiscard]] RunView view() const {
        return {.now = now,
                .drill = drill,
                .client = client,
                .anatomy = anatomy,
                .phrases = phrases,
                .camera = {},
                .device = std::nullopt};
    }
};

long words(std::string_view sentence) { return std::ranges::count(sentence, ' ') + 1; }

} // namespace

TEST_CASE("a good stroke needs no advice") { CHECK_FALSE(advice(Run().view(), {}, 0).has_value()); }

TEST_CASE("a client in pain comes before everything else") {
    Run run;
    run.now.client.discomfort = 8;
    CHECK(advice(run.view(), {.too_fast_s = 5}, 3)->find("Ease off") != std::string::npos);
}

TEST_CASE("what this client may not bear is told at once, whatever the step asks and whatever was said") {
    Run run;
    CHECK_FALSE(advice(run.view(), {}, 0).has_value());
    Coach coach;
    run.now.t_s = 10;
    coach.update(run.view());
    CHECK(coach.sentence() == "Good. Keep this going.");
    run.client.condition.caps = {{.place = "ANY", .palm_n = 8}};
    run.now.t_s = 10.1;
    coach.update(run.view());
    CHECK(coach.sentence() == "Too much for this client: at most 8 newtons here.");
    CHECK(words(coach.sentence()) <= coach_words);
    run.client.condition.caps = {{.place = "LLS", .palm_n = 8}}; // another place
    CHECK_FALSE(advice(run.view(), {}, 0).has_value());
}

TEST_CASE("force out of the band is told with the band's numbers") {
    const auto hard = advice(Run().view(), {.too_hard_s = 2}, 0);
    CHECK(hard->find("Too hard") != std::string::npos);
    CHECK(hard->find("20 to 45 newtons") != std::string::npos);
    CHECK(advice(Run().view(), {.too_light_s = 2}, 0)->find("Lean in") != std::string::npos);
}

TEST_CASE("a moment out of the band is not worth a sentence") {
    CHECK_FALSE(advice(Run().view(), {.too_hard_s = 0.5}, 0).has_value());
}

TEST_CASE("pace and breaks are told when force is right") {
    CHECK(advice(Run().view(), {.too_fast_s = 2}, 0)->find("16 centimetres") != std::string::npos);
    CHECK(advice(Run().view(), {.still_s = 4}, 0)->find("moving") != std::string::npos);
    CHECK(advice(Run().view(), {}, 1)->find("Keep one hand") != std::string::npos);
}

TEST_CASE("near a trigger point the coach says which way to move, then how long to stay") {
    Run run;
    run.drill = tests::hold_drill();
    const anatomy::TriggerPoint& point = run.anatomy.trigger_points.front();
    run.now.hands[1].u = point.u - 0.2F; // 4 cm to the client's left of it
    run.now.hands[1].v = point.v;
    CHECK(*advice(run.view(), {}, 0) == "Move 4 cm to the client's right.");
    run.now.hands[1].u = point.u;
    run.now.hold_s = 8;
    CHECK(*advice(run.view(), {}, 0) == "Stay here and keep it steady: 12 seconds more.");
    run.now.hold_s = 21;
    CHECK(advice(run.view(), {}, 0)->find("Ease off slowly") != std::string::npos);
}

TEST_CASE("the part of the zone with the least dose is named") {
    Run run;
    CHECK(untouched_part(run.view()).empty());
    for (int row = 0; row < anatomy::SkinGrid::field_rows; ++row) {
        for (int column = 0; column < anatomy::SkinGrid::field_columns / 2; ++column) {
            run.now.skin.coverage[static_cast<std::size_t>(row) * anatomy::SkinGrid::field_columns + column] =
                0.1F;
        }
    }
    CHECK(untouched_part(run.view()) == "the left side");
}

TEST_CASE("the light way back has its own band") {
    const scoring::Task task = tests::stroke_drill().steps.front().task;
    CHECK(scoring::asked_force(task, -0.1F)->high == doctest::Approx(45)); // toward the head, as asked
    CHECK(scoring::asked_force(task, 0.1F)->high == doctest::Approx(6));
    CHECK(scoring::on_way_back(task, 0.1F));
    CHECK_FALSE(scoring::on_way_back(task, -0.1F));
}

TEST_CASE("the coach changes its mind at most once in six seconds, in at most twelve words") {
    Run run;
    Coach coach;
    std::string last;
    double changed_at_s = -100;
    for (int frame = 0; frame < 1800; ++frame) {
        run.now.t_s = frame / 30.0;
        run.now.hands[1].force_n = frame / 40 % 2 == 0 ? 80.0F : 27.0F; // a nervous hand
        run.now.flow.contact_breaks = frame / 100;
        coach.update(run.view());
        if (coach.sentence() != last) {
            CHECK(run.now.t_s - changed_at_s >= coach_interval_s);
            changed_at_s = run.now.t_s;
            last = coach.sentence();
            CHECK(words(last) <= coach_words);
        }
    }
    CHECK_FALSE(last.empty());
}
