#pragma once
/// The plan that a student's plan is held against.

#include "sim/care/course.hpp"

namespace tactus::care {

/// At most six visits of 60 minutes, or as long as the client bears, with home advice at the first, over the
/// weeks and for the problem of `plan`, done as well as its visits are on the mean: of all such plans whose
/// gaps of 2, 3, 4, 5, 7, 10 or 14 days never get shorter and that taper when they may, the one with the
/// lowest pain on the mean day. Some 800 plans are tried. Deterministic; any thread.
Plan best_plan(const Plan& plan, const Person& person);

} // namespace tactus::care
