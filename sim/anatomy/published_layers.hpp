#pragma once
/// Layer thickness as published (facts 3.1), held against what a body has there.

#include "sim/anatomy/measures.hpp"

#include <string_view>
#include <vector>

namespace tactus::anatomy {

/// One published range and the body's own figure. Metres, but for ratios.
struct LayerFinding {
    std::string_view name; ///< "erector_L3", "fat_ratio_lumbosacral_L1"
    double found;
    double low;
    double high;
    bool ratio; ///< a plain number and no length

    [[nodiscard]] bool within() const { return found >= low && found <= high; }
};

/// BMI at which a lean to average adult is looked at.
inline constexpr float lean_average_bmi = 23.0F;

/// Rows of facts 3.1 that a body of 20 .. 60 years can be held against: muscles of anybody; fat, and the
/// depth of a spinous process, of a lean to average one alone (BMI to 25). Muscle is the whole column between
/// fat and bone: at the medial border of the scapula trapezius, rhomboid and serratus together. Women's
/// erector counts as 0.8 of the men's.
std::vector<LayerFinding> check_layers(const Measures& measures, Sex sex);

} // namespace tactus::anatomy
