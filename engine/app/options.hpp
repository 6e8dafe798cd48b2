#pragma once
/// The command line of tactus (architecture.md, Interfaces that stay).

#include "engine/platform/window.hpp"
#include "engine/render/renderer.hpp"
#include "sim/session/session.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

enum class Mode { home, practice, drill, exam, instructor, kiosk };

struct Options {
    Mode mode = Mode::home;
    std::string drill;                ///< id or file; empty = chosen on the screen
    std::string client;               ///< id or file; empty = the drill's own
    std::string profile;              ///< the student's name; empty = chosen on the screen, or guest
    std::filesystem::path data;       ///< empty = the XDG places
    std::optional<render::Tier> tier; ///< nullopt = what suits the device
    std::filesystem::path play;       ///< a recording; empty = none
    std::filesystem::path screenshot; ///< PNG to write; empty = none
    std::string scene = "stroke";
    platform::PixelSize size{1280, 720};
    std::optional<double> at_s;
    int frames = 0; ///< 0 = until closed
    std::filesystem::path stats;
    std::filesystem::path frames_to;
    std::vector<std::string> scales; ///< serial ports of load cells
    std::string osc_listen;          ///< HOST:PORT; empty = as devices.toml says
    std::string osc_send;
    std::string midi;
    bool list_devices = false;
    bool health = false;
    bool kiosk_pin = false;           ///< set the staff's PIN of the kiosk
    std::optional<double> block_at_s; ///< the thread that draws stands still from then on: tests the watchdog
    bool size_given = false;          ///< a kiosk in a window, to try it out
    bool validation = false;
    bool fullscreen = false;
    bool accommodate = false; ///< sticky press and pressing by resting do not keep a run from being graded
    bool mute = false;        ///< nothing is heard, whatever the settings say
    bool resume = false;      ///< take up the run in the middle of which the program ended
    std::vector<std::string> arguments;     ///< all of these as they were given
    std::optional<tissue::Setting> setting; ///< nullopt = probed
    int threads = 0;                        ///< of the simulation; 0 = by the number of cores
};

/// Fills `options`; an exit code means the program is done: 0 after --help and --version, 2 after a wrong
/// flag, with one sentence on `err`.
std::optional<int> parse_options(int argc, const char* const* argv, Options& options, std::ostream& out,
                                 std::ostream& err);

/// "1280x720" -> size; nullopt when it is no size from 64x64 to 8192x8192.
std::optional<platform::PixelSize> parse_size(const std::string& text);

} // namespace tactus::app
