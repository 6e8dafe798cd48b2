/// The part of Stage in which a client is talked with, and a carousel of them.

#include "engine/app/run/lying_events.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/ui/room.hpp"
#include "sim/authoring/user_error.hpp"

#include <ctime>
#include <iostream>

namespace tactus::app {

/// The client of the choice is asked before the drill begins.
void Stage::talk_first() {
    const drills::Drill* drill = choice_.drill();
    if (drill == nullptr || !choice_.has_client()) {
        return;
    }
    card_.put_away();
    table_.end_run();
    clients_.prepare(choice_.client());
    const drills::Feedback feedback = policy_for(*drill).feedback;
    intake_.open(choice_.client(), carousel_ ? drill->card_s : 0, feedback == drills::Feedback::full);
    page_ = ui::Page::intake;
    std::cout << "talk: " << drill->id << ", " << choice_.client().id << "\n" << std::flush;
}

void Stage::open_talk(const std::string& drill, const std::string& client) {
    open_drill(drill, client);
    talk_first();
    for (const char* question : {"site", "meal", "flat", "burning"}) {
        intake_.ask(question);
    }
}

void Stage::start_carousel(const drills::Drill& drill) {
    carousel_.emplace(drill, static_cast<std::uint64_t>(std::time(nullptr)));
    next_card();
}

/// The next client comes in, or the marks are shown.
void Stage::next_card() {
    if (const std::string* client = carousel_->client()) {
        choice_.bring_client(*client);
        talk_first();
    } else {
        table_.end_run();
        page_ = ui::Page::carousel;
    }
}

void Stage::lay_hands_on(bool massage) {
    const drills::Drill* drill = choice_.drill();
    if (drill == nullptr) {
        return;
    }
    std::vector<session::Event> opening = intake_.events();
    if (!massage) {
        opening.push_back({.kind = session::EventKind::stop});
    }
    RunPolicy policy = policy_for(*drill);
    policy.countdown = policy.countdown && massage;
    RunOrder order = drill_order(*drill, intake_.client(), policy, setting());
    order.opening = std::move(opening);
    order.wordings = intake_.wordings();
    start(std::move(order));
}

void Stage::pass_intake(double elapsed_s) {
    const bool talks = table_.empty() && !help_ && page_ == ui::Page::intake;
    if (talks && intake_.pass(elapsed_s)) {
        lay_hands_on(false); // a card whose time is up
    }
}

/// Who is about to lie down is made meanwhile, once the choice has stood for a moment.
void Stage::foresee_lying(double elapsed_s) {
    constexpr double stands_s = 0.7;
    if (!table_.empty() || page_ != ui::Page::preparation) {
        return;
    }
    const render::Lying lying = lying_of(intake_.events());
    chosen_lying_s_ = lying == chosen_lying_ ? chosen_lying_s_ + elapsed_s : 0;
    chosen_lying_ = lying;
    const PreparedClient* prepared = clients_.find(intake_.client());
    if (prepared != nullptr && chosen_lying_s_ >= stands_s) {
        (void)clients_.model_of(*prepared, lying);
    }
}

void Stage::draw_intake(ui::Canvas& canvas, ui::Interaction& interaction) {
    const PreparedClient* prepared = clients_.find(intake_.client());
    intake_.draw_talk(canvas, interaction, view().camera, prepared, carousel_ ? carousel_->title() : "",
                      commands_);
}

} // namespace tactus::app
