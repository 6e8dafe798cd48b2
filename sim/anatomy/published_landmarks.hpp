#pragma once
/// Landmarks as published (facts 4.1), held against where a body has them and which bone lies below.

#include "sim/anatomy/anatomy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::anatomy {

/// How far from its published place a landmark may lie: the table is in whole millimetres, landmarks lie at
/// hundredths of the spine, up to 2.3 mm off.
inline constexpr double landmark_tolerance_m = .004;

/// One landmark of the right side or the midline. Metres, along the table, lateral from the spine and down
/// from C7.
struct LandmarkFinding {
    std::string_view name; ///< as in find_landmarks, without the side
    double lateral_m;
    double below_m;
    double published_lateral_m;
    double published_below_m;
    std::string bone;            ///< nearest to the skin there
    double bone_depth_m;         ///< from the skin to it
    std::string_view bone_named; ///< what the published bone's name begins with

    /// Distance between the two places.
    [[nodiscard]] double off_m() const;

    std::string_view tip_of; ///< the vertebra whose spinous tip overlies this level (tips of T5 .. T9 reach
                             ///< the body below), or as bone_named

    /// Whether the bone below is the one that the place is named after.
    [[nodiscard]] bool over_its_bone() const { return bone.starts_with(bone_named) || bone == tip_of; }

    /// Whether it lies where it should, over its bone.
    [[nodiscard]] bool within() const { return off_m() < landmark_tolerance_m && over_its_bone(); }
};

/// Places of facts 4.1 in millimetres for the mean man or woman, scaled with this body's breadth and spine;
/// the tenth rib, which is felt at the side, with the breadth of the flank, and the iliac crest at most as
/// far out. The bones are laid by depth under the skin and know nothing of the landmarks, so that the bone
/// below is a check of its own.
std::vector<LandmarkFinding> check_landmarks(const Anatomy& anatomy);

} // namespace tactus::anatomy
