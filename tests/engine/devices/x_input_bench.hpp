#pragma once
/// An X server of our own without screen or hands: dummy graphics and the server's `inputtest` driver, which
/// takes the reports of a pen and a touch screen from a socket. Needs root, as Xorg does.

#include "tests/engine/devices/other_process.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>

extern "C" {
#include <xorg/xf86-input-inputtest-protocol.h>
}

namespace tactus::tests {

/// One device's socket.
class InputSocket {
public:
    explicit InputSocket(const std::string& path) : number_(socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        ready_ = connect(number_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        if (ready_) {
            xf86ITEventClientVersion version{};
            version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
            version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
            post(version, XF86IT_EVENT_CLIENT_VERSION);
            xf86ITResponseServerVersion answer{};
            ready_ = recv(number_, &answer, sizeof answer, MSG_WAITALL) == sizeof answer;
        }
    }

    ~InputSocket() { close(number_); }

    InputSocket(const InputSocket&) = delete;
    InputSocket& operator=(const InputSocket&) = delete;
    InputSocket(InputSocket&&) = delete;
    InputSocket& operator=(InputSocket&&) = delete;

    [[nodiscard]] bool ready() const { return ready_; }

    using Axes = std::initializer_list<std::pair<int, double>>;

    void motion(Axes axes) {
        xf86ITEventMotion event{};
        event.is_absolute = 1;
        fill(event.valuators, axes);
        post(event, XF86IT_EVENT_MOTION);
    }

    /// Of a mouse: by so much.
    void move(double right, double down) {
        xf86ITEventMotion event{};
        event.is_absolute = 0;
        fill(event.valuators, {{0, right}, {1, down}});
        post(event, XF86IT_EVENT_MOTION);
    }

    void proximity(bool in) {
        xf86ITEventProximity event{};
        event.is_prox_in = in ? 1 : 0;
        post(event, XF86IT_EVENT_PROXIMITY);
    }

    void button(bool press) {
        xf86ITEventButton event{};
        event.is_absolute = 1;
        event.button = 1;
        event.is_press = press ? 1 : 0;
        post(event, XF86IT_EVENT_BUTTON);
    }

    /// type: XI_TouchBegin, XI_TouchUpdate or XI_TouchEnd.
    void touch(unsigned finger, unsigned type, Axes axes) {
        xf86ITEventTouch event{};
        event.touchid = finger;
        event.touch_type = type;
        fill(event.valuators, axes);
        post(event, XF86IT_EVENT_TOUCH);
    }

    /// Returns when the server has taken in everything that was sent.
    void sync() {
        xf86ITEventWaitForSync event{};
        post(event, XF86IT_EVENT_WAIT_FOR_SYNC);
        xf86ITResponseSyncFinished answer{};
        recv(number_, &answer, sizeof answer, MSG_WAITALL);
    }

private:
    static void fill(xf86ITValuatorData& data, Axes axes) {
        for (const auto& [axis, value] : axes) {
            data.mask[axis / 8] = static_cast<std::uint8_t>(data.mask[axis / 8] | (1U << (axis % 8)));
            data.valuators[axis] = value;
        }
    }

    template <class Event> void post(Event& event, xf86ITEventType type) {
        event.header.length = sizeof event;
        event.header.type = type;
        if (send(number_, &event, sizeof event, MSG_NOSIGNAL) < 0) {
            ready_ = false;
        }
    }

    int number_;
    bool ready_ = false;
};

class XInputBench {
public:
    static constexpr int width = 1280;
    static constexpr int height = 720;

    /// A pixel of the screen on the axes of the devices, 0..65535.
    static constexpr double across(double pixel) { return 65535 * pixel / width; }

    static constexpr double down(double pixel) { return 65535 * pixel / height; }

    XInputBench()
        : folder_(std::filesystem::temp_directory_path() / ("tactus-x-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(folder_);
        write_configuration();
        if (geteuid() != 0 || !std::filesystem::exists("/usr/lib/xorg/modules/input/inputtest_drv.so")) {
            return;
        }
        server_.emplace(std::vector<std::string>{"Xorg", display_, "-config", (folder_ / "x.conf").string(),
                                                 "-logfile", (folder_ / "x.log").string(), "-noreset",
                                                 "-sharevts", "-novtswitch", "-nolisten", "tcp"});
        for (int tries = 0; tries < 100 && server_->runs() && !std::filesystem::exists(socket("touch"));
             ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        setenv("DISPLAY", display_.c_str(), 1);
        unsetenv("WAYLAND_DISPLAY");
    }

    ~XInputBench() {
        server_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    XInputBench(const XInputBench&) = delete;
    XInputBench& operator=(const XInputBench&) = delete;
    XInputBench(XInputBench&&) = delete;
    XInputBench& operator=(XInputBench&&) = delete;

    [[nodiscard]] bool runs() { return server_ && server_->runs(); }

    /// "pen", "mouse" or "touch".
    [[nodiscard]] std::string socket(const std::string& device) const { return (folder_ / device).string(); }

private:
    void write_configuration() const {
        std::ofstream out(folder_ / "x.conf");
        const auto input = [&](const char* name, const char* options) {
            out << "Section \"InputDevice\"\n Identifier \"test " << name << "\"\n Driver \"inputtest\"\n"
                << " Option \"SocketPath\" \"" << socket(name) << "\"\n"
                << options << "EndSection\n";
        };
        out << "Section \"ServerFlags\"\n Option \"AutoAddDevices\" \"false\"\nEndSection\n"
               "Section \"Device\"\n Identifier \"card\"\n Driver \"dummy\"\n VideoRam 65536\nEndSection\n"
               "Section \"Monitor\"\n Identifier \"monitor\"\n HorizSync 5-200\n VertRefresh 5-200\n"
               " Modeline \"1280x720\" 74.5 1280 1344 1472 1664 720 723 728 748\nEndSection\n"
               "Section \"Screen\"\n Identifier \"screen\"\n Device \"card\"\n Monitor \"monitor\"\n"
               " DefaultDepth 24\n SubSection \"Display\"\n  Depth 24\n  Modes \"1280x720\"\n"
               "  Virtual 1280 720\n EndSubSection\nEndSection\n";
        input(
            "pen",
            " Option \"DeviceType\" \"PointerAbsoluteProximity\"\n Option \"PointerHasPressure\" \"true\"\n");
        input("mouse", " Option \"DeviceType\" \"Pointer\"\n Option \"AccelerationScheme\" \"none\"\n");
        input("touch", " Option \"DeviceType\" \"Touch\"\n Option \"TouchCount\" \"10\"\n");
        out << "Section \"ServerLayout\"\n Identifier \"layout\"\n Screen \"screen\"\n"
               " InputDevice \"test pen\"\n InputDevice \"test mouse\"\n InputDevice \"test "
               "touch\"\nEndSection\n";
    }

    std::filesystem::path folder_;
    std::string display_ = std::to_string(60 + getpid() % 900).insert(0, 1, ':');
    std::optional<OtherProcess> server_;
};

} // namespace tactus::tests
