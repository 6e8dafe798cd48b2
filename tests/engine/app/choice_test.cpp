/// Which drill is done and who lies down for it.

#include "engine/app/desks/choice.hpp"
#include "sim/authoring/user_error.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

using namespace tactus;
using app::Choice;

TEST_CASE("the first client lies there until another is chosen, and no drill is chosen unasked") {
    Choice choice("");
    REQUIRE(choice.has_client());
    CHECK(choice.client().id == choice.catalogue().clients.front().id);
    CHECK(choice.drill() == nullptr);
    choice.choose("effleurage", "rossi");
    CHECK(choice.drill()->id == "effleurage");
    CHECK(choice.client().id == "rossi");
    choice.choose_client("somebody who is not there");
    CHECK(choice.client().id == choice.catalogue().clients.front().id);
    choice.choose_drill("a drill that was deleted");
    CHECK(choice.drill() == nullptr);
}

TEST_CASE("what is brought is chosen, and what cannot be read leaves the choice as it was") {
    Choice choice("");
    choice.bring_drill("effleurage");
    choice.bring_client("rossi");
    CHECK(choice.drill()->id == "effleurage");
    CHECK(choice.client().id == "rossi");
    CHECK_THROWS_AS(choice.bring_drill("no such drill"), UserError);
    CHECK_THROWS_AS(choice.bring_client("no such client"), UserError);
    CHECK(choice.drill()->id == "effleurage");
    CHECK(choice.client().id == "rossi");
}

TEST_CASE("one drill follows the other until all were offered, without the one for passers-by") {
    const Choice choice("");
    const auto& drills = choice.catalogue().drills;
    const auto kiosks = static_cast<std::size_t>(std::ranges::count_if(drills, &drills::Drill::kiosk));
    REQUIRE(kiosks > 0);
    std::set<std::string> offered;
    std::string at = "not in the list";
    for (std::size_t k = 0; k < drills.size() - kiosks; ++k) {
        const auto next = choice.next(at);
        REQUIRE(next);
        CHECK_FALSE(ui::find_drill(choice.catalogue(), next->drill)->kiosk);
        at = next->drill;
        offered.insert(at);
    }
    CHECK(offered.size() == drills.size() - kiosks);
    CHECK(choice.next(at)->drill == choice.next("not in the list")->drill); // round again
}

TEST_CASE("what is read anew is taken once, and the choice stands") {
    const scenes::Folder folder("choice-anew");
    Choice choice(folder.path);
    choice.choose("effleurage", "rossi");
    CHECK_FALSE(choice.take_anew());
    choice.read_anew();
    CHECK(choice.reading());
    bool taken = false;
    for (int tries = 0; tries < 1200 && !taken; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
        taken = choice.take_anew();
    }
    CHECK(taken);
    CHECK_FALSE(choice.reading());
    CHECK_FALSE(choice.take_anew());
    CHECK(choice.drill()->id == "effleurage");
    CHECK(choice.client().id == "rossi");
}
