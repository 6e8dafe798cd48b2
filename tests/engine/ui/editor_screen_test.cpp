/// The drill editor, worked with the pointer and the keyboard.

#include "tests/engine/ui/drawn_page.hpp"
#include "tests/engine/ui/editor_gallery.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <variant>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;
using tests::EditorGallery;
using tests::Page720;
using tests::seen;
using tests::striking;
using tests::typing;

namespace {

devices::InputEvents press_at(Vec2 at) {
    devices::InputEvents events;
    events.pointer = at;
    events.press_began = events.press_ended = true;
    events.press_place = at;
    return events;
}

/// The three frames of a drag.
std::vector<devices::InputEvents> drag(Vec2 from, Vec2 to) {
    devices::InputEvents down;
    down.pointer = from;
    down.pressed = down.press_began = true;
    down.press_place = from;
    devices::InputEvents on;
    on.pointer = to;
    on.pressed = true;
    devices::InputEvents up;
    up.pointer = to;
    up.press_ended = true;
    return {down, on, up};
}

devices::InputEvents control_and(char letter) {
    devices::InputEvents events = striking(devices::key_of(letter));
    events.control = true;
    return events;
}

/// A gallery with one step, of strokes.
struct Desk {
    EditorGallery gallery;
    Page720 page;

    Desk() { gallery.editor.history = drills::EditHistory(drills::new_drill("d", "adler")); }

    void act(const std::vector<devices::InputEvents>& frames, const EditorGallery::Draw& draw) {
        for (const devices::InputEvents& events : frames) {
            page.frame(events, draw);
        }
        page.frame({}, draw);
    }

    [[nodiscard]] const drills::Drill& drill() const { return gallery.drill(); }
};

} // namespace

TEST_CASE(
    "a press on the back places the step's point, a drag with the zone or the path draws it, undo takes "
    "each back") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::steps);
    const drills::Drill begun = desk.drill();
    desk.page.frame({}, draw);
    desk.act({press_at(seen({0.34F, 0.08F}))}, draw); // beside LS1 of the client
    CHECK(desk.drill().steps[0].task.trigger_point == "LS1 right");
    desk.act({control_and('z')}, draw);
    CHECK(desk.drill() == begun);
    desk.gallery.editor.placing = PlacingTool::zone;
    desk.gallery.editor.snaps = false;
    desk.act(drag(seen({0.2F, 0.2F}), seen({0.5F, 0.6F})), draw);
    CHECK(desk.drill().steps[0].task.zone ==
          scoring::Zone{0.2F, 0.5F, 0.2F, 0.6F, scoring::Zone::Sides::right});
    desk.act(drag(seen({0.5F, 0.6F}), seen({0.4F, 0.9F})), draw); // by its corner
    CHECK(desk.drill().steps[0].task.zone ==
          scoring::Zone{0.2F, 0.4F, 0.2F, 0.9F, scoring::Zone::Sides::right});
    desk.act({control_and('z')}, draw);
    CHECK(desk.drill().steps[0].task.zone->v_high == 0.6F); // a drag is one edit
    desk.gallery.editor.placing = PlacingTool::path;
    desk.act(drag(seen({0.2F, 0.9F}), seen({0.2F, 0.3F})), draw);
    CHECK(desk.drill().steps[0].task.line_u == 0.2F);
    CHECK(desk.drill().steps[0].task.direction == scoring::Direction::cephalad);
}

TEST_CASE("a press on the sheet or on the tools under the back draws nothing there") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::steps);
    const drills::Drill begun = desk.drill();
    desk.page.frame({}, draw);
    desk.act({press_at({300, 40})}, draw);
    desk.act({press_at({1200, 690})}, draw);
    CHECK(desk.drill() == begun);
}

TEST_CASE("steps are added, copied, moved and deleted by the buttons under their table") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::steps);
    desk.page.frame({}, draw);
    const auto name_of = [&](std::size_t step) { return desk.drill().steps[step].name; };
    // In a window of 720 lines six rows stand over the buttons.
    constexpr float buttons_y = 24 + 112 + 234 - 15;
    desk.act({press_at({150, buttons_y})}, draw); // a point
    REQUIRE(desk.drill().steps.size() == 2);
    CHECK(name_of(1) == "Hold a point");
    CHECK(desk.gallery.editor.step == 1);
    desk.act({press_at({75, buttons_y})}, draw); // strokes
    REQUIRE(desk.drill().steps.size() == 3);
    desk.act({control_and('z'), control_and('z'), control_and('z')}, draw);
    CHECK(desk.drill().steps.size() == 1);
    CHECK(desk.gallery.editor.step == 0);
    desk.act({control_and('y')}, draw);
    CHECK(desk.drill().steps.size() == 2);
}

TEST_CASE("the ends of the force band are dragged along the axis and typed with plus and minus") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::steps, StepTab::force);
    const Rect axis{48 + 32, 0, 552 - 32, 120}; // as wide as the sheet leaves it
    const BandAxis scale{.name = "Force", .unit = "N", .low = 0.5F, .high = 150};
    const float left = axis.x + 12;
    const float width = axis.width - 24;
    // The foot of the axis: found by where a press moves the band.
    float y = 0;
    for (float at = 420; at < 560 && y == 0; at += 4) {
        desk.page.frame({}, draw);
        const auto before = desk.drill().steps[0].task.force_n;
        desk.act({press_at({left + width * axis_share(scale, 60), at})}, draw);
        y = desk.drill().steps[0].task.force_n != before ? at : 0;
    }
    REQUIRE(y > 0);
    CHECK(desk.drill().steps[0].task.force_n->high == doctest::Approx(60).epsilon(0.03));
    CHECK(desk.drill().steps[0].task.force_n->low == 20);
    desk.act(drag({left + width * axis_share(scale, 20), y}, {left + width * axis_share(scale, 8), y}), draw);
    CHECK(desk.drill().steps[0].task.force_n->low == doctest::Approx(8).epsilon(0.07));
    desk.act(drag({left + width * axis_share(scale, 8), y}, {left + width * axis_share(scale, 100), y}),
             draw);
    const scoring::Band over = *desk.drill().steps[0].task.force_n;
    CHECK(over.low == over.high); // one end pushes the other
}

TEST_CASE("a value lies on the axis where it is drawn, in steps that a person would write") {
    const BandAxis force{.name = "Force", .unit = "N", .low = 0.5F, .high = 150};
    for (const float value : {0.5F, 2.0F, 14.0F, 45.0F, 150.0F}) {
        CHECK(axis_value(force, axis_share(force, value)) == doctest::Approx(value).epsilon(1e-4));
    }
    CHECK(round_value(0.31F) == 0.3F);
    CHECK(round_value(7.6F) == 7.5F);
    CHECK(round_value(22.4F) == 22);
    CHECK(round_value(131) == 130);
    CHECK(moved_end({10, 20}, true, 5) == scoring::Band{5, 5});
    CHECK(moved_end({10, 20}, false, 12) == scoring::Band{12, 20});
}

TEST_CASE("what is typed into a name is one edit until the next press") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::drill);
    desk.page.frame({}, draw);
    desk.act({press_at({300, 24 + 112 + 40}), typing(" one"), typing(" two")}, draw);
    CHECK(desk.drill().name == "New drill one two");
    desk.act({control_and('z')}, draw);
    CHECK(desk.drill().name == "New drill");
}

TEST_CASE("the foot asks to try, save and freeze; Esc leads back to the list") {
    Desk desk;
    const auto draw = desk.gallery.on(EditorTab::steps);
    desk.page.frame({}, draw);
    const auto asked = desk.page.frame(striking(Key::enter), draw); // the first choice
    REQUIRE(asked.size() == 1);
    CHECK(std::get<DoInEditor>(asked.front()).deed == DoInEditor::Deed::try_out);
    const auto left = desk.page.frame(striking(Key::escape), draw);
    REQUIRE(left.size() == 1);
    CHECK(std::get<ShowPage>(left.front()).page == Page::editor_list);
}

TEST_CASE("an empty shelf has one action, a full one opens what is chosen") {
    EditorGallery gallery;
    Page720 page;
    const auto empty = gallery.screens().at("no edited drill");
    page.frame({}, empty);
    const auto begun = page.frame(striking(Key::enter), empty);
    REQUIRE(begun.size() == 1);
    CHECK(std::get<EditDrill>(begun.front()).kind == EditDrill::Kind::fresh);
    const auto full = gallery.screens().at("edited drills");
    page.frame({}, full);
    const auto opened = page.frame(striking(Key::enter), full);
    REQUIRE(opened.size() == 1);
    CHECK(std::get<EditDrill>(opened.front()).kind == EditDrill::Kind::own);
    CHECK(std::get<EditDrill>(opened.front()).drill == "0");
}

TEST_CASE("a client as shipped has one action, that makes them the drill's own") {
    Desk desk;
    const auto draw = desk.gallery.on_client(ClientTab::limits);
    desk.page.frame({}, draw);
    desk.page.interaction.move_to(widget_id("own client"));
    desk.act({striking(Key::enter)}, draw);
    CHECK(desk.gallery.editor.wanted_own == desk.gallery.client.id);
}

TEST_CASE(
    "a client's number is stepped, typed and put back; what is no number yet changes nothing and says so") {
    Desk desk;
    desk.gallery.editor.history = drills::EditHistory(drills::new_drill("d", desk.gallery.client.id));
    desk.gallery.have_own_client();
    const auto draw = desk.gallery.on_client(ClientTab::limits);
    const auto cap = [&] { return desk.gallery.editor.history.file().own->client.condition.caps.at(0); };
    const std::string field = "client case.cap 0 palm_n";
    const auto press = [&](const std::string& widget) {
        desk.page.interaction.move_to(widget_id(widget));
        desk.act({striking(Key::enter)}, draw);
    };
    desk.page.frame({}, draw);
    const float before = cap().palm_n; // the place KID has 8 N
    press(field + " more");
    CHECK(cap().palm_n == before + 1);
    press("reset " + field);
    CHECK(cap().palm_n == before);
    desk.page.interaction.move_to(widget_id(field));
    desk.act({typing("0")}, draw);
    CHECK(cap().palm_n == before * 10);
    desk.act({typing("x")}, draw);
    CHECK(cap().palm_n == before * 10);
    CHECK(desk.gallery.editor.typed.text == "80x");
    desk.act({striking(Key::backspace), striking(Key::backspace)}, draw);
    CHECK(cap().palm_n == before);
    press("cap place after");
    CHECK(cap().place != "KID");
    desk.act({control_and('z')}, draw);
    CHECK(cap().place == "KID");
}

TEST_CASE("a press on the back moves the area that is looked at, and the drill's steps stay where they are") {
    Desk desk;
    desk.gallery.editor.history = drills::EditHistory(drills::new_drill("d", desk.gallery.client.id));
    desk.gallery.have_own_client();
    desk.gallery.editor.area = 1;
    const auto draw = desk.gallery.on_client(ClientTab::areas);
    const drills::Drill begun = desk.drill();
    desk.page.frame({}, draw);
    desk.act({press_at(seen({-0.3F, 0.9F}))}, draw);
    const client::SkinArea& area = desk.gallery.editor.history.file().own->client.condition.areas.at(1);
    CHECK(area.u == doctest::Approx(-0.3));
    CHECK(area.v == doctest::Approx(0.9));
    CHECK(desk.drill() == begun);
    desk.act({control_and('z')}, draw);
    CHECK(desk.gallery.editor.history.file().own->client.condition.areas.at(1).u == doctest::Approx(0.2));
}

TEST_CASE("answers are typed, weighed and taken back to what anyone would say") {
    Desk desk;
    desk.gallery.editor.history = drills::EditHistory(drills::new_drill("d", desk.gallery.client.id));
    desk.gallery.have_own_client();
    desk.gallery.editor.question = 5;
    const auto draw = desk.gallery.on_client(ClientTab::talk);
    const auto condition = [&] { return desk.gallery.editor.history.file().own->client.condition; };
    // question5 stands behind question2 among the answers, and before they are there
    desk.page.frame({}, draw);
    desk.page.interaction.move_to(widget_id("client case.answer 1 says"));
    desk.act({typing("Since Monday.")}, draw);
    REQUIRE(condition().answers.contains("question5"));
    CHECK(condition().answers.at("question5").says == "Since Monday.");
    desk.page.interaction.move_to(widget_id("Not asked, the case fails"));
    desk.act({striking(Key::enter)}, draw);
    CHECK(condition().decision.must_ask == std::vector<std::string>{"question2", "question5"});
    desk.page.interaction.move_to(widget_id("reset client case.answer 1 says"));
    desk.act({striking(Key::enter)}, draw);
    CHECK_FALSE(condition().answers.contains("question5"));
}
