#include "engine/app/pages/intake_page.hpp"

#include "engine/app/hands/aim.hpp"
#include "engine/app/hands/back_place.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/client/preparation.hpp"

#include <algorithm>
#include <utility>

namespace tactus::app {

namespace {

session::Event talk_event(session::EventKind kind, std::string text, double value = 0) {
    session::Event event;
    event.kind = kind;
    event.value = static_cast<float>(value);
    event.text = std::move(text);
    return event;
}

} // namespace

std::vector<session::Event> opening_events(const ui::Intake& intake,
                                           const std::vector<client::ShelfProduct>& shelf) {
    using session::EventKind;
    std::vector<session::Event> events;
    for (const ui::Said& said : intake.talk) {
        events.push_back(talk_event(EventKind::question_asked, said.question, said.at_s));
    }
    for (const ui::PainMark& mark : intake.pain) {
        session::Event event = talk_event(EventKind::pain_marked, "", mark.value);
        event.u = mark.spine.x;
        event.v = mark.spine.y;
        events.push_back(event);
    }
    if (!intake.note.empty()) {
        events.push_back(talk_event(EventKind::noted, intake.note));
    }
    if (intake.decision) {
        events.push_back(talk_event(EventKind::decided,
                                    std::string(client::urgency_code(intake.decision->urgency)),
                                    intake.decision->at_s));
        events.push_back(talk_event(EventKind::worded, intake.decision->wording));
    }
    if (intake.position != "prone") {
        events.push_back(talk_event(EventKind::position_changed, intake.position));
    }
    if (intake.table_height != client::table_heights().front().id) {
        events.push_back(talk_event(EventKind::prepared, intake.table_height));
    }
    for (const std::string& prepared : intake.prepared) {
        events.push_back(talk_event(EventKind::prepared, prepared));
    }
    const client::ShelfProduct* product = client::product_on(shelf, intake.product);
    events.push_back(talk_event(EventKind::product_taken,
                                product != nullptr ? client::product_event_text(*product) : "dry"));
    return events;
}

IntakePage::IntakePage() = default;
IntakePage::~IntakePage() = default;

void IntakePage::open(const client::Client& client, double time_s, bool guided) {
    questions_ = client::read_questionnaire(authoring::resource("assets/intake/questions.toml"));
    wordings_ = client::read_wordings(authoring::resource("assets/intake/wordings.toml"));
    shelf_ = client::read_product_shelf(authoring::resource("assets/intake/products.toml"));
    client_ = client;
    intake_ = {};
    screen_ = {};
    decision_ = {};
    preparation_ = {};
    target_.reset();
    skin_of_.reset();
    at_s_ = 0;
    time_s_ = time_s;
    guided_ = guided;
}

void IntakePage::ask(std::string_view question) {
    if (const client::Question* known = questions_.find(question)) {
        ui::ask_client(intake_, client_, *known, at_s_);
    }
}

bool IntakePage::pass(double elapsed_s) {
    const bool before = time_s_ > 0 && at_s_ < time_s_;
    at_s_ += elapsed_s;
    return before && at_s_ >= time_s_;
}

void IntakePage::aim_at(const PreparedClient* prepared) {
    if (prepared != nullptr && prepared->anatomy != skin_of_) {
        skin_of_ = prepared->anatomy;
        target_ = std::make_unique<SkinTarget>(skin_of_->skin);
    }
}

void IntakePage::draw_talk(ui::Canvas& canvas, ui::Interaction& interaction, const render::Camera& camera,
                           const PreparedClient* prepared, const std::string& card, ui::Commands& ask) {
    if (screen_.deciding) {
        take_decision(canvas, interaction, ask);
        return;
    }
    aim_at(prepared);
    const Vec2 size_px = canvas.size() * canvas.scale();
    std::vector<ui::PainSpot> spots;
    std::optional<Vec2> pointed;
    if (target_) {
        for (const ui::PainMark& mark : intake_.pain) {
            if (const auto at = seen_at(canvas, camera, skin_of_->skin, mark.spine)) {
                spots.push_back({*at, mark.value});
            }
        }
        const Vec2 pointer = interaction.pointer() * canvas.scale();
        if (const auto aim = target_->aim(render::pixel_ray(camera, pointer, size_px));
            aim && interaction.pointer().x > ui::intake_sheet_right(canvas)) {
            pointed = aim->spine;
        }
    }
    const ui::IntakeView view{.client = client_,
                              .questions = questions_,
                              .spots = spots,
                              .pointed = pointed,
                              .at_s = at_s_,
                              .left_s =
                                  time_s_ > 0 ? std::optional(std::max(0.0, time_s_ - at_s_)) : std::nullopt,
                              .card = card,
                              .guided = guided_};
    ui::draw_intake_screen(canvas, interaction, view, intake_, screen_, ask);
}

void IntakePage::take_decision(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    switch (ui::draw_decision_screen(canvas, interaction, client_, wordings_, decision_)) {
    case ui::DecisionOutcome::open:
        return;
    case ui::DecisionOutcome::put_off:
        screen_.deciding = false;
        return;
    case ui::DecisionOutcome::told:
        screen_.deciding = false;
        intake_.decision =
            ui::Told{.urgency = *decision_.urgency, .wording = decision_.wording, .at_s = at_s_};
        // Who calls for help or sends to a doctor today lays no hand on; a card ends with its decision.
        if (time_s_ > 0 || *decision_.urgency <= client::Urgency::same_day) {
            ask(ui::TurnAway{});
        } else {
            ask(ui::ShowPage{ui::Page::preparation});
        }
        return;
    }
}

void IntakePage::draw_preparation(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_preparation_screen(canvas, interaction, {.client = client_, .shelf = shelf_}, intake_,
                                preparation_, ask);
}

} // namespace tactus::app
