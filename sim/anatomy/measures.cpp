#include "sim/anatomy/measures.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/lying_sizes.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace tactus::anatomy {
namespace {

/// How one size rises from the table: standing = ratio * prone + regain * (BMI - 25).
struct StandingRule {
    std::string_view name;
    double ratio_male, ratio_female;
    double regain_male_m, regain_female_m; ///< a unit of BMI
};

constexpr StandingRule biacromial{"biacromial_breadth", 1.00, 1.00, 0, 0};
constexpr StandingRule bicristal{"bicristal_breadth", 0.982, 0.989, .0021, .0030};
constexpr StandingRule bideltoid{"bideltoid_breadth", 0.941, 0.926, .0054, .0055};
constexpr StandingRule chest_breadth{"chest_breadth", 0.784, 0.901, -.0002, -.0001};
constexpr StandingRule chest_depth{"chest_depth", 0.954, 1.087, .0029, .0031}; // female: with the breasts
constexpr StandingRule waist_breadth{"waist_breadth", 0.983, 1.026, -.0015, -.0017};
constexpr StandingRule waist_depth{"waist_depth", 1.008, 1.082, .0040, .0039};
constexpr StandingRule hip_breadth{"hip_breadth", 0.886, 0.908, .0015, .0025};
constexpr StandingRule buttock_depth{"buttock_depth", 0.978, 0.968, .0040, .0044};
constexpr StandingRule neck_circumference{"neck_circumference", 0.808, 0.761, .0025, .0017};
constexpr StandingRule interscye{"interscye", 0.997, 1.084, .0055, .0038};
constexpr StandingRule waist_back_length{"waist_back_length", 1.00, 1.00, .0028, .0029};

/// Where the body is measured (facts 4.1): nipple level, navel, iliac-crest line, widest hip.
constexpr float chest_v = 0.43F;
constexpr float chest_depth_v = 0.41F;
constexpr float waist_v = 1.00F;
constexpr float hip_v = 1.38F;

Size stand_up(const StandingRule& rule, const BodyParameters& body, double prone_m) {
    const bool female = body.sex == Sex::female;
    const double over = static_cast<double>(body.bmi) - 25.0;
    return {.name = rule.name,
            .standing_m = (female ? rule.ratio_female : rule.ratio_male) * prone_m +
                          (female ? rule.regain_female_m : rule.regain_male_m) * over,
            .prone_m = prone_m};
}

/// Heights over the floor, from C7 down the spine.
void add_heights(const Anatomy& anatomy, std::vector<Size>& sizes) {
    const bool female = anatomy.parameters.sex == Sex::female;
    const double c7_share =
        female ? female_c7_height_m / female_stature_m : male_c7_height_m / male_stature_m;
    const double c7_m = c7_share * static_cast<double>(anatomy.parameters.stature_m);
    const auto add = [&](std::string_view name, float v_male, float v_female) {
        const auto below_m = static_cast<double>((female ? v_female : v_male) * anatomy.skin.spine_length_m);
        sizes.push_back({name, c7_m - below_m, std::numeric_limits<double>::quiet_NaN()});
    };
    add("cervicale_height", 0.0F, 0.0F);
    add("acromial_height", 0.17F, 0.15F);
    add("axilla_height", 0.41F, 0.39F);
    add("tenth_rib_height", 0.87F, 0.85F);
    add("iliocristale_height", 1.0F, 1.0F);
    add("waist_height_omphalion", 1.01F, 1.04F);
    add("trochanterion_height", 1.35F, 1.38F);
    // Drops between them, which the survey's means are taken of.
    const auto drop = [&](std::string_view name, float from_v, float to_v) {
        const auto length_m = static_cast<double>((to_v - from_v) * anatomy.skin.spine_length_m);
        sizes.push_back({name, length_m, std::numeric_limits<double>::quiet_NaN()});
    };
    drop("c7_to_crest", 0.0F, 1.0F);
    drop("c7_to_waist", 0.0F, female ? 1.04F : 1.01F);
    drop("tenth_rib_to_crest", female ? 0.85F : 0.87F, 1.0F);
}

struct Place {
    std::string_view name;
    float u;
    float v;
};

constexpr std::array layer_places{
    Place{"upper_trapezius", .45F, .05F}, Place{"superior_angle", .33F, .09F},
    Place{"interscapular", .20F, .30F},   Place{"scapula", .50F, .25F},
    Place{"T7_spine", 0, .375F},          Place{"T7_erector", .14F, .35F},
    Place{"rib_angle", .40F, .55F},       Place{"T12_erector", .14F, .66F},
    Place{"L1_erector", .16F, .74F},      Place{"L3_spine", 0, .925F},
    Place{"L3_erector", .20F, .91F},      Place{"loin", .55F, .92F},
    Place{"sacrum", .05F, 1.20F},         Place{"PSIS", .20F, 1.24F},
    Place{"buttock", .50F, 1.32F},        Place{"medial_border", .34F, .28F},
    Place{"latissimus", .70F, .60F},
};

LayerSample sample_layers(const Anatomy& anatomy, const Place& place) {
    const GridPlace where = locate(anatomy.skin, place.u, place.v);
    const std::size_t k = SkinGrid::index(static_cast<int>(std::floor(where.column + 0.5F)),
                                          static_cast<int>(std::floor(where.row + 0.5F)));
    const LayerMap& layers = anatomy.layers;
    const int bone = layers.bone[k];
    return {.place = place.name,
            .u = place.u,
            .v = place.v,
            .skin_m = layers.skin_m[k],
            .fat_m = layers.fat_m[k],
            .muscle_m = layers.muscle_m[k],
            .muscle = muscle_name(static_cast<Muscle>(layers.muscle[k])),
            .bone = bone < 0 ? std::string() : anatomy.bones.bones[static_cast<std::size_t>(bone)].name};
}

} // namespace

Measures measure(const Anatomy& anatomy) {
    const Body& body = *anatomy.body;
    const BodyParameters& parameters = anatomy.parameters;
    const bool female = parameters.sex == Sex::female;
    const float crest_u = female ? 0.75F : 0.66F;
    const float navel_v = female ? 1.04F : 1.01F;
    const auto stature_m = static_cast<double>(parameters.stature_m);
    Measures result{.stature_m = stature_m,
                    .bmi = static_cast<double>(parameters.bmi),
                    .weight_kg = static_cast<double>(parameters.bmi) * stature_m * stature_m,
                    .sizes = {},
                    .layers = {}};
    const auto add = [&](const StandingRule& rule, float prone_m) {
        result.sizes.push_back(stand_up(rule, parameters, static_cast<double>(prone_m)));
    };
    add(biacromial, 2 * body.half_biacromial_m());
    add(bideltoid, lying_deltoid_breadth_m(body));
    add(chest_breadth, 2 * body.half_width(chest_v));
    add(chest_depth, lying_depth_m(body, chest_depth_v));
    add(waist_breadth, lying_breadth_m(body, waist_v));
    add(waist_depth, lying_depth_m(body, waist_v));
    add(hip_breadth, lying_breadth_m(body, hip_v));
    add(buttock_depth, greatest_lying_depth_m(body, 1.2F, 1.5F));
    add(bicristal, 2 * crest_u * body.half_biacromial_m());
    add(neck_circumference, lying_neck_girth_m(body));
    add(interscye, lying_interscye_m(anatomy));
    add(waist_back_length, midline_length_m(anatomy, 0, navel_v));
    add_heights(anatomy, result.sizes);
    for (const Place& place : layer_places) {
        result.layers.push_back(sample_layers(anatomy, place));
    }
    return result;
}

const Size* size_named(const Measures& measures, std::string_view name) {
    for (const Size& size : measures.sizes) {
        if (size.name == name) {
            return &size;
        }
    }
    return nullptr;
}

} // namespace tactus::anatomy
