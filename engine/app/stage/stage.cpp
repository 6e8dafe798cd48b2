#include "engine/app/stage/stage.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <utility>

namespace tactus::app {

Stage::Stage(StageSetup setup)
    : setup_(std::move(setup)), devices_(setup_.devices != nullptr ? setup_.devices : &mouse_alone_),
      choice_(setup_.data), phrases_(read_phrases()), keeper_(setup_.data),
      students_(setup_.data, setup_.settings_file), progress_(setup_.data),
      clients_(setup_.tier, setup_.models), speed_(setup_.setting), editor_(setup_.data), desk_(setup_.data),
      exam_(setup_.data), table_(setup_.data, setup_.threads, setup_.hold_at_s), card_(setup_.data),
      replays_(setup_.data), kiosk_(setup_.kiosk) {
    if (students_.students().new_here() && keeper_.kept().list().empty()) { // before a student is entered
        students_.expect_newcomer();
    }
    if (!setup_.student.empty()) {
        students_.enrol(setup_.student);
    }
    attempt([&] { students_.greet(); });
    if (choice_.has_client()) {
        clients_.prepare(choice_.client());
    }
}

Stage::~Stage() = default;

/// What cannot be done is said on the screen.
void Stage::attempt(const std::function<void()>& act) {
    try {
        act();
    } catch (const UserError& error) {
        report(error.what());
    }
}

void Stage::probe_when_ready() {
    speed_.update();
    if (!speed_.untried() || !choice_.has_client() || choice_.catalogue().drills.empty()) {
        return;
    }
    if (const PreparedClient* prepared = clients_.find(choice_.client())) {
        const drills::Drill& drill = choice_.catalogue().drills.front();
        speed_.try_with({.session = session_setup(drill, prepared->client, tissue::Setting::fine),
                         .anatomy = prepared->anatomy,
                         .policy = {},
                         .threads = setup_.threads});
    }
}

void Stage::open_client(const std::string& client) {
    if (!client.empty()) {
        choice_.bring_client(client);
    }
    if (choice_.has_client()) {
        clients_.prepare(choice_.client());
    }
}

void Stage::open_home() { show(students_.first_page(!setup_.student.empty())); }

void Stage::open_drills() { page_ = ui::Page::drills; }

void Stage::open_drill(const std::string& drill, const std::string& client) {
    choice_.bring_drill(drill);
    brief_.begin(reached_level(*choice_.drill()));
    choice_.bring_client(client.empty() ? choice_.drill()->client : client);
    page_ = ui::Page::brief;
    clients_.prepare(choice_.client());
}

void Stage::open_practice(const std::string& client) {
    if (!client.empty()) {
        choice_.bring_client(client);
    }
    commands_(ui::StartPractice{});
}

void Stage::open_kiosk() { commands_(ui::StartKiosk{}); }

void Stage::open_replay(const std::filesystem::path& file, double from_s) {
    lay(replays_.watch(file, from_s));
}

void Stage::open_demonstration(const std::string& drill, const std::string& client) {
    open_drill(drill, client);
    start_run(*choice_.drill(), choice_.client(), demonstration_policy());
}

void Stage::lay(RunOrder order) {
    clients_.prepare(order.session.client);
    table_.await(std::move(order));
    problem_.clear();
}

/// The card gives way to a run that is done now.
void Stage::start(RunOrder order) {
    lay(std::move(order));
    card_.put_away();
    card_.obey(ui::ShowWhy{false});
}

void Stage::start_run(const drills::Drill& drill, const client::Client& client, const RunPolicy& policy) {
    start(drill_order(drill, client, policy, setting()));
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
    RunScreen* run = table_.run();
    if (run == nullptr || !run->finished() || card_.shown() || !run->policy().result) {
        return;
    }
    FinishedRun done{.outcome = run->runner().outcome(),
                     .policy = run->policy(),
                     .drill = run->drill(),
                     .client = run->client().client,
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
            keeper_.keep(done, student.name, run->spool());
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
    std::cout << "force: " << devices::force_source_name(done.outcome.origin.source) << ", "
              << done.outcome.origin.device << "\n"
              << std::flush;
    std::printf("score: %.1f\n", done.outcome.score.total);
    std::fflush(stdout);
    std::cout << std::flush;
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
    if (run() == nullptr ||
        exam_.paper() != nullptr) { // an exam is begun from its brief, where attempts are counted
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
    start_run(drill, client, drill.id == "practice" ? practice_policy() : policy_for(drill));
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
    take_up_card();
    if (!card_.shown() && !replay) {
        exam_.leave();
        show(ui::Page::home);
    }
}

std::shared_ptr<const render::ClientModel> Stage::model() {
    if (RunScreen* run = table_.run()) {
        run->lie(clients_.model_of(run->client(), run->lying()));
        return run->model();
    }
    if (!choice_.has_client()) {
        return nullptr;
    }
    const PreparedClient* chosen = clients_.find(choice_.client());
    return chosen != nullptr ? chosen->model : nullptr;
}

std::shared_ptr<const render::AnatomyModel> Stage::under_the_skin() {
    RunScreen* run = table_.run();
    if (run == nullptr && page_ == ui::Page::atlas && atlas_.overlays().peel.any() && choice_.has_client()) {
        const PreparedClient* prepared = clients_.find(choice_.client());
        return prepared != nullptr ? clients_.anatomy_of(*prepared) : nullptr;
    }
    if (run == nullptr || !run->wants_anatomy()) {
        return nullptr;
    }
    std::shared_ptr<const render::AnatomyModel> made =
        clients_.anatomy_of(run->client(), run->lying().posture);
    run->set_layers(made);
    return made;
}

render::FrameView Stage::view() const {
    render::FrameView view;
    if (const RunScreen* run = table_.run()) {
        view = run->view();
        if (const session::SkinSnapshot* skin = card_.skin_later()) {
            run->look_again(*skin, view);
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
