#include "engine/devices/key_map.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tactus::devices;

namespace {

std::size_t action_named(std::string_view id) {
    for (std::size_t index = 0; index < action_count; ++index) {
        if (actions()[index].id == id) {
            return index;
        }
    }
    FAIL("no action " << id);
    return 0;
}

InputEvents struck(Key key) {
    InputEvents events;
    events.keys.push_back({.key = key});
    events.held.push_back(key);
    return events;
}

} // namespace

TEST_CASE(
    "every action has an id, words and a usual key of its own, and each key has a name that leads back") {
    std::set<std::string_view> ids;
    std::set<Key> keys;
    for (const Action& action : actions()) {
        CAPTURE(action.id);
        CHECK_FALSE(action.words.empty());
        CHECK(ids.insert(action.id).second);
        CHECK(keys.insert(action.usual).second);
        CHECK(can_be_bound(action.usual));
        CHECK(key_named(key_name(action.usual)) == action.usual);
    }
    CHECK(key_name(key_of('h')) == "H");
    CHECK_FALSE(key_named("Esc").has_value());
    CHECK_FALSE(key_named("Hyper").has_value());
}

TEST_CASE("an action does as its new key says, and its usual key does nothing any more") {
    KeyMap keys;
    const std::size_t map = action_named("heat_map");
    REQUIRE(keys.bind(map, key_of('b')));
    CHECK(keys.translated(struck(key_of('b'))).struck(key_of('h')));
    CHECK(keys.translated(struck(key_of('b'))).holds(key_of('h')));
    CHECK(keys.translated(struck(key_of('h'))).keys.empty());
    CHECK(keys.now_for(key_of('h')) == key_of('b'));
    CHECK(keys.translated(struck(Key::escape)).struck(Key::escape));
    CHECK(keys.translated(struck(key_of('+'))).struck(key_of('+'))); // stands for no action
}

TEST_CASE("a key that another action has, or that always works, is refused and changes nothing") {
    KeyMap keys;
    const std::size_t map = action_named("heat_map");
    CHECK_FALSE(keys.bind(map, key_of('x')));
    CHECK_FALSE(keys.bind(map, Key::escape));
    CHECK_FALSE(keys.bind(map, Key::enter));
    CHECK(keys == KeyMap{});
    CHECK(keys.bind(map, key_of('h')));
    CHECK(keys.action_of(key_of('x')) == action_named("layers"));
}

TEST_CASE("two actions change places only together") {
    KeyMap keys;
    const std::size_t first = action_named("palm");
    const std::size_t second = action_named("thumb");
    using Pairs = std::vector<std::pair<std::size_t, Key>>;
    CHECK_FALSE(keys.bind_all(Pairs{{first, key_of('2')}}));
    CHECK(keys == KeyMap{});
    REQUIRE(keys.bind_all(Pairs{{first, key_of('2')}, {second, key_of('1')}}));
    CHECK(keys.translated(struck(key_of('1'))).struck(key_of('2')));
    CHECK(keys.translated(struck(key_of('2'))).struck(key_of('1')));
}
