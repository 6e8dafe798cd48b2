/// --mode kiosk and --kiosk-pin: the program as a stand, which goes on when drawing fails.

#include "engine/app/kiosk_service.hpp"
#include "engine/app/modes/fallback.hpp"
#include "engine/app/places.hpp"
#include "engine/app/program.hpp"
#include "engine/devices/window_input.hpp"
#include "engine/platform/service_state.hpp"
#include "engine/platform/steady_clock.hpp"
#include "engine/ui/still_picture.hpp"
#include "sim/authoring/user_error.hpp"

#include <chrono>
#include <iostream>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace tactus::app {

namespace {

/// Until somebody touches it, or it is time to try again.
void show_still(const platform::Window& window, KioskService& service) {
    devices::WindowInput input(window.handle());
    const ui::Translation tr(service.setup().settings.language);
    const platform::PixelSize size = window.framebuffer();
    const platform::Image picture =
        ui::still_picture({std::max(size.width, 64), std::max(size.height, 64)}, service.scene(),
                          tr("One moment, please."), tr("Touch to try again."));
    constexpr auto between = std::chrono::milliseconds(250);
    const double until_s = platform::steady_s() + Fallback::retry_s;
    while (platform::steady_s() < until_s) {
        window.paint(picture);
        service.after_still();
        std::this_thread::sleep_for(between);
        window.poll();
        const devices::InputEvents events = input.take();
        if (events.press_began || !events.keys.empty()) {
            return;
        }
    }
}

/// No echo on a terminal; a pipe's first line else.
std::string read_secret() {
    termios before{};
    const bool terminal = tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        std::cerr << "PIN of the staff, four to twelve digits: " << std::flush;
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    std::string line;
    std::getline(std::cin, line);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::cerr << "\n";
    }
    return line;
}

} // namespace

int run_kiosk(const Options& asked) {
    if (!platform::display_available()) {
        throw UserError(Complaint{"display", "neither DISPLAY nor WAYLAND_DISPLAY names one",
                                  "start the kiosk from a desktop or in cage (README.md, Kiosk)"});
    }
    Options options = asked;
    KioskService service(kiosk_setup(options), options.block_at_s);
    platform::Window window({.title = "Tactus",
                             .width = options.size.width,
                             .height = options.size.height,
                             .fullscreen = !options.size_given,
                             .kiosk = true});
    Fallback fallback;
    for (;;) {
        service.begin_stage();
        if (fallback.show() == Fallback::Show::still) {
            show_still(window, service);
            fallback.retry();
            continue;
        }
        if (fallback.show() == Fallback::Show::plainer) {
            options.tier = render::Tier::low;
        }
        try {
            run_stage(options, &window, &service);
            if (service.left()) {
                platform::tell_service_stopping();
                return left_by_staff;
            }
            if (service.wants_plainer()) {
                service.note("pictures came too slowly; from now on they are plainer");
                fallback.too_slow();
            }
        } catch (const std::exception& error) {
            service.note(error.what());
            fallback.failed(platform::steady_s());
        }
    }
}

int set_kiosk_pin(const Options& options) {
    const std::filesystem::path file = kiosk_file(options);
    KioskSettings settings = read_kiosk(file);
    settings.pin_hash = hash_of_pin(read_secret());
    write_kiosk(file, settings);
    std::cout << "kiosk: the staff's PIN is set in " << file.string() << "\n";
    return 0;
}

} // namespace tactus::app
