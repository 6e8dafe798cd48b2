#pragma once
/// Every action with its key: another one is chosen by pressing it.

#include "engine/devices/key_map.hpp"
#include "engine/ui/interaction.hpp"

#include <optional>
#include <string>

namespace tactus::ui {

struct KeysSettings {
    int first = 0;                        ///< action at the top
    std::optional<std::size_t> listening; ///< the action that waits for its key
    std::string said;                     ///< what the last key came to
};

/// Changes `keys` when a key was chosen or all were reset. While it listens Esc is the page's own.
void draw_keys_settings(Canvas& canvas, Interaction& interaction, const Rect& area, devices::KeyMap& keys,
                        KeysSettings& state);

/// What a struck key does to the action that waits for it: binds it, or says in a sentence why not.
void take_key(devices::Key key, devices::KeyMap& keys, KeysSettings& state);

} // namespace tactus::ui
