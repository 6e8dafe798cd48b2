#pragma once
/// The screens about talking with a client, with plausible contents, to be drawn by tests.

#include "engine/ui/screens/atlas_screen.hpp"
#include "engine/ui/screens/carousel_screen.hpp"
#include "engine/ui/screens/clients_screen.hpp"
#include "engine/ui/screens/decision_screen.hpp"
#include "engine/ui/screens/intake_screen.hpp"
#include "engine/ui/screens/plan_screen.hpp"
#include "engine/ui/screens/preparation_screen.hpp"
#include "engine/ui/screens/why_screen.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tactus::tests {

struct IntakeGallery {
    using Draw = std::function<void(ui::Canvas&, ui::Interaction&, ui::Commands&)>;

    client::Client client = client::read_client(authoring::asset_named("clients", "rossi"));
    client::Questionnaire questions =
        client::read_questionnaire(authoring::resource("assets/intake/questions.toml"));
    std::vector<client::Wording> wordings =
        client::read_wordings(authoring::resource("assets/intake/wordings.toml"));
    std::vector<client::ShelfProduct> shelf =
        client::read_product_shelf(authoring::resource("assets/intake/products.toml"));
    client::Phrases phrases;
    ui::Intake intake;
    ui::IntakeScreen screen;
    ui::DecisionScreen decision{.urgency = client::Urgency::days, .wording = {}};
    ui::PreparationScreen preparation;
    std::array<ui::PainSpot, 2> spots{ui::PainSpot{{900, 300}, 4}, ui::PainSpot{{940, 340}, 10}};
    std::vector<ui::CardRow> cards;
    ui::ClientLog log;
    ui::WhyScreen why;
    ui::Catalogue catalogue{.drills = {}, .clients = {client}, .problems = {}};
    ui::ClientsScreen clients;
    std::vector<ui::AtlasEntry> entries = ui::atlas_of(ui::AtlasPart::conditions, {}, {client.condition});
    ui::AtlasScreen atlas{.part = ui::AtlasPart::conditions};

    care::Plan plan;
    care::Course course;
    care::PlanScore marks{.total = 92.7};
    std::array<ui::PlanScreen, 2> plans;

    IntakeGallery() {
        for (const client::Question& question : questions.questions) {
            intake.talk.push_back({.question = question.id, .ask = question.ask, .answer = question.usual});
        }
        intake.note = "Client reports burning between the shoulder blades after supper and when lying flat; "
                      "no change with movement or pressure.";
        intake.prepared = {"clean_linen", "warm_hands"};
        for (int card = 0; card < 6; ++card) {
            cards.push_back({.client = "Mrs. Wolkenstein-Trostburg",
                             .condition = "a name of a condition that takes some room to be written out",
                             .decided = card == 2 ? std::nullopt : std::optional(client::Urgency::clearance),
                             .right = client::Urgency::emergency,
                             .marks = 100,
                             .failed = card == 1,
                             .next_time = "Ask about bladder and bowel before anything else, of everyone."});
        }
        for (unsigned k = 1; k < 14; ++k) {
            log.said.push_back({.serial = k,
                                .t_s = 7.0 * k,
                                .phrase = "too_much",
                                .state = "discomfort",
                                .value = 8.2F,
                                .threshold = 8});
        }
        for (int visit = 0; visit < 6; ++visit) {
            plan.visits.push_back(
                {.day = 9.0 * visit, .minutes = {10, 20, 30, 40}, .home_advice = true, .reassess = true});
            course.visits.push_back({.visit = static_cast<std::size_t>(visit), .harm = care::Harm::too_much});
        }
        course.days.resize(57, care::Day{.pain = 4});
        for (int k = 0; k < 8; ++k) {
            marks.lost.push_back({.part = care::Part::safety,
                                  .what =
                                      "Deep work came on day 4 when the client was still sore of the visit "
                                      "before.",
                                  .marks = 4,
                                  .advice = "Leave sore muscles two days, or work lightly round them."});
        }
        log.events.push_back({.kind = client::EventKind::spasm,
                              .place = "lesion",
                              .t_s = 20,
                              .state = "load_n",
                              .value = 12,
                              .threshold = 10});
    }

    [[nodiscard]] ui::IntakeView view() const {
        return {.client = client, .questions = questions, .spots = spots, .pointed = Vec2(0.2F, 0.3F)};
    }

    std::map<std::string, Draw> screens() {
        using ui::Canvas;
        using ui::Commands;
        using ui::Interaction;
        return {
            {"talk", [&](Canvas& c, Interaction& i,
                         Commands& ask) { ui::draw_intake_screen(c, i, view(), intake, screen, ask); }},
            {"talk of a card",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::IntakeView card = view();
                 card.left_s = 9;
                 card.card = "Card 2 of 6";
                 ui::draw_intake_screen(c, i, card, intake, screen, ask);
             }},
            {"decision", [&](Canvas& c, Interaction& i,
                             Commands&) { ui::draw_decision_screen(c, i, client, wordings, decision); }},
            {"preparation",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_preparation_screen(c, i, {.client = client, .shelf = shelf}, intake, preparation,
                                             ask);
             }},
            {"carousel",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_carousel_screen(c, i, "Refer or treat", cards, ask);
             }},
            {"why",
             [&](Canvas& c, Interaction& i, Commands&) {
                 ui::draw_why_screen(c, i, {.client = client, .phrases = phrases, .log = log}, why);
             }},
            {"atlas",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 const auto somewhere = [](Vec2) -> std::optional<Vec2> { return Vec2(900, 300); };
                 ui::draw_atlas_screen(c, i, {.entries = entries, .on_screen = somewhere}, atlas, ask);
             }},
            {"plan",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_plan_screen(c, i,
                                      {.title = "Weeks of care: Mrs. Wolkenstein-Trostburg",
                                       .problem = "chronic, since 400 days, pain 5.7 of 10, from posture",
                                       .says = {"I was sore for a day.", "It is better.", "It flared up."},
                                       .plan = plan,
                                       .course = course},
                                      plans[0], ask);
             }},
            {"plan done",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_plan_screen(c, i,
                                      {.title = "Weeks of care: Mr. Adler",
                                       .problem = "acute",
                                       .says = {},
                                       .plan = plan,
                                       .course = course,
                                       .score = &marks},
                                      plans[1], ask);
             }},
            {"clients",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_clients_screen(c, i, catalogue, client.id, clients, ask);
             }},
        };
    }
};

} // namespace tactus::tests
