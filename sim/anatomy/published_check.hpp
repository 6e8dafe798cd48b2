#pragma once
/// Whether a sex's bodies are as published: sizes, landmarks and layers of facts 3.1, 4.1 and 4.4 at once.

#include "sim/anatomy/body.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::anatomy {

/// One figure of one body that lies outside what is published.
struct OutOfFacts {
    std::string_view body; ///< "heavy"
    std::string what;      ///< "erector_L3 27.3 mm of 30.0 to 40.0"
};

/// What is outside in the five bodies of the survey and in the mean one at BMI 23 ("average"): a size farther
/// than a deviation from the survey's line at that stature and BMI, a landmark over 4 mm from its place or
/// over another bone, a layer out of its range. Builds six bodies: seconds. Deterministic; any thread.
std::vector<OutOfFacts> out_of_facts(Sex sex);

} // namespace tactus::anatomy
