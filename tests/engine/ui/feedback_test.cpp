/// What each level of feedback keeps back: where two runs look the same on the screen, it tells nothing of
/// what differs between them.

#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/panels/band_panel.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "engine/ui/screens/hud_screen.hpp"
#include "engine/ui/screens/result_screen.hpp"
#include "tests/engine/ui/fake_run.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <functional>
#include <tuple>

using namespace tactus;
using namespace tactus::ui;
using drills::Feedback;

namespace {

using Seen = std::vector<std::tuple<float, float, float, float, unsigned>>;

struct Screen {
    ImGuiLayer layer{nullptr, 1};
    Theme theme;
    drills::Drill drill = tests::stroke_drill();
    client::Client client = tests::plain_client();
    anatomy::Anatomy anatomy = tests::flat_anatomy();
    client::Phrases phrases;

    Screen() { tests::bake_fonts(); }

    Seen seen(const std::function<void(Canvas&, Interaction&)>& draw) {
        Interaction interaction;
        interaction.begin({}, 1);
        Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        draw(canvas, interaction);
        Seen all;
        const ImDrawData* data = layer.end_frame();
        for (int list = 0; list < data->CmdListsCount; ++list) {
            for (const ImDrawVert& v : data->CmdLists[list]->VtxBuffer) {
                all.emplace_back(v.pos.x, v.pos.y, v.uv.x, v.uv.y, v.col);
            }
        }
        return all;
    }

    /// A moment of the run that presses with that force at that pace and place.
    Seen run(Feedback feedback, float force_n, float speed_m_s = 0.12F, float v = 0.5F) {
        session::Snapshot now = tests::snapshot_of_a_stroke();
        now.hands[1].force_n = force_n;
        now.hands[1].v = v;
        now.hands[1].centre.z = v * anatomy.skin.spine_length_m;
        now.flow.speed_m_s = speed_m_s;
        const RunView view{.now = now,
                           .drill = drill,
                           .client = client,
                           .anatomy = anatomy,
                           .phrases = phrases,
                           .camera = render::preset_camera(render::CameraPreset::main),
                           .feedback = feedback,
                           .device = DeviceStatus{.force_target_n = force_n}};
        HudScreen hud;
        return seen([&](Canvas& canvas, Interaction&) { draw_hud_screen(canvas, view, hud); });
    }

    Seen card(Feedback feedback, const scoring::Score& score) {
        ResultScreen state;
        return seen([&](Canvas& canvas, Interaction& interaction) {
            Commands ask;
            draw_result_screen(canvas, interaction,
                               {.drill = drill,
                                .client = client,
                                .score = score,
                                .best = std::nullopt,
                                .force = {},
                                .feedback = feedback},
                               state, ask);
        });
    }
};

} // namespace

TEST_CASE("full feedback tells force, pace and place") {
    Screen screen;
    CHECK(screen.run(Feedback::full, 27) != screen.run(Feedback::full, 29));
    CHECK(screen.run(Feedback::full, 27) != screen.run(Feedback::full, 27, 0.14F));
    CHECK(screen.run(Feedback::full, 27) != screen.run(Feedback::full, 27, 0.12F, 0.8F));
}

TEST_CASE("the band alone tells in from out, and no more") {
    Screen screen; // 20 to 45 N
    CHECK(screen.run(Feedback::band_only, 21) == screen.run(Feedback::band_only, 44));
    CHECK(screen.run(Feedback::band_only, 46) == screen.run(Feedback::band_only, 90));
    CHECK(screen.run(Feedback::band_only, 15) == screen.run(Feedback::band_only, 90)); // not even which way
    CHECK(screen.run(Feedback::band_only, 44) != screen.run(Feedback::band_only, 46));
    CHECK(screen.run(Feedback::band_only, 27) == screen.run(Feedback::band_only, 27, 0.3F, 0.8F));
}

TEST_CASE("feedback afterwards, and none, tell nothing of the hand while it works") {
    Screen screen;
    for (const Feedback feedback : {Feedback::terminal, Feedback::none}) {
        CHECK(screen.run(feedback, 27) == screen.run(feedback, 90, 0.3F, 0.8F));
    }
}

TEST_CASE("without feedback the card gives the score and not where marks were lost") {
    Screen screen;
    scoring::Score score;
    score.total = 71;
    score.groups = {80, 60, 75, 100, 50, 90};
    score.grade = "fail";
    score.reasons.push_back(
        {.group = scoring::Group::flow, .measure = "pace", .what = "Too fast.", .moment_s = 9});
    scoring::Score other = score;
    other.groups = {60, 80, 75, 100, 50, 90};
    other.reasons.front().what = "Too slow.";
    other.next_time = "Faster.";
    CHECK(screen.card(Feedback::none, score) == screen.card(Feedback::none, other));
    CHECK(screen.card(Feedback::terminal, score) != screen.card(Feedback::terminal, other));
    other.total = 72;
    CHECK(screen.card(Feedback::none, score) != screen.card(Feedback::none, other));
}

TEST_CASE("Enter takes the level with the focus, and Space starts the drill from there") {
    Screen screen;
    Interaction interaction;
    const auto frame = [&](devices::Key key) {
        devices::InputEvents events;
        events.keys.push_back({.key = key});
        interaction.begin(events, 1);
        Canvas canvas(screen.layer.begin_frame({1280, 720}, 0.016F), screen.theme, screen.layer.fonts(), 1,
                      {1280, 720});
        Commands ask;
        draw_brief_screen(canvas, interaction,
                          {.drill = screen.drill,
                           .client = screen.client,
                           .feedback = FeedbackChoice{},
                           .practice = PracticeChoice{}},
                          ask);
        screen.layer.end_frame();
        return ask.take();
    };
    frame(devices::Key::none);
    for (int k = 0; k < 2; ++k) {
        frame(devices::Key::tab);
    }
    frame(devices::Key::tab); // from Start over Back to the first level, and on
    std::vector<Command> asked = frame(devices::Key::enter);
    REQUIRE(asked.size() == 1);
    CHECK(std::get<ChooseFeedback>(asked.front()).feedback == Feedback::band_only);
    asked = frame(devices::Key::space);
    REQUIRE(asked.size() == 1);
    CHECK(std::holds_alternative<StartDrill>(asked.front()));
}

TEST_CASE("the brief offers a ladder and a waiting clock; Ladder again goes to the next step") {
    Screen screen;
    const auto asked_ways = [&](const PracticeChoice& practice) {
        Interaction interaction;
        std::vector<ChoosePractice> ways;
        for (int k = 0; k < 30; ++k) {
            devices::InputEvents events;
            events.keys.push_back({.key = k % 2 == 0 ? devices::Key::tab : devices::Key::enter});
            interaction.begin(events, 1);
            Canvas canvas(screen.layer.begin_frame({1280, 720}, 0.016F), screen.theme, screen.layer.fonts(),
                          1, {1280, 720});
            Commands ask;
            draw_brief_screen(canvas, interaction,
                              {.drill = screen.drill,
                               .client = screen.client,
                               .feedback = FeedbackChoice{},
                               .practice = practice},
                              ask);
            screen.layer.end_frame();
            for (const Command& command : ask.take()) {
                if (const auto* way = std::get_if<ChoosePractice>(&command)) {
                    ways.push_back(*way);
                }
            }
        }
        return ways;
    };
    const auto asks_for = [&](const PracticeChoice& now, Practice practice, int step) {
        return std::ranges::any_of(asked_ways(now), [&](const ChoosePractice& way) {
            return way.practice == practice && way.ladder_step == step;
        });
    };
    const PracticeChoice whole{.ladder_step = 2};
    CHECK(asks_for(whole, Practice::ladder, 2));
    CHECK(asks_for(whole, Practice::wait, 0));
    CHECK(asks_for({.practice = Practice::ladder, .ladder_step = 2}, Practice::ladder, 3));
    CHECK(asks_for({.practice = Practice::ladder, .ladder_step = 2}, Practice::whole, 0));
    CHECK_FALSE(asks_for({}, Practice::ladder, 0)); // a drill with nothing to loop
}

TEST_CASE("in or out is what the gauge says, without its word for which side") {
    CHECK(in_or_out({.value = 30, .band = {20, 45}}) == "In");
    CHECK(in_or_out({.value = 10, .band = {20, 45}}) == "Out");
    CHECK(in_or_out({.value = 50, .band = {20, 45}}) == "Out");
    CHECK(in_or_out({.value = 0, .band = {20, 45}, .idle = true}) == "No contact");
}
