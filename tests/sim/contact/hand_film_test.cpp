#include "sim/contact/contact_data.hpp"
#include "sim/contact/friction.hpp"
#include "sim/contact/hand_film.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tactus;

TEST_CASE("a hand leaves its oil on dry skin by the way it slides, and none on skin as oily as itself") {
    contact::HandFilm dry_skin;
    contact::HandFilm oily_skin;
    constexpr float step_m = 0.001F;
    for (int k = 0; k < 6000; ++k) {
        dry_skin.step({.oil_taken = 0.8F, .skin_film = 0, .slip_m = step_m});
        oily_skin.step({.oil_taken = 0.8F, .skin_film = 0.8F, .slip_m = step_m});
    }
    CHECK(dry_skin.film() ==
          doctest::Approx(0.8 * std::exp(-6.0 / contact::oil_spread_length_m.value)).epsilon(0.001));
    CHECK(oily_skin.film() == doctest::Approx(0.8));
    contact::HandFilm resting;
    for (int k = 0; k < 1000; ++k) {
        resting.step({.oil_taken = 0.8F, .skin_film = 0, .slip_m = 0});
    }
    CHECK(resting.film() == 0.8F);
}

TEST_CASE("lotion is used up before oil, and dry hands take none") {
    using contact::Product;
    std::array<float, contact::product_count> left{};
    for (std::size_t k = 0; k < left.size(); ++k) {
        contact::HandFilm hand;
        for (int step = 0; step < 2000; ++step) {
            left[k] = hand.step({.oil_taken = 0.8F, .product = static_cast<Product>(k), .slip_m = 0.001F});
        }
    }
    CHECK(left[static_cast<std::size_t>(Product::lotion)] < left[static_cast<std::size_t>(Product::gel)]);
    CHECK(left[static_cast<std::size_t>(Product::gel)] < left[static_cast<std::size_t>(Product::oil)]);
    CHECK(left[static_cast<std::size_t>(Product::lotion)] > 0.3F);
    CHECK(left[static_cast<std::size_t>(Product::dry)] == 0);
}

TEST_CASE("a hand that was lifted comes back oiled anew; one that asks for more gets it at once") {
    contact::HandFilm hand;
    for (int k = 0; k < 5000; ++k) {
        hand.step({.oil_taken = 0.6F, .skin_film = 0, .slip_m = 0.001F});
    }
    CHECK(hand.film() < 0.4F);
    hand.lift();
    CHECK(hand.step({.oil_taken = 0.6F}) == 0.6F);
    for (int k = 0; k < 5000; ++k) {
        hand.step({.oil_taken = 0.6F, .skin_film = 0, .slip_m = 0.001F});
    }
    CHECK(hand.step({.oil_taken = 0.9F}) == 0.9F);
}

TEST_CASE("a dry hand that slides over oiled skin takes oil up") {
    contact::HandFilm hand;
    for (int k = 0; k < 3000; ++k) {
        hand.step({.oil_taken = 0, .skin_film = 0.7F, .slip_m = 0.001F});
    }
    CHECK(hand.film() > 0.2F);
    CHECK(hand.film() < 0.7F);
}

TEST_CASE("hand and skin share their oil: friction lies between that of two dry and two oiled ones") {
    const float mixed = contact::friction(contact::shared_film(1, 0)).sliding;
    CHECK(mixed < contact::friction(contact::shared_film(0, 0)).sliding);
    CHECK(mixed > contact::friction(contact::shared_film(1, 1)).sliding);
    CHECK(contact::shared_film(0.6F, 0.6F) == doctest::Approx(0.6));
}
