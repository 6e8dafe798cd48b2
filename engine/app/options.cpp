#include "engine/app/options.hpp"

#include "engine/app/scenes.hpp"
#include "engine/devices/wires/osc_port.hpp"
#include "sim/session/version.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <map>
#include <ostream>

namespace tactus::app {

namespace {

const std::map<std::string, Mode> modes{{"practice", Mode::practice},
                                        {"drill", Mode::drill},
                                        {"exam", Mode::exam},
                                        {"instructor", Mode::instructor},
                                        {"kiosk", Mode::kiosk}};

const std::map<std::string, std::optional<render::Tier>> tiers{{"auto", std::nullopt},
                                                               {"low", render::Tier::low},
                                                               {"medium", render::Tier::medium},
                                                               {"high", render::Tier::high}};

const std::map<std::string, std::optional<tissue::Setting>> settings{{"auto", std::nullopt},
                                                                     {"fine", tissue::Setting::fine},
                                                                     {"standard", tissue::Setting::standard},
                                                                     {"half", tissue::Setting::half}};

/// The words as they were given; turned into values once CLI11 has found nothing wrong with them.
struct Words {
    std::string mode;
    std::string tier = "auto";
    std::string setting = "auto";
    std::string size = "1280x720";
};

template <class Value> std::vector<std::string> names(const std::map<std::string, Value>& choices) {
    std::vector<std::string> keys;
    keys.reserve(choices.size());
    for (const auto& [key, value] : choices) {
        keys.push_back(key);
    }
    return keys;
}

std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : ", ") + word;
    }
    return list;
}

void add_flags(CLI::App& app, Options& options, Words& words) {
    app.add_option("--mode", words.mode, "Begin with: practice, drill, exam, instructor, kiosk")
        ->check(CLI::IsMember(names(modes)));
    app.add_option("--drill", options.drill, "Drill, by id or file");
    app.add_option("--client", options.client, "Client, by id or file");
    app.add_option("--profile", options.profile, "Student whose runs these are, made when new");
    app.add_option("--data", options.data, "Folder for recordings and settings instead of the XDG places");
    app.add_option("--tier", words.tier, "Richness of the picture: auto, low, medium, high")
        ->check(CLI::IsMember(names(tiers)));
    app.add_option("--setting", words.setting, "Fineness of the tissue: auto, fine, standard, half")
        ->check(CLI::IsMember(names(settings)));
    app.add_option("--threads", options.threads, "Threads of the simulation; results do not depend on it")
        ->check(CLI::Range(1, 64));
    app.add_option("--play", options.play, "Show a recording")->check(CLI::ExistingFile);
    CLI::Option* screenshot =
        app.add_option("--screenshot", options.screenshot, "Render one picture to this PNG and end");
    app.add_option("--scene", options.scene, "Of the picture: " + listed(scene_names()))
        ->check([](const std::string& name) {
            return scene_known(name) ? std::string() : name + " is none of " + listed(scene_names());
        });
    app.add_option("--size", words.size, "Of window or picture, WxH")->check([](const std::string& text) {
        return parse_size(text) ? std::string() : text + " is no size from 64x64 to 8192x8192";
    });
    app.add_option("--at", options.at_s, "Seconds of the run at which the picture is taken")
        ->check(CLI::Range(0.0, 36000.0))
        ->needs(screenshot);
    CLI::Option* frames =
        app.add_option("--frames", options.frames, "End after so many frames")->check(CLI::Range(1, 1000000));
    app.add_option("--stats", options.stats, "Write speed and validation figures of --frames as JSON")
        ->needs(frames);
    app.add_option("--frames-to", options.frames_to,
                   "Write every frame of --frames, 1/30 s apart, as PNG into this folder")
        ->needs(frames);
    const auto address = [](const std::string& text) {
        return devices::parse_osc_address(text) ? std::string()
                                                : text + " is no HOST:PORT, as 127.0.0.1:9000 is one";
    };
    app.add_option("--scale", options.scales,
                   "Serial port of a load cell, as /dev/ttyUSB0; more than once for more");
    app.add_option("--osc-listen", options.osc_listen, "Take hands from OSC on this UDP HOST:PORT")
        ->check(address);
    app.add_option("--osc-send", options.osc_send, "Send force, depth and score as OSC to this UDP HOST:PORT")
        ->check(address);
    app.add_option("--midi", options.midi, "Take aftertouch from MIDI: auto, alsa, jack, off")
        ->check(CLI::IsMember({"auto", "alsa", "jack", "off"}));
    app.add_flag("--list-devices", options.list_devices,
                 "Print what is plugged in and how it is calibrated, and end");
    app.add_flag("--health", options.health,
                 "Print one line of JSON about this installation, with --mode kiosk about the "
                 "kiosk that runs, and end");
    app.add_flag("--kiosk-pin", options.kiosk_pin,
                 "Set the PIN of the kiosk's staff corner, read from standard input, and end");
    app.add_option("--block-at", options.block_at_s, "Seconds after which drawing stands still")->group("");
    app.add_flag("--validation", options.validation,
                 "Turn the Vulkan validation layer on; a message makes the exit code 1");
    app.add_flag("--fullscreen", options.fullscreen, "Fill the screen");
    app.add_flag("--accommodate", options.accommodate,
                 "Grade runs with sticky press or pressing by resting; their results say so");
    app.add_flag("--resume", options.resume,
                 "Take up the run in the middle of which Tactus ended, without asking");
    app.add_flag("--mute", options.mute, "Make no sound, whatever the settings say; captions stay");
}

} // namespace

std::optional<platform::PixelSize> parse_size(const std::string& text) {
    platform::PixelSize size{};
    const char* end = text.data() + text.size();
    const auto [after_width, width_error] = std::from_chars(text.data(), end, size.width);
    if (width_error != std::errc() || after_width == end || *after_width != 'x') {
        return std::nullopt;
    }
    const auto [after_height, height_error] = std::from_chars(after_width + 1, end, size.height);
    const bool fits = size.width >= 64 && size.height >= 64 && size.width <= 8192 && size.height <= 8192;
    return height_error == std::errc() && after_height == end && fits ? std::optional(size) : std::nullopt;
}

std::optional<int> parse_options(int argc, const char* const* argv, Options& options, std::ostream& out,
                                 std::ostream& err) {
    CLI::App app{"Tactus: learn massage strokes on a body that answers.", "tactus"};
    app.set_version_flag("--version", "tactus " + std::string(session::sim_version()));
    Words words;
    add_flags(app, options, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        out << app.help();
        return 0;
    } catch (const CLI::CallForVersion& version) {
        out << version.what() << "\n";
        return 0;
    } catch (const CLI::ParseError& error) {
        err << "tactus: " << error.what() << "; see tactus --help\n";
        return 2;
    }
    options.arguments.assign(argv + 1, argv + argc);
    options.mode = words.mode.empty() ? Mode::home : modes.at(words.mode);
    options.tier = tiers.at(words.tier);
    options.setting = settings.at(words.setting);
    options.size = *parse_size(words.size);
    options.size_given = app.count("--size") > 0;
    if (options.mode == Mode::kiosk && !options.profile.empty()) {
        err << "tactus: --profile " << options.profile
            << ": a kiosk keeps nobody's name; leave one of --profile and --mode kiosk out\n";
        return 2;
    }
    return std::nullopt;
}

} // namespace tactus::app
