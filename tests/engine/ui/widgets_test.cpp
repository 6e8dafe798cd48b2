#include "engine/ui/kiosk_words.hpp"
#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/panels/flow_panel.hpp"
#include "engine/ui/screens/result_screen.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/gauge.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace tactus;
using namespace tactus::ui;

TEST_CASE("words stand out from their grounds by the WCAG formula") {
    const Theme theme;
    const Colour ink{13, 20, 22, 255};
    CHECK(contrast(theme.text, ink) == doctest::Approx(17.0).epsilon(0.02)); // figures of the design
    CHECK(contrast(theme.text_second, ink) == doctest::Approx(10.4).epsilon(0.02));
    CHECK(contrast(theme.teal, ink) == doctest::Approx(8.2).epsilon(0.02));
    CHECK(contrast(ink, theme.text) == doctest::Approx(contrast(theme.text, ink)));
    CHECK(contrast(ink, ink) == doctest::Approx(1));
}

TEST_CASE("in high contrast the edge of what can be pressed stands out from its ground; else there is none") {
    const Theme theme = high_contrast_theme();
    const float share = static_cast<float>(theme.control_edge.opacity) / 255;
    const auto grey = static_cast<std::uint8_t>(share * static_cast<float>(theme.control_edge.red));
    CHECK(contrast({grey, grey, grey, 255}, theme.card) >= 3); // WCAG 2.1, 1.4.11
    CHECK(Theme().control_edge.opacity == 0);
}

TEST_CASE("the pressure ramp grows lighter all along, so that it can be read without colour") {
    const Colour black{0, 0, 0, 255};
    float last = 0;
    for (int step = 0; step <= 40; ++step) {
        const float lightness = contrast(pressure_colour(static_cast<float>(step) / 40), black);
        CHECK(lightness > last);
        last = lightness;
    }
}

TEST_CASE("no words are set smaller than thirteen pixels at 720 lines") {
    for (const FaceToken& face : faces) {
        CHECK(face.size >= 13);
    }
}

TEST_CASE("the gauge says where the force stands against the band") {
    const GaugeBand band{20, 45};
    CHECK(band_state({.value = 10, .band = band}) == BandState::below);
    CHECK(band_state({.value = 30, .band = band}) == BandState::within);
    CHECK(band_state({.value = 46, .band = band}) == BandState::above);
    CHECK(band_state({.value = 30, .band = band, .idle = true}) == BandState::idle);
    CHECK(band_word(BandState::below, true) == "too light");
    CHECK(band_word(BandState::within, true) == "in range");
    CHECK(band_word(BandState::above, true) == "too hard");
    CHECK(band_word(BandState::within, false) == "pressing");
}

TEST_CASE("the dial sweeps 260 degrees and keeps room above the band") {
    CHECK(gauge_angle_deg(0, 60) == doctest::Approx(140));
    CHECK(gauge_angle_deg(60, 60) == doctest::Approx(400));
    CHECK(gauge_angle_deg(500, 60) == doctest::Approx(400));
    for (const float high : {6.0F, 20.0F, 45.0F, 90.0F}) {
        CHECK(gauge_full_scale({0, high}) > 1.2F * high);
    }
}

TEST_CASE("numbers become words without surprises") {
    CHECK(rounded(-0.2) == "0");
    CHECK(rounded(2.25, 1) == "2.3");
    CHECK(rounded(0.0 / 0.0) == "-");
    CHECK(clock_time(102) == "1:42");
    CHECK(clock_time(59.2) == "1:00"); // a second that has begun is still to come
    CHECK(clock_time(-3) == "0:00");
    CHECK(spoken_time(200) == "3 min 20 s");
    CHECK(spoken_time(60) == "1 min");
    CHECK(spoken_time(45) == "45 s");
}

TEST_CASE("rhythm counts the strokes that keep within a sixth of the median period") {
    CHECK(steady_strokes({}) == 0);
    CHECK(steady_strokes({5, 5.1F, 4.9F, 5}) == 4);
    CHECK(steady_strokes({5, 5, 5, 8, 2}) == 3);
}

TEST_CASE("the worst moment is the force furthest above its band") {
    std::vector<ForcePoint> force;
    force.reserve(100);
    for (int index = 0; index < 100; ++index) {
        force.push_back({.t_s = static_cast<float>(index), .force_n = 30, .low_n = 20, .high_n = 45});
    }
    CHECK_FALSE(worst_moment(force).has_value());
    force[40].force_n = 60;
    force[70].force_n = 52;
    const auto worst = worst_moment(force);
    REQUIRE(worst.has_value());
    CHECK(worst->index == 40);
    CHECK(worst->words == "60 N, too hard");
}

TEST_CASE("each group shows its costliest reason") {
    scoring::Score score;
    score.reasons.push_back(
        {.group = scoring::Group::flow, .measure = "speed", .what = "Too fast on the way back."});
    CHECK(group_fact(score, scoring::Group::flow) == "Too fast on the way back.");
    CHECK(group_fact(score, scoring::Group::pressure) == "Nothing lost here.");
}

TEST_CASE("every visitor gets at least one star") {
    CHECK(stars_of(0) == 1);
    CHECK(stars_of(58) == 3);
    CHECK(stars_of(100) == 5);
}

TEST_CASE("the client's state has a word and a shape of its own") {
    const Theme theme;
    physiology::ClientState client;
    CHECK(client_state_word(theme, client).word == "Comfortable");
    client.comfort = 0.8F;
    CHECK(client_state_word(theme, client).word == "Relaxed");
    client.guarding = 0.4F;
    CHECK(client_state_word(theme, client).word == "Guarding");
    client.discomfort = 8;
    const StateWord pain = client_state_word(theme, client);
    CHECK(pain.word == "In pain");
    CHECK(pain.shape != client_state_word(theme, {}).shape);
}
