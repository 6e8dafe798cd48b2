#include "engine/devices/window_input.hpp"

#include <GLFW/glfw3.h>

#include <cctype>
#include <utility>

namespace tactus::devices {

struct WindowInput::State {
    GLFWwindow* window = nullptr;
    InputEvents gathered;
    bool pressed = false;
    std::vector<std::pair<int, Key>>
        held; ///< by the keyboard's own code: a letter may change with the layout

    static State& of(GLFWwindow* window) { return *static_cast<State*>(glfwGetWindowUserPointer(window)); }

    /// GLFW reports window coordinates; pictures and aiming use framebuffer pixels.
    [[nodiscard]] Vec2 pixels(double x, double y) const {
        int width = 1;
        int height = 1;
        int pixel_width = 1;
        int pixel_height = 1;
        glfwGetWindowSize(window, &width, &height);
        glfwGetFramebufferSize(window, &pixel_width, &pixel_height);
        if (width <= 0 || height <= 0) {
            return Vec2(-1);
        }
        return {static_cast<float>(x * pixel_width / width), static_cast<float>(y * pixel_height / height)};
    }

    [[nodiscard]] Vec2 cursor() const {
        double x = 0;
        double y = 0;
        glfwGetCursorPos(window, &x, &y);
        return pixels(x, y);
    }
};

namespace {

Key named_key(int key) {
    switch (key) {
    case GLFW_KEY_ESCAPE:
        return Key::escape;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return Key::enter;
    case GLFW_KEY_SPACE:
        return Key::space;
    case GLFW_KEY_TAB:
        return Key::tab;
    case GLFW_KEY_BACKSPACE:
        return Key::backspace;
    case GLFW_KEY_LEFT:
        return Key::left;
    case GLFW_KEY_RIGHT:
        return Key::right;
    case GLFW_KEY_UP:
        return Key::up;
    case GLFW_KEY_DOWN:
        return Key::down;
    case GLFW_KEY_HOME:
        return Key::home;
    case GLFW_KEY_END:
        return Key::end;
    case GLFW_KEY_PAGE_UP:
        return Key::page_up;
    case GLFW_KEY_PAGE_DOWN:
        return Key::page_down;
    case GLFW_KEY_F1:
        return Key::f1;
    case GLFW_KEY_F3:
        return Key::f3;
    case GLFW_KEY_F11:
        return Key::f11;
    case GLFW_KEY_F12:
        return Key::f12;
    default:
        return Key::none;
    }
}

/// Letters follow the keyboard's own layout, so that "Q" is where the key cap says Q.
Key key_pressed(int key, int scancode) {
    if (const Key named = named_key(key); named != Key::none) {
        return named;
    }
    if (const char* printed = glfwGetKeyName(key, scancode);
        printed != nullptr && printed[0] != '\0' && printed[1] == '\0') {
        return key_of(static_cast<char>(std::tolower(static_cast<unsigned char>(printed[0]))));
    }
    return Key::none;
}

void append_utf8(std::string& text, unsigned character) {
    const auto byte = [&](unsigned bits) { text.push_back(static_cast<char>(bits)); };
    const auto rest = [&](unsigned shift) { byte(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80U) {
        byte(character);
    } else if (character < 0x800U) {
        byte(0xC0U | (character >> 6U));
        rest(0);
    } else if (character < 0x10000U) {
        byte(0xE0U | (character >> 12U));
        rest(6);
        rest(0);
    } else {
        byte(0xF0U | (character >> 18U));
        rest(12);
        rest(6);
        rest(0);
    }
}

} // namespace

WindowInput::WindowInput(GLFWwindow* window) : state_(std::make_unique<State>()) {
    state_->window = window;
    glfwSetWindowUserPointer(window, state_.get());
    glfwSetKeyCallback(window, [](GLFWwindow* from, int key, int scancode, int action, int mods) {
        State& state = State::of(from);
        if (action == GLFW_RELEASE) {
            std::erase_if(state.held, [&](const auto& held) { return held.first == scancode; });
            return;
        }
        const Key named = key_pressed(key, scancode);
        state.gathered.keys.push_back({.key = named,
                                       .repeated = action == GLFW_REPEAT,
                                       .shift = (mods & GLFW_MOD_SHIFT) != 0,
                                       .control = (mods & GLFW_MOD_CONTROL) != 0});
        if (named == key_of('v') && (mods & GLFW_MOD_CONTROL) != 0) {
            const char* held = glfwGetClipboardString(from); // null where it holds no text
            state.gathered.pasted = held != nullptr ? held : "";
        }
        if (action == GLFW_PRESS) {
            state.held.emplace_back(scancode, named);
        }
    });
    glfwSetCharCallback(window, [](GLFWwindow* from, unsigned character) {
        append_utf8(State::of(from).gathered.typed, character);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* from, int button, int action, int) {
        State& state = State::of(from);
        if (button != GLFW_MOUSE_BUTTON_LEFT) {
            return;
        }
        state.pressed = action == GLFW_PRESS;
        if (state.pressed) {
            state.gathered.press_began = true;
            state.gathered.press_place = state.cursor();
        } else {
            state.gathered.press_ended = true;
        }
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* from, double x, double y) {
        State& state = State::of(from);
        state.gathered.trail.push_back(state.pixels(x, y));
    });
    glfwSetScrollCallback(window, [](GLFWwindow* from, double, double notches) {
        State::of(from).gathered.wheel += static_cast<float>(notches);
    });
}

WindowInput::~WindowInput() {
    glfwSetKeyCallback(state_->window, nullptr);
    glfwSetCharCallback(state_->window, nullptr);
    glfwSetMouseButtonCallback(state_->window, nullptr);
    glfwSetCursorPosCallback(state_->window, nullptr);
    glfwSetScrollCallback(state_->window, nullptr);
    glfwSetWindowUserPointer(state_->window, nullptr);
}

InputEvents WindowInput::take() {
    InputEvents events = std::exchange(state_->gathered, {});
    GLFWwindow* window = state_->window;
    const auto held = [&](int left, int right) {
        return glfwGetKey(window, left) == GLFW_PRESS || glfwGetKey(window, right) == GLFW_PRESS;
    };
    events.pointer = state_->cursor();
    if (events.trail.empty() || events.trail.back() != events.pointer) {
        events.trail.push_back(events.pointer);
    }
    events.pressed = state_->pressed;
    for (const auto& [scancode, key] : state_->held) {
        events.held.push_back(key);
    }
    events.orbit = glfwGetMouseButton(window, GLFW_MOUSE_BUTTON_RIGHT) == GLFW_PRESS;
    events.shift = held(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    events.control = held(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    return events;
}

} // namespace tactus::devices
