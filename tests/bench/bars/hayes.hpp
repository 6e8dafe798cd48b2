#pragma once

/// Hayes' flat punch on a bonded elastic layer (Hayes et al. 1972), by its integral equation.

namespace tactus::bars {

/// kappa of F = 2 a E kappa d / (1 - nu^2), for a frictionless flat punch of radius a on a layer of thickness
/// h bonded to a rigid base. Good to 1e-4 for a / h up to 2 and 0 <= nu <= 0.5.
double hayes_factor(double poisson, double radius_over_layer);

} // namespace tactus::bars
