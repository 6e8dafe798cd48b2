#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::ui;

namespace {

/// What a bar asks for when a key is struck.
std::vector<Command> asked(const ReplayBar& bar, devices::Key key) {
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    const Theme theme;
    Interaction interaction;
    Commands ask;
    devices::InputEvents events;
    events.keys.push_back({.key = key});
    interaction.begin(events, 1);
    Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
    draw_replay_bar(canvas, interaction, bar, ask);
    layer.end_frame();
    return ask.take();
}

template <class Kind> const Kind& only(const std::vector<Command>& commands) {
    REQUIRE(commands.size() == 1);
    REQUIRE(std::holds_alternative<Kind>(commands.front()));
    return std::get<Kind>(commands.front());
}

} // namespace

TEST_CASE("Space plays, stops and begins a replay anew at its end") {
    ReplayBar bar{.at_s = 20, .duration_s = 60};
    only<PauseRun>(asked(bar, devices::Key::space));
    bar.playing = false;
    only<ResumeRun>(asked(bar, devices::Key::space));
    bar.over = true;
    CHECK(only<SeekReplay>(asked(bar, devices::Key::space)).to_s == 0);
}

TEST_CASE(
    "comma and full stop step, brackets change the speed within 0.1 to 4, C shows a ghost that there is") {
    ReplayBar bar{.at_s = 20, .duration_s = 60};
    CHECK(only<StepReplay>(asked(bar, devices::key_of(','))).by == -1);
    CHECK(only<StepReplay>(asked(bar, devices::key_of('.'))).by == 1);
    CHECK(only<SetReplaySpeed>(asked(bar, devices::key_of('['))).speed == 0.5);
    CHECK(only<SetReplaySpeed>(asked(bar, devices::key_of(']'))).speed == 2);
    bar.speed = 4;
    CHECK(asked(bar, devices::key_of(']')).empty());
    bar.speed = 0.1;
    CHECK(asked(bar, devices::key_of('[')).empty());
    CHECK(asked(bar, devices::key_of('c')).empty());
    bar.ghost = "expert";
    only<ToggleGhost>(asked(bar, devices::key_of('c')));
}

TEST_CASE("the page keys walk from moment to moment, with a lead before each") {
    const std::vector<replay::Moment> moments{{10, replay::MomentKind::pain, "pain 8 of 10"},
                                              {30, replay::MomentKind::lift_off, "both hands off the skin"},
                                              {50, replay::MomentKind::mark_lost, "too fast"}};
    ReplayBar bar{.at_s = 0, .duration_s = 60, .moments = moments};
    for (const double wanted : {8.5, 28.5, 48.5}) {
        bar.at_s = only<SeekReplay>(asked(bar, devices::Key::page_down)).to_s;
        CHECK(bar.at_s == doctest::Approx(wanted));
    }
    CHECK(asked(bar, devices::Key::page_down).empty());
    bar.at_s = only<SeekReplay>(asked(bar, devices::Key::page_up)).to_s;
    CHECK(bar.at_s == doctest::Approx(28.5));
    CHECK(next_moment({}, 10, true) == nullptr);
}
