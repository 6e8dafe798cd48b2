#pragma once

/// Friction between a hand and skin (facts 3.6): Coulomb with a coefficient that falls with the film of oil.

#include "sim/contact/product.hpp"

namespace tactus::contact {

/// Coefficient of friction. film: 0 dry .. 1 fresh, clamped, of the product. Pure.
float friction_coefficient(float film, Product product = Product::oil);

/// The film between a hand and the skin when both have one: pressed together they share their oil. Pure.
float shared_film(float on_hand, float on_skin);

} // namespace tactus::contact
