#include "sim/anatomy/published_layers.hpp"

#include <algorithm>

namespace tactus::anatomy {
namespace {

const LayerSample& at(const Measures& measures, std::string_view place) {
    return *std::ranges::find(measures.layers, place, &LayerSample::place);
}

double skin_m(const LayerSample& sample) { return static_cast<double>(sample.skin_m); }

double fat_m(const LayerSample& sample) { return static_cast<double>(sample.fat_m); }

double muscle_m(const LayerSample& sample) { return static_cast<double>(sample.muscle_m); }

double depth_m(const LayerSample& sample) { return skin_m(sample) + fat_m(sample) + muscle_m(sample); }

/// Trapezius, rhomboid and serratus posterior superior at the medial border: sums of the means, and the root
/// of the summed squares of the deviations, twice (Hung 2010).
constexpr double border_mean_male_m = .0147;
constexpr double border_mean_female_m = .0094;
constexpr double border_spread_m = .0057;

constexpr double most_lean_average_bmi = 25.0;

} // namespace

std::vector<LayerFinding> check_layers(const Measures& measures, Sex sex) {
    const bool female = sex == Sex::female;
    const bool lean = measures.bmi <= most_lean_average_bmi;
    const double erector = female ? 0.8 : 1.0;
    const double border_m = female ? border_mean_female_m : border_mean_male_m;
    std::vector<LayerFinding> findings;
    const auto length = [&](std::string_view name, double found_m, double low_m, double high_m) {
        findings.push_back({.name = name, .found = found_m, .low = low_m, .high = high_m, .ratio = false});
    };
    const auto place = [&](std::string_view name) -> const LayerSample& { return at(measures, name); };
    length("skin_back", skin_m(place("interscapular")), .002, .004);
    if (lean) {
        length("fat_upper_back", fat_m(place("interscapular")), .003, .008);
        length("fat_scapula", fat_m(place("scapula")), .003, .008);
    }
    findings.push_back({.name = "fat_ratio_lumbosacral_L1",
                        .found = fat_m(place("PSIS")) / fat_m(place("L1_erector")),
                        .low = 1.5,
                        .high = 3.0,
                        .ratio = true});
    length("muscle_medial_border", muscle_m(place("medial_border")), border_m - border_spread_m,
           border_m + border_spread_m);
    length("infraspinatus", muscle_m(place("scapula")), .010, .018);
    length("latissimus_rib_10", muscle_m(place("latissimus")), .005, .010);
    length("erector_T7", muscle_m(place("T7_erector")), .010 * erector, .015 * erector);
    length("erector_T12", muscle_m(place("T12_erector")), .020 * erector, .028 * erector);
    length("erector_L3", muscle_m(place("L3_erector")), .030 * erector, .040 * erector);
    if (lean) {
        length("skin_to_spine_T7", depth_m(place("T7_spine")), .003, .008);
        length("skin_to_spine_L3", depth_m(place("L3_spine")), .005, .020);
    }
    length("skin_to_rib_angle", depth_m(place("rib_angle")), .008, lean ? .020 : .040);
    return findings;
}

} // namespace tactus::anatomy
