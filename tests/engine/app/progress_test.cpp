#include "engine/app/pages/progress.hpp"
#include "engine/app/session/run_policy.hpp"
#include "engine/ui/progress.hpp"
#include "sim/records/calendar.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::read_progress;
using drills::Feedback;

namespace {

constexpr std::int64_t noon = 1'790'000'000 / 86400 * 86400 + 43200;

struct Evening {
    scenes::Folder folder{"progress"};
    records::Archive archive{folder.path};
    std::int64_t at = noon;

    void run(const char* student, const char* drill, double score, Feedback feedback = Feedback::full) {
        replay::Recording recording = scenes::invented_recording(24);
        recording.origin.started_at_unix_s = at += 60;
        recording.setup.drill.id = drill;
        recording.setup.drill.feedback = feedback;
        recording.ending.score_total = score;
        recording.ending.passed = score >= 75;
        archive.add(recording, {.student = student});
    }

    [[nodiscard]] records::Profile named(const std::string& name) const {
        return {.id = archive.profile_named(name).value(), .name = name};
    }
};

std::vector<drills::Drill> three_drills() {
    std::vector<drills::Drill> all(4);
    all[0].id = all[0].name = "kiosk";
    all[0].kiosk = true;
    all[1].id = all[1].name = "kneading";
    all[2].id = all[2].name = "effleurage";
    all[3].id = all[3].name = "release";
    return all;
}

} // namespace

TEST_CASE("what is due stands first, then what was done, then what is new") {
    Evening evening;
    evening.run("Ana", "effleurage", 60);
    evening.run("Ana", "release", 80);
    const std::vector<drills::Drill> drills = three_drills();
    const std::int64_t today = records::local_day(noon);
    ui::Progress progress = read_progress(evening.archive, evening.named("Ana"), drills, today);
    REQUIRE(progress.drills.size() == 3); // the kiosk's was not done
    CHECK_FALSE(ui::is_due(progress.drills[0], today));
    CHECK(progress.drills[0].drill == "effleurage");
    CHECK(progress.drills[2].drill == "kneading");
    progress = read_progress(evening.archive, evening.named("Ana"), drills, today + 3);
    CHECK(progress.drills[0].drill == "release");
    CHECK(ui::days_late(progress.drills[0], today + 3) == 2);
    CHECK(progress.drills[0].best == 80);
    CHECK(progress.drills[0].pass_mark == app::pass_mark(drills[1]));
}

TEST_CASE("the kiosk's drill shows once it was done, and is never due") {
    Evening evening;
    evening.run("Ana", "kiosk", 90);
    evening.run("Ana", "kiosk", 90);
    const std::int64_t today = records::local_day(noon) + 9;
    const ui::Progress progress = read_progress(evening.archive, evening.named("Ana"), three_drills(), today);
    REQUIRE(progress.drills.size() == 4);
    CHECK(progress.drills[0].drill == "kiosk");
    CHECK(progress.drills[0].reached == Feedback::full);
    CHECK_FALSE(ui::is_due(progress.drills[0], today));
}

TEST_CASE("each student's level is their own, and the guest's is the drill's") {
    Evening evening;
    for (const char* student : {"Ana", "Ana", "Ben", ""}) {
        evening.run(student, "effleurage", 80);
    }
    evening.run("", "effleurage", 80);
    const drills::Drill drill = three_drills()[2];
    CHECK(read_progress(evening.archive, evening.named("Ana"), drill).reached == Feedback::band_only);
    CHECK(read_progress(evening.archive, evening.named("Ben"), drill).reached == Feedback::full);
    const ui::DrillProgress guest = read_progress(evening.archive, {}, drill);
    CHECK(guest.reached == Feedback::full);
    CHECK(guest.scores.size() == 2);
    CHECK_FALSE(guest.test.has_value());
}

TEST_CASE("a run with more feedback than was reached is kept as practice") {
    CHECK(app::drill_policy(Feedback::band_only, Feedback::band_only).counts);
    CHECK(app::drill_policy(Feedback::band_only, Feedback::none).counts);
    CHECK_FALSE(app::drill_policy(Feedback::band_only, Feedback::full).counts);
    CHECK(app::exam_policy().counts);
}
