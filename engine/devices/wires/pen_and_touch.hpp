#pragma once
/// Pens with pressure and tilt, and the fingers on touch screens, through XInput2 beside GLFW. GLFW 3.3 knows
/// neither; it goes on getting the window's pointer, which the first contact also moves. And the mouse while
/// a pen has that pointer.

#include "engine/devices/device.hpp"

#include <memory>

struct GLFWwindow;

namespace tactus::devices {

/// Opens a second connection to the X server and asks it for the events of every pen and touch screen on this
/// window. A pen gives pixel, press (source mapped) and tilt; a finger gives pixel, and press where the panel
/// measures force. Contact 0 is the pen's tip; fingers carry the server's touch number. While a pen is down,
/// the mouse is a device of its own, "mouse", that gives a pixel.
class PenAndTouch final : public Wire {
public:
    /// The window must outlive this object. Never throws: without X11 (a Wayland-only GLFW) or XInput 2.2
    /// there are no devices.
    explicit PenAndTouch(GLFWwindow* window);
    ~PenAndTouch() override;
    PenAndTouch(const PenAndTouch&) = delete;
    PenAndTouch& operator=(const PenAndTouch&) = delete;
    PenAndTouch(PenAndTouch&&) = delete;
    PenAndTouch& operator=(PenAndTouch&&) = delete;

    void poll(std::vector<HandReading>& readings) override;
    [[nodiscard]] std::vector<DeviceState> devices() const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::devices
