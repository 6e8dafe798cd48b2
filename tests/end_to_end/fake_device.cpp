/// A device and the hand on it, for the end-to-end tests: strokes as bytes on the device's own wire until it
/// is ended.
///   fake_device serial LINK        a load cell on a pseudo-terminal that LINK points to
///   fake_device osc PORT BACK      a hand over OSC to 127.0.0.1:PORT; prints "reported" once a report came
///   to BACK fake_device pen SOCKET         a pen of Xorg's inputtest driver, from LEFT,TOP of the window at
///   0,0 fake_device touch SOCKET       two fingers of it

#include "engine/devices/wires/osc_packet.hpp"
#include "tests/engine/devices/x_input_bench.hpp"

#include <X11/extensions/XI2.h>
#include <arpa/inet.h>
#include <cmath>
#include <cstdio>
#include <fcntl.h>
#include <netinet/in.h>

using namespace tactus;
using tests::XInputBench;

namespace {

using Clock = std::chrono::steady_clock;

constexpr double stroke_s = 3.2; ///< one way up the back, and a tenth of it in the air
constexpr auto sample_time = std::chrono::milliseconds(12);

/// Where a stroke is: 0 at the sacrum, 1 at the shoulder, and the newtons there.
struct Moment {
    double along;
    double force_n;
    bool touching;
};

Moment moment_at(double t_s) {
    const double turn = t_s / stroke_s - std::floor(t_s / stroke_s);
    if (turn > 0.9) {
        return {.along = 0, .force_n = 0, .touching = false};
    }
    const double along = turn / 0.9;
    return {.along = along, .force_n = 22 * std::sin(3.14159265 * along) + 2, .touching = true};
}

/// The main camera's picture of a line up the right of the spine, as in effleurage_drill.sh.
double pixel_x(double along) { return 593 + 128 * along - 24 * along * along; }

double pixel_y(double along) { return 471 - 356 * along + 106 * along * along; }

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

int serial(const std::string& link) {
    const int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (grantpt(master) != 0 || unlockpt(master) != 0) {
        return 1;
    }
    const int keeps_open = open(ptsname(master), O_RDWR | O_NOCTTY); // bytes wait for whoever comes
    std::filesystem::remove(link);
    std::filesystem::create_symlink(ptsname(master), link);
    fcntl(master, F_SETFL, O_NONBLOCK);
    for (const Clock::time_point began = Clock::now(); keeps_open >= 0;
         std::this_thread::sleep_for(sample_time)) {
        const double t_s = seconds_since(began);
        char line[64];
        const int size = std::snprintf(line, sizeof line, "N,%.0f,%.2f\n", 1e6 * t_s, moment_at(t_s).force_n);
        (void)!write(master, line, static_cast<std::size_t>(size));
    }
    return 1;
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int osc(int port, int back) {
    const int wire = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in here = loopback(back);
    if (bind(wire, reinterpret_cast<sockaddr*>(&here), sizeof here) != 0) {
        return 1;
    }
    fcntl(wire, F_SETFL, O_NONBLOCK);
    sockaddr_in there = loopback(port);
    bool reported = false;
    std::int32_t number = 0;
    for (const Clock::time_point began = Clock::now();; std::this_thread::sleep_for(sample_time)) {
        const Moment now = moment_at(seconds_since(began));
        devices::OscMessage message{.address = "/tactus/v1/hand", .arguments = {}};
        message.arguments.emplace_back(++number);
        message.arguments.emplace_back(std::int32_t{1});
        for (const double value : {0.25, 1.0 - 0.9 * now.along, now.force_n, 0.0, 0.0}) {
            message.arguments.emplace_back(static_cast<float>(value));
        }
        message.arguments.emplace_back(std::string("measured"));
        const auto bytes = devices::osc_bytes(message);
        sendto(wire, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&there), sizeof there);
        std::uint8_t answer[1024];
        const ssize_t size = recv(wire, answer, sizeof answer, 0);
        if (size > 0 && !reported) {
            const auto messages = devices::parse_osc(std::span(answer, static_cast<std::size_t>(size)));
            reported = messages && messages->front().address == "/tactus/v1/out/hand";
            if (reported) {
                std::puts("reported");
                std::fflush(stdout);
            }
        }
    }
}

int pen(const std::string& path) {
    tests::InputSocket socket(path);
    bool down = false;
    socket.proximity(true);
    for (const Clock::time_point began = Clock::now(); socket.ready();
         std::this_thread::sleep_for(sample_time)) {
        const Moment now = moment_at(seconds_since(began));
        const double press = now.force_n / 40; // before calibration the whole range is 40 N
        if (down && !now.touching) {
            socket.button(false);
        }
        socket.motion({{0, XInputBench::across(pixel_x(now.along))},
                       {1, XInputBench::down(pixel_y(now.along))},
                       {4, 1000 * press}});
        if (!down && now.touching) {
            socket.button(true);
        }
        down = now.touching;
        socket.sync();
    }
    return 1;
}

int touch(const std::string& path) {
    tests::InputSocket socket(path);
    bool down = false;
    for (const Clock::time_point began = Clock::now(); socket.ready();
         std::this_thread::sleep_for(sample_time)) {
        const Moment now = moment_at(seconds_since(began));
        const unsigned type = down && now.touching ? XI_TouchUpdate
                              : now.touching       ? XI_TouchBegin
                                                   : XI_TouchEnd;
        for (const unsigned finger :
             {0U, 1U}) { // the second on the other side of the spine, that the camera sees left
            const double x = pixel_x(now.along) - (finger == 1 ? 95 - 30 * now.along : 0);
            if (down || now.touching) {
                socket.touch(finger, type,
                             {{0, XInputBench::across(x)},
                              {1, XInputBench::down(pixel_y(now.along))},
                              {4, 2047 * now.force_n / 40}});
            }
        }
        down = now.touching;
        socket.sync();
    }
    return 1;
}

} // namespace

int main(int count, char** words) {
    const std::string kind = count > 2 ? words[1] : "";
    if (kind == "serial") {
        return serial(words[2]);
    }
    if (kind == "osc" && count == 4) {
        return osc(std::atoi(words[2]), std::atoi(words[3]));
    }
    if (kind == "pen") {
        return pen(words[2]);
    }
    if (kind == "touch") {
        return touch(words[2]);
    }
    std::fprintf(stderr,
                 "fake_device: no such device; serial LINK, osc PORT BACK, pen SOCKET or touch SOCKET\n");
    return 2;
}
