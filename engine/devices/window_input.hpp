#pragma once
/// Listens to one GLFW window and hands out its events frame by frame. Main thread only.

#include "engine/devices/input_events.hpp"

#include <memory>

struct GLFWwindow;

namespace tactus::devices {

class WindowInput {
public:
    /// Takes the window's user pointer and its key, character, button, cursor and scroll callbacks. Make it
    /// before the ImGui backend, which chains to callbacks that it finds. The window must outlive this
    /// object.
    explicit WindowInput(GLFWwindow* window);
    ~WindowInput();
    WindowInput(const WindowInput&) = delete;
    WindowInput& operator=(const WindowInput&) = delete;
    WindowInput(WindowInput&&) = delete;
    WindowInput& operator=(WindowInput&&) = delete;

    /// Everything since the last call. Call once a frame, after the window was polled.
    InputEvents take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::devices
