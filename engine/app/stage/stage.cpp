#include "engine/app/stage/stage.hpp"

#include "engine/app/run/lying_events.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <utility>

namespace tactus::app {

Stage::Stage(StageSetup setup)
    : setup_(std::move(setup)), devices_(setup_.devices != nullptr ? setup_.devices : &mouse_alone_),
      catalogue_(read_catalogue(setup_.data)), phrases_(read_phrases()), keeper_(setup_.data),
      students_(setup_.data), clients_(setup_.tier, setup_.models), speed_(setup_.setting),
      editor_(setup_.data), desk_(setup_.data), exam_(setup_.data), card_(setup_.data),
      traces_(setup_.data, 1), kiosk_(setup_.kiosk) {
    first_run_ = students_.new_here() && keeper_.kept().list().empty(); // before a student is entered
    if (!setup_.student.empty()) {
        students_.enrol(setup_.student);
    }
    try {
        greet();
    } catch (const UserError& error) {
        report(error.what());
    }
    if (has_client()) {
        choice_.client = catalogue_.clients.front().id;
        prepare(catalogue_.clients.front());
    }
}

Stage::~Stage() = default;

void Stage::prepare(const client::Client& client) { clients_.prepare(client); }

const client::Client& Stage::chosen_client() const {
    const client::Client* chosen = ui::find_client(catalogue_, choice_.client);
    return chosen != nullptr ? *chosen : catalogue_.clients.front();
}

void Stage::probe_when_ready() {
    speed_.update();
    if (!speed_.untried() || !has_client() || catalogue_.drills.empty()) {
        return;
    }
    if (const PreparedClient* prepared = clients_.find(chosen_client())) {
        const drills::Drill& drill = catalogue_.drills.front();
        speed_.try_with({.session = session_setup(drill, prepared->client, tissue::Setting::fine),
                         .anatomy = prepared->anatomy,
                         .policy = {},
                         .threads = setup_.threads});
    }
}

void Stage::open_client(const std::string& client) {
    if (!client.empty()) {
        choice_.client = add_client(catalogue_, client);
    }
    if (has_client()) {
        prepare(chosen_client());
    }
}

void Stage::open_drills() { page_ = ui::Page::drills; }

void Stage::open_drill(const std::string& drill, const std::string& client) {
    choice_.drill = add_drill(catalogue_, drill);
    brief_.begin(reached_level(*ui::find_drill(catalogue_, choice_.drill)));
    choice_.client = client.empty()
                         ? add_client(catalogue_, ui::find_drill(catalogue_, choice_.drill)->client)
                         : add_client(catalogue_, client);
    page_ = ui::Page::brief;
    prepare(chosen_client());
}

void Stage::open_practice(const std::string& client) {
    if (!client.empty()) {
        choice_.client = add_client(catalogue_, client);
    }
    commands_(ui::StartPractice{});
}

void Stage::open_kiosk() { commands_(ui::StartKiosk{}); }

void Stage::open_replay(const std::filesystem::path& file, double from_s) { start_replay(file, from_s); }

void Stage::open_demonstration(const std::string& drill, const std::string& client) {
    open_drill(drill, client);
    start_run(*ui::find_drill(catalogue_, choice_.drill), chosen_client(), demonstration_policy());
}

void Stage::start_run(const drills::Drill& drill, const client::Client& client, RunPolicy policy) {
    prepare(client);
    const drills::Drill done =
        policy.practice == ui::Practice::ladder ? drills::looped(drill, policy.ladder_step) : drill;
    pending_ = Pending{.session = session_setup(done, client, setting()), .policy = policy, .frames = {}};
    pending_->session.drill.feedback = policy.feedback; // the recording says what there was
    card_.put_away();
    card_.obey(ui::ShowWhy{false});
    problem_.clear();
}

bool Stage::reached(double at_s) const {
    return card_.shown() || (run_ && (run_->finished() || run_->now().t_s >= at_s - 1e-6));
}

void Stage::hold_at(double at_s) {
    setup_.hold_at_s = at_s;
    if (run_) {
        run_->runner().hold_at(at_s);
    }
}

void Stage::start_pending_run() {
    if (!pending_) {
        return;
    }
    // A live run waits for the probe too: its setting cannot change once it has begun.
    const bool live = pending_->policy.source == Source::live && !pending_->interrupted;
    if (live && !speed_.known()) {
        return;
    }
    const PreparedClient* prepared = clients_.find(pending_->session.client);
    if (prepared == nullptr) {
        return;
    }
    // A recording, or a run that goes on, has its opening in its first step.
    const render::Lying lying =
        lying_of(pending_->frames.empty() ? pending_->opening : pending_->frames.front().events);
    const std::shared_ptr<const render::ClientModel> model = clients_.model_of(*prepared, lying);
    if (model == nullptr) {
        return; // the client turns over
    }
    if (pending_->policy.source != Source::recording && !pending_->interrupted) {
        pending_->session.setting = setting();
    }
    run_.reset(); // the old thread ends before the new one begins
    std::shared_ptr<RunSpool> spool = spool_for(*pending_);
    run_ = std::make_unique<RunScreen>(
        RunScreenSetup{.session = std::move(pending_->session),
                       .client = *prepared,
                       .devices = *devices_,
                       .policy = pending_->policy,
                       .threads = setup_.threads,
                       .frames = std::move(pending_->frames),
                       .interruption = pending_->interruption(),
                       .spool = std::move(spool),
                       .from_s = pending_->from_s,
                       .opening = std::move(pending_->opening),
                       .wordings = std::move(pending_->wordings),
                       .moments = std::move(pending_->moments),
                       .beside = std::move(pending_->beside),
                       .look = pending_->look,
                       .hold_at_s = setup_.hold_at_s,
                       .left_handed = settings_.left_handed,
                       .reduced_motion = settings_.reduced_motion,
                       .aids = {.sticky = settings_.sticky_press, .dwell_s = 1e-3 * settings_.dwell_ms},
                       .lying = lying,
                       .camera = kiosk_.phase() == KioskPhase::attract ? render::CameraPreset::kiosk
                                                                       : render::CameraPreset::main},
        phrases_);
    pending_.reset();
    run_->lie(model);
    const Source source = run_->policy().source;
    if (source == Source::live) {
        clients_.make_hands_for(model);
    }
    if (source == Source::live || source == Source::recording) {
        std::cout << (source == Source::live ? "run: " : "replay: ") << run_->drill().id << ", "
                  << run_->client().client.id << "\n"
                  << std::flush;
    }
}

void Stage::take_outcome() {
    if (!run_ || !run_->finished() || card_.shown() || !run_->policy().result) {
        return;
    }
    FinishedRun done{.outcome = run_->runner().outcome(),
                     .policy = run_->policy(),
                     .drill = run_->drill(),
                     .client = run_->client().client,
                     .best = std::nullopt,
                     .saved = {},
                     .file = {},
                     .change = {},
                     .attempt = {}};
    try {
        // Visitors of a stand are nobody, whoever practised before they came.
        const records::Profile student = kiosk_.on() ? records::Profile{} : students_.chosen();
        if (!kiosk_.on()) {
            done.best = keeper_.kept().best(student.id, done.drill.id);
        }
        if (done.outcome.recording) {
            keeper_.keep(done, student.name, run_->spool());
            const drills::Drill* known = ui::find_drill(catalogue_, done.drill.id);
            done.change = known != nullptr ? level_change(*known) : std::string();
            if (exam_.paper() != nullptr && !done.attempt.id.empty()) {
                done.change = exam_.hand_in(done.attempt, done.client);
            }
            school_.push_now();
        }
    } catch (const UserError& error) {
        done.saved = error.what();
        std::cerr << "tactus: " << error.what() << "\n";
    }
    std::cout << "force: " << devices::force_source_name(done.outcome.origin.source) << ", "
              << done.outcome.origin.device << "\n"
              << std::flush;
    std::printf("score: %.1f\n", done.outcome.score.total);
    std::fflush(stdout);
    std::cout << std::flush;
    if (carousel_) {
        carousel_->take(done.client,
                        intake_.intake().decision ? std::optional(intake_.intake().decision->urgency)
                                                  : std::nullopt,
                        done.outcome.score);
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
    if (!run_ || !run_->under_way() || run_->policy().source != Source::live || !run_->policy().graded) {
        return;
    }
    if (run_->catching_up()) { // it is on the disk already, and whoever did it has not said what becomes of
                               // it
        leave_interrupted();
        return;
    }
    run_->end_early();
    for (int tries = 0; tries < 200 && !run_->finished(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    take_outcome();
}

void Stage::retry() {
    if (!run_ || exam_.paper() != nullptr) { // an exam is begun from its brief, where attempts are counted
        return;
    }
    if (on_trial()) {
        try_out();
        return;
    }
    const FinishedRun* on_card = card_.shown() ? card_.run() : nullptr;
    const drills::Drill done = on_card != nullptr ? on_card->drill : run_->drill();
    const drills::Drill* known = ui::find_drill(catalogue_, done.id);
    const drills::Drill drill = known != nullptr ? *known : done; // with the feedback of its file
    const client::Client client = on_card != nullptr ? on_card->client : run_->client().client;
    if (drill.interview) {
        choice_.drill = drill.id;
        choice_.client = client.id;
        talk_first();
        return;
    }
    start_run(drill, client, drill.id == "practice" ? practice_policy() : policy_for(drill));
}

void Stage::next_drill() {
    std::vector<const drills::Drill*> all;
    for (const drills::Drill& drill : catalogue_.drills) {
        if (!drill.kiosk) {
            all.push_back(&drill);
        }
    }
    if (all.empty()) {
        return;
    }
    const std::string current = card_.run() != nullptr ? card_.run()->drill.id : choice_.drill;
    const auto at = std::ranges::find(all, current, [](const drills::Drill* drill) { return drill->id; });
    const drills::Drill& next = at == all.end() || at + 1 == all.end() ? *all.front() : **(at + 1);
    commands_(ui::ChooseDrill{next.id, next.client});
}

/// What a run gives way to: the card of the run before, the kiosk's loop, or home.
void Stage::leave_run() {
    const bool replay = run_ && run_->policy().source == Source::recording;
    if (on_trial()) {
        end_trial();
        return;
    }
    run_.reset();
    pending_.reset();
    if (kiosk_.on() && (kiosk_.alone() || kiosk_.phase() != KioskPhase::attract)) {
        start_attract();
        return;
    }
    kiosk_.enter(KioskPhase::off);
    if (std::exchange(back_to_compare_, false)) {
        page_ = ui::Page::compare;
        return;
    }
    card_.put_away();
    if (std::exchange(back_to_result_, false)) {
        card_.reopen();
    }
    if (!card_.shown() && !replay) {
        exam_.leave();
        show(ui::Page::home);
    }
}

std::shared_ptr<const render::ClientModel> Stage::model() {
    if (run_) {
        run_->lie(clients_.model_of(run_->client(), run_->lying()));
        return run_->model();
    }
    if (!has_client()) {
        return nullptr;
    }
    const PreparedClient* chosen = clients_.find(chosen_client());
    return chosen != nullptr ? chosen->model : nullptr;
}

std::shared_ptr<const render::AnatomyModel> Stage::under_the_skin() {
    if (!run_ && page_ == ui::Page::atlas && atlas_.overlays().peel.any() && has_client()) {
        const PreparedClient* prepared = clients_.find(chosen_client());
        return prepared != nullptr ? clients_.anatomy_of(*prepared) : nullptr;
    }
    if (!run_ || !run_->wants_anatomy()) {
        return nullptr;
    }
    std::shared_ptr<const render::AnatomyModel> made =
        clients_.anatomy_of(run_->client(), run_->lying().posture);
    run_->set_layers(made);
    return made;
}

render::FrameView Stage::view() const {
    render::FrameView view;
    if (run_) {
        view = run_->view();
        if (const session::SkinSnapshot* skin = card_.skin_later()) {
            run_->look_again(*skin, view);
        }
    } else {
        const bool aside = page_ == ui::Page::home || page_ == ui::Page::instructor ||
                           page_ == ui::Page::editor_list || page_ == ui::Page::intake ||
                           page_ == ui::Page::clients || page_ == ui::Page::atlas || kiosk_.on();
        view.camera = render::preset_camera(aside ? render::CameraPreset::kiosk : render::CameraPreset::main);
        if (page_ == ui::Page::atlas) {
            view.overlays = atlas_.overlays();
        } else if (page_ == ui::Page::editor) {
            view.camera = EditorPage::camera();
            view.overlays.hide_hands = true;
        }
    }
    view.wall_s = wall_s_;
    return view;
}

} // namespace tactus::app
