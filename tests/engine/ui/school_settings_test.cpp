#include "engine/ui/screens/settings_screen.hpp"
#include "tests/engine/ui/drawn_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

using namespace tactus;
using namespace tactus::ui;
using Line = school::SchoolNews::Line;

TEST_CASE("how the school stands is said in words, with the day where it is not today") {
    setenv("TZ", "UTC", 1);
    tzset();
    const std::int64_t noon = 1'790'000'000 / 86400 * 86400 + 12 * 3600;
    CHECK(moment_words(0, noon) == "never");
    CHECK(moment_words(noon - 3600, noon) == "today, 11:00");
    CHECK(moment_words(noon - 86400, noon).ends_with(", 12:00"));
    CHECK_FALSE(moment_words(noon - 86400, noon).starts_with("today"));
    school::SchoolNews news{.line = Line::offline, .since_unix_s = noon - 3600};
    CHECK(line_words(news, noon) == "offline since today, 11:00; tried again by itself");
    news.line = Line::connected;
    CHECK(line_words(news, noon) == "connected since today, 11:00");
    CHECK(waiting_words(0) == "nothing");
    CHECK(waiting_words(1).starts_with("1 run "));
    CHECK(waiting_words(7).starts_with("7 runs "));
}

TEST_CASE("the tab of the school looks for one when it is opened, and pushes when it is asked to") {
    tests::Page720 page;
    const Settings settings;
    SettingsScreen screen;
    SchoolView view;
    const auto frame = [&](Vec2 pointer, bool press) {
        devices::InputEvents events;
        events.pointer = pointer;
        events.pressed = events.press_began = press;
        events.press_ended = !press;
        if (press) {
            events.press_place = pointer;
        }
        page.frame(events, [&](Canvas& canvas, Interaction& interaction, Commands& ask) {
            draw_settings_screen(canvas, interaction, {settings, {}, {}, view}, screen, ask);
        });
    };
    // Presses everything on a grid of the left column until the tab is open.
    bool looked = false;
    for (float y = 180; y < 560 && !looked; y += 12) {
        frame({340, y}, true);
        frame({340, y}, false);
        looked = screen.looks_for_school;
    }
    REQUIRE(looked);
    CHECK(screen.tab == SettingsScreen::Tab::school);
    const auto pushes = [&] {
        bool pushed = false;
        for (float y = 200; y < 620; y += 12) {
            frame({640, y}, true);
            frame({640, y}, false);
            pushed = screen.pushes_now || pushed;
        }
        return pushed;
    };
    CHECK_FALSE(pushes()); // none is set up: there is nothing to push to
    view.news = school::SchoolNews{};
    CHECK(pushes());
}
