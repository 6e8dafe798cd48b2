#include "sim/anatomy/published_landmarks.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/survey.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

/// Millimetres on the mean man and woman.
struct Published {
    std::string_view name;
    double lateral_male, lateral_female;
    double below_male, below_female;
    std::string_view bone;
    std::string_view tip = bone; ///< whose spinous tip may lie there instead
};

constexpr std::array published{
    Published{"C7", 0, 0, 0, 0, "C7"},
    Published{"T1", 0, 0, 21, 18, "T1"},
    Published{"T2", 0, 0, 43, 37, "T2"},
    Published{"T3", 0, 0, 65, 57, "T3"},
    Published{"T4", 0, 0, 88, 78, "T4"},
    Published{"T5", 0, 0, 112, 98, "T5"},
    Published{"T6", 0, 0, 137, 120, "T6", "T5"},
    Published{"T7", 0, 0, 161, 142, "T7", "T6"},
    Published{"T8", 0, 0, 187, 164, "T8", "T7"},
    Published{"T9", 0, 0, 213, 187, "T9", "T8"},
    Published{"T10", 0, 0, 241, 211, "T10", "T9"},
    Published{"T11", 0, 0, 271, 237, "T11"},
    Published{"T12", 0, 0, 303, 266, "T12"},
    Published{"L1", 0, 0, 338, 296, "L1"},
    Published{"L2", 0, 0, 376, 330, "L2"},
    Published{"L3", 0, 0, 415, 364, "L3"},
    Published{"L4", 0, 0, 456, 400, "L4"},
    Published{"L5", 0, 0, 496, 435, "L5"},
    Published{"S2", 0, 0, 563, 494, "sacrum"},
    Published{"acromion", 208, 183, 77, 61, "scapula"},
    Published{"superior_angle", 69, 60, 43, 37, "scapula"},
    Published{"root_of_scapular_spine", 75, 66, 65, 57, "scapula"},
    Published{"medial_border", 76, 67, 114, 100, "scapula"},  // middle of v 0.09 .. 0.41
    Published{"inferior_angle", 87, 77, 201, 176, "scapula"}, // prone: middle of v 0.41 .. 0.47
    Published{"axilla", 177, 156, 188, 157, ""},
    Published{"rib_12_tip", 99, 87, 369, 324, "rib 12"},
    Published{"rib_10", 156, 137, 397, 339, "rib 10"},
    Published{"erector_border_L3", 75, 66, 415, 364, ""},
    Published{"iliac_crest", 137.5, 136.5, 456, 400, "pelvis"},
    Published{"PSIS", 42, 37, 563, 494, "pelvis"},
};

const Landmark* of_right_side(const Anatomy& anatomy, std::string_view name) {
    for (const Landmark& mark : anatomy.landmarks) {
        if (mark.id == name || mark.id == std::string(name) + "_right") {
            return &mark;
        }
    }
    return nullptr;
}

/// How a body compares with the mean one that the table is of.
class Proportions {
public:
    explicit Proportions(const Anatomy& anatomy)
        : anatomy_(anatomy), female_(anatomy.parameters.sex == Sex::female),
          mean_(survey_bodies(anatomy.parameters.sex).front().body) {}

    [[nodiscard]] bool female() const { return female_; }

    [[nodiscard]] double lateral_m(const Published& row) const {
        const double table_m = 1e-3 * (female_ ? row.lateral_female : row.lateral_male);
        const auto flank_m = static_cast<double>(anatomy_.body->half_width(level(row)));
        if (row.name == "rib_10") {
            return table_m * flank_m / static_cast<double>(mean_.half_width(level(row)));
        }
        const double broad = static_cast<double>(anatomy_.skin.half_biacromial_m) /
                             (female_ ? female_half_biacromial_m : male_half_biacromial_m).value;
        return row.name == "iliac_crest" ? std::fmin(broad * table_m, flank_m) : broad * table_m;
    }

    [[nodiscard]] double below_m(const Published& row) const {
        return static_cast<double>(level(row) * anatomy_.skin.spine_length_m);
    }

private:
    [[nodiscard]] float level(const Published& row) const {
        const double length_mm = 1e3 * (female_ ? female_spine_length_m : male_spine_length_m).value;
        return static_cast<float>((female_ ? row.below_female : row.below_male) / length_mm);
    }

    const Anatomy& anatomy_;
    bool female_;
    Body mean_;
};

} // namespace

double LandmarkFinding::off_m() const {
    const double aside = lateral_m - published_lateral_m;
    const double below = below_m - published_below_m;
    return std::sqrt(aside * aside + below * below);
}

std::vector<LandmarkFinding> check_landmarks(const Anatomy& anatomy) {
    const Proportions body(anatomy);
    std::vector<LandmarkFinding> findings;
    for (const Published& row : published) {
        const Landmark* mark = of_right_side(anatomy, row.name);
        if (mark == nullptr) {
            continue;
        }
        const Vec3 at = mark->position_m;
        const BoneDistance below = bone_distance(anatomy.bones, at);
        findings.push_back({.name = row.name,
                            .lateral_m = static_cast<double>(at.x - anatomy.body->spine_x(mark->v)),
                            .below_m = static_cast<double>(at.z),
                            .published_lateral_m = body.lateral_m(row),
                            .published_below_m = body.below_m(row),
                            .bone = anatomy.bones.bones[static_cast<std::size_t>(below.bone)].name,
                            .bone_depth_m = static_cast<double>(below.distance_m),
                            .bone_named = row.bone,
                            .tip_of = row.tip});
    }
    return findings;
}

} // namespace tactus::anatomy
