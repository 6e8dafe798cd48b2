/// The part of Stage that runs every frame: time, commands, the kiosk's loop, what is heard.

#include "engine/app/settings_file.hpp"
#include "engine/app/stage.hpp"
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
    pass_intake(elapsed_s);
    editor_.pass(elapsed_s);
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
    const bool types = page_ == ui::Page::students || page_ == ui::Page::new_student ||
                       page_ == ui::Page::editor || page_ == ui::Page::editor_list ||
                       (page_ == ui::Page::intake && !pending_) || ClassDesk::owns(page_);
    const bool chooses = page_ == ui::Page::settings;
    if ((run_ == nullptr && !result_shown_ && !help_ && (types || chooses)) || asks_review_) {
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
    if (exam_) {
        sit_exam();
        return;
    }
    if (const drills::Drill* drill = ui::find_drill(catalogue_, choice_.drill); drill != nullptr) {
        if (drill->cards > 0) {
            start_carousel(*drill);
            return;
        }
        if (drill->interview) {
            talk_first();
            return;
        }
        start_run(*drill, chosen_client(), policy_for(*drill));
    }
}

void Stage::obey(const ui::Command& command) {
    problem_.clear();
    std::visit(Overloaded{
                   [&](const ui::ShowPage& turn) {
                       if (on_trial()) { // the card of a drill tried out leads back to it
                           end_trial();
                           return;
                       }
                       editor_.keep();
                       result_shown_ = false;
                       run_.reset();
                       pending_.reset();
                       exam_.reset();
                       if (turn.page != ui::Page::preparation && turn.page != ui::Page::intake) {
                           carousel_.reset();
                       }
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
                       exam_.reset();
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
                   [&](const ui::ChooseClient& choose) {
                       choice_.client = choose.client;
                       prepare(chosen_client());
                   },
                   [&](const ui::ChooseFeedback& choose) { wanted_feedback_ = choose.feedback; },
                   [&](const ui::ChooseSpeed& choose) { wanted_speed_ = choose.speed; },
                   [&](const ui::ChoosePractice& choose) {
                       wanted_practice_ = choose.practice;
                       wanted_ladder_step_ = choose.ladder_step;
                   },
                   [&](const ui::StartDrill&) { start_drill(); },
                   [&](const ui::TalkFirst&) { talk_first(); },
                   [&](const ui::BeginTreatment&) { lay_hands_on(true); },
                   [&](const ui::TurnAway&) { lay_hands_on(false); },
                   [&](const ui::StartPractice&) {
                       if (has_client()) {
                           start_run(practice_drill(), chosen_client(), practice_policy());
                       }
                   },
                   [&](const ui::StartKiosk&) { start_attract(); },
                   [&](const ui::Retry&) { retry(); },
                   [&](const ui::NextDrill&) { on_trial() ? end_trial() : next_drill(); },
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
                   [&](const ui::ShowWhy& why) { why_ = why.shown; },
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
                   [&](const ui::EditDrill& wanted) { edit_drill(wanted); },
                   [&](const ui::DoInEditor& wanted) { do_in_editor(wanted); },
                   [&](const ui::DoInClass& in_class) { obey_class(in_class.deed); },
                   [&](const ui::TakeExam& take) { show_exam(take.exam); },
                   [&](const ui::Quit&) { quits_ = true; },
               },
               command);
}

} // namespace tactus::app
