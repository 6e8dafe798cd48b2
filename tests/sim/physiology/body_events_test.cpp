#include "sim/client/condition_file.hpp"
#include "sim/physiology/body_events.hpp"
#include "sim/physiology/circumstances.hpp"
#include "sim/physiology/place_loads.hpp"
#include "sim/physiology/weals.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace tactus;
using namespace tactus::physiology;
using client::EventKind;

namespace {

client::Condition condition(const std::string& id) {
    return client::read_condition_file(std::filesystem::path(TACTUS_SOURCE_DIR) / "assets" / "conditions" /
                                       (id + ".toml"))
        .condition;
}

/// A hand of one loaded point.
struct BodyEventsPress {
    std::array<HandLoad, contact::side_count> loads{};
    std::array<contact::ContactReport, contact::side_count> reports{};

    BodyEventsPress(contact::ToolKind tool, float u, float v, float force_n, float p95_pa = 10e3F) {
        constexpr float area_m2 = 10e-4F;
        contact::ContactReport& report = reports[0];
        report.touching = true;
        report.force_n = force_n;
        report.points.push_back({.u = u, .v = v, .pressure_pa = force_n / area_m2, .area_m2 = area_m2});
        loads[0].touching = true;
        loads[0].tool = tool;
        loads[0].force_n = force_n;
        loads[0].p95_pa = p95_pa;
        loads[0].u = u;
        loads[0].v = v;
    }

    [[nodiscard]] BodyMoment at(double t_s) const {
        return {.t_s = t_s, .loads = &loads, .reports = &reports};
    }
};

const std::array<HandLoad, contact::side_count> no_loads{};
const std::array<contact::ContactReport, contact::side_count> no_reports{};

BodyMoment untouched(double t_s) { return {.t_s = t_s, .loads = &no_loads, .reports = &no_reports}; }

/// Steps for so many seconds; returns when they end.
double go_on(BodyEvents& events, BodyMoment moment, double seconds) {
    const double end_s = moment.t_s + seconds;
    for (; moment.t_s < end_s; moment.t_s += 1.0 / 240) {
        events.step(moment);
    }
    return end_s;
}

} // namespace

TEST_CASE("what a place bears is the part of the contact that lies in it") {
    const client::Condition strained = condition("strain_acute");
    BodyEventsPress press(contact::ToolKind::palm, 0.22F, 0.98F, 10);
    press.reports[0].points.push_back({.u = -0.3F, .v = 0.5F, .pressure_pa = 5e3F, .area_m2 = 10e-4F});
    CHECK(load_in(client::Place(strained, "lesion"), press.reports[0]) == doctest::Approx(10.0 * 10 / 15));
    CHECK(load_in(client::Place(strained, "RIB"), press.reports[0]) == doctest::Approx(10.0 * 5 / 15));
    CHECK(load_in(client::Place(strained, "ANY"), press.reports[0]) == doctest::Approx(10.0));
    CHECK(load_in(client::Place(strained, "lesion"), no_reports[0]) == 0);
    CHECK(client::Place(strained, "lesion").contains(0.22F, 1.0F));
    CHECK_FALSE(client::Place(strained, "lesion").contains(-0.22F, 1.0F));
}

TEST_CASE("a strained muscle grips under more than 10 N, for 3 to 8 s, and says what caused it") {
    BodyEvents events(condition("strain_acute"), 1);
    double t_s = go_on(events, BodyEventsPress(contact::ToolKind::palm, 0.22F, 0.98F, 9).at(0), 2);
    CHECK(events.happened().empty());
    t_s = go_on(events, BodyEventsPress(contact::ToolKind::palm, -0.22F, 0.98F, 40).at(t_s), 2);
    CHECK(events.happened().empty()); // the other side
    events.step(BodyEventsPress(contact::ToolKind::palm, 0.22F, 0.98F, 12).at(t_s));
    REQUIRE(events.happened().size() == 1);
    CHECK(events.happened()[0].kind == EventKind::spasm);
    CHECK(events.happened()[0].state == "load_n");
    CHECK(events.happened()[0].value == doctest::Approx(12));
    CHECK(events.happened()[0].threshold == 10);
    CHECK(events.tone_under_hands() == 1);
    t_s = go_on(events, untouched(t_s), 2.9);
    CHECK(events.tone_under_hands() == 1);
    go_on(events, untouched(t_s), 5.3);
    CHECK(events.tone_under_hands() == 0);
    CHECK(events.happened().size() == 1);
}

TEST_CASE("a thumb zaps down the leg at less than a palm, until the hands stop") {
    BodyEvents palm(condition("disc_sciatica"), 1);
    go_on(palm, BodyEventsPress(contact::ToolKind::palm, 0.1F, 1.05F, 15).at(0), 1);
    CHECK(palm.happened().empty());
    BodyEvents thumb(condition("disc_sciatica"), 1);
    const double t_s = go_on(thumb, BodyEventsPress(contact::ToolKind::thumb, 0.1F, 1.05F, 10).at(0), 0.5);
    REQUIRE(thumb.happened().size() == 1);
    CHECK(thumb.happened()[0].threshold == 8);
    CHECK(thumb.points() == 7);
    CHECK(thumb.happened()[0].answered_s < 0);
    thumb.act("ask", t_s);
    CHECK(thumb.happened()[0].answered_s < 0);
    thumb.act("stop", t_s);
    CHECK(thumb.happened()[0].answered_s == t_s);
    go_on(thumb, untouched(t_s), 4);
    CHECK(thumb.points() == 0);
}

TEST_CASE("brittle bone gives at its force or at a point of pressure, once") {
    BodyEvents load(condition("osteoporosis_severe"), 1);
    go_on(load, BodyEventsPress(contact::ToolKind::palm, 0.5F, 0.5F, 39).at(0), 1);
    CHECK_FALSE(load.broken());
    go_on(load, BodyEventsPress(contact::ToolKind::palm, 0.5F, 0.5F, 41).at(1), 1);
    CHECK(load.broken());
    CHECK(load.happened().size() == 1);
    BodyEvents point(condition("osteoporosis"), 1);
    go_on(point, BodyEventsPress(contact::ToolKind::thumb, 0.5F, 0.5F, 10, 61e3F).at(0), 1);
    REQUIRE(point.broken());
    CHECK(point.happened()[0].state == "pressure_kpa");
    // Over ribs and spine at once, neither of which bears all of it.
    BodyEvents across(condition("osteoporosis_severe"), 1);
    BodyEventsPress press(contact::ToolKind::palm, 0.5F, 0.48F, 50);
    press.reports[0].points.push_back({.u = 0.1F, .v = 0.48F, .pressure_pa = 50e3F, .area_m2 = 10e-4F});
    go_on(across, press.at(0), 1);
    CHECK(across.broken());
    BodyEvents soft(condition("osteoporosis"), 1); // not on bone that counts
    go_on(soft, BodyEventsPress(contact::ToolKind::thumb, 0.3F, 1.0F, 60, 90e3F).at(0), 1);
    CHECK_FALSE(soft.broken());
}

TEST_CASE("hives come up where the product lay for long enough, and stop when it is wiped off") {
    BodyEvents events(condition("contact_allergy"), 1);
    BodyMoment film = untouched(0);
    film.banned_film = true;
    double t_s = go_on(events, film, 299);
    CHECK(events.happened().empty());
    CHECK(events.weal() == 0);
    film.t_s = t_s;
    t_s = go_on(events, film, 60);
    REQUIRE(events.happened().size() == 1);
    CHECK(events.happened()[0].kind == EventKind::wheal);
    CHECK(events.weal() > 0.4F);
    events.act("wipe_off", t_s);
    CHECK(events.happened()[0].answered_s == t_s);

    Weals weals;
    const std::vector<float> thin{0.05F, 0.05F};
    weals.lie(thin);
    CHECK_FALSE(weals.lies());
    const std::vector<float> oiled{0.5F, 0.0F};
    weals.lie(oiled);
    weals.raise(0.6F);
    REQUIRE(weals.map().size() == 2);
    CHECK(weals.map()[0] == 0.6F);
    CHECK(weals.map()[1] == 0);
    weals.wipe();
    CHECK_FALSE(weals.lies());
    weals.raise(0.3F);
    CHECK(weals.map()[0] == 0.3F);
    weals.raise(0);
    CHECK(weals.map().empty());
}

TEST_CASE("a tube that kinks brings the sign once, in time, and sooner where that place is pressed hard") {
    const client::Condition injured = condition("cord_injury");
    REQUIRE(injured.events.front().threshold == 150);
    const auto signs_s = [&](float p95_pa) {
        BodyEvents events(injured, 3);
        const BodyEventsPress press(contact::ToolKind::thumb, 0.2F, 1.0F, 20, p95_pa);
        BodyMoment now = press.at(0);
        now.bag_checked = true;
        go_on(events, now, 600);
        CHECK(events.happened().size() == 1);
        return events.happened().front().t_s;
    };
    CHECK(signs_s(10e3F) == doctest::Approx(150).epsilon(0.01));
    CHECK(signs_s(200e3F) == doctest::Approx(15).epsilon(0.02)); // ten times the 20 kPa
}

TEST_CASE(
    "the pressure below the level and a full bag are a hazard, and sitting up brings the pressure down") {
    client::Condition injured = condition("cord_injury");
    injured.events.front().threshold = 0; // by chance alone
    const auto first_s = [&](float p95_pa, bool checked) {
        BodyEvents events(injured, 3);
        BodyMoment now = BodyEventsPress(contact::ToolKind::thumb, 0.2F, 1.0F, 20, p95_pa).at(0);
        now.bag_checked = checked;
        const BodyEventsPress press(contact::ToolKind::thumb, 0.2F, 1.0F, 20, p95_pa);
        now.loads = &press.loads;
        now.reports = &press.reports;
        while (events.happened().empty() && now.t_s < 40000) {
            events.step(now);
            now.t_s += 1.0 / 240;
        }
        return now.t_s;
    };
    const double full = first_s(10e3F, false);
    const double pressed = first_s(120e3F, true);
    CHECK(pressed < 40000);
    CHECK(full < 40000);
    // 0.002 a minute for each time over 20 kPa: five of them are a full bag's 0.01.
    CHECK(pressed == doctest::Approx(full).epsilon(0.01));
    CHECK(first_s(15e3F, true) >= 40000);

    BodyEvents events(injured, 3);
    const BodyEventsPress press(contact::ToolKind::thumb, 0.2F, 1.0F, 20, 400e3F);
    BodyMoment now = press.at(0);
    while (events.happened().empty()) {
        events.step(now);
        now.t_s += 1.0 / 240;
    }
    double t_s = go_on(events, untouched(now.t_s), 60);
    CHECK(events.pressure_rise_mmhg() > 25);
    CHECK(events.points() == 5);
    events.act("sit_up", t_s);
    t_s = go_on(events, untouched(t_s), 90);
    CHECK(events.pressure_rise_mmhg() < 2);
}

TEST_CASE("burning between the blades does not follow the hand but the position") {
    BodyEvents events(condition("reflux"), 1);
    BodyMoment flat = untouched(0);
    events.step(flat);
    CHECK(events.standing_points() == 5.5F);
    CHECK(events.standing_points_at(0.1F, 0.3F) == 5.5F);
    CHECK(events.standing_points_at(0.1F, 1.0F) == 0);
    CHECK(events.points() == 0);
    flat.head_raised = true;
    events.step(flat);
    CHECK(events.standing_points() == 1.5F);
    const Circumstances raised{.position = "prone_head_raised"};
    CHECK(raised.head_raised());
    CHECK(raised.face_down());
    CHECK_FALSE(Circumstances{.position = "side_lying"}.face_down());
}

TEST_CASE("a stuffed nose sneezes face down after minutes, tires the breath, and never by the clock alone") {
    BodyEvents events(condition("airborne_allergy"), 1);
    BodyMoment side = untouched(0);
    side.face_down = false;
    go_on(events, side, 900);
    CHECK(events.happened().empty());
    go_on(events, untouched(900), 400);
    REQUIRE(!events.happened().empty());
    CHECK(events.happened()[0].t_s - 900 > 179);
    CHECK(events.happened()[0].t_s - 900 < 361);
}

TEST_CASE("ingredients are known by their names, letter case aside") {
    const client::Condition allergic = condition("contact_allergy");
    const std::vector<std::string> almond{"Helianthus annuus seed oil", "PRUNUS AMYGDALUS DULCIS OIL"};
    const std::vector<std::string> plain{"Helianthus annuus seed oil", "Glycerin"};
    CHECK(any_banned(allergic, almond));
    CHECK_FALSE(any_banned(allergic, plain));
    CHECK_FALSE(any_banned(condition("healthy"), almond));
}

TEST_CASE("the same seed makes the same events, another seed others") {
    const auto at = [](std::uint64_t seed) {
        BodyEvents events(condition("airborne_allergy"), seed);
        go_on(events, untouched(0), 600);
        return events.happened()[0].t_s;
    };
    CHECK(at(5) == at(5));
    CHECK(at(5) != at(6));
}
