#include "sim/session/track_input.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using session::EventKind;
using session::parse_event;

TEST_CASE("what was said, written and marked in an interview is read from a file of strokes") {
    const auto word = parse_event("word not_like_a_muscle");
    REQUIRE(word);
    CHECK(word->kind == EventKind::worded);
    CHECK(word->text == "not_like_a_muscle");
    const auto note = parse_event("note Burning after meals; sent to the doctor.");
    REQUIRE(note);
    CHECK(note->kind == EventKind::noted);
    CHECK(note->text == "Burning after meals; sent to the doctor.");
    const auto pain = parse_event("pain -0.2 0.9 6");
    REQUIRE(pain);
    CHECK(pain->kind == EventKind::pain_marked);
    CHECK(pain->u == -0.2F);
    CHECK(pain->v == 0.9F);
    CHECK(pain->value == 6);
    CHECK(!parse_event("pain 0.2 0.9"));
    CHECK(!parse_event("note"));
}

TEST_CASE("questions and decisions may carry their second of the interview") {
    const auto late = parse_event("question saddle 41.5");
    REQUIRE(late);
    CHECK(late->text == "saddle");
    CHECK(late->value == 41.5F);
    const auto bare = parse_event("decide E2");
    REQUIRE(bare);
    CHECK(bare->text == "E2");
    CHECK(bare->value == 0);
    CHECK(parse_event("decide OK 80")->value == 80);
}
