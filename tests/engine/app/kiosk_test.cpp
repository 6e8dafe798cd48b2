/// A kiosk by a made-up clock: its loop, its staff, its counts, its fallback, its health.

#include "engine/app/modes/attract_programme.hpp"
#include "engine/app/modes/fallback.hpp"
#include "engine/app/modes/health_page.hpp"
#include "engine/app/modes/kiosk_floor.hpp"
#include "engine/app/modes/kiosk_mode.hpp"
#include "engine/app/modes/presented_frames.hpp"
#include "engine/app/session/run_policy.hpp"
#include "engine/app/stores/library.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

using namespace tactus;
using app::KioskCourse;
using app::KioskPhase;

namespace {

/// A folder of its own, gone with the test.
struct KioskFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("tactus-kiosk-test-" + std::to_string(getpid()));

    KioskFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }

    ~KioskFolder() { std::filesystem::remove_all(path); }

    KioskFolder(const KioskFolder&) = delete;
    KioskFolder& operator=(const KioskFolder&) = delete;
    KioskFolder(KioskFolder&&) = delete;
    KioskFolder& operator=(KioskFolder&&) = delete;
};

app::KioskMode kiosk_in(const KioskFolder& folder, const std::string& pin = "") {
    app::KioskSetup setup;
    setup.settings.language = ui::Language::german;
    setup.settings.pin_hash = pin.empty() ? "" : app::hash_of_pin(pin);
    setup.file = folder.path / "kiosk.toml";
    setup.counts = folder.path / "visits.csv";
    setup.alone = true;
    return app::KioskMode(std::move(setup));
}

} // namespace

TEST_CASE("attract, demo, score, idle, attract: a visit by the clock") {
    const KioskFolder folder;
    app::KioskMode kiosk = kiosk_in(folder);
    kiosk.enter(KioskPhase::attract);
    CHECK(kiosk.update(false, 29) == KioskCourse::Turn::none);
    CHECK(kiosk.update(false, 2) == KioskCourse::Turn::next_scene);
    kiosk.next_scene();
    CHECK(kiosk.scene() == 1);
    CHECK(kiosk.update(false, 29) == KioskCourse::Turn::none); // its own thirty seconds

    kiosk.enter(KioskPhase::demo);
    for (int second = 0; second < 60; ++second) { // somebody is at work: never asked
        CHECK(kiosk.update(second % 10 == 0, 1) == KioskCourse::Turn::none);
        CHECK_FALSE(kiosk.course().asking());
    }
    kiosk.enter(KioskPhase::score);
    CHECK(kiosk.update(false, 19.9) == KioskCourse::Turn::none);
    CHECK_FALSE(kiosk.course().asking());
    kiosk.update(false, 0.2);
    CHECK(kiosk.course().asking());
    CHECK(kiosk.course().left_s() == doctest::Approx(9.9));
    kiosk.update(true, 0.1); // any touch
    CHECK_FALSE(kiosk.course().asking());
    CHECK(kiosk.update(false, 29.9) == KioskCourse::Turn::none);
    CHECK(kiosk.update(false, 0.2) == KioskCourse::Turn::give_up);
}

TEST_CASE("a site sets how long its kiosk waits") {
    const app::KioskSettings settings =
        app::parse_kiosk("idle_s = 5\ncountdown_s = 2\nscene_s = 3\nlanguage = \"fr\"\n", "kiosk.toml");
    KioskCourse course(settings.times);
    course.enter(KioskPhase::demo);
    course.update(false, 5.5);
    CHECK(course.asking());
    CHECK(course.update(false, 2) == KioskCourse::Turn::give_up);
    CHECK(settings.language == ui::Language::french);
    CHECK(app::parse_kiosk(app::kiosk_text(settings), "again").times.visitor.quiet_s == 5);
    CHECK_THROWS_WITH_AS(app::parse_kiosk("language = \"klingon\"\nidle_s = 0\n", "kiosk.toml"),
                         doctest::Contains("kiosk.toml:1"), UserError);
    CHECK_THROWS_AS(app::parse_kiosk("idel_s = 5\n", "kiosk.toml"), UserError);
}

TEST_CASE("the next visitor is greeted in the site's language, and counts are all that is kept of the last") {
    const KioskFolder folder;
    {
        app::KioskMode kiosk = kiosk_in(folder);
        kiosk.enter(KioskPhase::attract);
        CHECK(kiosk.words().language() == ui::Language::german);
        kiosk.choose_language(ui::Language::spanish);
        kiosk.enter(KioskPhase::demo);
        CHECK(kiosk.words().language() == ui::Language::spanish);
        kiosk.enter(KioskPhase::score);
        kiosk.enter(KioskPhase::demo); // once more
        kiosk.enter(KioskPhase::attract);
        CHECK(kiosk.words().language() == ui::Language::german);
        CHECK(kiosk.today().begun == 2);
        CHECK(kiosk.today().finished == 1);
    }
    CHECK(kiosk_in(folder).today().begun == 2); // a restart does not lose the day
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
        files.insert(entry.path().filename().string());
    }
    CHECK(files == std::set<std::string>{"visits.csv"});
    CHECK_FALSE(app::kiosk_policy({}).recorded);
}

TEST_CASE("counts that cannot be written are kept until the end, and staff is told") {
    app::VisitCounts counts("/no/such/folder/visits.csv");
    counts.begin("2026-11-30");
    counts.begin("2026-12-01");
    CHECK(counts.of("2026-11-30").begun == 1);
    CHECK(counts.of("2026-11-29").begun == 0);
    CHECK(counts.trouble().find("/no/such/folder/visits.csv") == 0);
}

TEST_CASE("four taps or a hold in the corner knock, taps elsewhere or far apart do not") {
    app::CornerKnock knock;
    const auto tap = [&](Vec2 at, double wait_s) {
        const bool went_down = knock.update(at, true, true, 0.05);
        return knock.update(at, false, false, wait_s) || went_down;
    };
    const Vec2 corner(30, 30);
    CHECK_FALSE(tap(corner, 0.3));
    CHECK_FALSE(tap(corner, 0.3));
    CHECK_FALSE(tap(corner, 0.3));
    CHECK(tap(corner, 0.3));
    CHECK_FALSE(tap(corner, 0.3)); // begins anew
    CHECK_FALSE(tap(corner, 2));
    CHECK_FALSE(tap(corner, 0.3));
    CHECK_FALSE(tap(corner, 0.3));
    CHECK_FALSE(tap({300, 300}, 0.3));
    CHECK_FALSE(tap(corner, 0.3));
    CHECK_FALSE(knock.update(corner, true, true, 0));
    CHECK_FALSE(knock.update(corner, false, true, 2.9));
    CHECK(knock.update(corner, false, true, 0.2));
    CHECK_FALSE(knock.update(corner, false, true, 9)); // once
}

TEST_CASE("a wrong PIN is answered slower and slower, the right one opens") {
    CHECK_THROWS_AS(app::hash_of_pin("12"), UserError);
    CHECK_THROWS_AS(app::hash_of_pin("12ab56"), UserError);
    const std::string hash = app::hash_of_pin("4711");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash.find("4711") == std::string::npos);
    CHECK(app::pin_matches(hash, "4711"));
    CHECK_FALSE(app::pin_matches(hash, "4712"));
    CHECK_FALSE(app::pin_matches("", ""));

    app::PinGate gate;
    gate.tried(false);
    gate.tried(false);
    CHECK(gate.wait_s() == 0);
    gate.tried(false);
    CHECK(gate.wait_s() == 30);
    gate.pass(29);
    CHECK(gate.wait_s() == doctest::Approx(1));
    gate.pass(2);
    CHECK(gate.wait_s() == 0);
    gate.tried(false);
    CHECK(gate.wait_s() == 60);
    for (int more = 0; more < 10; ++more) {
        gate.tried(false);
    }
    CHECK(gate.wait_s() == 600);
    gate.tried(true);
    gate.pass(600);
    gate.tried(false);
    CHECK(gate.wait_s() == 0);
}

TEST_CASE("the staff's page does not stay open, and what staff sets is kept") {
    const KioskFolder folder;
    app::KioskMode kiosk = kiosk_in(folder, "2468");
    kiosk.enter(KioskPhase::staff);
    CHECK(kiosk.update(false, 59) == KioskCourse::Turn::none);
    CHECK(kiosk.update(false, 2) == KioskCourse::Turn::give_up);
    kiosk.set_language(ui::Language::french);
    kiosk.set_volume(250);
    const app::KioskSettings kept = app::read_kiosk(folder.path / "kiosk.toml");
    CHECK(kept.language == ui::Language::french);
    CHECK(kept.volume_percent == 100);
    CHECK(app::pin_matches(kept.pin_hash, "2468"));
    const auto rights = std::filesystem::status(folder.path / "kiosk.toml").permissions();
    CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}

TEST_CASE("of a keyboard a visitor has what walks and presses, staff the digits too") {
    devices::InputEvents events;
    for (const devices::Key key : {devices::Key::f12, devices::Key::f1, devices::Key::enter,
                                   devices::Key::tab, devices::key_of('h'), devices::Key::escape}) {
        events.keys.push_back({.key = key});
    }
    events.typed = "?7";
    const auto seen = app::visitor_events(events, KioskPhase::demo);
    CHECK(seen.keys.size() == 2);
    CHECK(seen.struck(devices::Key::enter));
    CHECK_FALSE(seen.struck(devices::Key::f12));
    CHECK(seen.typed.empty());
    CHECK(app::visitor_events(events, KioskPhase::staff).typed == "?7");
}

TEST_CASE("the attract loop varies its drills on a few bodies, all of which an expert can do") {
    const ui::Catalogue catalogue = app::read_catalogue();
    const auto scenes = app::attract_programme(catalogue);
    std::set<std::string> clients;
    std::set<std::string> drills;
    for (const app::AttractScene& scene : scenes) {
        clients.insert(scene.client->id);
        drills.insert(scene.drill->id);
        CHECK_FALSE(scene.drill->interview);
    }
    CHECK(drills.size() == scenes.size());
    CHECK(drills.size() >= 6);
    CHECK(clients.size() >= 3);
    CHECK(clients.size() <= 5); // what stays in memory
    CHECK(app::attract_programme({}).empty());
}

TEST_CASE("pictures are what a kiosk's pulse is: none new, no pulse") {
    app::PresentedFrames frames;
    CHECK_FALSE(frames.note(0, 0));
    CHECK(frames.last_s() < 0);
    double now_s = 0;
    for (std::uint64_t k = 1; k <= 100; ++k) {
        now_s += k % 10 == 0 ? 0.1 : 0.02; // one in ten is slow
        CHECK(frames.note(k, now_s));
        CHECK_FALSE(frames.note(k, now_s + 0.001));
    }
    CHECK(frames.fps_p5() == doctest::Approx(10).epsilon(0.01));
    CHECK(frames.last_s() == now_s);
    frames.restart();
    CHECK(frames.note(1, now_s + 5));
    CHECK(frames.shown() == 101);
    CHECK(frames.fps_p5() == 0); // the way to the new window was no frame
}

TEST_CASE("drawing that fails becomes plainer, then still, and is tried again") {
    using Show = app::Fallback::Show;
    app::Fallback fallback;
    CHECK(fallback.show() == Show::usual);
    fallback.failed(100);
    CHECK(fallback.show() == Show::plainer);
    fallback.failed(600); // long after: no more than bad luck
    CHECK(fallback.show() == Show::plainer);
    fallback.failed(620);
    CHECK(fallback.show() == Show::still);
    fallback.retry();
    CHECK(fallback.show() == Show::plainer);
    fallback.failed(630);
    CHECK(fallback.show() == Show::still);
    app::Fallback slow;
    CHECK(slow.too_slow());
    CHECK(slow.show() == Show::plainer);
    CHECK_FALSE(slow.too_slow());
}

TEST_CASE("the health text is JSON with every figure, and unhealthy once the screen stands") {
    app::KioskHealth health{.version = "0.1.0",
                            .phase = "attract",
                            .quality = "low",
                            .uptime_s = 90061,
                            .last_frame_age_s = 0.016,
                            .frames = 12345,
                            .fps_p5 = 48.25,
                            .sessions_today = 12,
                            .finished_today = 9,
                            .rss_mb = 281.5,
                            .disk_free_mb = 10240,
                            .devices = {"mouse", "Wacom \"One\" (not there)"},
                            .notes = {"a note"}};
    const auto json = nlohmann::json::parse(app::health_json(health));
    CHECK(json["ok"] == true);
    CHECK(json["uptime_s"] == 90061);
    CHECK(json["fps_p5"] == 48.3);
    CHECK(json["sessions_today"] == 12);
    CHECK(json["finished_today"] == 9);
    CHECK(json["devices"][1] == "Wacom \"One\" (not there)");
    CHECK(json["notes"][0] == "a note");
    for (const char* key :
         {"version", "phase", "quality", "frames", "rss_mb", "disk_free_mb", "last_frame_age_s"}) {
        CHECK(json.contains(key));
    }
    health.last_frame_age_s = app::stale_frame_s;
    CHECK(nlohmann::json::parse(app::health_json(health))["ok"] == false);
    health.last_frame_age_s = -1;
    CHECK_FALSE(health.healthy());
}

TEST_CASE("the health page answers on the loopback, and says so when no picture comes") {
    app::HealthBoard board;
    app::HealthPage page(board, 0);
    CHECK_THROWS_AS(app::HealthPage(board, page.port()), UserError);
    auto answer = app::ask_health(page.port());
    REQUIRE(answer);
    CHECK_FALSE(answer->ok); // no picture yet
    const double now_s =
        std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    board.post({.version = "0.1.0", .frames = 7});
    board.note_picture(now_s);
    answer = app::ask_health(page.port());
    REQUIRE(answer);
    CHECK(answer->ok);
    CHECK(nlohmann::json::parse(answer->json)["frames"] == 7);
    board.note_picture(now_s - 2 * app::stale_frame_s); // the thread that draws hangs
    answer = app::ask_health(page.port());
    REQUIRE(answer);
    CHECK_FALSE(answer->ok);
    CHECK(nlohmann::json::parse(answer->json)["last_frame_age_s"] >= 2 * app::stale_frame_s);
}

TEST_CASE("a hand that comes while nobody is there begins a demo, one that was left lying does not") {
    const KioskFolder folder;
    app::KioskMode kiosk = kiosk_in(folder);
    const app::RunTable table(folder.path, 1, std::nullopt);
    kiosk.enter(KioskPhase::attract);
    CHECK(app::turn_kiosk(kiosk, table, {.elapsed_s = 1}) == app::KioskTurn::none);
    CHECK(app::turn_kiosk(kiosk, table, {.pressed = true, .elapsed_s = 1}) == app::KioskTurn::demo);
    CHECK(app::turn_kiosk(kiosk, table, {.pressed = true, .elapsed_s = 1}) == app::KioskTurn::none);
    CHECK(app::turn_kiosk(kiosk, table, {.elapsed_s = 30}) == app::KioskTurn::next_scene);
}

TEST_CASE("who waits for the client to lie down is there, who does nothing afterwards is gone") {
    const KioskFolder folder;
    app::KioskMode kiosk = kiosk_in(folder);
    app::RunTable table(folder.path, 1, std::nullopt);
    table.await({.session = {}, .policy = app::kiosk_policy({})});
    kiosk.enter(KioskPhase::demo);
    const auto turn = [&](bool acted) {
        return app::turn_kiosk(kiosk, table, {.acted = acted, .elapsed_s = 1});
    };
    for (int second = 0; second < 120; ++second) {
        CHECK(turn(false) == app::KioskTurn::none);
    }
    table.clear();
    for (int second = 0; second < 120; ++second) {
        CHECK(turn(second % 10 == 0) == app::KioskTurn::none);
    }
    CHECK(turn(true) == app::KioskTurn::none);
    int left_s = 0;
    while (left_s < 120 && turn(false) == app::KioskTurn::none) {
        ++left_s;
    }
    CHECK(left_s > 20); // asked before
    CHECK(left_s < 60);
}

TEST_CASE("a demo is the kiosk's drill with the client whom it is made for") {
    const KioskFolder folder;
    ui::Catalogue catalogue = app::read_catalogue();
    const app::AttractScene demo = app::kiosk_demo(kiosk_in(folder), catalogue, catalogue.clients.back());
    CHECK(demo.drill->kiosk);
    CHECK(demo.client->id == demo.drill->client);
    catalogue.drills.front().kiosk = true;
    catalogue.drills.front().client = "somebody who is not there";
    CHECK(app::kiosk_demo(kiosk_in(folder), catalogue, catalogue.clients.back()).client ==
          &catalogue.clients.back());
}

TEST_CASE("the camera of the attract loop drifts there and back") {
    CHECK(app::attract_drift_deg(0) == doctest::Approx(0));
    CHECK(app::attract_drift_deg(6) == doctest::Approx(7));
    CHECK(app::attract_drift_deg(18) == doctest::Approx(-7));
    CHECK(app::attract_drift_deg(24) == doctest::Approx(0).epsilon(1e-4));
}
