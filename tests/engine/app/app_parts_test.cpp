/// The small parts of the app that need neither a device nor a client.

#include "engine/app/hands/live_input.hpp"
#include "engine/app/modes/idle_watch.hpp"
#include "engine/app/presenter.hpp"
#include "engine/app/session/frame_statistics.hpp"
#include "engine/app/session/triple_buffer.hpp"
#include "engine/app/stores/settings_file.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace tactus;

TEST_CASE("a reader of the triple buffer sees whole values that never go back in time") {
    struct Pair {
        int a = 0;
        int b = 0;
    };

    app::TripleBuffer<Pair> buffer;
    constexpr int last = 200000;
    std::thread writer([&] {
        for (int value = 1; value <= last; ++value) {
            buffer.back() = {value, -value};
            buffer.publish();
        }
    });
    int seen = 0;
    bool whole = true;
    bool forward = true;
    while (seen < last) {
        const Pair now = buffer.latest();
        whole = whole && now.a == -now.b;
        forward = forward && now.a >= seen;
        seen = now.a;
    }
    writer.join();
    CHECK(whole);
    CHECK(forward);
}

TEST_CASE("a kiosk asks after twenty quiet seconds and gives up ten seconds later") {
    app::IdleWatch idle;
    idle.update(false, 19.9);
    CHECK_FALSE(idle.asking());
    idle.update(false, 0.2);
    CHECK(idle.asking());
    CHECK(idle.left_s() == doctest::Approx(9.9));
    idle.update(true, 0.1);
    CHECK_FALSE(idle.asking());
    idle.update(false, 30);
    CHECK(idle.gone());
    CHECK_FALSE(idle.asking());
}

TEST_CASE("settings come back as they were saved, and a malformed file is refused with its line") {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "tactus-settings-test.toml";
    ui::Settings settings{
        .scale_percent = 130,
        .high_contrast = true,
        .reduced_motion = true,
        .left_handed = true,
        .sound = {.muted = true, .metronome = 0, .tone = 10, .breath = 100, .voice = 35, .captions = false}};
    settings.sticky_press = settings.one_hand = true;
    settings.dwell_ms = 800;
    // Two that change places, one that has a key with a name, one that TOML must not trip over.
    REQUIRE(settings.keys.bind(30, devices::Key::end));
    REQUIRE(settings.keys.bind(22, devices::key_of('"')));
    const devices::Key palm = settings.keys.key_of(0);
    const devices::Key thumb = settings.keys.key_of(1);
    REQUIRE(settings.keys.bind_all(std::vector<std::pair<std::size_t, devices::Key>>{{0, thumb}, {1, palm}}));
    app::write_settings(file, settings);
    CHECK(app::read_settings(file) == settings);
    std::ofstream(file) << "[screen]\nscale_percent = 5000\n";
    CHECK_THROWS_AS(app::read_settings(file), UserError);
    std::ofstream(file) << "[keys]\nheat_map = \"Hyper\"\n";
    CHECK_THROWS_AS(app::read_settings(file), UserError);
    std::ofstream(file) << "[keys]\nheat_map = \"X\"\n"; // X has the layers
    CHECK_THROWS_AS(app::read_settings(file), UserError);
    std::filesystem::remove(file);
    CHECK(app::read_settings(file) == ui::Settings{});
}

TEST_CASE("the mailbox hands over events once and follows the newest target") {
    app::LiveInput input;
    session::Event mark;
    mark.kind = session::EventKind::check_in;
    input.post_event(mark);
    devices::HandTargets targets;
    targets[1] = devices::HandTarget{.u = 0.3F, .v = 0.5F, .pressing = true, .force_n = 20};
    input.post(std::vector{targets}, 0.0);
    const session::InputFrame first = input.next(0);
    REQUIRE(first.events.size() == 1);
    CHECK(input.next(0).events.empty());
    REQUIRE(first.hands[1].has_value());
    CHECK(first.hands[1]->u == doctest::Approx(0.3));
    CHECK(first.hands[1]->force_n > 0);
    CHECK_FALSE(first.hands[0].has_value());
}

TEST_CASE("statistics are one JSON object with quantiles of the frames") {
    app::FrameStatistics statistics{
        .device = "a \"GPU\"", .tier = "low", .setting = "half", .width = 1280, .height = 720};
    statistics.frame_ms = {10, 20, 30, 40, 100};
    std::ostringstream out;
    app::write_statistics(out, statistics);
    CHECK(out.str().find("\"device\": \"a \\\"GPU\\\"\"") != std::string::npos);
    CHECK(out.str().find("\"fps\": 25.000") != std::string::npos);
    CHECK(out.str().find("\"frame_ms_median\": 30.000") != std::string::npos);
    CHECK(out.str().find("\"frame_ms_worst\": 100.000") != std::string::npos);
}

TEST_CASE("the interface scales with the screen and with the person's wish, and always fits") {
    CHECK(app::interface_scale({1280, 720}, 100, ui::page_room) == doctest::Approx(1));
    CHECK(app::interface_scale({2560, 1440}, 100, ui::page_room) == doctest::Approx(2));
    CHECK(app::interface_scale({1280, 720}, 130, ui::run_room) == doctest::Approx(1.3));
    CHECK(app::interface_scale({1280, 720}, 200, {640, 400}) == doctest::Approx(1.8)); // 400 lines are left
    CHECK(app::interface_scale({1920, 1080}, 150, ui::run_room) == doctest::Approx(2.25));
    CHECK(app::interface_scale({640, 360}, 100, ui::page_room) >= 0.6F);
}
