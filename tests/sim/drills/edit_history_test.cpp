#include "sim/drills/edit_history.hpp"
#include "sim/drills/step_edits.hpp"

#include <doctest/doctest.h>

using namespace tactus::drills;

namespace {

Drill lasting(Drill drill, double seconds) {
    drill.steps.front().duration_s = seconds;
    return drill;
}

} // namespace

TEST_CASE("an edit can be taken back and done again, and what is edited after taking back forgets the rest") {
    const Drill first = new_drill("d", "adler");
    EditHistory history(first);
    CHECK_FALSE(history.undo());
    history.edit(lasting(first, 30), "the time");
    history.edit(lasting(first, 40), "the name");
    CHECK(history.last_edit() == "the name");
    CHECK(history.undo());
    CHECK(history.now() == lasting(first, 30));
    CHECK(history.undo());
    CHECK(history.now() == first);
    CHECK(history.redo());
    CHECK(history.now() == lasting(first, 30));
    history.edit(lasting(first, 50), "the time");
    CHECK_FALSE(history.redo());
    CHECK(history.undo());
    CHECK(history.now() == lasting(first, 30));
}

TEST_CASE("a drag is one edit, two presses are two, and an edit that changes nothing is none") {
    const Drill first = new_drill("d", "adler");
    EditHistory history(first);
    history.edit(first, "the time");
    CHECK_FALSE(history.can_undo());
    for (const double seconds : {31.0, 32.0, 33.0}) {
        history.edit(lasting(first, seconds), "the time");
    }
    history.rest();
    history.edit(lasting(first, 34), "the time");
    CHECK(history.undo());
    CHECK(history.now() == lasting(first, 33));
    CHECK(history.undo());
    CHECK(history.now() == first);
}

TEST_CASE("steps are added after the one looked at, copied, moved within the drill, and the last one stays") {
    Drill drill = new_drill("d", "adler");
    CHECK(add_step(drill, 0, new_step(Beginning::point)) == 1);
    CHECK(copy_step(drill, 1) == 2);
    CHECK(drill.steps[2] == drill.steps[1]);
    CHECK(move_step(drill, 0, 1) == 1);
    CHECK(drill.steps[1].name == "Long strokes");
    CHECK(move_step(drill, 2, 1) == 2);
    CHECK(move_step(drill, 0, -1) == 0);
    CHECK(remove_step(drill, 2) == 1);
    CHECK(remove_step(drill, 0) == 0);
    CHECK(remove_step(drill, 0) == 0);
    CHECK(drill.steps.size() == 1);
}
