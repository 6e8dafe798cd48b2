#pragma once
/// Which key does what. The program knows each action by its usual key; a person's own keys are turned into
/// those before anything reads them, so that nothing else need know of it.

#include "engine/devices/input_events.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tactus::devices {

enum class ActionGroup : std::uint8_t { tool, hand, screen, run, replay };

struct Action {
    std::string_view id;    ///< in config.toml: "heat_map"
    std::string_view words; ///< "pressure map on the skin"
    Key usual;
    ActionGroup group;
};

inline constexpr std::size_t action_count = 48;

/// All of them, in the order of the page.
std::span<const Action, action_count> actions();

/// "H", "Space", "Page up": as a key cap has it.
std::string key_name(Key key);

/// The key of that name; nullopt when no key that can be bound has it.
std::optional<Key> key_named(std::string_view name);

/// False for those that always work: Esc, Enter, the arrows, Backspace.
bool can_be_bound(Key key);

class KeyMap {
public:
    KeyMap(); ///< the usual keys

    [[nodiscard]] Key key_of(std::size_t action) const { return keys_[action]; }

    /// The action that a key does; nullopt = none.
    [[nodiscard]] std::optional<std::size_t> action_of(Key key) const;

    /// Gives an action another key. False, and nothing changes, when another action has it or it cannot be
    /// bound.
    bool bind(std::size_t action, Key key);

    /// Gives these actions these keys, all at once; nothing changes when a key would then have two actions.
    bool bind_all(std::span<const std::pair<std::size_t, Key>> keys);

    /// The key that now does what `usual` usually does; itself when it stands for no action.
    [[nodiscard]] Key now_for(Key usual) const;

    /// The same events as if the usual keys had been struck; a usual key that lost its action does nothing.
    [[nodiscard]] InputEvents translated(InputEvents events) const;

    friend bool operator==(const KeyMap&, const KeyMap&) = default;

private:
    [[nodiscard]] Key usual_for(Key key) const;

    std::array<Key, action_count> keys_{};
};

} // namespace tactus::devices
