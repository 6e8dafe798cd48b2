#include "tests/engine/audio/hearing.hpp"
#include "tests/engine/audio/wav_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace tactus;

namespace {

/// What is heard of the demonstration of the drill "effleurage", whose steps ask for ten strokes a minute.
tests::WavFile demonstration(const std::string& name, const std::string& flags) {
    const std::filesystem::path folder =
        std::filesystem::path(TACTUS_BINARY_DIR) / "tests" / "end_to_end" / name;
    std::filesystem::create_directories(folder / "data");
    tests::play_into(folder / "heard.wav");
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY " TACTUS_PROGRAM
                                " --tier low --setting half --size 320x180 --frames 1200 --data '" +
                                (folder / "data").string() + "' " + flags + " 2> '" +
                                (folder / "errors.txt").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    return tests::read_wav(folder / "heard.wav");
}

/// High notes alone, as the clicks are: breath and tone lie under them.
std::vector<float> clicks_of(const tests::WavFile& wav) {
    std::vector<float> sharp(wav.left.size(), 0.0F);
    for (std::size_t index = 2; index < sharp.size(); ++index) {
        sharp[index] = wav.left[index] - 2 * wav.left[index - 1] + wav.left[index - 2];
    }
    return sharp;
}

} // namespace

TEST_CASE("a drill ticks at its pace: ten strokes a minute, each counted out by six clicks") {
    const tests::WavFile wav = demonstration("sound", "");
    const auto clicks = tests::onsets_s(clicks_of(wav), 0.0015F, 0.4, wav.rate_hz);
    REQUIRE(clicks.size() >= 5);
    std::vector<double> between;
    for (std::size_t index = 1; index < clicks.size(); ++index) {
        between.push_back(clicks[index] - clicks[index - 1]);
    }
    std::ranges::sort(between);
    // A second of the run each; this machine may run it slower than the wall's clock, never faster.
    const double median_s = between[between.size() / 2];
    MESSAGE(clicks.size() << " clicks, one in " << median_s << " s");
    CHECK(median_s > 0.97);
    CHECK(median_s < 4);
}

TEST_CASE("--mute leaves not one sample that is heard") {
    CHECK(tests::loudness(demonstration("sound_muted", "--mute").left) == 0);
}
