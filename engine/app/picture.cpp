/// --screenshot: one scene, rendered without a window.

#include "engine/app/places.hpp"
#include "engine/app/program.hpp"
#include "engine/app/scene_picture.hpp"
#include "engine/app/stores/library.hpp"
#include "engine/platform/image_file.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

namespace tactus::app {

namespace {

constexpr double usual_at_s = 12.5; // the second stroke, half way up
constexpr auto model_within = std::chrono::minutes(10);

devices::InputEvents key_press(devices::Key key) {
    devices::InputEvents events;
    events.keys.push_back({.key = key});
    return events;
}

/// What is pressed for scenes of a run that switch something on.
std::optional<char> key_of_scene(std::string_view scene) {
    constexpr std::array keys{std::pair<std::string_view, char>{"pressure", 'h'},
                              std::pair<std::string_view, char>{"ghost", 'g'},
                              std::pair<std::string_view, char>{"close-up", 'z'}};
    const auto* found = std::ranges::find(keys, scene, &std::pair<std::string_view, char>::first);
    return found == keys.end() ? std::nullopt : std::optional(found->second);
}

void open_scene(Stage& stage, const Options& options) {
    const std::string drill = options.drill.empty() ? "effleurage" : options.drill;
    if (!options.play.empty()) {
        stage.open_replay(options.play, 0);
    } else if (options.scene == "kiosk") {
        stage.open_kiosk();
    } else if (options.scene == "talk") {
        stage.open_talk(drill, options.client.empty() ? "nguyen" : options.client);
    } else if (options.scene == "stroke" || options.scene == "result" || key_of_scene(options.scene)) {
        stage.open_demonstration(drill, options.client);
    } else {
        stage.open_client(options.client);
    }
}

int write_scene(const Options& options, const std::vector<Shot>& shots) {
    const ScenePicture picture = draw_scene(options, shots);
    platform::write_png(options.screenshot, picture.image);
    std::cout << "picture: " << options.screenshot.string() << "\n";
    if (options.validation) {
        std::cout << "validation messages: " << picture.validation_messages << "\n";
    }
    std::cout << std::flush;
    return options.validation && picture.validation_messages > 0 ? 1 : 0;
}

} // namespace

int make_picture(const Options& options) {
    if (options.play.empty()) {
        ui::Catalogue catalogue = read_catalogue();
        const client::Client* client =
            options.client.empty() ? nullptr
                                   : ui::find_client(catalogue, add_client(catalogue, options.client));
        if (const auto shots = scene_shots(options.scene, catalogue, client)) {
            return write_scene(options, *shots);
        }
    }
    Presenter presenter(options, nullptr);
    Stage stage(stage_setup(options, presenter));
    open_scene(stage, options);
    const bool runs = !options.play.empty() ||
                      (options.scene != "home" && options.scene != "rest" && options.scene != "talk");
    const bool result = options.play.empty() && options.scene == "result";
    const double at_s = options.at_s.value_or(result ? 36000 : usual_at_s);
    if (runs) {
        stage.hold_at(at_s);
    }
    // Time passes on the screen as it does in the run, so that panels with a memory have something to
    // remember.
    const auto deadline = std::chrono::steady_clock::now() + model_within;
    const auto ready = [&] {
        return stage.model() != nullptr && (!runs || stage.reached(at_s)) &&
               (!result || stage.result_shown());
    };
    while (!ready()) {
        if (result && stage.run() != nullptr && stage.reached(at_s) && !stage.result_shown()) {
            stage.run()->end_early();
            stage.hold_at(1e9);
        }
        presenter.think(stage, {}, 1.0 / 60);
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
        if (std::chrono::steady_clock::now() > deadline) {
            throw UserError(Complaint{"--screenshot", "the scene was not ready after ten minutes",
                                      "try an earlier --at"});
        }
    }
    if (const auto key = key_of_scene(options.scene)) {
        presenter.think(stage, key_press(devices::key_of(*key)), 1.0 / 60);
    }
    // Twice: what one frame reads of the frame before (exposure, history) is then there.
    for (int pass = 0; pass < 2; ++pass) {
        if (options.play.empty() && options.scene == "rest") {
            presenter.show_scene(stage, render::CameraPreset::main);
        } else {
            presenter.show(stage, {}, 1.0 / 60);
        }
    }
    platform::write_png(options.screenshot, presenter.renderer().read_back());
    std::cout << "picture: " << options.screenshot.string() << "\n" << std::flush;
    return validation_verdict(options, presenter);
}

} // namespace tactus::app
