/// What the records say to drills/learning.

#include "sim/drills/drill_file.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/calendar.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>

using namespace tactus;

namespace {

constexpr std::int64_t noon = 1'790'000'000 / 86400 * 86400 + 43200;

replay::Recording learned_at(std::int64_t unix_s, double score, drills::Feedback feedback,
                             bool graded = true) {
    replay::Recording recording = scenes::invented_recording(24);
    recording.origin.started_at_unix_s = unix_s;
    recording.setup.drill.feedback = feedback;
    recording.ending.score_total = score;
    recording.ending.passed = score >= 75;
    recording.ending.graded = graded;
    return recording;
}

} // namespace

TEST_CASE("graded runs come oldest first, the newest of them, with what feedback they had and on what day") {
    const scenes::Folder folder("learning");
    records::Archive archive(folder.path);
    const std::string ana = archive.make_profile("Ana");
    const auto add = [&](const replay::Recording& recording, const char* student) {
        return archive.add(recording, {.student = student});
    };
    add(learned_at(noon, 60, drills::Feedback::full), "Ana");
    add(learned_at(noon + 60, 70, drills::Feedback::full, false), "Ana"); // practice
    add(learned_at(noon + 120, 99, drills::Feedback::full), "Ben");
    add(learned_at(noon + 86400, 80, drills::Feedback::band_only), "Ana");
    add(learned_at(noon + std::int64_t{2} * 86400, 90, drills::Feedback::none), "Ana");
    const auto runs = archive.graded_runs(ana, "effleurage", 100);
    REQUIRE(runs.size() == 3);
    CHECK(runs[0].score == 60);
    CHECK_FALSE(runs[0].passed);
    CHECK(runs[1].feedback == drills::Feedback::band_only);
    CHECK(runs[2].feedback == drills::Feedback::none);
    CHECK(runs[2].day - runs[0].day == 2);
    const auto newest = archive.graded_runs(ana, "effleurage", 2);
    REQUIRE(newest.size() == 2);
    CHECK(newest.front().score == 80);
    CHECK(archive.graded_runs(ana, "kiosk", 100).empty());
}

TEST_CASE("a drill whose feedback has faded is the same drill to the records") {
    const scenes::Folder folder("learning-hash");
    records::Archive archive(folder.path);
    const records::Attempt full = archive.add(learned_at(noon, 60, drills::Feedback::full), {});
    const records::Attempt none = archive.add(learned_at(noon, 60, drills::Feedback::none), {});
    CHECK(full.digest != none.digest);
    CHECK(full.drill_hash == none.drill_hash);
    CHECK(none.feedback == "none");
}

TEST_CASE("the day of a run is the one on the wall") {
    setenv("TZ", "XYZ-5", 1); // five hours east of Greenwich
    tzset();
    CHECK(records::local_day(86400 * 10 - 5 * 3600) == 10);
    CHECK(records::local_day(86400 * 10 - 5 * 3600 - 1) == 9);
    unsetenv("TZ");
    tzset();
}
