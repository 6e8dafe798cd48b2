#include "engine/app/run/compare_page.hpp"
#include "engine/app/stores/trace_store.hpp"
#include "sim/replay/traced_run.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace tactus;
using namespace tactus::app;

namespace {

/// The first seconds of the shipped effleurage, so that an expert has done it soon.
session::Setup short_setup() {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    setup.drill.steps.resize(1);
    setup.drill.steps.front().duration_s = 5.5;
    return setup;
}

struct TraceFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "tactus-trace-store-test";

    TraceFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path / "replays");
    }

    ~TraceFolder() { std::filesystem::remove_all(path); }
};

/// The worker gives way to everything else on the machine: beside other tests it may wait for long.
template <class Done> void wait_for(const Done& done) {
    for (int tries = 0; tries < 45'000 && !done(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    REQUIRE(done());
}

} // namespace

TEST_CASE(
    "an expert does a drill once and is kept; a student's run is laid beside it; the frame never waits") {
    const TraceFolder folder;
    const session::Setup setup = short_setup();
    // A student's run: the expert's own strokes in the recording's clothes are as good as any.
    std::filesystem::path own;
    {
        TraceStore store(folder.path, 1);
        const auto work = store.of_expert(setup);
        REQUIRE(work != nullptr);
        double seen = -1;
        wait_for([&] {
            CHECK(work->progress() >= seen);
            seen = work->progress();
            return work->done();
        });
        CHECK(work->trouble().empty());
        REQUIRE(work->made() != nullptr);
        CHECK(work->made()->recording.ending.graded == false);
        CHECK_FALSE(work->made()->trace.strokes.empty());
        own = folder.path / "replays" / "own.tactus";
        replay::write_recording(own, work->made()->recording);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path / "experts"), {}) ==
          2); // with its trace

    TraceStore store(folder.path, 1);
    const auto begun = std::chrono::steady_clock::now();
    const auto again = store.of_expert(setup);
    wait_for([&] { return again->done(); });
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2)); // read, not done anew
    CHECK_FALSE(TraceStore::kept(own).has_value());
    ComparePage page(store);
    page.open(own, {});
    wait_for([&] {
        const auto frame = std::chrono::steady_clock::now();
        page.update();
        CHECK(std::chrono::steady_clock::now() - frame < std::chrono::milliseconds(100));
        return page.beside() != nullptr;
    });
    CHECK(page.beside()->comparison.unpaired == 0);
    CHECK(page.beside()->comparison.force_match().value() == doctest::Approx(100));
    CHECK(page.beside()->rival == ui::Rival::expert);
    CHECK(page.client()->id == setup.client.id);
    CHECK(TraceStore::kept(own) == page.beside()->own); // from now on at once

    const auto refused = [&](const RivalRuns& rivals) {
        page.open(own, rivals);
        page.choose(ui::Rival::class_best);
        wait_for([&] {
            page.update();
            return page.beside() != nullptr || !page.refusal().empty();
        });
        return page.refusal();
    };
    CHECK(refused({}).starts_with("You are in no class"));
    CHECK(refused({.in_class = true}).starts_with("Nobody in your class"));
    CHECK(refused({.in_class = true, .best_of_class = true}).starts_with("This is the best run"));
    CHECK(refused({.class_best = own, .in_class = true}).empty());
    CHECK(page.beside()->rival == ui::Rival::class_best);
}

TEST_CASE("a drill that asks for no work has no expert, and a recording that is gone says so") {
    const TraceFolder folder;
    TraceStore store(folder.path, 1);
    session::Setup setup = short_setup();
    setup.drill.steps = {drills::Step{.name = "Wait", .instruction = "Wait.", .duration_s = 2, .task = {}}};
    CHECK(store.of_expert(setup) == nullptr);
    const auto work = store.of_recording(folder.path / "replays" / "gone.tactus");
    wait_for([&] { return work->done(); });
    CHECK(work->made() == nullptr);
    CHECK(work->trouble().find("gone.tactus") != std::string::npos);
}
