/// The cards of the first run by keys and mouse.

#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/screens/welcome_screen.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;
using devices::Key;

namespace {

struct Cards {
    ImGuiLayer layer{nullptr, 1};
    Theme theme;
    Interaction interaction;
    WelcomeScreen state;
    WelcomeView view{.device = "", .drill = "kiosk", .client = "adler"};

    Cards() {
        tests::bake_fonts();
        frame({});
    }

    std::vector<Command> frame(const devices::InputEvents& events) {
        Commands ask;
        interaction.begin(events, 1);
        Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        draw_welcome_screen(canvas, interaction, view, state, ask);
        layer.end_frame();
        return ask.take();
    }

    std::vector<Command> strike(Key key) {
        devices::InputEvents events;
        events.keys.push_back({.key = key});
        return frame(events);
    }
};

} // namespace

TEST_CASE("Enter turns the cards to the last one, and there into the first drill") {
    Cards cards;
    for (int k = 1; k < welcome_cards; ++k) {
        CHECK(cards.strike(Key::enter).empty());
        CHECK(cards.state.card == k);
        cards.frame({}); // the next card's button takes the focus
    }
    const auto asked = cards.strike(Key::enter);
    REQUIRE(asked.size() == 2);
    CHECK_FALSE(std::get<EndWelcome>(asked[0]).skipped);
    CHECK(std::get<ChooseDrill>(asked[1]).drill == "kiosk");
}

TEST_CASE("Esc skips them from any card") {
    for (int card = 0; card < welcome_cards; ++card) {
        Cards cards;
        cards.state.card = card;
        const auto asked = cards.strike(Key::escape);
        REQUIRE(asked.size() == 1);
        CHECK(std::get<EndWelcome>(asked.front()).skipped);
    }
}

TEST_CASE("without a drill to begin with, the last card leads home") {
    Cards cards;
    cards.view.drill = "";
    cards.state.card = welcome_cards - 1;
    cards.frame({});
    const auto asked = cards.strike(Key::enter);
    REQUIRE(asked.size() == 1);
    CHECK(std::holds_alternative<EndWelcome>(asked.front()));
}

TEST_CASE("the Page keys turn cards both ways and stop at the ends") {
    Cards cards;
    cards.strike(Key::page_up);
    CHECK(cards.state.card == 0);
    for (int k = 0; k < 9; ++k) {
        cards.strike(Key::page_down);
    }
    CHECK(cards.state.card == welcome_cards - 1);
    cards.strike(Key::page_up);
    CHECK(cards.state.card == welcome_cards - 2);
}
