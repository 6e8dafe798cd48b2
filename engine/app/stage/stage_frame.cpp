/// The part of Stage that runs every frame: time, commands, what is heard.

#include "engine/app/stage/stage.hpp"
#include "sim/authoring/user_error.hpp"

#include <ctime>
#include <iostream>

namespace tactus::app {

namespace {

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

float loudness(const KioskSettings& settings) { return 0.01F * static_cast<float>(settings.volume_percent); }

} // namespace

void Stage::update(const devices::InputEvents& events, Vec2 size_px, double elapsed_s) {
    wall_s_ += elapsed_s;
    for (const ui::Command& command : commands_.take()) {
        attempt([&] { obey(command); });
    }
    probe_when_ready();
    attempt([&] { progress_.update(); });
    begin_run();
    if (table_.empty() && page_ == ui::Page::intake && !help_ && talk_.pass(elapsed_s)) {
        lay_hands_on(false); // a card whose time is up
    }
    if (table_.empty() && page_ == ui::Page::preparation) {
        talk_.foresee_lying(elapsed_s, clients_);
    }
    editor_.pass(elapsed_s);
    if (kiosk_.on()) {
        update_kiosk(events, elapsed_s);
    }
    if (RunScreen* run = table_.run()) {
        const bool blocked =
            help_ || card_.shown() || run->paused() || run->catching_up() ||
            (kiosk_.on() && (kiosk_.course().asking() || kiosk_.phase() == KioskPhase::staff));
        // A replay stands still by its own keys and still reads them.
        run->update(events, size_px, elapsed_s, blocked && table_.source() != Source::recording);
    }
    if (!kiosk_.on()) {
        voice_.tell(table_, phrases_);
    }
    take_outcome();
    if (const auto file = keeper_.update(elapsed_s)) {
        card_.note_kept(*file);
        school_.push_now();
    }
    replays_.update(table_);
    pass_school();
    voice_.update(table_, {.settings = settings().sound,
                           .over = card_.shown(),
                           .standing = help_,
                           .guided = kiosk_.phase() != KioskPhase::attract,
                           .loudness = kiosk_.on() ? loudness(kiosk_.settings()) : 1});
}

devices::InputEvents Stage::meant(devices::InputEvents events) {
    if (kiosk_.on()) {
        return visitor_events(std::move(events), kiosk_.phase());
    }
    const bool types = page_ == ui::Page::students || page_ == ui::Page::new_student ||
                       page_ == ui::Page::editor || page_ == ui::Page::editor_list ||
                       (page_ == ui::Page::intake && table_.awaited() == nullptr) || ClassDesk::owns(page_);
    const bool chooses = page_ == ui::Page::settings;
    if ((run() == nullptr && !card_.shown() && !help_ && (types || chooses)) || card_.types()) {
        return events;
    }
    events = settings().keys.translated(std::move(events));
    return settings().one_hand ? latched_.update(std::move(events)) : events;
}

void Stage::start_drill() {
    if (kiosk_.on()) {
        start_demo();
        return;
    }
    if (exam_.paper() != nullptr) {
        sit_exam();
        return;
    }
    if (const drills::Drill* drill = choice_.drill()) {
        if (drill->cards > 0) {
            talk_.begin_cards(*drill, static_cast<std::uint64_t>(std::time(nullptr)));
            next_card();
            return;
        }
        if (drill->interview) {
            talk_first();
            return;
        }
        start_run(*drill, choice_.client(), policy_for(*drill));
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
                       card_.put_away();
                       table_.clear();
                       exam_.leave();
                       if (turn.page != ui::Page::preparation && turn.page != ui::Page::intake) {
                           talk_.end_cards();
                       }
                       show(turn.page);
                   },
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
                   [&](const ui::ChooseDrill& choose) {
                       exam_.leave();
                       choice_.choose(choose.drill, choose.client);
                       if (const drills::Drill* drill = choice_.drill()) {
                           brief_.begin(reached_level(*drill));
                       }
                       if (choose.feedback) {
                           brief_.choose(ui::ChooseFeedback{*choose.feedback});
                       }
                       page_ = ui::Page::brief;
                       card_.put_away();
                       table_.end_run();
                       clients_.prepare(choice_.client());
                   },
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
                           start_run(practice_drill(), choice_.client(), practice_policy());
                       }
                   },
                   [&](const ui::StartKiosk&) { start_attract(); },
                   [&](const ui::Retry&) { retry(); },
                   [&](const ui::NextDrill&) {
                       if (on_trial()) {
                           end_trial();
                           return;
                       }
                       const FinishedRun* done = card_.run();
                       if (const auto next =
                               choice_.next(done != nullptr ? std::optional(done->drill.id) : std::nullopt)) {
                           commands_(*next);
                       }
                   },
                   [&](const ui::PauseRun& pause) { table_.obey(pause); },
                   [&](const ui::ResumeRun& resume) { table_.obey(resume); },
                   [&](const ui::EndRun& end) { table_.obey(end); },
                   [&](const ui::AbandonRun&) { leave_run(); },
                   [&](const ui::TakeUpInterrupted& how) { take_up(how); },
                   [&](const ui::OpenCrashReport& open) { recovery_.obey(open); },
                   [&](const ui::DismissCrashReport& dismiss) { recovery_.obey(dismiss); },
                   [&](const ui::WatchReplay& wanted) { watch(wanted); },
                   [&](const ui::SeekReplay& seek) {
                       if (auto again = replays_.seek(table_, seek.to_s)) {
                           lay(std::move(*again));
                       }
                   },
                   [&](const ui::StepReplay& step) { table_.obey(step); },
                   [&](const ui::WriteReport&) { progress_.write_report(students_.chosen().name); },
                   [&](const ui::SetReplaySpeed& set) { table_.obey(set); },
                   [&](const ui::ToggleGhost& toggle) { table_.obey(toggle); },
                   [&](const ui::CompareRun& compare) { open_compare(compare.file); },
                   [&](const ui::ChooseRival& choose) { replays_.choose(choose.rival); },
                   [&](const ui::WatchBeside&) {
                       if (auto beside = replays_.watch_beside()) {
                           lay(std::move(*beside));
                       }
                   },
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
                   [&](const ui::EditDrill& wanted) { edit_drill(wanted); },
                   [&](const ui::DoInEditor& wanted) { do_in_editor(wanted); },
                   [&](const ui::DoInClass& in_class) { obey_class(in_class.deed); },
                   [&](const ui::TakeExam& take) { show_exam(take.exam); },
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

} // namespace tactus::app
