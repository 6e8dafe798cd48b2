/// The part of Stage that runs every frame: commands, kiosk, drawing.

#include "engine/app/settings_file.hpp"
#include "engine/app/stage.hpp"
#include "engine/ui/panels/caption_panel.hpp"
#include "engine/ui/practice_words.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "engine/ui/screens/devices_screen.hpp"
#include "engine/ui/screens/harm_screen.hpp"
#include "engine/ui/screens/help_screen.hpp"
#include "engine/ui/screens/kiosk_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "engine/ui/screens/settings_screen.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::app {

namespace {

constexpr double attract_client_s = 30; ///< one client of the loop
constexpr double drift_period_s = 24;   ///< there and back
constexpr float drift_deg = 7;

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

void Stage::start_attract() {
    kiosk_ = Kiosk::attract;
    attract_s_ = 0;
    run_.reset();
    idle_.reset();
    const drills::Drill& drill = kiosk_drill(catalogue_);
    if (has_client()) {
        start_run(drill, chosen_client(), attract_policy());
    }
}

void Stage::update_kiosk(const devices::InputEvents& events, double elapsed_s) {
    idle_.update(events.any() || (run_ && run_->touched()), elapsed_s);
    const bool felt = devices_->pressed();
    const bool hand_came = felt && !felt_; // what was left lying on a load cell is not a hand
    felt_ = felt;
    if (kiosk_ == Kiosk::attract && hand_came) {
        start_drill();
        return;
    }
    if (kiosk_ == Kiosk::attract) {
        attract_s_ += elapsed_s;
        if (run_ && !settings_.reduced_motion) {
            run_->set_drift(drift_deg *
                            static_cast<float>(std::sin(2 * 3.14159265358979 * wall_s_ / drift_period_s)));
        }
        const bool over = run_ && (run_->finished() || attract_s_ > attract_client_s);
        if (over && !catalogue_.clients.empty()) { // the next client lies down
            const auto at = static_cast<std::size_t>(&chosen_client() - catalogue_.clients.data());
            choice_.client = catalogue_.clients[(at + 1) % catalogue_.clients.size()].id;
            attract_s_ = 0;
            start_run(kiosk_drill(catalogue_), chosen_client(), attract_policy());
        }
        return;
    }
    // The result waits as long as the question does, without asking.
    const bool gone = kiosk_ == Kiosk::result ? idle_.left_s() <= IdleWatch::countdown_s : idle_.gone();
    if (gone) {
        result_shown_ = false;
        start_attract();
    }
}

void Stage::update(const devices::InputEvents& events, Vec2 size_px, double elapsed_s) {
    wall_s_ += elapsed_s;
    for (const ui::Command& command : commands_.take()) {
        try {
            obey(command);
        } catch (const UserError& error) {
            report(error.what());
        }
    }
    probe_when_ready();
    await_report();
    start_pending_run();
    if (kiosk_ != Kiosk::off) {
        update_kiosk(events, elapsed_s);
    }
    if (run_) {
        const bool blocked =
            help_ || result_shown_ || run_->paused() || (kiosk_ == Kiosk::live && idle_.asking());
        // A replay stands still by its own keys and still reads them.
        run_->update(events, size_px, elapsed_s, blocked && run_->policy().source != Source::recording);
    }
    take_outcome();
    note_replay_end();
    compare_.update();
    traces_.rest(run_ && run_->policy().source == Source::live);
    plan_sound();
}

void Stage::plan_sound() {
    ui::SoundSettings settings = settings_.sound;
    settings.muted = settings.muted || setup_.mute;
    if (!run_ || result_shown_ || !run_->runner().ready()) {
        sound_ = sound_planner_.plan({}, settings);
        return;
    }
    const ui::RunView view = run_->run_view();
    sound_ =
        sound_planner_.plan({.run = &view,
                             .standing = help_ || run_->paused() || !run_->under_way() || run_->finished(),
                             .guided = kiosk_ != Kiosk::attract,
                             .speed = view.pace.sim_per_wall * run_->runner().speed(),
                             .kiosk = kiosk_ != Kiosk::off},
                            settings);
}

devices::InputEvents Stage::meant(devices::InputEvents events) {
    const bool types = page_ == ui::Page::students || page_ == ui::Page::new_student;
    const bool chooses = page_ == ui::Page::settings;
    if (run_ == nullptr && !result_shown_ && !help_ && (types || chooses)) {
        return events;
    }
    events = settings_.keys.translated(std::move(events));
    return settings_.one_hand ? latched_.update(std::move(events)) : events;
}

std::string_view Stage::sound_trouble() const {
    return setup_.mute ? "Nothing is heard: Tactus was started with --mute."
                       : std::string_view(sound_trouble_);
}

void Stage::start_drill() {
    if (kiosk_ != Kiosk::off) {
        kiosk_ = Kiosk::live;
        idle_.reset();
        const drills::Drill& drill = kiosk_drill(catalogue_);
        start_run(drill, chosen_client(), kiosk_policy(drill));
        return;
    }
    if (const drills::Drill* drill = ui::find_drill(catalogue_, choice_.drill); drill != nullptr) {
        start_run(*drill, chosen_client(), policy_for(*drill));
    }
}

void Stage::obey(const ui::Command& command) {
    problem_.clear();
    std::visit(Overloaded{
                   [&](const ui::ShowPage& turn) {
                       result_shown_ = false;
                       run_.reset();
                       pending_.reset();
                       show(turn.page);
                   },
                   [&](const ui::EndWelcome& end) { end_welcome(end.skipped); },
                   [&](const ui::ChooseStudent& choose) {
                       students_.choose(choose.name);
                       change_student();
                   },
                   [&](const ui::EnrolStudent& enrol) {
                       students_.enrol(enrol.name);
                       change_student();
                   },
                   [&](const ui::ChooseDrill& choose) {
                       choice_ = {.drill = choose.drill, .client = choose.client};
                       forget_choices();
                       wanted_feedback_ = choose.feedback;
                       if (const drills::Drill* drill = ui::find_drill(catalogue_, choose.drill)) {
                           reached_ = reached_level(*drill);
                       }
                       page_ = ui::Page::brief;
                       result_shown_ = false;
                       run_.reset();
                       prepare(chosen_client());
                   },
                   [&](const ui::ChooseFeedback& choose) { wanted_feedback_ = choose.feedback; },
                   [&](const ui::ChooseSpeed& choose) { wanted_speed_ = choose.speed; },
                   [&](const ui::ChoosePractice& choose) {
                       wanted_practice_ = choose.practice;
                       wanted_ladder_step_ = choose.ladder_step;
                   },
                   [&](const ui::StartDrill&) { start_drill(); },
                   [&](const ui::StartPractice&) {
                       if (has_client()) {
                           start_run(practice_drill(), chosen_client(), practice_policy());
                       }
                   },
                   [&](const ui::StartKiosk&) { start_attract(); },
                   [&](const ui::Retry&) { retry(); },
                   [&](const ui::NextDrill&) { next_drill(); },
                   [&](const ui::PauseRun&) {
                       if (run_) {
                           run_->set_paused(true);
                       }
                   },
                   [&](const ui::ResumeRun&) {
                       if (run_) {
                           run_->set_paused(false);
                       }
                   },
                   [&](const ui::EndRun&) {
                       if (run_) {
                           run_->end_early();
                       }
                   },
                   [&](const ui::AbandonRun&) { leave_run(); },
                   [&](const ui::WatchReplay& watch) {
                       if (!watch.file.empty()) {
                           start_replay(watch.file, watch.from_s);
                       } else {
                           watch_result(watch.from_s);
                       }
                   },
                   [&](const ui::SeekReplay& seek) { seek_replay(seek.to_s); },
                   [&](const ui::StepReplay& step) {
                       if (run_) {
                           run_->step_replay(step.by);
                       }
                   },
                   [&](const ui::WriteReport&) { write_report(); },
                   [&](const ui::SetReplaySpeed& set) {
                       if (run_ && run_->policy().source == Source::recording) {
                           run_->set_replay_speed(set.speed);
                       }
                   },
                   [&](const ui::ToggleGhost&) {
                       if (run_) {
                           run_->toggle_ghost();
                       }
                   },
                   [&](const ui::CompareRun& compare) { open_compare(compare.file); },
                   [&](const ui::ChooseRival& choose) { compare_.choose(choose.rival); },
                   [&](const ui::WatchBeside&) { watch_beside(); },
                   [&](const ui::LeaveCompare&) { leave_compare(); },
                   [&](const ui::ShowHelp& help) { help_ = help.shown; },
                   [&](const ui::ChangeSettings& change) { change_settings(change.settings); },
                   [&](const ui::CalibrateDevice& calibrate) {
                       device_pages_.open_calibration(calibrate.device, *devices_);
                       page_ = ui::Page::device;
                   },
                   [&](const ui::MeasureLatency& measure) {
                       device_pages_.open_latency(measure.device, *devices_);
                       page_ = ui::Page::device;
                   },
                   [&](const ui::TakeZero& take) { devices_->take_zero(take.device); },
                   [&](const ui::UndoCalibration&) { device_pages_.undo(*devices_); },
                   [&](const ui::KeepTare&) { device_pages_.keep_tare(*devices_); },
                   [&](const ui::ChangeWeights&) { device_pages_.change_weights(); },
                   [&](const ui::Quit&) { quits_ = true; },
               },
               command);
}

void Stage::draw_result(ui::Canvas& canvas, ui::Interaction& interaction) {
    const Result& result = *result_;
    std::string note = result.change;
    if (result.policy.practice != ui::Practice::whole) {
        note = ui::practice_outcome(result.policy.practice, result.outcome.practice);
    } else if (result.policy.speed < 1) {
        note = "Practice at " + ui::rounded(100 * result.policy.speed) + " % of the speed.";
    } else if (!result.policy.counts && result.policy.aided && !setup_.accommodate) {
        note = "Practice: done with sticky press or by resting, which this station does not grade.";
    } else if (!result.policy.counts) {
        note = "Practice: there was more feedback than at the level you have reached.";
    } else if (result.outcome.ended_early && !result.outcome.graded) {
        note = "Practice: the run was ended early.";
    } else if (!result.outcome.graded) {
        note = "Not graded: time ran at " + ui::rounded(100 * result.outcome.sim_per_wall) +
               " % of real time for a second or more.";
    } else if (note.empty() && result.policy.aided) {
        note = "Done with sticky press or by resting, as this station allows.";
    } else if (note.empty() && !result.outcome.thumb_resolved) {
        note = "The tissue grid is too coarse here to grade a thumb closely.";
    }
    ui::draw_result_screen(canvas, interaction,
                           {.drill = result.drill,
                            .client = result.client,
                            .score = result.outcome.score,
                            .duration_s = result.outcome.duration_s,
                            .best = result.best,
                            .force = result.outcome.force,
                            .pain_peak = result.outcome.pain_peak,
                            .tension_before = result.outcome.tension_before,
                            .tension_after = result.outcome.tension_after,
                            .graded = result.outcome.graded,
                            .comparable = !result.file.empty(),
                            .feedback = result.policy.feedback,
                            .ladder = result.outcome.practice.ladder,
                            .note = note,
                            .recording = result.saved,
                            .force_from = force_words(result.outcome.origin)},
                           result_screen_, commands_);
}

void Stage::draw_kiosk(ui::Canvas& canvas, ui::Interaction& interaction) {
    if (kiosk_ == Kiosk::attract) {
        const float phase =
            settings_.reduced_motion ? 0.0F : 0.5F + 0.5F * static_cast<float>(std::sin(2.6 * wall_s_));
        const auto pixel = run_ ? run_->hand_pixel(canvas.size() * canvas.scale()) : std::nullopt;
        ui::draw_attract_screen(canvas, interaction,
                                pixel ? std::optional(canvas.logical(*pixel)) : std::nullopt, phase,
                                commands_);
        if (!setup_.kiosk_only && interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
        }
        return;
    }
    if (kiosk_ == Kiosk::result && result_) {
        ui::draw_kiosk_result(canvas, interaction, result_->outcome.score,
                              idle_.left_s() - IdleWatch::countdown_s, commands_);
        if (interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
        }
        return;
    }
    if (run_) {
        run_->draw(canvas, interaction, commands_);
    }
    if (idle_.asking()) {
        ui::draw_still_there(canvas, interaction, idle_.left_s());
    }
}

/// How well the computer was found to solve the tissue, or that this is being tried.
std::string Stage::waits_for() {
    if (probe_) {
        return probe_words(*probe_);
    }
    return setup_.setting ? "" : "Trying how fast this computer is...";
}

void Stage::draw_devices(ui::Canvas& canvas, ui::Interaction& interaction) {
    std::vector<ui::DeviceRow> rows;
    const auto off_zero = devices_->off_zero();
    for (const devices::DeviceState& device : devices_->devices()) {
        rows.push_back({.device = device,
                        .calibration = devices_->calibration(device.id),
                        .rests_at_n = off_zero && off_zero->device == device.id
                                          ? std::optional(off_zero->newtons)
                                          : std::nullopt});
    }
    ui::draw_devices_screen(canvas, interaction, rows, devices_->file().string(), commands_);
}

void Stage::draw_page(ui::Canvas& canvas, ui::Interaction& interaction) {
    switch (page_) {
    case ui::Page::home:
        draw_home(canvas, interaction);
        break;
    case ui::Page::welcome:
        draw_welcome(canvas, interaction);
        break;
    case ui::Page::students:
        ui::draw_students_screen(canvas, interaction,
                                 {.students = students_.all(), .chosen = students_.chosen().name},
                                 students_screen_, commands_);
        break;
    case ui::Page::new_student:
        ui::draw_new_student_screen(canvas, interaction, students_screen_, commands_);
        break;
    case ui::Page::drills:
        ui::draw_drills_screen(canvas, interaction, catalogue_, choice_, commands_);
        break;
    case ui::Page::progress:
        draw_progress(canvas, interaction);
        break;
    case ui::Page::replays:
        ui::draw_replays_screen(canvas, interaction, replay_entries_, replays_screen_, commands_);
        break;
    case ui::Page::compare:
        draw_compare(canvas, interaction);
        break;
    case ui::Page::settings:
        ui::draw_settings_screen(
            canvas, interaction,
            {.settings = settings_, .facts = setup_.facts, .sound_trouble = sound_trouble()},
            settings_screen_, commands_);
        break;
    case ui::Page::devices:
        draw_devices(canvas, interaction);
        break;
    case ui::Page::device:
        try {
            device_pages_.show(canvas, interaction, *devices_, wall_s_, settings_.reduced_motion, commands_);
        } catch (const UserError& error) { // the calibration holds until the program ends
            report(error.what());
        }
        break;
    case ui::Page::brief:
        if (const drills::Drill* drill = ui::find_drill(catalogue_, choice_.drill);
            drill != nullptr && has_client()) {
            ui::draw_brief_screen(canvas, interaction,
                                  {.drill = *drill,
                                   .client = chosen_client(),
                                   .feedback = feedback_choice(),
                                   .practice = practice_choice(*drill),
                                   .note = waits_for()},
                                  commands_);
        } else {
            page_ = ui::Page::drills;
        }
        break;
    }
    const bool types = page_ == ui::Page::students || page_ == ui::Page::new_student;
    if (page_ != ui::Page::brief &&
        (interaction.events().struck(devices::Key::f1) || (!types && interaction.events().typed == "?"))) {
        commands_(ui::ShowHelp{true});
    }
}

Vec2 Stage::room_needed() const {
    if (help_ || (result_shown_ && kiosk_ == Kiosk::off)) {
        return ui::page_room;
    }
    if (kiosk_ != Kiosk::off) {
        return ui::kiosk_room;
    }
    if (run_ && run_->policy().source == Source::recording) {
        return ui::replay_room;
    }
    const bool shows_words_as_set = page_ == ui::Page::settings;
    return pending_ || run_ || shows_words_as_set ? ui::run_room : ui::page_room;
}

/// What ended a practice, which has no result card to say it; nullptr = nothing did.
const client::BodyEvent* Stage::practice_harm() const {
    if (!run_ || run_->policy().source != Source::live || run_->policy().result ||
        !run_->now().client.broken) {
        return nullptr;
    }
    return &run_->now().client.body_events.back();
}

void Stage::draw(ui::Canvas& canvas, ui::Interaction& interaction) {
    if (help_) {
        ui::draw_help_screen(canvas, interaction, commands_);
    } else if (kiosk_ != Kiosk::off) {
        draw_kiosk(canvas, interaction);
    } else if (result_shown_ && result_) {
        draw_result(canvas, interaction);
    } else if (pending_) {
        const Vec2 middle(canvas.size().x / 2, canvas.size().y * 0.45F);
        canvas.text(middle, ui::Face::title, canvas.theme().text, "The client lies down...",
                    ui::Align::centre);
        canvas.text(middle + Vec2(0, 34), ui::Face::body, canvas.theme().text_second,
                    "It starts by itself. " + waits_for(), ui::Align::centre);
        if (interaction.events().struck(devices::Key::escape)) {
            commands_(ui::AbandonRun{});
        }
    } else if (const client::BodyEvent* harm = practice_harm()) {
        ui::draw_harm_screen(canvas, interaction, *harm, commands_);
    } else if (run_ && run_->paused() && run_->policy().source == Source::live) {
        ui::draw_pause_screen(canvas, interaction, run_->policy().graded, run_->missing_device(), commands_);
    } else if (run_) {
        run_->draw(canvas, interaction, commands_);
    } else {
        draw_page(canvas, interaction);
    }
    if (run_ && !run_->paused() && interaction.events().struck(devices::key_of('s')) &&
        kiosk_ == Kiosk::off) {
        ui::Settings changed = settings_;
        changed.sound.muted = !changed.sound.muted;
        commands_(ui::ChangeSettings{changed});
    }
    if (run_ && !result_shown_ && settings_.one_hand) {
        ui::draw_latched_panel(canvas, latched_.words());
    }
    if (run_ && run_->policy().panels) {
        const bool replay = run_->policy().source == Source::recording;
        ui::draw_caption_panel(canvas, sound_.caption, replay ? ui::replay_bar_lift(canvas.size()) : 0);
    }
    const bool missing = kiosk_ == Kiosk::live && run_ && run_->paused() && !run_->missing_device().empty();
    const std::string problem =
        missing ? run_->missing_device() + " is not there any more; plug it in again" : problem_;
    if (!problem.empty()) {
        const float width = std::min(canvas.size().x - 2 * ui::margin,
                                     canvas.text_width(ui::Face::body, problem) + 2 * ui::padding);
        const ui::Rect rect{(canvas.size().x - width) / 2, ui::margin, width, 44};
        ui::panel(canvas, rect);
        canvas.text_within({rect.x + ui::padding, rect.y + 12}, width - 2 * ui::padding, ui::Face::body,
                           canvas.theme().amber, problem);
    }
}

} // namespace tactus::app
