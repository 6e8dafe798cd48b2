#include "engine/app/desks/talk_desk.hpp"

#include "engine/app/session/lying_events.hpp"

#include <iostream>

namespace tactus::app {

void TalkDesk::take_card(const client::Client& client, const scoring::Score& score) {
    const auto& decision = intake_.intake().decision;
    carousel_->take(client, decision ? std::optional(decision->urgency) : std::nullopt, score);
}

void TalkDesk::open(const drills::Drill& drill, const client::Client& client, bool guided) {
    intake_.open(client, carousel_ ? drill.card_s : 0, guided);
    std::cout << "talk: " << drill.id << ", " << client.id << "\n" << std::flush;
}

void TalkDesk::foresee_lying(double elapsed_s, ClientStore& clients) {
    constexpr double stands_s = 0.7;
    const render::Lying lying = lying_of(intake_.events());
    chosen_lying_s_ = lying == chosen_lying_ ? chosen_lying_s_ + elapsed_s : 0;
    chosen_lying_ = lying;
    const PreparedClient* prepared = clients.find(intake_.client());
    if (prepared != nullptr && chosen_lying_s_ >= stands_s) {
        (void)clients.model_of(*prepared, lying);
    }
}

RunOrder TalkDesk::order(const drills::Drill& drill, RunPolicy policy, tissue::Setting setting,
                         bool massage) const {
    policy.countdown = policy.countdown && massage;
    RunOrder order = drill_order(drill, intake_.client(), policy, setting);
    order.opening = intake_.events();
    if (!massage) {
        order.opening.push_back({.kind = session::EventKind::stop});
    }
    order.wordings = intake_.wordings();
    return order;
}

void TalkDesk::draw_talk(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
                         ClientStore& clients, ui::Commands& ask) {
    intake_.draw_talk(canvas, interaction, camera, clients.find(intake_.client()),
                      carousel_ ? carousel_->title() : "", ask);
}

void TalkDesk::draw_cards(ui::Canvas& canvas, ui::Interaction& interaction, const drills::Drill& drill,
                          ui::Commands& ask) const {
    ui::draw_carousel_screen(canvas, interaction, drill.name, carousel_->rows(), ask);
}

} // namespace tactus::app
