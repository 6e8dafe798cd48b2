/// A picture on a window by X11 alone, for when there is no GPU to draw with.

#include "engine/platform/window.hpp"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>

#include <cstdint>
#include <vector>

namespace tactus::platform {

void Window::paint(const Image& picture) const {
    if (picture.width <= 0 || picture.height <= 0) {
        return;
    }
    ::Display* display = glfwGetX11Display();
    const ::Window window = glfwGetX11Window(window_);
    XWindowAttributes about{};
    XGetWindowAttributes(display, window, &about);
    // Blue in the lowest byte, as screens of 24 bits have it everywhere.
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(picture.width) *
                                      static_cast<std::size_t>(picture.height));
    for (std::size_t k = 0; k < pixels.size(); ++k) {
        const std::uint8_t* rgba = &picture.rgba[4 * k];
        pixels[k] = (std::uint32_t{rgba[0]} << 16U) | (std::uint32_t{rgba[1]} << 8U) | rgba[2];
    }
    XImage* image = XCreateImage(display, about.visual, static_cast<unsigned>(about.depth), ZPixmap, 0,
                                 reinterpret_cast<char*>(pixels.data()), static_cast<unsigned>(picture.width),
                                 static_cast<unsigned>(picture.height), 32, 0);
    if (image == nullptr) {
        return;
    }
    ::GC context = XCreateGC(display, window, 0, nullptr);
    XPutImage(display, window, context, image, 0, 0, 0, 0, static_cast<unsigned>(picture.width),
              static_cast<unsigned>(picture.height));
    XFreeGC(display, context);
    XFlush(display);
    image->data = nullptr; // ours
    image->f.destroy_image(image);
}

} // namespace tactus::platform
