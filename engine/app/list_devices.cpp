#include "engine/app/places.hpp"
#include "engine/app/program.hpp"
#include "engine/devices/device_set.hpp"

#include <chrono>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <thread>

namespace tactus::app {

namespace {

/// Long enough for a load cell of ten readings a second to have spoken, and for gamepads to be found.
constexpr auto listening_time = std::chrono::milliseconds(1200);

std::string calibration_words(const devices::Calibration& calibration) {
    std::ostringstream words;
    if (calibration.curve) {
        words << "light, medium, firm at";
        for (const auto& point : calibration.curve->points().subspan(1)) {
            words << ' ' << std::lround(100 * point.press) << " %";
        }
    }
    if (calibration.line) {
        words << "two-point scale";
    }
    if (calibration.latency) {
        words << (words.str().empty() ? "" : ", ") << "latency "
              << std::lround(calibration.latency->median_ms) << " ms";
    }
    return words.str().empty() ? "not calibrated" : words.str();
}

} // namespace

int list_devices(const Options& options) {
    std::optional<platform::Window> window; // pens, touch screens and gamepads are found through one
    if (platform::display_available()) {
        window.emplace(platform::WindowSettings{.title = "Tactus devices", .width = 320, .height = 200});
    }
    devices::DeviceSet set(device_settings(options), device_file(options),
                           window ? window->handle() : nullptr);
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() < start + listening_time) {
        if (window) {
            window->poll();
        }
        set.poll(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    for (const devices::DeviceState& device : set.devices()) {
        std::cout << std::left << std::setw(13) << devices::kind_word(device.kind) << device.name
                  << (device.connected ? ": works" : ": does not work")
                  << (device.trouble.empty() ? "" : " (" + device.trouble + ")");
        if (device.kind != devices::DeviceKind::mouse && device.kind != devices::DeviceKind::osc) {
            std::cout << ", " << calibration_words(set.calibration(device.id));
        }
        std::cout << "\n";
    }
    std::cout << "calibrations: " << device_file(options).string() << "\n";
    if (!window) {
        std::cout << "no display: pens, touch screens and gamepads were not looked for\n";
    }
    return 0;
}

} // namespace tactus::app
