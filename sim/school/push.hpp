#pragma once
/// What a station has on its way to the school. The station needs no school: what waits, waits, and what
/// was pushed twice is the same as pushed once.

#include "sim/records/archive.hpp"
#include "sim/school/school_client.hpp"
#include "sim/school/wire.hpp"

#include <functional>
#include <vector>

namespace tactus::school {

/// Of attempts and rows of classes.
struct PushReport {
    int taken = 0;
    int known = 0;
    int erased = 0;              ///< were erased at the school
    std::vector<Answer> noticed; ///< differs, copied and refused: an instructor should know

    void count(const Answer& answer);
};

/// Asked between batches: false ends a push early.
using GoOn = std::function<bool()>;

/// Tells the school what was erased here, then pushes every student's attempt that it has not answered for,
/// newest first, and what classes and exams have come to, in batches. An answer is kept before the next batch
/// leaves. The guest's attempts stay here. Throws UserError: the school cannot be reached or refuses; what
/// was answered before that is kept.
PushReport push(
    records::Archive& archive, SchoolClient& school, const GoOn& goes_on = [] { return true; });

} // namespace tactus::school
