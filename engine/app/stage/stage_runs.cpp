/// The part of Stage that begins runs, takes what is left of them, and decides what comes after.

#include "engine/app/stage/stage.hpp"
#include "sim/authoring/user_error.hpp"

#include <ctime>
#include <iostream>
#include <utility>

namespace tactus::app {

/// Nothing happens without an order.
void Stage::lay(std::optional<RunOrder> order) {
    if (order) {
        clients_.prepare(order->session.client);
        table_.await(std::move(*order));
        problem_.clear();
    }
}

/// The card gives way to a run that is done now.
void Stage::start(RunOrder order) {
    lay(std::move(order));
    card_.put_away();
    card_.obey(ui::ShowWhy{false});
}

void Stage::start(const drills::Drill& drill, const client::Client& client, const RunPolicy& policy) {
    start(drill_order(drill, client, policy, setting()));
}

void Stage::start_drill() {
    if (kiosk_.on()) {
        start_demo();
        return;
    }
    if (exam_.paper() != nullptr) {
        exam_.sit_down(students_.chosen().id, speed_, aided());
        start(exam_.order(setting(), settings().aided_press(), !aided()));
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
        start(*drill, choice_.client(), policy_for(*drill));
    }
}

RunPolicy Stage::policy_for(const drills::Drill& drill) {
    if (kiosk_.on()) {
        return kiosk_policy(drill);
    }
    RunPolicy policy = exam_policy();
    if (!setup_.exam) {
        brief_.set_reached(reached_level(drill));
        policy = brief_.policy();
    }
    policy.aided = settings().aided_press();
    policy.counts = policy.counts && (!policy.aided || setup_.accommodate);
    return policy;
}

/// The level that the student has reached at a drill; the drill's own where the records cannot say.
drills::Feedback Stage::reached_level(const drills::Drill& drill) {
    drills::Feedback level = drill.feedback;
    attempt([&] { level = students_.reached(drill); });
    return level;
}

void Stage::begin_run() {
    const bool attracts = kiosk_.phase() == KioskPhase::attract;
    table_.begin({.clients = clients_,
                  .speed = speed_,
                  .devices = *devices_,
                  .phrases = phrases_,
                  .settings = settings(),
                  .student = students_.chosen().name,
                  .camera = attracts ? render::CameraPreset::kiosk : render::CameraPreset::main});
}

void Stage::take_outcome() {
    if (card_.shown() || !table_.has_result()) {
        return;
    }
    FinishedRun done = table_.result();
    try {
        // Visitors of a stand are nobody, whoever practised before they came.
        const records::Profile student = kiosk_.on() ? records::Profile{} : students_.chosen();
        if (!kiosk_.on()) {
            done.best = keeper_.kept().best(student.id, done.drill.id);
        }
        if (done.outcome.recording) {
            keeper_.keep(done, student.name, run()->spool());
            if (const drills::Drill* known = ui::find_drill(choice_.catalogue(), done.drill.id)) {
                const drills::Feedback level = reached_level(*known);
                done.change = kiosk_.on() || examined() ? std::string() : brief_.change_to(level);
            }
            if (exam_.paper() != nullptr && !done.attempt.id.empty()) {
                done.change = exam_.hand_in(done.attempt, done.client);
            }
            school_.push_now();
        }
    } catch (const UserError& error) {
        done.saved = error.what();
        std::cerr << "tactus: " << error.what() << "\n";
    }
    tell_result(done);
    if (talk_.has_cards()) {
        talk_.take_card(done.client, done.outcome.score);
        next_card();
        return;
    }
    card_.open(std::move(done));
    if (kiosk_.phase() == KioskPhase::demo) {
        kiosk_.enter(KioskPhase::score);
    }
}

void Stage::finish_now() {
    editor_.keep();
    if (table_.finish()) {
        take_outcome();
    }
}

void Stage::retry() {
    // An exam is begun from its brief, where attempts are counted.
    if (run() == nullptr || exam_.paper() != nullptr) {
        return;
    }
    if (on_trial()) {
        try_out();
        return;
    }
    const FinishedRun* on_card = card_.shown() ? card_.run() : nullptr;
    const drills::Drill done = on_card != nullptr ? on_card->drill : run()->drill();
    const drills::Drill* known = ui::find_drill(choice_.catalogue(), done.id);
    const drills::Drill drill = known != nullptr ? *known : done; // with the feedback of its file
    const client::Client client = on_card != nullptr ? on_card->client : run()->client().client;
    if (drill.interview) {
        choice_.choose_drill(drill.id);
        choice_.choose_client(client.id);
        talk_first();
        return;
    }
    start(drill, client, drill.id == "practice" ? practice_policy() : policy_for(drill));
}

/// What a run gives way to: the card of the run before, the kiosk's loop, or home.
void Stage::leave_run() {
    const bool replay = table_.source() == Source::recording;
    if (on_trial()) {
        end_trial();
        return;
    }
    table_.clear();
    if (kiosk_.on() && (kiosk_.alone() || kiosk_.phase() != KioskPhase::attract)) {
        start_attract();
        return;
    }
    kiosk_.enter(KioskPhase::off);
    if (replays_.back_to_compare()) {
        page_ = ui::Page::compare;
        return;
    }
    card_.show(replays_.back_to_card());
    if (!card_.shown() && !replay) {
        exam_.leave();
        show(ui::Page::home);
    }
}

/// The talk is left out: what is tried is the work.
void Stage::try_out() {
    if (editor_.may_try()) {
        editor_.keep();
        const client::Client* own = editor_.own_client();
        start(editor_.drill(), own != nullptr ? *own : choice_.client(),
              trial_policy(editor_.drill().feedback));
    }
}

/// True when what is on the screen, or its card, is a drill tried out in the editor.
bool Stage::on_trial() const { return card_.shown() ? card_.run()->policy.trial : table_.on_trial(); }

void Stage::end_trial() {
    table_.clear();
    card_.put_away();
    page_ = ui::Page::editor;
}

} // namespace tactus::app
