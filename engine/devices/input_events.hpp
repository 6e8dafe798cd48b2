#pragma once
/// What mouse and keyboard said since the last frame, free of GLFW: the window and the tests make the same
/// value.

#include "sim/math/vec.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::devices {

/// A key by the letter or digit printed on it (lower case ASCII), or one of the named ones.
enum class Key : std::uint16_t {
    none = 0,
    escape = 256,
    enter,
    space,
    tab,
    backspace,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    f1,
    f3,
    f11,
    f12,
};

/// The key of a printable character: key_of('h').
constexpr Key key_of(char letter) { return static_cast<Key>(static_cast<unsigned char>(letter)); }

struct KeyPress {
    Key key = Key::none;
    bool repeated = false; ///< the keyboard's auto-repeat
    bool shift = false;
    bool control = false; ///< was down when the key was
};

/// One frame's worth. Positions are framebuffer pixels, x right, y down.
struct InputEvents {
    Vec2 pointer = Vec2(-1);  ///< where it is now
    std::vector<Vec2> trail;  ///< every place it passed since the last frame, oldest first, `pointer` last
    bool pressed = false;     ///< primary button is down now
    bool press_began = false; ///< went down since the last frame
    bool press_ended = false; ///< went up since the last frame
    std::optional<Vec2> press_place; ///< where it went down, when press_began
    bool orbit = false;              ///< secondary button is down
    float wheel = 0;                 ///< notches, away from the user positive
    bool shift = false;
    bool control = false;
    std::vector<KeyPress> keys;
    std::vector<Key> held; ///< keys that are down now
    std::string typed;     ///< characters as the keyboard's layout makes them, UTF-8
    std::string pasted;    ///< what the clipboard held when Ctrl and V were pressed, UTF-8

    /// True when `key` was pressed in this frame; auto-repeat counts only when asked for.
    [[nodiscard]] bool struck(Key key, bool with_repeat = false) const;

    /// True when `key` was pressed while Control was down.
    [[nodiscard]] bool struck_with_control(Key key) const;

    /// True while `key` is down.
    [[nodiscard]] bool holds(Key key) const;

    /// True when anything at all was done: what wakes a kiosk.
    [[nodiscard]] bool any() const;
};

} // namespace tactus::devices
