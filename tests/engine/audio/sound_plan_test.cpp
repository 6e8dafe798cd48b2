#include "engine/audio/sound_plan.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::audio;

namespace {

/// A run of long strokes, twelve seconds in, that the tests let go on.
struct Run {
    drills::Drill drill = tests::stroke_drill();
    client::Client client = tests::plain_client();
    anatomy::Anatomy anatomy = tests::flat_anatomy();
    session::Snapshot now = tests::snapshot_of_a_stroke();
    client::Phrases phrases{.sentences = {{"too_much", "That is too much."}}};
    drills::Feedback feedback = drills::Feedback::full;
    ui::RunOptions options;
    SoundPlanner planner;
    ui::SoundSettings settings;
    bool guided = true;
    ui::PracticeStatus practice;

    Run() {
        drill.steps.front().task.strokes_per_min = scoring::Band{8, 12};
        now.progress.step_left_s = 48;
    }

    SoundPlan plan(double passed_s = 1.0 / 60, bool standing = false, double speed = 1) {
        now.t_s += passed_s;
        now.progress.step_left_s -= passed_s;
        const ui::RunView view{.now = now,
                               .drill = drill,
                               .client = client,
                               .anatomy = anatomy,
                               .phrases = phrases,
                               .camera = {},
                               .feedback = feedback,
                               .options = options,
                               .practice = practice};
        return planner.plan({.run = &view, .standing = standing, .guided = guided, .speed = speed}, settings);
    }

    void say(const char* phrase) {
        now.client.utterance = {.serial = now.client.utterance.serial + 1, .t_s = now.t_s, .phrase = phrase};
    }
};

} // namespace

TEST_CASE("the metronome stands where the step's time stands, and follows a slowed run") {
    Run run;
    const SoundPlan plan = run.plan(1.0);
    REQUIRE(plan.ticking.has_value());
    CHECK(plan.ticking->beat.period_s == doctest::Approx(6));
    CHECK(plan.ticking->at_s == doctest::Approx(1)); // 13 s into the step
    const SoundPlan slow = run.plan(1.0, false, 0.5);
    CHECK(slow.ticking->beat.period_s == doctest::Approx(12));
    CHECK(slow.ticking->at_s == doctest::Approx(4));
}

TEST_CASE("an exam has neither beat nor tone; a terminal drill has the beat alone; the voice stays") {
    Run run;
    run.feedback = drills::Feedback::terminal;
    CHECK(run.plan().ticking.has_value());
    CHECK(run.plan().tone == ToneLevels{});
    run.feedback = drills::Feedback::none;
    CHECK_FALSE(run.plan().ticking.has_value());
    run.say("too_much");
    REQUIRE(run.plan().spoken.has_value());
    CHECK(run.plan().spoken->vocal == Vocal::ow);
}

TEST_CASE("nothing sounds while the run stands, and nothing of it in an attract loop but the client") {
    Run run;
    const SoundPlan standing = run.plan(0, true);
    CHECK_FALSE(standing.ticking.has_value());
    CHECK(standing.tone == ToneLevels{});
    CHECK(standing.breath.level == 0);
    run.guided = false;
    CHECK_FALSE(run.plan().ticking.has_value());
    CHECK(run.plan().tone == ToneLevels{});
    SoundPlanner idle;
    CHECK(idle.plan({}, {}).voice_gain == 0);
}

TEST_CASE("mute and volumes reach every kind, and all of them together do not clip") {
    Run run;
    run.settings = {.metronome = 100, .tone = 100, .breath = 100, .voice = 100};
    const SoundPlan loud = run.plan();
    CHECK(loud.metronome_gain + loud.tone_gain + loud.breath_gain + loud.voice_gain <= doctest::Approx(1));
    run.settings.tone = 50;
    CHECK(run.plan().tone_gain == doctest::Approx(loud.tone_gain / 4));
    run.settings.muted = true;
    const SoundPlan muted = run.plan();
    CHECK(muted.metronome_gain + muted.tone_gain + muted.breath_gain + muted.voice_gain == 0);
}

TEST_CASE("the breath is heard as it moves, in brighter than out, and not while it is held") {
    Run run;
    for (int frame = 0; frame < 60; ++frame) {
        run.now.client.breath = 0.01F * static_cast<float>(frame);
        run.plan();
    }
    const BreathLevels in = run.plan().breath;
    run.now.client.breath_held = true;
    CHECK(run.plan().breath.level == 0);
    run.now.client.breath_held = false;
    for (int frame = 0; frame < 60; ++frame) {
        run.now.client.breath = 0.6F - 0.01F * static_cast<float>(frame);
        run.plan();
    }
    const BreathLevels out = run.plan().breath;
    CHECK(in.level > 0.3F);
    CHECK(out.level > 0.3F);
    CHECK(in.pitch > out.pitch);
}

TEST_CASE("an utterance from before the run was shown is not said; the next is, once, with its caption") {
    Run run;
    run.say("too_much");
    CHECK_FALSE(run.plan().spoken.has_value()); // a replay that opens in the middle
    run.say("too_much");
    const SoundPlan said = run.plan();
    REQUIRE(said.spoken.has_value());
    CHECK(said.caption == "Mr. Adler: ow!");
    CHECK(run.plan().spoken->serial == said.spoken->serial);
    run.options.panels_hidden = true;
    CHECK(run.plan().caption == "Mr. Adler: ow! \u201CThat is too much.\u201D");
}

TEST_CASE("every sound has its caption, also when it is muted, unless captions are off") {
    Run run;
    run.settings.muted = true;
    run.now.progress.step_left_s = 60;
    CHECK(run.plan().caption == "metronome: 10 strokes a minute");
    run.now.progress.step_left_s = 40;
    run.now.hands[1].force_n = 90;
    CHECK(run.plan().caption.empty()); // not at once: every stroke passes the edges of its band
    run.plan(0.5);
    CHECK(run.plan(0.5).caption == "rough high tone: too hard");
    run.now.client.breath_held = true;
    CHECK(run.plan().caption == "Mr. Adler holds the breath");
    run.settings.captions = false;
    CHECK(run.plan().caption.empty());
}

TEST_CASE("every phrase of a client has a sound") {
    for (const std::string_view phrase : client::phrase_ids()) {
        CAPTURE(phrase);
        CHECK(duration_s(utter(vocal_of(phrase), {})) > 0.3);
    }
    CHECK(vocal_of("too_much") == Vocal::ow);
    CHECK(vocal_of("relaxed") == Vocal::sigh);
}

TEST_CASE("no beat goes on while the drill's clock waits") {
    Run run;
    CHECK(run.plan().ticking.has_value());
    run.now.clock_waits = true;
    CHECK_FALSE(run.plan().ticking.has_value());
    run.now.clock_waits = false;
    CHECK(run.plan().ticking.has_value());
}
