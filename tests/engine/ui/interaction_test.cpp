#include "engine/ui/interaction.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;

namespace {

const Rect left{10, 10, 100, 40};
const Rect right{200, 10, 100, 40};
const Rect below{10, 100, 100, 40};
const WidgetId a = widget_id("a");
const WidgetId b = widget_id("b");
const WidgetId c = widget_id("c");

/// One frame with three buttons; which of them was pressed: 'a', 'b', 'c' or '-'.
char frame(Interaction& interaction, const devices::InputEvents& events, float scale = 1) {
    interaction.begin(events, scale);
    const bool pressed_a = interaction.pressable(a, left);
    const bool pressed_b = interaction.pressable(b, right);
    const bool pressed_c = interaction.pressable(c, below);
    return pressed_a ? 'a' : pressed_b ? 'b' : pressed_c ? 'c' : '-';
}

devices::InputEvents key(Key pressed) {
    devices::InputEvents events;
    events.keys.push_back({.key = pressed});
    return events;
}

devices::InputEvents button(Vec2 at, bool down) {
    devices::InputEvents events;
    events.pointer = at;
    events.pressed = down;
    events.press_began = down;
    events.press_ended = !down;
    if (down) {
        events.press_place = at;
    }
    return events;
}

} // namespace

TEST_CASE("a button fires when it is released where it was pressed") {
    Interaction interaction;
    CHECK(frame(interaction, button({220, 20}, true)) == '-');
    CHECK(frame(interaction, button({220, 20}, false)) == 'b');
    frame(interaction, button({220, 20}, true));
    CHECK(frame(interaction, button({20, 20}, false)) == '-'); // dragged off: a way to change one's mind
}

TEST_CASE("a press that begins and ends within one frame still counts") {
    Interaction interaction;
    devices::InputEvents events = button({20, 20}, true);
    events.press_ended = true;
    events.pressed = false;
    CHECK(frame(interaction, events) == 'a');
}

TEST_CASE("arrows walk in their direction, Tab in order, Enter and Space press") {
    Interaction interaction;
    frame(interaction, {});
    interaction.prefer(a);
    CHECK(frame(interaction, key(Key::right)) == '-');
    CHECK(interaction.focused(b));
    CHECK(interaction.focus_visible());
    CHECK(frame(interaction, key(Key::enter)) == 'b');
    frame(interaction, key(Key::left));
    frame(interaction, key(Key::down));
    CHECK(interaction.focused(c));
    CHECK(frame(interaction, key(Key::space)) == 'c');
    frame(interaction, key(Key::tab)); // round to the first
    CHECK(interaction.focused(a));
}

TEST_CASE("logical places follow the scale") {
    Interaction interaction;
    frame(interaction, button({440, 40}, true), 2);
    CHECK(frame(interaction, button({440, 40}, false), 2) == 'b');
    CHECK(interaction.over_widget());
}
