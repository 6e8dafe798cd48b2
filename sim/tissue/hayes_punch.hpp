#pragma once

/// The linear theory of a flat punch on an elastic layer that is bonded to a rigid base: what `tactus-sim
/// indent` is held against.

namespace tactus::tissue {

/// kappa of F = 2 a E kappa d / (1 - nu^2): force of a rigid, flat, frictionless punch of radius a at depth d
/// on a layer of thickness h. Solves the integral equation of Hayes et al. 1972 (solver.md 3.1) by Nystrom's
/// method; relative error below 1e-5 for 0 <= poisson <= 0.5 and radius_over_layer up to 4. Any thread.
double hayes_factor(double poisson, double radius_over_layer);

} // namespace tactus::tissue
