#pragma once

/// Friction between a hand and skin (facts 3.6): Coulomb with a coefficient that falls with the film of oil
/// and, where the skin is dry, with the first way of sliding.

#include "sim/contact/product.hpp"

namespace tactus::contact {

/// Coefficients of a place in motion and as long as it sticks.
struct Friction {
    float sliding = 0;
    float sticking = 0;

    /// Of a place that has slid that far since it last rested. Pure.
    [[nodiscard]] float after(float slid_m) const;
};

/// film: 0 dry .. 1 fresh, clamped, of the product. Under a fresh film nothing sticks. Pure.
Friction friction(float film, Product product = Product::oil);

/// How far a place counts as having slid once it has rested that long: it sticks again bit by bit. Pure.
float rested(float slid_m, float seconds);

/// The film between a hand and the skin when both have one: pressed together they share their oil. Pure.
float shared_film(float on_hand, float on_skin);

} // namespace tactus::contact
