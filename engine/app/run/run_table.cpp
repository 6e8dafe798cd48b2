#include "engine/app/run/run_table.hpp"

#include <chrono>
#include <iostream>
#include <thread>
#include <utility>

namespace tactus::app {

std::optional<Source> RunTable::source() const {
    return run_ ? std::optional(run_->policy().source) : std::nullopt;
}

bool RunTable::on_trial() const {
    return (run_ && run_->policy().trial) || (awaited_ && awaited_->policy.trial);
}

void RunTable::clear() {
    run_.reset();
    awaited_.reset();
}

void RunTable::begin(const TableTerms& terms) {
    if (!awaited_) {
        return;
    }
    const bool anew = !awaited_->interrupted;
    if (awaited_->policy.source == Source::live && anew && !terms.speed.known()) {
        return;
    }
    const PreparedClient* prepared = terms.clients.find(awaited_->session.client);
    if (prepared == nullptr) {
        return;
    }
    const render::Lying lying = first_lying(*awaited_);
    const std::shared_ptr<const render::ClientModel> model = terms.clients.model_of(*prepared, lying);
    if (model == nullptr) {
        return; // the client turns over
    }
    if (awaited_->policy.source != Source::recording && anew) {
        awaited_->session.setting = terms.speed.setting();
    }
    run_.reset(); // the old thread ends before the new one begins
    std::shared_ptr<RunSpool> spool = spool_for(*awaited_, data_, terms.student);
    const ui::Settings& settings = terms.settings;
    run_ = std::make_unique<RunScreen>(
        RunScreenSetup{.session = std::move(awaited_->session),
                       .client = *prepared,
                       .devices = terms.devices,
                       .policy = awaited_->policy,
                       .threads = threads_,
                       .frames = std::move(awaited_->frames),
                       .interruption = interruption_of(*awaited_),
                       .spool = std::move(spool),
                       .from_s = awaited_->from_s,
                       .opening = std::move(awaited_->opening),
                       .wordings = std::move(awaited_->wordings),
                       .moments = std::move(awaited_->moments),
                       .beside = std::move(awaited_->beside),
                       .look = awaited_->look,
                       .hold_at_s = hold_at_s_,
                       .left_handed = settings.left_handed,
                       .reduced_motion = settings.reduced_motion,
                       .aids = {.sticky = settings.sticky_press, .dwell_s = 1e-3 * settings.dwell_ms},
                       .lying = lying,
                       .camera = terms.camera},
        terms.phrases);
    awaited_.reset();
    run_->lie(model);
    if (source() == Source::live) {
        terms.clients.make_hands_for(model);
    }
    if (source() == Source::live || source() == Source::recording) {
        std::cout << (source() == Source::live ? "run: " : "replay: ") << run_->drill().id << ", "
                  << run_->client().client.id << "\n"
                  << std::flush;
    }
}

bool RunTable::finish() {
    if (source() != Source::live || !run_->under_way() || !run_->policy().graded) {
        return false;
    }
    if (run_->catching_up()) { // it is on the disk already, and whoever did it has not said what becomes of
                               // it
        leave();
        return false;
    }
    run_->end_early();
    for (int tries = 0; tries < 200 && !run_->finished(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

bool RunTable::has_result() const { return run_ && run_->finished() && run_->policy().result; }

FinishedRun RunTable::result() const {
    return {.outcome = run_->runner().outcome(),
            .policy = run_->policy(),
            .drill = run_->drill(),
            .client = run_->client().client};
}

void RunTable::leave() {
    if (run_ && run_->spool() && !run_->finished()) {
        const std::shared_ptr<RunSpool> spool = run_->spool();
        run_.reset(); // its last second is handed over when its thread has ended
        spool->leave();
    }
}

bool RunTable::reached(double at_s) const {
    return run_ && (run_->finished() || run_->now().t_s >= at_s - 1e-6);
}

void RunTable::hold_at(double at_s) {
    hold_at_s_ = at_s;
    if (run_) {
        run_->runner().hold_at(at_s);
    }
}

std::string RunTable::trouble() const { return run_ && run_->spool() ? run_->spool()->trouble() : ""; }

void RunTable::obey(const ui::PauseRun&) {
    if (run_) {
        run_->set_paused(true);
    }
}

void RunTable::obey(const ui::ResumeRun&) {
    if (run_) {
        run_->set_paused(false);
    }
}

void RunTable::obey(const ui::EndRun&) {
    if (run_) {
        run_->end_early();
    }
}

void RunTable::obey(const ui::StepReplay& step) {
    if (run_) {
        run_->step_replay(step.by);
    }
}

void RunTable::obey(const ui::SetReplaySpeed& set) {
    if (source() == Source::recording) {
        run_->set_replay_speed(set.speed);
    }
}

void RunTable::obey(const ui::ToggleGhost&) {
    if (run_) {
        run_->toggle_ghost();
    }
}

} // namespace tactus::app
