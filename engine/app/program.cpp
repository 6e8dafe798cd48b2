#include "engine/app/program.hpp"

#include "engine/app/kiosk_service.hpp"
#include "engine/app/places.hpp"
#include "engine/app/presenter.hpp"
#include "engine/app/restart.hpp"
#include "engine/app/session/frame_statistics.hpp"
#include "engine/audio/sound.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/devices/window_input.hpp"
#include "engine/platform/crash_log.hpp"
#include "engine/platform/image_file.hpp"
#include "engine/platform/this_thread.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/session/version.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <optional>

namespace tactus::app {

namespace {

using Clock = std::chrono::steady_clock;

/// A pause longer than this (suspend, a dragged window) is not time that a person saw pass.
constexpr double longest_frame_s = 0.25;

/// No picture comes sooner after the one before: more of them would only warm the room. While the simulation
/// is behind, pictures give way to it, since on a computer without a GPU both live on the same cores.
constexpr double shortest_frame_s = 1.0 / 60;
constexpr double shortest_frame_behind_s = 1.0 / 20;

/// What a picture may take before the stage is drawn smaller.
constexpr double usual_frame_ms = 1000.0 / 60;
constexpr double slow_frame_ms = 1000.0 / 31; ///< without a GPU

/// Time between the pictures of --frames-to.
constexpr double film_frame_s = 1.0 / 30;

void open_mode(Stage& stage, const Options& options) {
    if (!options.play.empty()) {
        stage.open_replay(options.play, 0);
    } else if (options.mode == Mode::practice) {
        stage.open_practice(options.client);
    } else if (options.mode == Mode::instructor) {
        if (!options.drill.empty()) { // to be chosen for an exam
            stage.open_drill(options.drill, options.client);
        }
        stage.open_instructor();
    } else if (options.mode == Mode::kiosk) {
        stage.open_kiosk();
    } else if (!options.drill.empty()) {
        stage.open_drill(options.drill, options.client);
    } else if (options.mode == Mode::drill || options.mode == Mode::exam) {
        stage.open_drills();
    } else if (options.frames > 0) {
        stage.open_demonstration("effleurage", options.client);
    } else {
        stage.open_home();
    }
}

/// A run in the middle of which the program ended comes first, where a person can say what becomes of it.
void open_interrupted(Stage& stage, const Options& options) {
    if (options.mode == Mode::kiosk || !options.play.empty() || options.frames > 0) {
        return;
    }
    if (!options.resume || !stage.resume_interrupted()) {
        stage.offer_interrupted();
    }
}

const char* tier_name(render::Tier tier) {
    return tier == render::Tier::low ? "low" : tier == render::Tier::medium ? "medium" : "high";
}

const Clock::time_point program_start = Clock::now(); // before main: what the loader did is not in it

double alive_s() { return std::chrono::duration<double>(Clock::now() - program_start).count(); }

/// The loop around one stage: counts, times and keeps frames as the options ask.
class Loop {
public:
    /// window, sound and kiosk may be null.
    Loop(const Options& options, Presenter& presenter, Stage& stage, platform::Window* window,
         devices::DeviceSet& devices, audio::Sound* sound, KioskService* kiosk)
        : options_(&options), presenter_(&presenter), stage_(&stage), window_(window), devices_(&devices),
          sound_(sound), kiosk_(kiosk) {}

    void run(devices::WindowInput* input) {
        Clock::time_point last = Clock::now();
        while (!over()) {
            began_s_ = platform::thread_time_s();
            devices::InputEvents events;
            if (window_ != nullptr) {
                window_->poll();
                events = input->take();
                devices_->poll(std::chrono::duration<double>(last.time_since_epoch()).count());
                for (const devices::Key key : devices_->take_keys()) {
                    events.keys.push_back({.key = key});
                }
                events = stage_->meant(std::move(events));
                serve_keys(events);
            }
            const Clock::time_point now = Clock::now();
            const double elapsed_s = std::chrono::duration<double>(now - last).count();
            last = now;
            frame(events, elapsed_s);
            stage_->set_picture_health(presenter_->health());
            if (sound_ != nullptr) {
                sound_->play(stage_->sound());
                stage_->set_sound_trouble(sound_->trouble());
            }
            if (!measuring_) {
                const bool behind = stage_->run() != nullptr && stage_->run()->runner().pace().slowed;
                const Clock::time_point next =
                    now + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                              behind ? shortest_frame_behind_s : shortest_frame_s));
                presenter_->show_within(std::chrono::duration<double>(next - Clock::now()).count());
                std::this_thread::sleep_until(next);
            }
            if (kiosk_ != nullptr) {
                kiosk_->after_frame(presenter_->renderer(), *stage_, *devices_);
            }
        }
    }

    FrameStatistics statistics() {
        const auto [width, height] = presenter_->size();
        FrameStatistics all{.device = presenter_->device().name(),
                            .tier = tier_name(presenter_->tier()),
                            .setting = std::string(tissue::setting_name(stage_->setting())),
                            .width = width,
                            .height = height,
                            .threads = simulation_threads(*options_),
                            .validation_messages = presenter_->validation_messages(),
                            .frame_ms = frame_ms_,
                            .gpu_ms = gpu_ms_,
                            .cpu_ms = cpu_ms_,
                            .scale = scale_,
                            .passes = passes_};
        all.client_shown_s = client_shown_s_;
        all.resident_mb = resident_megabytes();
        if (RunScreen* run = stage_->run()) {
            all.step_ms_mean = run->runner().mean_step_ms();
            all.step_ms_worst = run->runner().worst_step_ms();
            all.sim_per_wall = run->runner().pace().sim_per_wall;
        }
        return all;
    }

private:
    [[nodiscard]] bool over() const {
        if (kiosk_ != nullptr) { // the window's close button, if it has one, is a visitor's too
            return stage_->quits() || kiosk_->wants_plainer();
        }
        return stage_->quits() || (window_ != nullptr && window_->should_close()) ||
               (options_->frames > 0 && shown_ >= options_->frames);
    }

    void serve_keys(const devices::InputEvents& events) {
        if (events.struck(devices::Key::f11)) {
            window_->toggle_fullscreen();
        }
        picture_asked_ = events.struck(devices::Key::f12);
    }

    void frame(const devices::InputEvents& events, double elapsed_s) {
        const bool film = !options_->frames_to.empty();
        if (film && stage_->run() != nullptr) {
            stage_->hold_at(shown_ * film_frame_s);
            while (!stage_->reached(shown_ * film_frame_s)) {
                presenter_->think(*stage_, {}, 0.002);
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        }
        const bool drawn =
            presenter_->show(*stage_, events, film ? film_frame_s : std::min(elapsed_s, longest_frame_s));
        if (drawn && client_shown_s_ == 0 && stage_->model() != nullptr) {
            client_shown_s_ = alive_s();
            std::printf("client shown\n"); // for who waits for it: until then the picture is bare
            std::fflush(stdout);
        }
        // Measuring begins when there is something to measure: the client is there and the hands move.
        const bool counts = options_->frames == 0 || (stage_->model() != nullptr && started());
        measuring_ = counts && options_->frames > 0;
        if (!drawn || !counts) {
            std::this_thread::sleep_for(std::chrono::milliseconds(drawn ? 0 : 20));
            return;
        }
        ++shown_;
        if (options_->frames > 0) {
            frame_ms_.push_back(1000 * elapsed_s);
            keep_times(presenter_->renderer().times());
        }
        if (film) {
            std::string number = std::to_string(shown_);
            number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
            platform::write_png(options_->frames_to / ("frame-" + number + ".png"),
                                presenter_->renderer().read_back());
        }
        if (picture_asked_) {
            picture_asked_ = false;
            const std::filesystem::path file =
                data_folder(*options_) / ("picture-" + std::to_string(std::time(nullptr)) + ".png");
            platform::write_png(file, presenter_->renderer().read_back());
            std::cout << "picture: " << file.string() << "\n" << std::flush;
        }
    }

    void keep_times(const render::FrameTimes& times) {
        gpu_ms_.push_back(times.gpu_ms);
        cpu_ms_.push_back((platform::thread_time_s() - began_s_) * 1e3 - times.driver_ms);
        scale_.push_back(times.scale);
        for (const render::PassTime& pass : times.passes) {
            auto kept = std::ranges::find(passes_, pass.name, &PassFigures::name);
            if (kept == passes_.end()) {
                kept = passes_.insert(passes_.end(), {.name = pass.name, .ms = {}});
            }
            kept->ms.push_back(pass.ms);
        }
    }

    [[nodiscard]] bool started() const {
        RunScreen* run = stage_->run();
        return run == nullptr ? options_->mode != Mode::home || !options_->drill.empty() : run->under_way();
    }

    const Options* options_;
    Presenter* presenter_;
    Stage* stage_;
    platform::Window* window_;
    devices::DeviceSet* devices_;
    audio::Sound* sound_;
    KioskService* kiosk_;
    int shown_ = 0;
    bool measuring_ = false; ///< as many pictures as can be
    bool picture_asked_ = false;
    double client_shown_s_ = 0;
    double began_s_ = 0; ///< of the frame, by the clock of this thread's processor time
    std::vector<double> frame_ms_;
    std::vector<double> gpu_ms_;
    std::vector<double> cpu_ms_;
    std::vector<double> scale_;
    std::vector<PassFigures> passes_;
};

} // namespace

int run_stage(const Options& options, platform::Window* window, KioskService* kiosk) {
    std::optional<devices::WindowInput> input; // before ImGui, whose backend chains to its callbacks
    if (window != nullptr) {
        input.emplace(window->handle());
    }
    if (!options.frames_to.empty()) {
        make_folder(options.frames_to, "--frames-to");
    }
    Presenter presenter(options, window);
    if (options.frames_to.empty()) {
        presenter.keep_pace(presenter.tier() == render::Tier::low ? slow_frame_ms : usual_frame_ms);
    } else {
        presenter.draw_each_alone();
    }
    devices::DeviceSet devices(device_settings(options), device_file(options),
                               window != nullptr ? window->handle() : nullptr);
    StageSetup setup = stage_setup(options, presenter);
    setup.devices = &devices;
    if (kiosk != nullptr) {
        setup.kiosk = kiosk->setup();
    }
    setup.crash_report = platform::take_crash_report(crash_file(options));
    const platform::CrashLog crash_log(crash_file(options), "tactus " + std::string(session::sim_version()));
    Stage stage(std::move(setup));
    open_mode(stage, options);
    open_interrupted(stage, options);
    std::optional<audio::Sound> sound;
    if (options.frames_to.empty()) { // the time of a film is not the time of its making
        sound.emplace();
    }
    Loop loop(options, presenter, stage, window, devices, sound ? &*sound : nullptr, kiosk);
    try {
        loop.run(input ? &*input : nullptr);
    } catch (const PictureLost&) {
        stage.leave_interrupted();
        if (!may_start_anew(options, alive_s())) {
            throw;
        }
        start_anew(options);
    } catch (...) { // what the program cannot mend must not cost the student the run
        stage.finish_now();
        throw;
    }
    stage.finish_now();
    if (!options.stats.empty()) {
        std::ofstream out(options.stats);
        write_statistics(out, loop.statistics());
        out.flush();
        if (!out) {
            throw UserError(Complaint{options.stats.string(), "cannot be written", "check the folder"});
        }
    }
    return validation_verdict(options, presenter);
}

int run_program(const Options& options) {
    std::optional<platform::Window> window;
    if (platform::display_available()) {
        window.emplace(platform::WindowSettings{.title = "Tactus",
                                                .width = options.size.width,
                                                .height = options.size.height,
                                                .fullscreen = options.fullscreen});
    } else if (options.frames == 0) {
        throw UserError(Complaint{"display", "neither DISPLAY nor WAYLAND_DISPLAY names one",
                                  "start from a desktop, or render a picture with --screenshot OUT.png"});
    }
    return run_stage(options, window ? &*window : nullptr, nullptr);
}

int run(const Options& options) {
    if (options.kiosk_pin) {
        return set_kiosk_pin(options);
    }
    if (options.health) {
        return options.mode == Mode::kiosk ? report_kiosk_health(options) : report_health(options);
    }
    if (options.list_devices) {
        return list_devices(options);
    }
    if (!options.screenshot.empty()) {
        return make_picture(options);
    }
    return options.mode == Mode::kiosk && options.frames == 0 ? run_kiosk(options) : run_program(options);
}

} // namespace tactus::app
