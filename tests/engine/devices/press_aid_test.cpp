#include "engine/devices/press_aid.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::devices;

namespace {

constexpr double frame_s = 0.1;

InputEvents pointer_at(Vec2 pointer) {
    InputEvents events;
    events.pointer = pointer;
    return events;
}

InputEvents click(Vec2 pointer) {
    InputEvents events = pointer_at(pointer);
    events.press_began = events.press_ended = true;
    return events;
}

InputEvents with_f(bool down) {
    InputEvents events;
    if (down) {
        events.held.push_back(key_of('f'));
    }
    return events;
}

} // namespace

TEST_CASE("a sticky press touches until the next press, and begins on the back alone") {
    AidedPress press;
    const PressAids sticky{.sticky = true};
    CHECK_FALSE(press.update(click({5, 5}), sticky, false, frame_s).pressed);
    CHECK(press.update(click({50, 50}), sticky, true, frame_s).pressed);
    CHECK(press.update(pointer_at({90, 50}), sticky, true, frame_s).pressed);
    CHECK(press.update(pointer_at({9, 5}), sticky, false, frame_s)
              .pressed); // off the edge: the hand stays there
    CHECK_FALSE(press.update(click({90, 50}), sticky, true, frame_s).pressed);
    press.update(click({90, 50}), sticky, true, frame_s);
    press.lift();
    CHECK_FALSE(press.update(pointer_at({90, 50}), sticky, true, frame_s).pressed);
}

TEST_CASE("resting on the back touches, a hand that strokes stays down, and leaving the back lifts it") {
    AidedPress press;
    const PressAids resting{.dwell_s = 0.5};
    for (int frame = 0; frame < 4; ++frame) {
        CHECK_FALSE(press.update(pointer_at({50, 50}), resting, true, frame_s).pressed);
    }
    press.update(pointer_at({50, 50}), resting, true, frame_s);
    CHECK(press.update(pointer_at({50, 50}), resting, true, frame_s).pressed);
    CHECK(press.update(pointer_at({90, 50}), resting, true, frame_s).pressed);
    for (int frame = 0; frame < 20; ++frame) { // a hold is a rest, too
        CHECK(press.update(pointer_at({90, 50}), resting, true, frame_s).pressed);
    }
    CHECK_FALSE(press.update(pointer_at({5, 5}), resting, false, frame_s).pressed);
    for (int frame = 0; frame < 20; ++frame) {
        CHECK_FALSE(press.update(pointer_at({5, 5}), resting, false, frame_s).pressed);
    }
}

TEST_CASE("without aids a press is what the button says") {
    AidedPress press;
    InputEvents held = pointer_at({50, 50});
    held.pressed = true;
    CHECK(press.update(held, {}, true, frame_s).pressed);
    CHECK_FALSE(press.update(click({50, 50}), {}, true, frame_s).pressed);
}

TEST_CASE("latched keys turn on by one press and off by the next, and the screen can say so") {
    LatchedKeys latched;
    CHECK(latched.update(with_f(true)).holds(key_of('f')));
    CHECK(latched.update(with_f(false)).holds(key_of('f')));
    CHECK(latched.words() == "lift");
    InputEvents shift = with_f(false);
    shift.shift = true;
    CHECK(latched.update(shift).shift);
    CHECK(latched.update(with_f(false)).shift);
    CHECK(latched.words() == "Shift, lift");
    CHECK_FALSE(latched.update(with_f(true)).holds(key_of('f')));
    CHECK(latched.words() == "Shift");
}
