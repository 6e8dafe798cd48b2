#include "engine/audio/sound.hpp"
#include "tests/engine/audio/hearing.hpp"
#include "tests/engine/audio/wav_file.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace tactus;
using namespace tactus::audio;

namespace {

/// What reaches the sound card when that plan is played for some seconds of real time, 60 times a second.
template <class Plan> std::vector<float> heard(double seconds, const Plan& plan_at) {
    static const std::filesystem::path wav = std::filesystem::temp_directory_path() / "tactus-sound-test.wav";
    tests::play_into(wav);
    {
        Sound sound;
        const auto began = std::chrono::steady_clock::now();
        double now_s = 0;
        while (now_s < seconds) {
            sound.play(plan_at(now_s));
            REQUIRE(sound.trouble().empty());
            std::this_thread::sleep_for(std::chrono::milliseconds(16));
            now_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        }
    }
    std::vector<float> left = tests::read_wav(wav).left;
    REQUIRE(static_cast<double>(left.size()) > (seconds - 1) * sample_rate_hz);
    return left;
}

/// A beat of 75 a minute, as a run at that share of real time has it.
SoundPlan ticking(double now_s, double speed) {
    SoundPlan plan{.metronome_gain = 0.5F};
    const double period_s = 0.8 / speed;
    plan.ticking = Ticking{.beat = {.period_s = period_s}, .at_s = std::fmod(now_s, period_s)};
    return plan;
}

} // namespace

TEST_CASE("the sound card gets the metronome's clicks at its rate, to the millisecond") {
    const auto clicks = tests::onsets_s(heard(5, [](double now_s) { return ticking(now_s, 1); }), 0.1F, 0.3);
    REQUIRE(clicks.size() >= 5);
    for (std::size_t index = 1; index < clicks.size(); ++index) {
        CHECK(clicks[index] - clicks[index - 1] == doctest::Approx(0.8).epsilon(0.002));
    }
}

TEST_CASE("a run whose pace wavers keeps its metronome: the loop is put right between clicks") {
    // Nine tenths of the way between full pace and 8 % slower: the loop made first is too fast.
    const auto clicks = tests::onsets_s(heard(8,
                                              [](double now_s) {
                                                  SoundPlan plan = ticking(now_s * 0.93, 1);
                                                  plan.ticking->beat.period_s =
                                                      0.8 / (now_s < 0.5 ? 1 : 0.93);
                                                  plan.ticking->at_s /= now_s < 0.5 ? 1 : 0.93;
                                                  return plan;
                                              }),
                                        0.1F, 0.3);
    REQUIRE(clicks.size() >= 7);
    const double mean_s = (clicks.back() - clicks.front()) / static_cast<double>(clicks.size() - 1);
    CHECK(mean_s == doctest::Approx(0.8 / 0.93).epsilon(0.02));
}

TEST_CASE("with every gain at nothing not one sample sounds") {
    const auto silent = heard(1.5, [](double now_s) {
        SoundPlan plan = ticking(now_s, 1);
        plan.metronome_gain = 0;
        plan.tone = {.smooth = 1, .rough = 1};
        plan.breath = {.level = 1};
        plan.spoken = Spoken{.vocal = Vocal::ow, .throat = {}, .serial = 1};
        return plan;
    });
    CHECK(tests::loudness(silent) == 0);
}

TEST_CASE("tone and voice reach the sound card at their pitch, and an utterance is said once") {
    const auto tone = heard(1.5, [](double) {
        SoundPlan plan{.tone_gain = 0.5F};
        plan.tone = {.smooth = 1, .rough = 0, .pitch = 1.5F};
        return plan;
    });
    CHECK(tests::pitch_hz(std::span(tone).subspan(tone.size() / 2, 8000), 150, 700) ==
          doctest::Approx(1.5 * tone_hz).epsilon(0.01));
    const auto voice = heard(3, [](double) {
        SoundPlan plan{.voice_gain = 0.5F};
        plan.spoken = Spoken{.vocal = Vocal::ow, .throat = {}, .serial = 4};
        return plan;
    });
    CHECK(tests::onsets_s(voice, 0.05F, 0.25).size() == 1);
}
