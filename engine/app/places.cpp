#include "engine/app/places.hpp"

#include "engine/platform/paths.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <thread>

namespace tactus::app {

void make_folder(const std::filesystem::path& folder, const std::string& flag) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder)) {
        throw UserError(
            Complaint{folder.string(), "is no folder that can be used", "name another one with " + flag});
    }
}

std::filesystem::path data_folder(const Options& options) {
    if (options.data.empty()) {
        return platform::data_folder();
    }
    make_folder(options.data, "--data");
    return options.data;
}

namespace {

/// Where meshes of clients are kept; nowhere on a machine without a home.
std::filesystem::path model_folder() {
    try {
        return platform::cache_folder() / "models";
    } catch (const UserError&) {
        return {};
    }
}

} // namespace

int simulation_threads(const Options& options) {
    if (options.threads > 0) {
        return options.threads;
    }
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return std::clamp(cores - 1, 1, 4);
}

StageSetup stage_setup(const Options& options, const Presenter& presenter) {
    const std::filesystem::path data = data_folder(options);
    StageSetup setup{.tier = presenter.tier(),
                     .data = data,
                     .student = options.profile,
                     .settings_file =
                         (options.data.empty() ? platform::config_folder() : data) / "config.toml",
                     .models = model_folder(),
                     .hold_at_s = std::nullopt,
                     .setting = options.setting,
                     .threads = simulation_threads(options),
                     .facts = {},
                     .exam = options.mode == Mode::exam,
                     .accommodate = options.accommodate,
                     .mute = options.mute,
                     .school = options.mode != Mode::kiosk && options.frames == 0};
    const bool software = presenter.device().type() == VK_PHYSICAL_DEVICE_TYPE_CPU;
    setup.facts.push_back(presenter.device().name() +
                          (software ? ": software renderer, reduced picture" : ""));
    if (!presenter.fonts().note.empty()) {
        setup.facts.push_back(presenter.fonts().note);
    }
    return setup;
}

bool writable(const std::filesystem::path& folder) {
    const std::filesystem::path probe = folder / ".tactus-health";
    const bool made = static_cast<bool>(std::ofstream(probe) << "ok");
    std::error_code error;
    std::filesystem::remove(probe, error);
    return made;
}

std::filesystem::path kiosk_file(const Options& options) {
    try {
        return (options.data.empty() ? platform::config_folder() : options.data) / "kiosk.toml";
    } catch (const UserError&) { // no home
        return std::filesystem::temp_directory_path() / "tactus-kiosk" / "kiosk.toml";
    }
}

KioskSetup kiosk_setup(Options& options) {
    KioskSetup setup{.settings = {},
                     .file = kiosk_file(options),
                     .counts = {},
                     .drill = options.drill,
                     .notes = {},
                     .alone = true};
    setup.settings = read_kiosk(setup.file);
    std::filesystem::path data;
    try {
        data = data_folder(options);
        if (!writable(data)) {
            throw UserError(Complaint{data.string(), "cannot be written", "check its owner and free space"});
        }
    } catch (const UserError& error) {
        setup.notes.emplace_back(error.what());
        data = std::filesystem::temp_directory_path() / "tactus-kiosk";
        options.data = data;
        make_folder(data, "--data");
    }
    setup.counts = data / "kiosk-visits.csv";
    return setup;
}

std::filesystem::path crash_file(const Options& options) {
    return (options.data.empty() ? platform::state_folder() : data_folder(options)) / "crash.txt";
}

std::filesystem::path device_file(const Options& options) {
    return (options.data.empty() ? platform::config_folder() : data_folder(options)) / "devices.toml";
}

devices::DeviceFile device_settings(const Options& options) {
    devices::DeviceFile settings = devices::read_device_file(device_file(options));
    for (const std::string& port : options.scales) {
        if (std::ranges::find(settings.scales, port, &devices::SerialPortSettings::port) ==
            settings.scales.end()) {
            settings.scales.push_back({.port = port});
        }
    }
    const auto overrule = [](std::string& setting, const std::string& flag) {
        setting = flag.empty() ? setting : flag;
    };
    overrule(settings.osc_listen, options.osc_listen);
    overrule(settings.osc_send, options.osc_send);
    overrule(settings.midi, options.midi);
    return settings;
}

int validation_verdict(const Options& options, const Presenter& presenter) {
    if (!options.validation) {
        return 0;
    }
    const int messages = presenter.validation_messages();
    std::cout << "validation messages: " << messages << "\n" << std::flush;
    return messages == 0 ? 0 : 1;
}

} // namespace tactus::app
