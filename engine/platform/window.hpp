#pragma once
/// A window of GLFW, which owns itself. GLFW runs on X11 everywhere (product.md 2). Main thread only.

#include "engine/platform/image_file.hpp"

#include <array>
#include <memory>
#include <string>

struct GLFWwindow;

namespace tactus::platform {

struct WindowSettings {
    std::string title = "Tactus";
    int width = 1280;
    int height = 720;
    bool fullscreen = false;
    bool kiosk = false; ///< without frame and buttons, and it stays when another window comes
};

struct PixelSize {
    int width;
    int height;
};

class Window {
public:
    /// Throws UserError when there is no display or no Vulkan on it.
    explicit Window(const WindowSettings& settings);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] GLFWwindow* handle() const;
    [[nodiscard]] PixelSize framebuffer() const; ///< 0 x 0 while minimised
    [[nodiscard]] bool should_close() const;
    void close();
    void poll() const;
    void toggle_fullscreen();

    /// Puts a picture on the window without Vulkan, its top left at the window's. Nothing of a GPU may hold
    /// the window meanwhile.
    void paint(const Image& picture) const;

private:
    struct Library;
    std::shared_ptr<Library> library_;
    GLFWwindow* window_ = nullptr;
    bool fullscreen_ = false;
    std::array<int, 4> before_{};
};

/// True when a display is there to open a window on.
bool display_available();

} // namespace tactus::platform
