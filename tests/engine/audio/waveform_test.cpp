#include "engine/audio/breath_sound.hpp"
#include "engine/audio/client_voice.hpp"
#include "engine/audio/metronome.hpp"
#include "engine/audio/pressure_tone.hpp"
#include "tests/engine/audio/hearing.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>

using namespace tactus;
using namespace tactus::audio;

namespace {

/// The step over the seam of a loop, which is heard at every round.
float seam(const Waveform& loop) { return std::fabs(loop.front() - loop.back()); }

std::span<const float> middle(const Waveform& sound, double from, double to) {
    const auto size = static_cast<double>(sound.size());
    const auto begin = static_cast<std::size_t>(from * size);
    return std::span(sound).subspan(begin, static_cast<std::size_t>(to * size) - begin);
}

constexpr std::array vocals{Vocal::hum, Vocal::good, Vocal::sigh, Vocal::ow, Vocal::gasp};

anatomy::BodyParameters body(anatomy::Sex sex, float age_years, float stature_m) {
    return {.sex = sex, .stature_m = stature_m, .age_years = age_years};
}

} // namespace

TEST_CASE("the metronome's loop lasts exactly a period and has its clicks where they belong") {
    for (const Beat beat : {Beat{6, 6}, Beat{0.8, 1}, Beat{1.5, 1}}) {
        CAPTURE(beat.period_s);
        const Waveform loop = metronome_loop(beat);
        CHECK(duration_s(loop) == doctest::Approx(beat.period_s).epsilon(1e-4));
        CHECK(peak(loop) == doctest::Approx(1));
        CHECK(seam(loop) < 1e-3F);
        const auto clicks = tests::onsets_s(loop, 0.1F, 0.2);
        REQUIRE(clicks.size() == static_cast<std::size_t>(beat.ticks));
        for (std::size_t index = 0; index < clicks.size(); ++index) {
            CHECK(clicks[index] == doctest::Approx(beat.period_s * static_cast<double>(index) / beat.ticks)
                                       .epsilon(0.01)
                                       .scale(0.2));
        }
        // The accent alone passes half of the full scale.
        CHECK(tests::onsets_s(loop, 0.5F, 0.2).size() == 1);
    }
}

TEST_CASE("a step's beat is the middle of the pace that it asks for") {
    scoring::Task task;
    CHECK_FALSE(beat_of(task).has_value());
    task.strokes_per_min = scoring::Band{8, 12};
    CHECK(beat_of(task)->period_s == doctest::Approx(6));
    CHECK(beat_of(task)->ticks == 6);
    task.beat_hz = scoring::Band{0.5F, 1};
    CHECK(beat_of(task)->period_s == doctest::Approx(1 / 0.75));
    CHECK(beat_of(task)->ticks == 1);
}

TEST_CASE("the tones close their loops at their pitch, and the rough one beats") {
    for (const Waveform& loop : {smooth_tone_loop(), rough_tone_loop()}) {
        CHECK(peak(loop) == doctest::Approx(1));
        CHECK(seam(loop) <= tests::largest_step(loop));
    }
    CHECK(tests::pitch_hz(middle(smooth_tone_loop(), 0.2, 0.4), 100, 500) ==
          doctest::Approx(tone_hz).epsilon(0.01));
    const auto unevenness = [](const Waveform& loop) {
        double least = 1e9;
        double most = 0;
        for (int part = 0; part < 40; ++part) {
            const double here = tests::loudness(middle(loop, part / 40.0, (part + 1) / 40.0));
            least = std::min(least, here);
            most = std::max(most, here);
        }
        return most / least;
    };
    CHECK(unevenness(smooth_tone_loop()) < 1.1);
    CHECK(unevenness(rough_tone_loop()) > 1.5);
}

TEST_CASE("the tone is silent without contact, quiet in band, and tells too light from too hard") {
    const auto heard = [](float force_n, bool idle = false) {
        return tone_for({.value = force_n, .band = {20, 45}, .idle = idle});
    };
    CHECK(heard(30, true) == ToneLevels{});
    CHECK(tone_for({.value = 30, .band = {}}) == ToneLevels{});
    const ToneLevels right = heard(30);
    CHECK(right.smooth > 0);
    CHECK(right.smooth < 0.2F);
    CHECK(right.rough == 0);
    CHECK(right.pitch == doctest::Approx(1).epsilon(0.01));
    CHECK(heard(10).smooth > 3 * right.smooth);
    CHECK(heard(10).pitch < 0.75F);
    CHECK(heard(10).rough == 0);
    CHECK(heard(47).rough > 0.3F);
    CHECK(heard(90).rough > heard(47).rough);
    CHECK(heard(90).pitch > 1.4F);
    CHECK(heard(5000).pitch <= 2.1F);
    // In or out and no more.
    CHECK(tone_of_band_only({.value = 10, .band = {20, 45}}) ==
          tone_of_band_only({.value = 90, .band = {20, 45}}));
    CHECK(tone_of_band_only({.value = 30, .band = {20, 45}}).rough == 0);
}

TEST_CASE("the breath is air without a pitch, and silent while it is held") {
    const Waveform loop = breath_loop();
    CHECK(duration_s(loop) > 1.5);
    CHECK(peak(loop) == doctest::Approx(1));
    CHECK(seam(loop) <= tests::largest_step(loop));
    CHECK(breath_for(0).level == 0);
    CHECK(breath_for(0.8F).level > 0.6F);
    CHECK(breath_for(-0.8F).level > 0.6F);
    CHECK(breath_for(0.8F).pitch > breath_for(-0.8F).pitch);
}

TEST_CASE("every utterance is short, does not clip and begins and ends in silence") {
    for (const auto sex : {anatomy::Sex::male, anatomy::Sex::female}) {
        for (const Vocal vocal : vocals) {
            CAPTURE(static_cast<int>(vocal));
            const Waveform sound = utter(vocal, throat_of(body(sex, 35, 1.7F)));
            CHECK(duration_s(sound) > 0.3);
            CHECK(duration_s(sound) < 1.3);
            CHECK(peak(sound) > 0.5F);
            CHECK(peak(sound) < 0.95F);
            CHECK(std::fabs(sound.front()) < 1e-3F);
            CHECK(std::fabs(sound.back()) < 1e-3F);
            CHECK(tests::loudness(middle(sound, 0, 0.01)) < 0.1 * tests::loudness(sound));
            CHECK(sound == utter(vocal, throat_of(body(sex, 35, 1.7F))));
        }
    }
}

TEST_CASE("a client hums at the pitch of sex and age") {
    const auto heard_hz = [](anatomy::Sex sex, float age_years) {
        const Waveform sound = utter(Vocal::hum, throat_of(body(sex, age_years, 1.7F)));
        return tests::pitch_hz(middle(sound, 0.25, 0.65), 70, 400);
    };
    const double man = heard_hz(anatomy::Sex::male, 30);
    const double woman = heard_hz(anatomy::Sex::female, 30);
    CHECK(man == doctest::Approx(throat_of(body(anatomy::Sex::male, 30, 1.7F)).pitch_hz).epsilon(0.05));
    CHECK(woman == doctest::Approx(throat_of(body(anatomy::Sex::female, 30, 1.7F)).pitch_hz).epsilon(0.05));
    CHECK(heard_hz(anatomy::Sex::male, 79) > man + 15);
    CHECK(heard_hz(anatomy::Sex::female, 79) < woman - 15);
}

TEST_CASE("what goes to the sound card is limited to its full scale") {
    CHECK(to_pcm({0, 1, -1, 3, -3}) == std::vector<short>{0, 32767, -32767, 32767, -32767});
}
