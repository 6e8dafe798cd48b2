#pragma once

/// Friction between a hand and skin (facts 3.6): Coulomb with a coefficient that falls with the film of oil.

namespace tactus::contact {

/// Coefficient of friction. film: 0 dry .. 1 freshly oiled, clamped. Pure.
float friction_coefficient(float film);

} // namespace tactus::contact
