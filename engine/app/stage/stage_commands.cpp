/// The part of Stage that does what screens ask for: each command goes to whose it is.

#include "engine/app/desks/overloaded.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/app/stores/library.hpp"

#include <utility>

namespace tactus::app {

void Stage::obey(const ui::Command& command) {
    problem_.clear();
    std::visit(Overloaded{
                   [&](const ui::ShowPage& turn) { turn_to(turn.page); },
                   [&](const ui::EndWelcome& end) {
                       show(ui::Page::home);
                       students_.end_welcome(end.skipped);
                   },
                   [&](const ui::ChooseStudent& choose) {
                       students_.choose(choose.name);
                       change_student();
                   },
                   [&](const ui::EnrolStudent& enrol) {
                       students_.enrol(enrol.name);
                       change_student();
                   },
                   [&](const ui::ChooseDrill& choose) { open_brief(choose); },
                   [&](const ui::ChooseClient& choose) {
                       choice_.choose_client(choose.client);
                       clients_.prepare(choice_.client());
                   },
                   [&](const ui::ChooseFeedback& choose) { brief_.choose(choose); },
                   [&](const ui::ChooseSpeed& choose) { brief_.choose(choose); },
                   [&](const ui::ChoosePractice& choose) { brief_.choose(choose); },
                   [&](const ui::StartDrill&) { start_drill(); },
                   [&](const ui::TalkFirst&) { talk_first(); },
                   [&](const ui::BeginTreatment&) { lay_hands_on(true); },
                   [&](const ui::TurnAway&) { lay_hands_on(false); },
                   [&](const ui::StartPractice&) {
                       if (choice_.has_client()) {
                           start(practice_drill(), choice_.client(), practice_policy());
                       }
                   },
                   [&](const ui::StartKiosk&) { start_attract(); },
                   [&](const ui::Retry&) { retry(); },
                   [&](const ui::NextDrill&) { on_trial() ? end_trial() : next_drill(); },
                   [&](const ui::PauseRun& pause) { table_.obey(pause); },
                   [&](const ui::ResumeRun& resume) { table_.obey(resume); },
                   [&](const ui::EndRun& end) { table_.obey(end); },
                   [&](const ui::AbandonRun&) { leave_run(); },
                   [&](const ui::TakeUpInterrupted& how) { take_up(how); },
                   [&](const ui::OpenCrashReport& open) { recovery_.obey(open); },
                   [&](const ui::DismissCrashReport& dismiss) { recovery_.obey(dismiss); },
                   [&](const ui::WatchReplay& wanted) { watch(wanted); },
                   [&](const ui::SeekReplay& seek) { lay(replays_.seek(table_, seek.to_s)); },
                   [&](const ui::StepReplay& step) { table_.obey(step); },
                   [&](const ui::WriteReport&) { progress_.write_report(students_.chosen().name); },
                   [&](const ui::SetReplaySpeed& set) { table_.obey(set); },
                   [&](const ui::ToggleGhost& toggle) { table_.obey(toggle); },
                   [&](const ui::CompareRun& compare) { open_compare(compare.file); },
                   [&](const ui::ChooseRival& choose) { replays_.choose(choose.rival); },
                   [&](const ui::WatchBeside&) { lay(replays_.watch_beside()); },
                   [&](const ui::LeaveCompare&) { leave_compare(); },
                   [&](const ui::ShowHelp& help) { help_ = help.shown; },
                   [&](const ui::ShowWhy& why) { card_.obey(why); },
                   [&](const ui::ShowSkinLater& later) { card_.obey(later); },
                   [&](const ui::ChangeSettings& change) { students_.change(change.settings); },
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
                   [&](const ui::EditDrill& wanted) {
                       editor_.open(wanted, choice_.catalogue());
                       choice_.choose_client(editor_.drill().client);
                       clients_.prepare(choice_.client());
                       page_ = ui::Page::editor;
                   },
                   [&](const ui::DoInEditor& wanted) {
                       if (wanted.deed == ui::DoInEditor::Deed::try_out) {
                           try_out();
                       } else {
                           editor_.obey(wanted, choice_.catalogue());
                       }
                   },
                   [&](const ui::DoInClass& in_class) {
                       if (!card_.obey(in_class.deed)) {
                           desk_.obey(in_class.deed, choice_.catalogue(), commands_);
                       }
                   },
                   [&](const ui::TakeExam& take) { take_exam(take.exam); },
                   [&](const ui::ChooseLanguage& choose) { kiosk_.choose_language(choose.language); },
                   [&](const ui::ShowStaff&) { kiosk_.enter(KioskPhase::staff); },
                   [&](const ui::EnterPin& enter) { kiosk_.enter_pin(enter.pin); },
                   [&](const ui::SetKioskLanguage& set) { kiosk_.set_language(set.language); },
                   [&](const ui::SetKioskVolume& set) { kiosk_.set_volume(set.percent); },
                   [&](const ui::Restart&) { quits_ = restarts_ = true; },
                   [&](const ui::Quit&) { quits_ = true; },
               },
               command);
}

void Stage::turn_to(ui::Page page) {
    if (on_trial()) { // the card of a drill tried out leads back to it
        end_trial();
        return;
    }
    editor_.keep();
    card_.put_away();
    table_.clear();
    exam_.leave();
    if (page != ui::Page::preparation && page != ui::Page::intake) {
        talk_.end_cards();
    }
    show(page);
}

void Stage::open_brief(const ui::ChooseDrill& chosen) {
    exam_.leave();
    choice_.choose(chosen.drill, chosen.client);
    if (const drills::Drill* drill = choice_.drill()) {
        brief_.begin(reached_level(*drill));
    }
    if (chosen.feedback) {
        brief_.choose(ui::ChooseFeedback{*chosen.feedback});
    }
    page_ = ui::Page::brief;
    card_.put_away();
    table_.end_run();
    clients_.prepare(choice_.client());
}

/// After the one on the card, or the chosen one.
void Stage::next_drill() {
    const FinishedRun* done = card_.run();
    if (const auto next = choice_.next(done != nullptr ? std::optional(done->drill.id) : std::nullopt)) {
        commands_(*next);
    }
}

/// The brief of an exam, with the drill, the client and the rubric that were frozen for it.
void Stage::take_exam(const std::string& id) {
    exam_.take(id);
    card_.put_away();
    table_.end_run();
    clients_.prepare(exam_.paper()->client);
    page_ = ui::Page::brief;
}

/// Sets the screen as the one who practises now has it.
void Stage::change_student() {
    progress_.forget_report();
    show(ui::Page::home);
    students_.greet();
}

void Stage::take_up(const ui::TakeUpInterrupted& asked) {
    if (!recovery_.found()) {
        return;
    }
    if (asked.how == ui::TakeUpInterrupted::How::discard) {
        recovery_.discard();
        offer_interrupted(); // there may be another
        return;
    }
    InterruptedRun run = *recovery_.take();
    students_.choose(run.spool.student);
    change_student();
    start(taken_up(std::move(run), asked.how == ui::TakeUpInterrupted::How::go_on));
}

} // namespace tactus::app
