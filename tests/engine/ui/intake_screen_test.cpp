/// Talking with a client, deciding, preparing, and what is explained afterwards.

#include "engine/ui/cause_words.hpp"
#include "engine/ui/panels/pattern_panel.hpp"
#include "engine/ui/panels/talk_panel.hpp"
#include "sim/client/preparation.hpp"
#include "tests/engine/ui/drawn_page.hpp"
#include "tests/engine/ui/intake_gallery.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;
using tests::IntakeGallery;
using tests::Page720;
using tests::striking;
using tests::typing;

namespace {

devices::InputEvents pressing(Vec2 at) {
    devices::InputEvents events;
    events.pointer = at;
    events.press_began = events.press_ended = true;
    events.press_place = at;
    return events;
}

} // namespace

TEST_CASE("a question that is pressed is asked, answered by the case, and told to have been asked") {
    IntakeGallery gallery;
    gallery.intake = {};
    Page720 page;
    const auto draw = gallery.screens().at("talk");
    page.frame({}, draw);
    page.frame(pressing({300, 428}), draw); // the first row
    REQUIRE(gallery.intake.talk.size() == 1);
    const Said said = gallery.intake.talk.front();
    CHECK(said.question == gallery.questions.questions.front().id);
    CHECK(said.answer == client::answer_to(gallery.client.condition, gallery.questions.questions.front(), 0));
    page.frame(striking(Key::enter), draw);
    CHECK(times_asked(gallery.intake, said.question) == 2);
    CHECK(asked(gallery.intake).size() == 2);
}

TEST_CASE(
    "a press on the back marks pain there, a press on the sheet does not, and a mark can be taken back") {
    IntakeGallery gallery;
    gallery.intake = {};
    gallery.screen.pain = 7;
    Page720 page;
    const auto draw = gallery.screens().at("talk");
    page.frame(pressing({980, 300}), draw);
    REQUIRE(gallery.intake.pain.size() == 1);
    CHECK(gallery.intake.pain.front().value == 7);
    CHECK(gallery.intake.pain.front().spine.x == doctest::Approx(0.2F));
    page.frame(pressing({900, 640}), draw); // on the chart's own panel
    CHECK(gallery.intake.pain.size() == 1);
}

TEST_CASE("a note is what was typed into its line") {
    IntakeGallery gallery;
    gallery.intake = {};
    Page720 page;
    const auto draw = gallery.screens().at("talk");
    page.frame(pressing({900, 665}), draw);
    page.frame(typing("Client reports burning."), draw);
    CHECK(gallery.intake.note == "Client reports burning.");
}

TEST_CASE(
    "a decision is told once both what to do and how to say it are chosen; another deed needs other words") {
    IntakeGallery gallery;
    gallery.decision = {};
    Page720 page;
    DecisionOutcome outcome = DecisionOutcome::open;
    const auto draw = [&](Canvas& c, Interaction& i, Commands&) {
        outcome = draw_decision_screen(c, i, gallery.client, gallery.wordings, gallery.decision);
    };
    page.frame({}, draw);
    page.frame(striking(Key::enter), draw); // on "Tell the client"
    CHECK(outcome == DecisionOutcome::open);
    gallery.decision.urgency = client::Urgency::days;
    page.frame(striking(Key::enter), draw);
    CHECK(outcome == DecisionOutcome::open);
    gallery.decision.wording = client::wordings_for(gallery.wordings, client::Urgency::days).front().id;
    page.frame(striking(Key::enter), draw);
    CHECK(outcome == DecisionOutcome::told);
    page.frame(striking(Key::escape), draw);
    CHECK(outcome == DecisionOutcome::put_off);
    page.frame(pressing({300, 215}), draw); // the first row: treat
    CHECK(gallery.decision.urgency == client::Urgency::treat);
    CHECK(gallery.decision.wording.empty());
}

TEST_CASE("every decision has words to choose from") {
    const IntakeGallery gallery;
    for (int k = 0; k < client::urgency_count; ++k) {
        CHECK(client::wordings_for(gallery.wordings, static_cast<client::Urgency>(k)).size() >= 3);
    }
}

TEST_CASE("what is prepared is chosen and given up by pressing it") {
    IntakeGallery gallery;
    gallery.intake = {};
    Page720 page;
    const auto draw = gallery.screens().at("preparation");
    page.frame({}, draw);
    page.frame(pressing({600, 165}), draw);
    REQUIRE(gallery.intake.prepared.size() == 1);
    CHECK(client::choice_named(client::adaptations(), gallery.intake.prepared.front()) != nullptr);
    page.frame(pressing({600, 165}), draw);
    CHECK(gallery.intake.prepared.empty());
    CHECK(page.frame(striking(Key::escape), draw).size() == 1);
}

TEST_CASE("what can be said in the middle of a stroke has a figure key each, the decision last") {
    const std::vector<TalkLine> lines = talk_lines(true);
    CHECK(lines.size() == client::actions().size() + 1);
    CHECK(lines.size() <= 9);
    CHECK(lines.back().id == decide_line);
    CHECK(talk_lines(false).size() == client::actions().size());
}

TEST_CASE("a cause is told with the state, its figure and the threshold, in the unit a person reads") {
    CHECK(cause_words({.serial = 1, .state = "discomfort", .value = 8.2F, .threshold = 8}) ==
          "discomfort was 8.2 of 10, and from 8 on the client says so");
    CHECK(cause_words({.serial = 1, .state = "loading_pa_s", .value = 180e3F, .threshold = 150e3F}) ==
          "the pressure came on by 180 kPa a second, and from 150 on the client says so");
    CHECK(cause_words({.serial = 1, .state = "trigger_point_tension", .value = .48F, .threshold = .5F}) ==
          "the tension of the sore point was 48 %, and from 50 down the client says so");
    CHECK(cause_words(physiology::Utterance{.serial = 2, .state = "complaint", .value = 3}).empty());
}

TEST_CASE("a log takes each utterance once, and every event") {
    ClientLog log;
    physiology::ClientState state;
    log.note(state);
    CHECK(log.said.empty());
    state.utterance.serial = 1;
    state.body_events.emplace_back();
    log.note(state);
    log.note(state);
    CHECK(log.said.size() == 1);
    CHECK(log.events.size() == 1);
}

TEST_CASE("a carousel's marks are the mean of its cards") {
    CHECK(carousel_marks({}) == 0);
    CHECK(carousel_marks({{.marks = 100}, {.marks = 50}}) == doctest::Approx(75));
}

TEST_CASE("clients are found by a part of name or story, whatever its case") {
    const IntakeGallery gallery;
    const std::vector<client::Client> one{gallery.client};
    CHECK(clients_with(one, "").size() == 1);
    CHECK(clients_with(one, gallery.client.name.substr(4)).size() == 1);
    CHECK(clients_with(one, "nobody of that name").empty());
}
