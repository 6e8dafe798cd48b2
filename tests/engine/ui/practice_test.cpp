#include "engine/ui/practice_words.hpp"
#include "engine/ui/screens/harm_screen.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;

TEST_CASE("the brief says what makes practice of a run, the strongest reason first") {
    drills::Drill drill = tests::stroke_drill();
    const FeedbackChoice level{.reached = drills::Feedback::terminal, .chosen = drills::Feedback::full};
    CHECK(practice_note(drill, {}, std::nullopt).empty());
    CHECK(practice_note(drill, {}, level).starts_with("More feedback"));
    CHECK(practice_note(drill, {.speed = 0.5}, level).starts_with("All of it slower"));
    CHECK(practice_note(drill, {.practice = Practice::wait, .speed = 0.5}, level).starts_with("Clock"));
    const PracticeChoice ladder{.practice = Practice::ladder, .ladder_step = 1};
    drill.steps.push_back(drill.steps.front());
    CHECK(practice_note(drill, ladder, level).starts_with("Step 2, Deepen, again"));
}

TEST_CASE("a card says how far up a ladder it went") {
    PracticeStatus status;
    status.ladder = drills::LadderState{.rung = 2, .highest = 4, .passes = 20, .clean = 12};
    CHECK(practice_outcome(Practice::ladder, status) ==
          "Ladder practice: up to rung 5 of 8, 12 of 20 passes clean.");
    CHECK(practice_outcome(Practice::whole, status).empty());
}

TEST_CASE("a practice that ended in harm says at what the bone gave way") {
    client::BodyEvent event{.state = "load_n", .value = 43.2F, .threshold = 40};
    CHECK(harm_words(event) == "Bone gave way at 43 newtons, where this client's bears 40.");
    event.state = "pressure_kpa";
    CHECK(harm_words(event) == "Bone gave way at 43 kilopascals, where this client's bears 40.");
}
