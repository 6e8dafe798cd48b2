/// What the progress page says of a student, and no more than the runs bear.

#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/progress_words.hpp"
#include "engine/ui/screens/progress_screen.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::ui;

namespace {

DrillProgress with_scores(std::vector<double> scores) {
    DrillProgress progress{.drill = "effleurage", .name = "Long effleurage", .scores = std::move(scores)};
    progress.runs = progress.graded = static_cast<int>(progress.scores.size());
    progress.curve = drills::fit_learning_curve(progress.scores);
    progress.change = drills::change_along(progress.curve, progress.scores.size());
    return progress;
}

DrillProgress due_on(std::int64_t day) {
    DrillProgress progress = with_scores({80});
    progress.test = drills::RetentionTest{.after_days = 1, .due_day = day};
    return progress;
}

/// What a key asks for on the page.
std::vector<Command> asked_on_page(const Progress& progress, devices::Key key) {
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    const Theme theme;
    Interaction interaction;
    ProgressScreen state;
    Commands ask;
    for (const devices::Key struck : {devices::Key::none, key}) {
        devices::InputEvents events;
        events.keys.push_back({.key = struck});
        interaction.begin(events, 1);
        Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        draw_progress_screen(canvas, interaction, {.student = "Ana", .progress = progress}, state, ask);
        layer.end_frame();
    }
    return ask.take();
}

} // namespace

TEST_CASE("a trend is named from five graded runs on, and before that how many are missing") {
    CHECK(trend_words(with_scores({})) == "Practice so far: graded runs make the trend.");
    CHECK(trend_words(with_scores({50})) == "Four more runs for a trend.");
    CHECK(trend_words(with_scores({50, 60, 70})) == "Two more runs for a trend.");
    CHECK(trend_words(with_scores({50, 60, 70, 80})) == "One more run for a trend.");
    CHECK(trend_words(with_scores({70, 72, 71, 73, 72})) == "No change: less than 5 points.");
    CHECK(trend_words(with_scores({40, 70, 78, 80, 81, 80, 81})).starts_with("Up 41 points, levelling off"));
    CHECK(trend_words(with_scores({40, 45, 50, 55, 60})).ends_with("and still rising."));
    CHECK(trend_words(with_scores({90, 80, 74, 70, 70})).starts_with("Down 2"));
}

TEST_CASE("what is due is said by its day") {
    CHECK(due_words(0) == "due today");
    CHECK(due_words(1) == "1 day late");
    CHECK(due_words(6) == "6 days late");
    CHECK(due_words(-1) == "tomorrow");
    CHECK(due_words(-5) == "in 5 days");
    CHECK(standing_words(due_on(10), 12) == "Test without feedback: 2 days late");
    CHECK(standing_words(due_on(10), 9) == "Feedback: Full     test without it tomorrow");
    CHECK(standing_words(with_scores({80}), 9) == "Feedback: Full");
}

TEST_CASE("the advice names what is due first, else when the next test comes") {
    CHECK(spacing_advice({.today = 10, .drills = {due_on(12), due_on(9)}})
              .starts_with("Begin with what is due"));
    CHECK(spacing_advice({.today = 10, .drills = {due_on(16), due_on(12)}}).find("in 2 days") !=
          std::string::npos);
    CHECK(spacing_advice({.today = 10, .drills = {with_scores({50})}}) ==
          "A little on several days keeps more than much on one.");
}

TEST_CASE("before the first run the page offers it, and a due drill opens without feedback") {
    const DrillProgress never{.drill = "effleurage", .name = "Long effleurage", .client = "adler"};
    std::vector<Command> commands = asked_on_page({.today = 10, .drills = {never}}, devices::Key::enter);
    REQUIRE(commands.size() == 1);
    CHECK(std::get<ChooseDrill>(commands.front()).drill == "effleurage");
    CHECK_FALSE(std::get<ChooseDrill>(commands.front()).feedback.has_value());
    CHECK(asked_on_page({.today = 10, .drills = {never}}, devices::key_of('w')).empty()); // nothing to report

    commands = asked_on_page({.today = 10, .drills = {due_on(9), never}}, devices::Key::enter);
    REQUIRE(commands.size() == 1);
    CHECK(std::get<ChooseDrill>(commands.front()).feedback == drills::Feedback::none);
    commands = asked_on_page({.today = 10, .drills = {due_on(9), never}}, devices::key_of('w'));
    REQUIRE(commands.size() == 1);
    CHECK(std::holds_alternative<WriteReport>(commands.front()));
}
