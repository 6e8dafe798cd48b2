/// What a run begins with after a talk.

#include "engine/app/desks/talk_desk.hpp"
#include "engine/app/pages/carousel.hpp"
#include "engine/app/pages/intake_page.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/session/label.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::app;
using session::EventKind;

TEST_CASE("a run begins with what was asked, marked, noted, decided and prepared, in that order") {
    const std::vector<client::ShelfProduct> shelf =
        client::read_product_shelf(authoring::resource("assets/intake/products.toml"));
    REQUIRE(!shelf.empty());
    ui::Intake intake;
    intake.talk = {{.question = "site", .at_s = 3}, {.question = "saddle", .at_s = 8}};
    intake.pain = {{.spine = Vec2(0.2F, 0.5F), .value = 6}};
    intake.note = "Client reports burning.";
    intake.decision = ui::Told{.urgency = client::Urgency::days, .wording = "not_like_a_muscle", .at_s = 40};
    intake.position = "side_lying";
    intake.table_height = "table_high";
    intake.prepared = {"stop_signal"};
    intake.product = shelf.back().id;
    const std::vector<session::Event> events = opening_events(intake, shelf);
    const std::vector<EventKind> kinds{EventKind::question_asked,   EventKind::question_asked,
                                       EventKind::pain_marked,      EventKind::noted,
                                       EventKind::decided,          EventKind::worded,
                                       EventKind::position_changed, EventKind::prepared,
                                       EventKind::prepared,         EventKind::product_taken};
    REQUIRE(events.size() == kinds.size());
    CHECK(std::ranges::equal(events, kinds, {}, &session::Event::kind));
    CHECK(events[1].text == "saddle");
    CHECK(events[1].value == 8);
    CHECK(events[2].u == 0.2F);
    CHECK(events[2].value == 6);
    CHECK(events[4].text == "E2");
    CHECK(events[7].text == "table_high");
    CHECK(session::read_label(events[9].text).ingredients == shelf.back().ingredients);
}

TEST_CASE("who took nothing works with dry hands") {
    const std::vector<session::Event> events = opening_events({}, {});
    REQUIRE(events.size() == 1);
    CHECK(events.front().text == "dry");
}

TEST_CASE("a card's time is up once") {
    IntakePage page;
    page.open(client::read_client(authoring::asset_named("clients", "rossi")), 90, true);
    CHECK(!page.pass(60));
    CHECK(page.pass(31));
    CHECK(!page.pass(1));
    page.open(page.client(), 0, true); // a talk takes as long as it takes
    CHECK(!page.pass(1e6));
}

TEST_CASE("a carousel goes through its clients and keeps what was decided about each") {
    drills::Drill drill;
    drill.id = "carousel";
    drill.clients = {"rossi", "adler", "nguyen"};
    drill.cards = 2;
    Carousel carousel(drill, 7);
    REQUIRE(carousel.client() != nullptr);
    CHECK(carousel.title() == "Card 1 of 2");
    const client::Client first = client::read_client(authoring::asset_named("clients", *carousel.client()));
    scoring::Score score;
    score.total = 80;
    carousel.take(first, first.condition.decision.urgency, score);
    REQUIRE(carousel.client() != nullptr);
    CHECK(*carousel.client() != first.id);
    carousel.take(first, std::nullopt, {});
    CHECK(carousel.client() == nullptr);
    REQUIRE(carousel.rows().size() == 2);
    CHECK(carousel.rows()[0].decided == carousel.rows()[0].right);
    CHECK(!carousel.rows()[1].decided);
    CHECK(ui::carousel_marks(carousel.rows()) == doctest::Approx(40));
}

TEST_CASE("a talk leads to a run that begins with it, or to one in which nobody is touched") {
    TalkDesk desk;
    const drills::Drill drill = drills::read_drill(authoring::asset_named("drills", "effleurage"));
    desk.open(drill, client::read_client(authoring::asset_named("clients", "rossi")), true);
    desk.ask("site");
    const RunOrder massage = desk.order(drill, {}, tissue::Setting::half, true);
    CHECK(massage.session.client.id == "rossi");
    CHECK(massage.policy.countdown);
    CHECK_FALSE(massage.wordings.empty());
    REQUIRE(!massage.opening.empty());
    CHECK(massage.opening.front().kind == EventKind::question_asked);
    const RunOrder turned_away = desk.order(drill, {}, tissue::Setting::half, false);
    CHECK_FALSE(turned_away.policy.countdown);
    CHECK(turned_away.opening.size() == massage.opening.size() + 1);
    CHECK(turned_away.opening.back().kind == EventKind::stop);
}

TEST_CASE("only the cards of a carousel have a time, and what was decided is noted on each") {
    TalkDesk desk;
    drills::Drill drill = drills::read_drill(authoring::asset_named("drills", "effleurage"));
    drill.clients = {"rossi"};
    drill.cards = 1;
    drill.card_s = 90;
    const client::Client rossi = client::read_client(authoring::asset_named("clients", "rossi"));
    desk.open(drill, rossi, true);
    CHECK_FALSE(desk.has_cards());
    CHECK_FALSE(desk.pass(91));
    desk.begin_cards(drill, 7);
    REQUIRE(desk.card_client() != nullptr);
    CHECK(*desk.card_client() == "rossi");
    desk.open(drill, rossi, true);
    CHECK(desk.pass(91));
    desk.take_card(rossi, {});
    CHECK(desk.card_client() == nullptr);
    CHECK(desk.has_cards()); // its marks are on the screen
    desk.end_cards();
    CHECK_FALSE(desk.has_cards());
}
