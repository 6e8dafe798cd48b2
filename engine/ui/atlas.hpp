#pragma once
/// What can be looked up: muscles, trigger points, places to spare, techniques, conditions; each entry made
/// from the same tables that simulation and rubric work with, with the source of its figures.

#include "sim/anatomy/muscles.hpp"
#include "sim/anatomy/regions.hpp"
#include "sim/client/condition.hpp"
#include "sim/scoring/rubric.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::ui {

enum class AtlasPart { muscles, points, zones, techniques, conditions };

inline constexpr std::array<std::string_view, 5> atlas_parts{"Muscles", "Points", "Spare", "Techniques",
                                                             "Conditions"};

struct AtlasEntry {
    AtlasPart part = AtlasPart::muscles;
    std::string title;
    std::string second;   ///< one line below it in the list
    std::string text;     ///< paragraphs parted by newlines
    std::string source;   ///< of its figures
    std::vector<Vec2> at; ///< u, v of what is shown on the back
    const anatomy::RegionBox* box = nullptr;
    std::optional<anatomy::Muscle> muscle; ///< to stand out when the muscles are bare
};

/// Every entry of a part, in the order of its table. rubric: of which the caps are told. Pure.
std::vector<AtlasEntry> atlas_of(AtlasPart part, const scoring::Rubric& rubric,
                                 const std::vector<client::Condition>& conditions);

} // namespace tactus::ui
