#include "engine/devices/wires/pen_and_touch.hpp"
#include "engine/platform/window.hpp"
#include "tests/engine/devices/x_input_bench.hpp"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <X11/extensions/XInput2.h>
#include <algorithm>

using namespace tactus::devices;
using tactus::tests::InputSocket;
using tactus::tests::XInputBench;

namespace {

std::vector<HandReading> heard_touches(PenAndTouch& wire, InputSocket& socket) {
    socket.sync();
    std::vector<HandReading> readings;
    for (int tries = 0; tries < (readings.empty() ? 400 : 20); ++tries) { // a busy machine takes its time
        wire.poll(readings);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return readings;
}

const DeviceState* device(const std::vector<DeviceState>& all, DeviceKind kind) {
    const auto at = std::ranges::find(all, kind, &DeviceState::kind);
    return at == all.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("pen and fingers are heard from an X input device, and GLFW goes on hearing its pointer") {
    XInputBench bench;
    if (!bench.runs()) {
        MESSAGE("Xorg with its inputtest driver does not run here (it needs root): pens and touch were not "
                "tested "
                "over their wire");
        return;
    }
    InputSocket pen(bench.socket("pen"));
    InputSocket touch(bench.socket("touch"));
    REQUIRE(pen.ready());
    REQUIRE(touch.ready());
    REQUIRE(glfwInit() == GLFW_TRUE);
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    GLFWwindow* window = glfwCreateWindow(1000, 600, "test", nullptr, nullptr);
    REQUIRE(window != nullptr);
    glfwSetWindowPos(window, 100, 50);
    for (int tries = 0; tries < 20 || (tries < 400 && glfwGetWindowAttrib(window, GLFW_VISIBLE) == 0);
         ++tries) {
        glfwPollEvents();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    static int glfw_moves = 0;
    glfwSetCursorPosCallback(window, [](GLFWwindow*, double, double) { ++glfw_moves; });
    {
        PenAndTouch wire(window);
        const auto found = wire.devices();
        REQUIRE(device(found, DeviceKind::pen) != nullptr);
        REQUIRE(device(found, DeviceKind::touch) != nullptr);
        CHECK(device(found, DeviceKind::pen)->name == "test pen");

        SUBCASE("a pen gives its place and pressure of the same report") {
            pen.proximity(true);
            pen.motion({{0, XInputBench::across(300)}, {1, XInputBench::down(200)}, {4, 0}});
            pen.button(true);
            pen.motion({{0, XInputBench::across(400)}, {1, XInputBench::down(250)}, {4, 500}});
            pen.motion({{0, XInputBench::across(420)}, {1, XInputBench::down(260)}, {4, 750}});
            const auto readings = heard_touches(wire, pen);
            REQUIRE(readings.size() >= 2);
            const HandReading& last = readings.back();
            CAPTURE(last.pixel->x);
            CAPTURE(last.pixel->y);
            CHECK(last.pixel->x == doctest::Approx(420 - 100).epsilon(0.02));
            CHECK(last.pixel->y == doctest::Approx(260 - 50).epsilon(0.02));
            CHECK(*last.press == doctest::Approx(0.75).epsilon(0.01));
            CHECK(last.source == ForceSource::mapped);
            pen.button(false);
            CHECK(heard_touches(wire, pen).back().lifted);
            glfwPollEvents();
            CHECK(glfw_moves > 0);
        }
        SUBCASE("a mouse beside a pen that is down goes its own way, and the window's pointer after it") {
            InputSocket mouse(bench.socket("mouse"));
            REQUIRE(mouse.ready());
            mouse.move(-2000, -2000); // into the corner of the screen, then to a place of our own
            mouse.move(700, 300);
            CHECK(heard_touches(wire, mouse).empty());
            pen.proximity(true);
            pen.motion({{0, XInputBench::across(300)}, {1, XInputBench::down(200)}, {4, 500}});
            pen.button(true);
            pen.motion({{0, XInputBench::across(310)}, {1, XInputBench::down(205)}, {4, 500}});
            heard_touches(wire, pen);
            mouse.move(20, 10);
            mouse.button(true);
            mouse.move(30, 40);
            const auto beside = heard_touches(wire, mouse);
            REQUIRE(beside.size() >= 2);
            CHECK(beside.back().device == "mouse");
            CHECK(beside.back().touching);
            CHECK(beside.back().pixel->x == doctest::Approx(750 - 100).epsilon(0.01));
            CHECK(beside.back().pixel->y == doctest::Approx(350 - 50).epsilon(0.01));
            CHECK_FALSE(beside.back().press.has_value());
            pen.button(false);
            CHECK(heard_touches(wire, pen).back().pixel.has_value()); // the mouse's button is still down
            mouse.button(false);
            const auto ended = heard_touches(wire, mouse);
            REQUIRE_FALSE(ended.empty());
            CHECK(ended.back().device == "mouse");
            CHECK(ended.back().lifted);
        }
        SUBCASE("two fingers are two contacts, each with its own pressure") {
            touch.touch(0, XI_TouchBegin,
                        {{0, XInputBench::across(300)}, {1, XInputBench::down(200)}, {4, 1024}});
            touch.touch(1, XI_TouchBegin,
                        {{0, XInputBench::across(600)}, {1, XInputBench::down(300)}, {4, 512}});
            touch.touch(0, XI_TouchUpdate,
                        {{0, XInputBench::across(320)}, {1, XInputBench::down(210)}, {4, 2047}});
            const auto readings = heard_touches(wire, touch);
            REQUIRE(readings.size() >= 3);
            const int first = readings[0].contact;
            const int second = readings[1].contact;
            CHECK(first != second);
            CHECK(readings[0].pixel->x == doctest::Approx(200).epsilon(0.02));
            CHECK(readings[1].pixel->x == doctest::Approx(500).epsilon(0.02));
            CHECK(readings.back().contact == first);
            CHECK(*readings.back().press == doctest::Approx(1).epsilon(0.01));
            CHECK(*readings[1].press == doctest::Approx(0.25).epsilon(0.01));
            touch.touch(0, XI_TouchEnd, {{0, XInputBench::across(320)}, {1, XInputBench::down(210)}});
            const auto ended = heard_touches(wire, touch);
            CHECK(std::ranges::any_of(ended, [&](const HandReading& reading) {
                return reading.contact == first && reading.lifted;
            }));
        }
        SUBCASE("a pen that is switched off is missed, and known again when it is back") {
            Display* display = XOpenDisplay(nullptr);
            int count = 0;
            XIDeviceInfo* all = XIQueryDevice(display, XIAllDevices, &count);
            int number = 0;
            for (int k = 0; k < count; ++k) {
                number = std::string(all[k].name) == "test pen" ? all[k].deviceid : number;
            }
            XIFreeDeviceInfo(all);
            const Atom enabled = XInternAtom(display, "Device Enabled", False);
            const auto enable = [&](unsigned char on) {
                XIChangeProperty(display, number, enabled, XInternAtom(display, "INTEGER", False), 8,
                                 PropModeReplace, &on, 1);
                XSync(display, False);
                std::vector<HandReading> none;
                for (int tries = 0; tries < 40; ++tries) {
                    wire.poll(none);
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                }
                return device(wire.devices(), DeviceKind::pen)->connected;
            };
            CHECK_FALSE(enable(0));
            CHECK(enable(1));
            XCloseDisplay(display);
        }
    }
    glfwDestroyWindow(window);
    glfwTerminate();
}
