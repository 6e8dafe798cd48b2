#include "engine/platform/window.hpp"

#include "sim/authoring/user_error.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>

namespace tactus::platform {
namespace {

std::string glfw_reason() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : "no reason given";
}

} // namespace

/// GLFW itself, started with the first window and ended with the last.
struct Window::Library {
    Library() {
#ifdef GLFW_PLATFORM
        glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
        if (glfwInit() == GLFW_FALSE) {
            throw UserError({.where = "window",
                             .what = "cannot reach a display: " + glfw_reason(),
                             .mend = "start from a desktop session, or use --screenshot"});
        }
    }

    ~Library() { glfwTerminate(); }

    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    Library(Library&&) = delete;
    Library& operator=(Library&&) = delete;
};

Window::Window(const WindowSettings& settings) : library_(std::make_shared<Library>()) {
    if (glfwVulkanSupported() == GLFW_FALSE) {
        throw UserError({.where = "window",
                         .what = "no Vulkan loader or driver was found",
                         .mend = "install mesa-vulkan-drivers or your GPU's driver"});
    }
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_RESIZABLE, GLFW_TRUE);
    glfwWindowHint(GLFW_DECORATED, settings.kiosk ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, settings.kiosk ? GLFW_FALSE : GLFW_TRUE);
    window_ = glfwCreateWindow(settings.width, settings.height, settings.title.c_str(), nullptr, nullptr);
    if (window_ == nullptr) {
        throw UserError({.where = "window",
                         .what = "cannot open a window: " + glfw_reason(),
                         .mend = "check the display"});
    }
    glfwSetWindowSizeLimits(window_, 640, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    if (settings.fullscreen) {
        toggle_fullscreen();
    }
}

Window::~Window() {
    if (window_ != nullptr) {
        glfwDestroyWindow(window_);
    }
}

Window::Window(Window&& other) noexcept
    : library_(std::move(other.library_)), window_(std::exchange(other.window_, nullptr)),
      fullscreen_(other.fullscreen_) {
    std::copy(std::begin(other.before_), std::end(other.before_), std::begin(before_));
}

Window& Window::operator=(Window&& other) noexcept {
    std::swap(library_, other.library_);
    std::swap(window_, other.window_);
    std::swap(fullscreen_, other.fullscreen_);
    std::swap(before_, other.before_);
    return *this;
}

GLFWwindow* Window::handle() const { return window_; }

PixelSize Window::framebuffer() const {
    PixelSize size{0, 0};
    // A minimised window keeps its size on X11, so that it must be asked.
    if (glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_FALSE) {
        glfwGetFramebufferSize(window_, &size.width, &size.height);
    }
    return size;
}

bool Window::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

void Window::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }

// GLFW lives as long as a window does.
// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
void Window::poll() const { glfwPollEvents(); }

void Window::toggle_fullscreen() {
    if (fullscreen_) {
        glfwSetWindowMonitor(window_, nullptr, before_[0], before_[1], before_[2], before_[3],
                             GLFW_DONT_CARE);
        fullscreen_ = false;
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) {
        return;
    }
    glfwGetWindowPos(window_, before_.data(), &before_[1]);
    glfwGetWindowSize(window_, &before_[2], &before_[3]);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    fullscreen_ = true;
}

bool display_available() {
    // Probing with GLFW would end it under an open window, so the environment is asked instead.
    const char* display = std::getenv("DISPLAY");
    return display != nullptr && display[0] != '\0';
}

} // namespace tactus::platform
