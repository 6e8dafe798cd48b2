#include "sim/client/preparation.hpp"
#include "sim/session/event_names.hpp"
#include "sim/session/session.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

using namespace tactus;

namespace {

/// Bodies are slow to make: one of each for all tests of this file.
std::shared_ptr<const anatomy::Anatomy> body_of(const session::Setup& setup) {
    static const auto body = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    return body;
}

session::Session make_session(const session::Setup& setup) { return {setup, body_of(setup), 1}; }

session::InputFrame pressing(contact::ToolKind tool, float u, float v, float force_n) {
    session::InputFrame frame;
    frame.hands[1] = hands::HandInput{.tool = tool, .u = u, .v = v, .force_n = force_n};
    return frame;
}

void run(session::Session& session, const session::InputFrame& frame, double seconds) {
    const auto steps = static_cast<int>(std::lround(seconds / session::step_s));
    for (int k = 0; k < steps; ++k) {
        session.step(frame);
    }
}

} // namespace

TEST_CASE("a commanded palm is felt as the sum of its pressures, and the skin shows the dent") {
    session::Session session = make_session(scenes::shipped_setup("effleurage"));
    run(session, pressing(contact::ToolKind::palm, 0.24F, 0.8F, 30), 1.5);
    session::Snapshot now;
    session.write(now);
    CHECK(now.hands[1].touching);
    CHECK(now.hands[1].force_n == doctest::Approx(30).epsilon(0.03));
    CHECK(now.hands[1].depth_m > 0.001F);
    CHECK(now.client.discomfort > 0);
    float deepest = 0;
    for (const Vec3& moved : now.skin.displacement_m) {
        deepest = std::max(deepest, glm::length(moved));
    }
    CHECK(deepest > 0.001F);

    // Lifted: nothing touches, and most of the dent is gone within two seconds.
    run(session, {}, 2.0);
    session.write(now);
    CHECK_FALSE(now.hands[1].present);
    float left = 0;
    for (const Vec3& moved : now.skin.displacement_m) {
        left = std::max(left, glm::length(moved));
    }
    CHECK(left < 0.5F * deepest);
}

TEST_CASE("twice as stiff fat moves depth, area and every pressure under the same command") {
    const session::Setup soft = scenes::shipped_setup("effleurage");
    session::Setup stiff = soft;
    stiff.material.fat = 2;
    session::Snapshot a;
    session::Snapshot b;
    for (const auto& [setup, snapshot] :
         {std::pair<const session::Setup*, session::Snapshot*>(&soft, &a), {&stiff, &b}}) {
        session::Session session = make_session(*setup);
        run(session, pressing(contact::ToolKind::palm, 0.24F, 0.8F, 30), 1.0);
        session.write(*snapshot);
    }
    CHECK(b.hands[1].depth_m < a.hands[1].depth_m * 0.995F);
    CHECK(b.hands[1].mean_pressure_pa != a.hands[1].mean_pressure_pa);
    CHECK(b.hands[1].p95_pa != a.hands[1].p95_pa);
    CHECK(b.client.discomfort != a.client.discomfort);
    std::size_t moved = 0;
    std::size_t loaded = 0;
    for (std::size_t k = 0; k < a.skin.pressure_pa.size(); ++k) {
        if (a.skin.pressure_pa[k] > 500) {
            ++loaded;
            moved += a.skin.pressure_pa[k] != b.skin.pressure_pa[k] ? 1 : 0;
        }
    }
    REQUIRE(loaded > 20);
    CHECK(moved == loaded);
}

TEST_CASE("a pause stops the clock and the tissue, and the run goes on where it was") {
    session::Session session = make_session(scenes::shipped_setup("effleurage"));
    const session::InputFrame hand = pressing(contact::ToolKind::palm, 0.2F, 0.6F, 20);
    run(session, hand, 0.5);
    const double before = session.time_s();
    session::InputFrame pause = hand;
    pause.events.push_back({.kind = session::EventKind::pause, .value = 1});
    session.step(pause);
    run(session, hand, 0.5);
    CHECK(session.time_s() == before);
    session::InputFrame resume = hand;
    resume.events.push_back({.kind = session::EventKind::pause, .value = 0});
    session.step(resume);
    CHECK(session.time_s() > before);
    session::InputFrame stop;
    stop.events.push_back({.kind = session::EventKind::stop});
    session.step(stop);
    CHECK(session.finished());
}

TEST_CASE("a snapshot says how the client lies and how high the table stands") {
    session::Session session = make_session(scenes::shipped_setup("effleurage"));
    session::Snapshot now;
    session.step({});
    session.write(now);
    CHECK(now.position == session::position_number("prone"));
    CHECK(now.table == hands::TableHeight::at_knuckles);
    session::InputFrame turns;
    turns.events.push_back({.kind = session::EventKind::position_changed, .text = "left_side_lying"});
    turns.events.push_back({.kind = session::EventKind::prepared, .text = "table_low"});
    session.step(turns);
    session.write(now);
    CHECK(client::positions()[static_cast<std::size_t>(now.position)].id == "left_side_lying");
    CHECK(now.table == hands::TableHeight::low);
}

TEST_CASE("a bruise is not seen in a short run, and is an hour later where the load was, not elsewhere") {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.client.condition =
        client::read_client(authoring::asset_named("clients", "ullman")).condition; // thinned blood
    session::Session session = make_session(setup);
    run(session, pressing(contact::ToolKind::palm, 0.2F, 0.6F, 30), 0.5);
    CHECK(session.skin_after(3600).bruise.empty()); // nothing was too much
    run(session, pressing(contact::ToolKind::thumb, 0.30F, 0.60F, 45), 24);
    session::Snapshot now;
    session.write(now);
    CHECK(now.skin.bruise.empty());
    CHECK(session.skin_after(600).bruise.empty());
    const session::SkinSnapshot later = session.skin_after(3600);
    REQUIRE(later.bruise.size() == now.skin.redness.size());
    const auto worst = std::ranges::max_element(later.bruise);
    CHECK(*worst > .5F);
    const auto index = static_cast<std::size_t>(worst - later.bruise.begin());
    const auto most_pressed = static_cast<std::size_t>(std::ranges::max_element(now.skin.pressure_pa) -
                                                       now.skin.pressure_pa.begin());
    constexpr std::size_t columns = anatomy::SkinGrid::field_columns;
    CHECK(std::abs(static_cast<int>(index / columns) - static_cast<int>(most_pressed / columns)) <= 3);
    CHECK(std::abs(static_cast<int>(index % columns) - static_cast<int>(most_pressed % columns)) <= 3);
    CHECK(std::ranges::count_if(later.bruise, [](float shown) { return shown > 0; }) <
          static_cast<int>(later.bruise.size()) / 20);
    CHECK(*std::ranges::max_element(later.redness) <
          .3F * *std::ranges::max_element(now.skin.redness) + 1e-6F);
}

TEST_CASE("two equal sessions stay equal bit by bit, and a different command is seen at once") {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    session::Session a = make_session(setup);
    session::Session b = make_session(setup);
    session::Session c = make_session(setup);
    for (int k = 0; k < 120; ++k) {
        a.step(pressing(contact::ToolKind::thumb, 0.33F, 0.07F, 15));
        b.step(pressing(contact::ToolKind::thumb, 0.33F, 0.07F, 15));
        c.step(pressing(contact::ToolKind::thumb, 0.33F, 0.07F, k < 60 ? 15.0F : 15.5F));
    }
    CHECK(a.chain_hash() == b.chain_hash());
    CHECK(a.state_digest() == b.state_digest());
    CHECK(a.chain_hash() != c.chain_hash());
}

TEST_CASE("a good hold on the trigger point eases it, and one beside it does not") {
    const session::Setup setup = scenes::shipped_setup("trigger-release");
    session::Session on = make_session(setup);
    session::Session beside = make_session(setup);
    session::InputFrame frame = pressing(contact::ToolKind::thumb, 0.33F, 0.07F, 0);
    session::InputFrame off = pressing(contact::ToolKind::thumb, 0.10F, 0.60F, 0);
    for (int k = 0; k < 240 * 16; ++k) {
        const float force = std::min(20.0F, static_cast<float>(k) / 240.0F * 6.0F);
        frame.hands[1]->force_n = force;
        off.hands[1]->force_n = force;
        on.step(frame);
        beside.step(off);
    }
    CHECK(on.client_state().trigger_points.at(0).found);
    CHECK(on.client_state().trigger_points.at(0).tension < 0.9F);
    CHECK(beside.client_state().trigger_points.at(0).tension == 1.0F);

    // The fine window was under the thumb all along, and the result says so after the hand has gone.
    run(on, {}, 0.1);
    CHECK(on.resolved_thumb());
}

TEST_CASE("while the drill's clock waits the simulation goes on and the step gets longer") {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    setup.drill.steps.resize(1);
    setup.drill.steps.front().duration_s = 1;
    session::Session session = make_session(setup);
    session::InputFrame frame = pressing(contact::ToolKind::palm, 0.24F, 0.8F, 30);
    run(session, frame, 0.5);
    session::Snapshot now;
    session.write(now);
    const double left_s = now.progress.step_left_s;
    const float depth_m = now.hands[1].depth_m;
    frame.events.push_back({.kind = session::EventKind::wait, .value = 1});
    session.step(frame);
    frame.events.clear();
    run(session, frame, 1.0);
    session.write(now);
    CHECK(now.clock_waits);
    CHECK_FALSE(session.finished());
    CHECK(now.progress.step_left_s == doctest::Approx(left_s));
    CHECK(now.t_s > 1.5);
    CHECK(now.hands[1].depth_m != depth_m);
    frame.events.push_back({.kind = session::EventKind::wait, .value = 0});
    session.step(frame);
    frame.events.clear();
    session.write(now);
    CHECK_FALSE(now.clock_waits);
    run(session, frame, left_s);
    CHECK(session.finished());
    CHECK(session.time_s() == doctest::Approx(2.0).epsilon(0.01));
}
