#pragma once
/// The words that a drill file may use for its choices, in the order of the enums. Internal to drills.

#include <string_view>
#include <vector>

namespace tactus::drills {

inline const std::vector<std::string_view>& feedback_words() {
    static const std::vector<std::string_view> words{"full", "band_only", "terminal", "none"};
    return words;
}

inline const std::vector<std::string_view>& direction_words() {
    static const std::vector<std::string_view> words{"any",         "cephalad",    "caudad", "out_from_spine",
                                                     "along_fibre", "across_fibre"};
    return words;
}

inline const std::vector<std::string_view>& side_words() {
    static const std::vector<std::string_view> words{"left", "right", "both"};
    return words;
}

/// Units of the file in one SI unit.
inline constexpr float cm_per_m = 100;
inline constexpr float mm_per_m = 1000;
inline constexpr float kpa_per_pa = 0.001F;
inline constexpr float percent = 100;
inline constexpr float degrees_per_rad = 57.29577951308232F;

} // namespace tactus::drills
