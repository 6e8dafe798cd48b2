#pragma once
/// Linear answers with a time constant, by their exact solution over a step.

#include "sim/math/transcendental.hpp"

namespace tactus::physiology {

/// The session's step.
inline constexpr float step_s = 1.0F / 240.0F;

/// Share that is left after `elapsed_s` of a decay with time constant `tau_s`.
inline float left_after(float elapsed_s, float tau_s) { return math::exp(-elapsed_s / tau_s); }

/// Share of the way that is done after it: the same as 1 - left_after, where that has no digits left. A time
/// constant of half an hour takes two millionths a step.
inline float done_after(float elapsed_s, float tau_s) {
    return static_cast<float>(1 - math::exp(-static_cast<double>(elapsed_s) / static_cast<double>(tau_s)));
}

/// A value on its way to `target`, one step on.
inline float approached(float value, float target, float tau_s) {
    return value + (target - value) * done_after(step_s, tau_s);
}

} // namespace tactus::physiology
