/// A finished run: what is said of it, where it is kept, and what its card shows.

#include "engine/app/desks/result_card.hpp"
#include "engine/app/run/run_keeper.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <ctime>

using namespace tactus;
using app::FinishedRun;
using app::note_of;
using app::ResultCard;

namespace {

/// Graded, at the level reached, in real time.
FinishedRun faultless() {
    FinishedRun run;
    run.outcome.graded = true;
    run.outcome.recording = scenes::invented_recording(240);
    run.outcome.recording->origin.started_at_unix_s = std::time(nullptr);
    run.drill = run.outcome.recording->setup.drill;
    return run;
}

bool says(const FinishedRun& run, std::string_view words, bool aids_allowed = false) {
    return note_of(run, aids_allowed).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("nothing is said against a faultless run but what follows from it") {
    FinishedRun run = faultless();
    CHECK(note_of(run, false).empty());
    run.outcome.thumb_resolved = false;
    CHECK(says(run, "too coarse"));
    run.change = "Handed in: Back A, attempt 1.";
    CHECK(note_of(run, false) == run.change);
}

TEST_CASE("why a run is only practice goes before what follows from it") {
    FinishedRun run = faultless();
    run.change = "Handed in.";
    run.outcome.graded = false;
    run.outcome.sim_per_wall = 0.87;
    CHECK(says(run, "time ran at 87 %"));
    run.outcome.ended_early = true;
    CHECK(says(run, "ended early"));
    run.policy.counts = false;
    CHECK(says(run, "more feedback"));
    run.policy.speed = 0.5;
    CHECK(says(run, "Practice at 50 %"));
    run.outcome.interrupted = true;
    CHECK(says(run, "computer stood still"));
    run.policy.interrupted = true;
    CHECK(says(run, "program ended"));
    run.policy.trial = true;
    CHECK(says(run, "Tried out"));
}

TEST_CASE("a press that was made easier is practice unless the station allows it") {
    FinishedRun run = faultless();
    run.policy.aided = true;
    CHECK(says(run, "as this station allows", true));
    run.policy.counts = false;
    CHECK(says(run, "does not grade", false));
}

TEST_CASE("the records are told in which way a run was practice") {
    FinishedRun run = faultless();
    run.outcome.score.grade = "pass";
    CHECK(app::facts_of(run, "Ana").practice.empty());
    CHECK(app::facts_of(run, "Ana").grade == "pass");
    run.policy.speed = 0.5;
    CHECK(app::facts_of(run, "").practice == "speed");
    run.outcome.interrupted = true;
    CHECK(app::facts_of(run, "").practice == "interrupted");
    run.policy.practice = ui::Practice::ladder;
    CHECK(app::facts_of(run, "").practice == "ladder");
}

TEST_CASE("a run is kept under its student's name, and the instructor can be asked about it") {
    const scenes::Folder folder("card-review");
    app::RunKeeper keeper(folder.path);
    FinishedRun run = faultless();
    keeper.keep(run, "Ana", nullptr);
    CHECK(std::filesystem::exists(run.file));
    CHECK(run.saved == run.file.string());
    CHECK(keeper.trouble().empty());
    CHECK(keeper.kept().list().size() == 1);
    ResultCard card(folder.path);
    card.open(run);
    CHECK(card.obey(ui::ClassDeed{ui::ShowAskReview{true}}));
    CHECK(card.types());
    CHECK_THROWS_AS(card.obey(ui::ClassDeed{ui::AskReview{.moment_s = 0.5, .words = ""}}), UserError);
    CHECK(card.types());
    card.obey(ui::ClassDeed{ui::AskReview{.moment_s = 0.5, .words = "My thumb slipped."}});
    CHECK_FALSE(card.obey(ui::ClassDeed{ui::MakeClass{"2B"}})); // the desk's
    CHECK_FALSE(card.types());
    CHECK(card.run()->change.find("instructor") != std::string::npos);
    CHECK(records::ClassBook(folder.path).reviews_of(run.attempt.id).size() == 1);
}

TEST_CASE("nobody is asked about a guest's run") {
    const scenes::Folder folder("card-guest");
    ResultCard card(folder.path);
    card.open(faultless());
    CHECK(card.obey(ui::ClassDeed{ui::ShowAskReview{true}}));
    CHECK_FALSE(card.types());
}

TEST_CASE("a card that was put away comes up again with its run, and the next run's begins anew") {
    ResultCard card("");
    card.show(true);
    CHECK_FALSE(card.shown());
    CHECK(card.run() == nullptr);
    FinishedRun bruised = faultless();
    bruised.outcome.skin_later.emplace();
    card.open(bruised);
    CHECK(card.skin_later() == nullptr);
    card.obey(ui::ShowSkinLater{true});
    CHECK(card.skin_later() != nullptr);
    card.put_away();
    CHECK(card.skin_later() == nullptr);
    card.note_kept("late.tactus");
    CHECK(card.run()->file.empty()); // it was another's
    card.show(true);
    CHECK(card.shown());
    CHECK(card.skin_later() != nullptr);
    card.open(bruised);
    CHECK(card.skin_later() == nullptr);
    card.note_kept("late.tactus");
    CHECK(card.run()->saved == "late.tactus");
}
