#include "engine/devices/wires/pen_and_touch.hpp"

#include "engine/devices/wires/mouse_beside_pen.hpp"
#include "engine/devices/wires/x_valuators.hpp"

#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace tactus::devices {

namespace {

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

/// A pen far from flat: Wacom's tilt axes run from -64 to 63 degrees, and their values are degrees.
constexpr double most_tilt_deg = 45;

struct Known {
    int number; ///< the server's; another one after each plugging in
    DeviceState state;
    XAxes axes;
    bool down = false;                 ///< a pen's tip
    std::map<int, XAxes> fingers = {}; ///< each touch has its own pressure
};

void select(Display* display, Window window, int device, std::initializer_list<int> events) {
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    for (const int event : events) {
        XISetMask(bits.data(), event);
    }
    XIEventMask mask{.deviceid = device, .mask_len = static_cast<int>(bits.size()), .mask = bits.data()};
    XISelectEvents(display, window, &mask, 1);
}

} // namespace

struct PenAndTouch::State {
    std::unique_ptr<Display, CloseDisplay> display;
    GLFWwindow* shown = nullptr;
    Window window = None;
    int opcode = 0;
    std::vector<Known> known;
    std::vector<int> mice; ///< the server's numbers
    MouseBesidePen mouse;
    /// From the axes' own range (0..1 across the screen) to root pixels: a tablet mapped to one of two
    /// monitors says so in "Coordinate Transformation Matrix", which the server has applied to root_x and
    /// root_y only.
    std::map<int, std::array<double, 9>> mapping;
    double root_width = 1;
    double root_height = 1;

    bool start(GLFWwindow* glfw);
    void find_devices();
    void read_mapping(int device);
    [[nodiscard]] Vec2 pixels(double root_x, double root_y) const;
    [[nodiscard]] Vec2 pointer() const;
    [[nodiscard]] Vec2 pen_place(const Known& pen) const;
    Known* find(int number);
    void hear(const XIDeviceEvent& event, std::vector<HandReading>& readings);
    void hear_raw(const XIRawEvent& event, std::vector<HandReading>& readings);
    void hear_pen(Known& pen, const XIDeviceEvent& event, std::vector<HandReading>& readings);
    void hear_finger(Known& screen, const XIDeviceEvent& event, std::vector<HandReading>& readings) const;
};

bool PenAndTouch::State::start(GLFWwindow* glfw) {
    shown = glfw;
    display.reset(XOpenDisplay(nullptr));
    if (display == nullptr) {
        return false;
    }
    int first_event = 0;
    int first_error = 0;
    int major = 2;
    int minor = 2; // touches came with 2.2
    if (XQueryExtension(display.get(), "XInputExtension", &opcode, &first_event, &first_error) == 0 ||
        XIQueryVersion(display.get(), &major, &minor) != Success) {
        return false;
    }
    window = glfwGetX11Window(glfw);
    if (window == None) {
        return false;
    }
    select(display.get(), DefaultRootWindow(display.get()), XIAllDevices, {XI_HierarchyChanged});
    find_devices();
    return true;
}

Known* PenAndTouch::State::find(int number) {
    const auto at = std::ranges::find_if(
        known, [&](const Known& device) { return device.number == number && device.state.connected; });
    return at == known.end() ? nullptr : &*at;
}

void PenAndTouch::State::read_mapping(int device) {
    std::array<double, 9> matrix{1, 0, 0, 0, 1, 0, 0, 0, 1};
    const Atom name = XInternAtom(display.get(), "Coordinate Transformation Matrix", True);
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* bytes = nullptr;
    if (name != None && XIGetProperty(display.get(), device, name, 0, 9, False, AnyPropertyType, &type,
                                      &format, &count, &left, &bytes) == Success) {
        if (format == 32 && count == matrix.size()) { // XI2 packs 32-bit properties as they are: floats
            std::copy_n(reinterpret_cast<const float*>(bytes), matrix.size(), matrix.begin());
        }
        XFree(bytes);
    }
    mapping[device] = matrix;
}

// Only slaves are asked for: selecting on the master would silence GLFW (measured, product.md 0.1).
void PenAndTouch::State::find_devices() {
    for (Known& device : known) {
        device.state.connected = false;
    }
    mice.clear();
    int count = 0;
    XIDeviceInfo* all = XIQueryDevice(display.get(), XIAllDevices, &count);
    for (const XIDeviceInfo& device : std::span(all, static_cast<std::size_t>(count))) {
        if (device.use != XISlavePointer || device.enabled == 0) {
            continue;
        }
        if (is_mouse(display.get(), device)) {
            mice.push_back(device.deviceid);
            select(display.get(), DefaultRootWindow(display.get()), device.deviceid,
                   {XI_RawMotion, XI_RawButtonPress, XI_RawButtonRelease});
            continue;
        }
        const bool screen = is_touch_screen(device);
        const XAxes axes = axes_of(display.get(), device);
        if (!screen && !(axes.pressure && axes.x && axes.y)) {
            continue;
        }
        const std::string id = std::string(screen ? "touch " : "pen ") + device.name;
        auto at = std::ranges::find_if(known, [&](const Known& before) { return before.state.id == id; });
        if (at == known.end()) {
            known.push_back({.number = 0,
                             .state = {.kind = screen ? DeviceKind::touch : DeviceKind::pen,
                                       .id = id,
                                       .name = device.name,
                                       .connected = false,
                                       .trouble = {}},
                             .axes = {}});
            at = known.end() - 1;
        }
        at->number = device.deviceid;
        at->axes = axes;
        at->state.connected = true;
        read_mapping(device.deviceid);
        if (screen) {
            select(display.get(), window, device.deviceid, {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd});
        } else {
            select(display.get(), window, device.deviceid, {XI_Motion, XI_ButtonPress, XI_ButtonRelease});
        }
    }
    XIFreeDeviceInfo(all);
    const Screen* screen = DefaultScreenOfDisplay(display.get());
    root_width = WidthOfScreen(screen);
    root_height = HeightOfScreen(screen);
    XSync(display.get(), False); // from here on no event is missed
}

Vec2 PenAndTouch::State::pixels(double root_x, double root_y) const {
    int left = 0;
    int top = 0;
    int width = 1;
    int height = 1;
    int pixel_width = 1;
    int pixel_height = 1;
    glfwGetWindowPos(shown, &left, &top);
    glfwGetWindowSize(shown, &width, &height);
    glfwGetFramebufferSize(shown, &pixel_width, &pixel_height);
    return {static_cast<float>((root_x - left) * pixel_width / std::max(width, 1)),
            static_cast<float>((root_y - top) * pixel_height / std::max(height, 1))};
}

// Asked of the server: GLFW knows it only from its own last events.
Vec2 PenAndTouch::State::pointer() const {
    Window root = None;
    Window child = None;
    int root_x = 0;
    int root_y = 0;
    int x = 0;
    int y = 0;
    unsigned buttons = 0;
    XQueryPointer(display.get(), window, &root, &child, &root_x, &root_y, &x, &y, &buttons);
    return pixels(root_x, root_y);
}

void PenAndTouch::State::hear_raw(const XIRawEvent& event, std::vector<HandReading>& readings) {
    if (std::ranges::find(mice, event.deviceid) == mice.end()) {
        return;
    }
    if (event.evtype == XI_RawMotion) {
        const Vec2 origin = pixels(0, 0);
        const Vec2 by = raw_motion(event.valuators);
        int width = 1;
        int height = 1;
        glfwGetFramebufferSize(shown, &width, &height);
        mouse.move(pixels(by.x, by.y) - origin, pointer(),
                   {static_cast<float>(width), static_cast<float>(height)}, readings);
    } else if (event.detail == 1) {
        mouse.press(event.evtype == XI_RawButtonPress, readings);
    }
}

// event_x and event_y of a pen lag one report behind its pressure; its own axes do not (product.md 0.1).
Vec2 PenAndTouch::State::pen_place(const Known& pen) const {
    const double x = pen.axes.x->share();
    const double y = pen.axes.y->share();
    const std::array<double, 9>& m = mapping.at(pen.number);
    return pixels((m[0] * x + m[1] * y + m[2]) * root_width, (m[3] * x + m[4] * y + m[5]) * root_height);
}

void PenAndTouch::State::hear_pen(Known& pen, const XIDeviceEvent& event,
                                  std::vector<HandReading>& readings) {
    pen.axes.hear(event.valuators);
    const bool was_down = pen.down;
    if (event.evtype == XI_ButtonPress && event.detail == 1) {
        pen.down = true;
    } else if (event.evtype == XI_ButtonRelease && event.detail == 1) {
        pen.down = false;
    }
    if (!pen.down) {
        if (was_down) {
            readings.push_back({.device = pen.state.id, .contact = 0, .lifted = true});
            mouse.pen_goes(readings);
        }
        return; // hovering is the window's pointer
    }
    if (!was_down) {
        mouse.pen_comes(readings);
    }
    HandReading reading{.device = pen.state.id,
                        .contact = 0,
                        .pixel = pen_place(pen),
                        .press = static_cast<float>(pen.axes.pressure->share()),
                        .source = ForceSource::mapped};
    if (pen.axes.tilt_y) { // leaning toward the head tilts the hand toward its fingers
        reading.tilt_deg =
            static_cast<float>(std::clamp(-pen.axes.tilt_y->value, -most_tilt_deg, most_tilt_deg));
    }
    readings.push_back(reading);
}

void PenAndTouch::State::hear_finger(Known& screen, const XIDeviceEvent& event,
                                     std::vector<HandReading>& readings) const {
    HandReading reading{.device = screen.state.id, .contact = event.detail};
    if (event.evtype == XI_TouchEnd) {
        reading.lifted = true;
        screen.fingers.erase(event.detail);
        readings.push_back(reading);
        return;
    }
    XAxes& finger = screen.fingers.try_emplace(event.detail, screen.axes).first->second;
    finger.hear(event.valuators);
    reading.pixel = pixels(event.root_x, event.root_y);
    if (finger.pressure) {
        reading.press = static_cast<float>(finger.pressure->share());
        reading.source = ForceSource::mapped;
    }
    readings.push_back(reading);
}

void PenAndTouch::State::hear(const XIDeviceEvent& event, std::vector<HandReading>& readings) {
    Known* device = find(event.sourceid);
    if (device == nullptr) {
        return;
    }
    if (device->state.kind == DeviceKind::pen) {
        hear_pen(*device, event, readings);
    } else {
        hear_finger(*device, event, readings);
    }
}

PenAndTouch::PenAndTouch(GLFWwindow* window) : state_(std::make_unique<State>()) {
    if (window != nullptr && !state_->start(window)) {
        state_->display.reset();
    }
}

PenAndTouch::~PenAndTouch() = default;

void PenAndTouch::poll(std::vector<HandReading>& readings) {
    Display* display = state_->display.get();
    bool changed = false;
    while (display != nullptr && XPending(display) > 0) {
        XEvent event;
        XNextEvent(display, &event);
        XGenericEventCookie& cookie = event.xcookie;
        if (cookie.type != GenericEvent || cookie.extension != state_->opcode ||
            XGetEventData(display, &cookie) == 0) {
            continue;
        }
        if (cookie.evtype == XI_HierarchyChanged) {
            changed = true;
        } else if (cookie.evtype == XI_RawMotion || cookie.evtype == XI_RawButtonPress ||
                   cookie.evtype == XI_RawButtonRelease) {
            state_->hear_raw(*static_cast<const XIRawEvent*>(cookie.data), readings);
        } else {
            state_->hear(*static_cast<const XIDeviceEvent*>(cookie.data), readings);
        }
        XFreeEventData(display, &cookie);
    }
    if (changed) {
        state_->find_devices();
    }
}

std::vector<DeviceState> PenAndTouch::devices() const {
    std::vector<DeviceState> all;
    for (const Known& device : state_->known) {
        all.push_back(device.state);
    }
    return all;
}

} // namespace tactus::devices
