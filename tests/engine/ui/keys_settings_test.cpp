#include "engine/ui/screens/keys_settings.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;

namespace {

std::size_t heat_map() { return *devices::KeyMap().action_of(devices::key_of('h')); }

} // namespace

TEST_CASE("a row that waits takes the next key, and says what it came to") {
    devices::KeyMap keys;
    KeysSettings state;
    take_key(devices::key_of('b'), keys, state); // nothing waits
    CHECK(keys == devices::KeyMap{});
    state.listening = heat_map();
    take_key(devices::key_of('b'), keys, state);
    CHECK(keys.key_of(heat_map()) == devices::key_of('b'));
    CHECK(state.said == "B: pressure map on the skin.");
    CHECK_FALSE(state.listening.has_value());
}

TEST_CASE("a conflict is told in a sentence and changes nothing; Esc leaves the key as it was") {
    devices::KeyMap keys;
    KeysSettings state;
    state.listening = heat_map();
    take_key(devices::key_of('k'), keys, state);
    CHECK(state.said == "K already does this: pincer: takes up a fold. Give that another key first.");
    state.listening = heat_map();
    take_key(Key::enter, keys, state);
    CHECK(state.said == "Enter always works as it does and cannot be chosen.");
    state.listening = heat_map();
    take_key(Key::escape, keys, state);
    CHECK(state.said == "Left as it was.");
    CHECK(keys == devices::KeyMap{});
}

TEST_CASE("a pointer that rests presses what is under it once, and moving lets it press again") {
    Interaction interaction;
    interaction.set_dwell(0.5);
    const Rect rect{100, 100, 80, 40};
    const auto frame = [&](Vec2 pointer) {
        devices::InputEvents events;
        events.pointer = pointer;
        interaction.begin(events, 1, 0.1);
        return interaction.pressable(7, rect);
    };
    int pressed = 0;
    for (int index = 0; index < 30; ++index) {
        pressed += frame({120, 120}) ? 1 : 0;
    }
    CHECK(pressed == 1);
    frame({400, 400});
    for (int index = 0; index < 30; ++index) {
        pressed += frame({122, 118}) ? 1 : 0;
    }
    CHECK(pressed == 2);
    interaction.set_dwell(0);
    frame({400, 400});
    for (int index = 0; index < 30; ++index) {
        pressed += frame({122, 118}) ? 1 : 0;
    }
    CHECK(pressed == 2);
}
