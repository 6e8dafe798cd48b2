#pragma once
/// The gravest thing that can be done to a client of a condition (facts 5.5, critical fail). Internal to cli.

#include "sim/cli/case_script.hpp"

#include <string>

namespace tactus::cli {

/// What harms, and what of the rest of a right session it changes.
struct Harm {
    std::string finding;    ///< that it must end in: "dysreflexia_ignored"
    std::string left_out;   ///< the question that is not asked; "" = all are
    std::string position;   ///< in which the client lies; "" = the right one
    double lasts_s = 0;     ///< of work that it needs, seconds; 0 = as long as a session is
    bool hands_full = true; ///< no other strokes beside it
};

/// Writes it into the script, `scale` being that of the client.
Harm write_harm(CaseHands& script, const client::Condition& condition, const drills::BodyScale& scale);

} // namespace tactus::cli
