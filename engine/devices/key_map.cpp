#include "engine/devices/key_map.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace tactus::devices {

namespace {

using enum ActionGroup;

constexpr std::array<Action, action_count> all_actions{{
    {"palm", "palm", key_of('1'), tool},
    {"thumb", "thumb", key_of('2'), tool},
    {"fingertips", "fingertips", key_of('3'), tool},
    {"heel", "heel of the hand", key_of('4'), tool},
    {"knuckles", "knuckles", key_of('5'), tool},
    {"fist", "fist", key_of('6'), tool},
    {"forearm", "forearm", key_of('7'), tool},
    {"elbow", "elbow", key_of('8'), tool},
    {"edge_of_the_hand", "edge of the hand", key_of('9'), tool},
    {"cupped_hand", "cupped hand", key_of('0'), tool},
    {"pincer", "pincer: takes up a fold", key_of('k'), tool},
    {"hold_a_bone", "take hold of a bone", key_of('j'), tool},
    {"close_and_lift", "close the pincer, lift the pull (held)", key_of('f'), hand},
    {"turn_left", "turn the hand to the left", key_of('q'), hand},
    {"turn_right", "turn the hand to the right", key_of('e'), hand},
    {"hands", "one hand, both, hand over hand, ...", key_of('l'), hand},
    {"product", "on the hands: oil, lotion, gel, dry", key_of('o'), hand},
    {"ask", "ask the client how it feels", key_of('a'), hand},
    {"talk", "say or do something; why it hurt", key_of('y'), hand},
    {"mark", "mark a point under the hand", key_of('m'), hand},
    {"zero", "take a load cell's zero again", key_of('t'), hand},
    {"more_force", "press harder by 2 N", key_of('u'), hand},
    {"less_force", "press lighter by 2 N", key_of('i'), hand},
    {"heat_map", "pressure map on the skin", key_of('h'), screen},
    {"layers", "lay the body bare; Shift: one side less", key_of('x'), screen},
    {"coverage", "coverage; ghost of a replay; compare", key_of('c'), screen},
    {"ghost", "ghost hands and the way they take", key_of('g'), screen},
    {"view", "look from above, close, aside", key_of('v'), screen},
    {"close_up", "the hand that presses, from close by", key_of('z'), screen},
    {"nearer", "nearer", key_of('='), screen},
    {"farther", "farther", key_of('-'), screen},
    {"panels", "hide the panels", Key::tab, screen},
    {"mute", "mute, and back", key_of('s'), screen},
    {"figures", "frame figures", Key::f3, screen},
    {"full_screen", "full screen", Key::f11, screen},
    {"picture", "save a picture", Key::f12, screen},
    {"help", "help", Key::f1, screen},
    {"pause", "pause, and back", key_of('p'), run},
    {"retry", "once more", key_of('r'), run},
    {"next", "next drill", key_of('n'), run},
    {"play", "start, confirm; play and stop a replay", Key::space, run},
    {"watch", "watch the replay", key_of('w'), run},
    {"step_back", "step back, the stroke before", key_of(','), replay},
    {"step_on", "step on, the stroke after", key_of('.'), replay},
    {"slower", "slower replay", key_of('['), replay},
    {"faster", "faster replay", key_of(']'), replay},
    {"moment_before", "the moment before; a page up", Key::page_up, replay},
    {"moment_after", "the moment after; a page down", Key::page_down, replay},
}};

constexpr std::array named_keys{
    std::pair{Key::space, "Space"},
    std::pair{Key::tab, "Tab"},
    std::pair{Key::home, "Home"},
    std::pair{Key::end, "End"},
    std::pair{Key::page_up, "Page up"},
    std::pair{Key::page_down, "Page down"},
    std::pair{Key::f1, "F1"},
    std::pair{Key::f3, "F3"},
    std::pair{Key::f11, "F11"},
    std::pair{Key::f12, "F12"},
    std::pair{Key::escape, "Esc"},
    std::pair{Key::enter, "Enter"},
    std::pair{Key::left, "Left"},
    std::pair{Key::right, "Right"},
    std::pair{Key::up, "Up"},
    std::pair{Key::down, "Down"},
    std::pair{Key::backspace, "Backspace"},
};

constexpr bool printable(Key key) {
    const auto code = static_cast<unsigned>(key);
    return code > ' ' && code < 127;
}

} // namespace

std::span<const Action, action_count> actions() { return all_actions; }

std::string key_name(Key key) {
    const auto* const named = std::ranges::find(named_keys, key, &std::pair<Key, const char*>::first);
    if (named != named_keys.end()) {
        return named->second;
    }
    return printable(key) ? std::string(1, static_cast<char>(std::toupper(static_cast<int>(key))))
                          : std::string("-");
}

std::optional<Key> key_named(std::string_view name) {
    for (const auto& [key, words] : named_keys) {
        if (name == words) {
            return can_be_bound(key) ? std::optional(key) : std::nullopt;
        }
    }
    if (name.size() != 1) {
        return std::nullopt;
    }
    const Key key =
        devices::key_of(static_cast<char>(std::tolower(static_cast<unsigned char>(name.front()))));
    return can_be_bound(key) ? std::optional(key) : std::nullopt;
}

bool can_be_bound(Key key) {
    switch (key) {
    case Key::none:
    case Key::escape:
    case Key::enter:
    case Key::left:
    case Key::right:
    case Key::up:
    case Key::down:
    case Key::backspace:
        return false;
    default:
        return printable(key) ||
               std::ranges::find(named_keys, key, &std::pair<Key, const char*>::first) != named_keys.end();
    }
}

KeyMap::KeyMap() { std::ranges::transform(all_actions, keys_.begin(), &Action::usual); }

std::optional<std::size_t> KeyMap::action_of(Key key) const {
    const auto* const found = std::ranges::find(keys_, key);
    return found == keys_.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - keys_.begin()));
}

bool KeyMap::bind(std::size_t action, Key key) {
    const auto owner = action_of(key);
    if (!can_be_bound(key) || (owner && *owner != action)) {
        return false;
    }
    keys_[action] = key;
    return true;
}

bool KeyMap::bind_all(std::span<const std::pair<std::size_t, Key>> keys) {
    KeyMap changed = *this;
    for (const auto& [action, key] : keys) {
        changed.keys_[action] = key;
    }
    std::array<Key, action_count> sorted = changed.keys_;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end() || !std::ranges::all_of(sorted, can_be_bound)) {
        return false;
    }
    *this = changed;
    return true;
}

Key KeyMap::now_for(Key usual) const {
    const auto* const found = std::ranges::find(all_actions, usual, &Action::usual);
    return found == all_actions.end() ? usual : keys_[static_cast<std::size_t>(found - all_actions.begin())];
}

Key KeyMap::usual_for(Key key) const {
    if (const auto action = action_of(key)) {
        return all_actions[*action].usual;
    }
    const bool lost = std::ranges::find(all_actions, key, &Action::usual) != all_actions.end();
    return lost ? Key::none : key;
}

InputEvents KeyMap::translated(InputEvents events) const {
    for (KeyPress& press : events.keys) {
        press.key = usual_for(press.key);
    }
    for (Key& held : events.held) {
        held = usual_for(held);
    }
    std::erase_if(events.keys, [](const KeyPress& press) { return press.key == Key::none; });
    return events;
}

} // namespace tactus::devices
