/// Drills of one's own: kept, saved, deleted, put back, frozen; and the way from the screen into the file.

#include "engine/app/hands/aim.hpp"
#include "engine/app/hands/back_place.hpp"
#include "engine/app/pages/editor_page.hpp"
#include "engine/app/stores/drill_store.hpp"
#include "engine/app/stores/library.hpp"
#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/drills/step_edits.hpp"
#include "tests/engine/ui/drawn_page.hpp"
#include "tests/engine/ui/fake_run.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::app;
using scenes::Folder;
using tests::Page720;

namespace {

/// A client who lies on a flat back.
PreparedClient flat_client() {
    anatomy::Anatomy back = tests::flat_anatomy();
    back.skin.smooth_normal = back.skin.normal;
    return {.client = tests::plain_client(),
            .anatomy = std::make_shared<const anatomy::Anatomy>(std::move(back)),
            .model = nullptr};
}

devices::InputEvents press_at(Vec2 at) {
    devices::InputEvents events;
    events.pointer = at;
    events.press_began = events.press_ended = true;
    events.press_place = at;
    return events;
}

/// An editor on a page of 1280 x 720.
struct Desk {
    Folder data;
    ui::Catalogue catalogue;
    PreparedClient lying = flat_client();
    EditorPage editor{data.path};
    Page720 page;

    explicit Desk(const std::string& name) : data(name) { catalogue.clients = {lying.client}; }

    void frame(const devices::InputEvents& events) {
        page.frame(events, [&](ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
            editor.draw(canvas, interaction, catalogue, {lying.client, &lying}, ask);
        });
    }

    /// As the keyboard does: the ring goes there, Enter presses it.
    void press(const std::string& widget) {
        frame({});
        page.interaction.move_to(ui::widget_id(widget));
        devices::InputEvents enter;
        enter.keys.push_back({.key = devices::Key::enter});
        frame(enter);
        frame({});
    }

    void type(const std::string& widget, const std::string& text) {
        frame({});
        page.interaction.move_to(ui::widget_id(widget));
        frame(tests::typing(text));
        frame({});
    }

    /// A new drill whose client is its own, begun as the button does it.
    void begin_with_own_client() {
        editor.open({ui::EditDrill::Kind::fresh, ""}, catalogue);
        press("Client");
        press("Told");
        press("own client");
    }

    /// Where a place of the back is seen.
    Vec2 seen(Vec2 spine) {
        Vec2 at;
        page.frame({}, [&](ui::Canvas& canvas, ui::Interaction&, ui::Commands&) {
            at = *seen_at(canvas, EditorPage::camera(), lying.anatomy->skin, spine);
        });
        return at;
    }
};

} // namespace

TEST_CASE("a press on the screen lies in the drill's file where it was on the back") {
    Desk desk("placed");
    desk.editor.open({ui::EditDrill::Kind::fresh, ""}, desk.catalogue);
    desk.frame({});
    desk.frame(press_at(desk.seen({-0.4F, 0.6F})));
    desk.frame({});
    desk.editor.keep();
    const OwnDrill kept = DrillStore(desk.data.path).read(desk.editor.drill().id);
    CHECK(kept.draft);
    const scoring::Task& task = kept.file.drill.steps.front().task;
    REQUIRE(task.place);
    CHECK(task.place->u == doctest::Approx(-0.4).epsilon(0.03));
    CHECK(task.place->v == doctest::Approx(0.6).epsilon(0.03));
    desk.frame(press_at(desk.seen({0.34F, 0.08F})));
    CHECK(desk.editor.drill().steps.front().task.trigger_point == "LS1 right");
}

TEST_CASE("a draft is on the disk a second after a change and comes back in another program") {
    Desk desk("draft");
    desk.editor.open({ui::EditDrill::Kind::fresh, ""}, desk.catalogue);
    desk.frame({});
    desk.editor.pass(0.6);
    CHECK(DrillStore(desk.data.path).all().empty());
    desk.editor.pass(0.6);
    const std::string id = desk.editor.drill().id;
    EditorPage other(desk.data.path); // as if this one had been killed
    other.open({ui::EditDrill::Kind::own, id}, desk.catalogue);
    CHECK(other.drill() == desk.editor.drill());
}

TEST_CASE("a saved drill stands in the catalogue as one's own, deleted it is gone, put back it stands there "
          "again") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("saved");
    desk.editor.open({ui::EditDrill::Kind::fresh, ""}, desk.catalogue);
    desk.frame({});
    const std::string id = desk.editor.drill().id;
    desk.editor.obey({Deed::save, ""}, desk.catalogue);
    CHECK(ui::is_own(desk.catalogue, id));
    const ui::Catalogue read = read_catalogue(desk.data.path);
    CHECK(ui::is_own(read, id));
    REQUIRE(ui::find_drill(read, id) != nullptr);
    CHECK(*ui::find_drill(read, id) == desk.editor.drill());
    CHECK(read.drills.front().id == id); // before those that were shipped
    desk.editor.obey({Deed::remove, id}, desk.catalogue);
    CHECK(ui::find_drill(desk.catalogue, id) == nullptr);
    CHECK(DrillStore(desk.data.path).all().empty());
    desk.editor.obey({Deed::put_back, ""}, desk.catalogue);
    CHECK(ui::is_own(desk.catalogue, id));
    CHECK(DrillStore(desk.data.path).all().size() == 1);
}

TEST_CASE("what is frozen stays as it was while its copy is edited") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("freeze");
    desk.editor.open({ui::EditDrill::Kind::fresh, ""}, desk.catalogue);
    desk.frame({});
    desk.editor.obey({Deed::freeze, ""}, desk.catalogue);
    const std::vector<std::string> hashes = records::frozen_hashes(desk.data.path);
    REQUIRE(hashes.size() == 1);
    const records::FrozenDrill frozen = records::read_frozen(desk.data.path, hashes.front());
    CHECK(frozen.drill == desk.editor.drill());
    REQUIRE(frozen.clients.size() == 1);
    desk.editor.open({ui::EditDrill::Kind::frozen, hashes.front()}, desk.catalogue);
    CHECK(desk.editor.drill().id != frozen.drill.id);
    CHECK(desk.editor.drill().steps == frozen.drill.steps);
    desk.frame({});
    desk.frame(press_at(desk.seen({0.3F, 0.5F})));
    CHECK(records::read_frozen(desk.data.path, hashes.front()).drill == frozen.drill);
}

TEST_CASE("a drill with a fault is neither saved nor frozen nor tried") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("fault");
    drills::Drill drill = drills::new_drill("nameless", "adler");
    drill.name.clear();
    DrillStore(desk.data.path).keep_draft({.drill = drill, .own = nullptr});
    desk.editor.open({ui::EditDrill::Kind::own, "nameless"}, desk.catalogue);
    desk.frame({});
    CHECK_FALSE(desk.editor.may_try());
    desk.editor.obey({Deed::save, ""}, desk.catalogue);
    desk.editor.obey({Deed::freeze, ""}, desk.catalogue);
    CHECK(desk.catalogue.drills.empty());
    CHECK(records::frozen_hashes(desk.data.path).empty());
}

TEST_CASE("a drill's file is read and written beside the folder, and what cannot be is one sentence") {
    const Folder data("foreign");
    const drills::DrillFile drill{.drill = drills::new_drill("mine", "adler"), .own = nullptr};
    const auto file = data.path / "out" / "mine.toml";
    write_foreign_drill(file, drill);
    CHECK(read_foreign_drill(file) == drill);
    CHECK(authoring::read_text(file).starts_with("# A drill of Tactus"));
    CHECK_THROWS_AS(write_foreign_drill(file, drill), UserError); // it is there already
    CHECK_THROWS_AS(write_foreign_drill(data.path, drill), UserError);
    CHECK_THROWS_AS(write_foreign_drill("", drill), UserError);
    CHECK_THROWS_AS(read_foreign_drill(data.path / "none.toml"), UserError);
    authoring::write_text(data.path / "empty.toml", "");
    CHECK_THROWS_AS(read_foreign_drill(data.path / "empty.toml"), UserError);
}

TEST_CASE(
    "a drill laid into the folder goes by its file's name; a broken one and one named as a shipped one are "
    "told") {
    const Folder data("laid");
    const drills::DrillFile drill{.drill = drills::new_drill("other", "adler"), .own = nullptr};
    authoring::write_text(data.path / "drills" / "laid-in.toml", drill_file_text(drill));
    authoring::write_text(data.path / "drills" / "effleurage.toml", drill_file_text(drill));
    authoring::write_text(data.path / "drills" / "broken.toml", "name = 3\n");
    const ui::Catalogue catalogue = read_catalogue(data.path);
    CHECK(catalogue.own == std::vector<std::string>{"laid-in"});
    CHECK(catalogue.problems.size() == 2);
    const DrillStore store(data.path);
    CHECK(store.free_id("Laid in!", {}) == "laid-in-2");
    CHECK(store.free_id("Nacken, \xC3\xBC"
                        "ber",
                        {"nacken-ber"}) == "nacken-ber-2");
    CHECK(store.free_id("...", {}) == "drill");
}

TEST_CASE(
    "a client becomes the drill's own by one button, is edited, undone and put back to the base's value") {
    Desk desk("own_client");
    desk.begin_with_own_client();
    REQUIRE(desk.editor.own_client() != nullptr);
    const std::string id = desk.editor.drill().client;
    CHECK(id.starts_with("adler-"));
    CHECK(ui::find_client(desk.catalogue, id) != nullptr); // the table has them to lie there
    CHECK_FALSE(ui::find_client(desk.catalogue, "adler")->condition == desk.editor.own_client()->condition);
    const float usual = desk.lying.client.response.ppt_factor;
    const auto bears = [&] { return desk.editor.own_client()->response.ppt_factor; };
    desk.press("Body");
    desk.press("client response 0 ppt_factor more");
    CHECK(bears() == doctest::Approx(usual + 0.05F));
    desk.press("reset client response 0 ppt_factor");
    CHECK(bears() == usual);
    desk.type("client response 0 ppt_factor", "9"); // 1 becomes 19, which no client's file may say
    CHECK(bears() == 19);
    CHECK_FALSE(desk.editor.may_try());
    desk.press("undo edit");
    CHECK(bears() == usual);
    CHECK(desk.editor.may_try());
    desk.press("Limits");
    const std::size_t limits = desk.editor.own_client()->condition.caps.size();
    desk.press("+ Limit");
    CHECK(desk.editor.own_client()->condition.caps.size() == limits + 1);
    desk.press("undo edit");
    CHECK(desk.editor.own_client()->condition.caps.size() == limits);
}

TEST_CASE(
    "the own client is kept with the draft, saved in the drill's file and stands in the catalogue for it") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("own_saved");
    desk.begin_with_own_client();
    desk.press("Body");
    desk.press("client response 0 resting_tone more");
    desk.editor.pass(1.2);
    const std::string drill = desk.editor.drill().id;
    const client::Client made = *desk.editor.own_client();
    EditorPage other(desk.data.path); // as if this one had been killed
    other.open({ui::EditDrill::Kind::own, drill}, desk.catalogue);
    REQUIRE(other.own_client() != nullptr);
    CHECK(client::write_client(*other.own_client()) == client::write_client(made));
    desk.editor.obey({Deed::save, ""}, desk.catalogue);
    const ui::Catalogue read = read_catalogue(desk.data.path);
    CHECK(read.problems.empty());
    REQUIRE(read.of_drills.size() == 1);
    CHECK(client::write_client(read.of_drills.front()) == client::write_client(made));
    CHECK(ui::find_client(read, ui::find_drill(read, drill)->client) == &read.of_drills.front());
    CHECK(drills::client_for(DrillStore(desk.data.path).file_of(drill).string(), made.id).name == made.name);
}

TEST_CASE(
    "what is frozen carries the own client by value and under another hash once the client is changed") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("own_frozen");
    desk.begin_with_own_client();
    desk.editor.obey({Deed::freeze, ""}, desk.catalogue);
    const std::string first = records::frozen_hashes(desk.data.path).at(0);
    CHECK(records::read_frozen(desk.data.path, first).clients.at(0).id == desk.editor.drill().client);
    desk.press("Body");
    desk.press("client response 0 guard_threshold less");
    desk.editor.obey({Deed::freeze, ""}, desk.catalogue);
    const std::vector<std::string> hashes = records::frozen_hashes(desk.data.path);
    REQUIRE(hashes.size() == 2);
    const std::string second = hashes.at(0) == first ? hashes.at(1) : hashes.at(0);
    const client::Client changed = records::read_frozen(desk.data.path, second).clients.at(0);
    CHECK(changed.response.guard_threshold == desk.editor.own_client()->response.guard_threshold);
    CHECK(records::read_frozen(desk.data.path, first).clients.at(0).response.guard_threshold !=
          changed.response.guard_threshold);
    // A copy of the frozen one begins with that very client, as its own.
    desk.editor.open({ui::EditDrill::Kind::frozen, first}, desk.catalogue);
    REQUIRE(desk.editor.own_client() != nullptr);
    CHECK(desk.editor.own_client()->id != changed.id);
    CHECK(desk.editor.own_client()->response.guard_threshold != changed.response.guard_threshold);
}

TEST_CASE(
    "an exported drill brings its client along, a copy gets one of its own, and two cannot share an id") {
    using Deed = ui::DoInEditor::Deed;
    Desk desk("own_export");
    desk.begin_with_own_client();
    desk.press("Body");
    desk.press("client response 0 guard_gain more");
    const client::Client made = *desk.editor.own_client();
    const std::string file = (desk.data.path / "mine.toml").string();
    desk.editor.obey({Deed::write_file, file}, desk.catalogue);
    desk.editor.obey({Deed::read_file, file}, desk.catalogue);
    const OwnDrill imported = DrillStore(desk.data.path).read("mine");
    REQUIRE(imported.file.own != nullptr);
    CHECK(imported.file.own->client.id != made.id);
    CHECK(imported.file.drill.client == imported.file.own->client.id);
    CHECK(imported.file.own->client.response.guard_gain == made.response.guard_gain);
    CHECK(imported.file.own->base == "adler");
    // Two files that call different people by one id: the second is told and left out.
    drills::DrillFile one = read_foreign_drill(file);
    one.drill.id = "one";
    drills::DrillFile two = one;
    two.drill.id = "two";
    drills::OwnClient changed = *two.own;
    changed.client.response.truthfulness = 0.1F;
    two.own = std::make_shared<const drills::OwnClient>(changed);
    const Folder other("own_clash");
    DrillStore(other.path).save(one);
    DrillStore(other.path).save(two);
    const ui::Catalogue catalogue = read_catalogue(other.path);
    CHECK(catalogue.own == std::vector<std::string>{"one"});
    REQUIRE(catalogue.problems.size() == 1);
    CHECK(catalogue.problems.front().find("give that client another id") != std::string::npos);
}
