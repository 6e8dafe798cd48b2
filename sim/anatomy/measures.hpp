#pragma once
/// Sizes of a client under their ANSUR names, standing and as they lie, and layer thickness at named places.
///
/// **From prone to standing.** A caliper and a tape are laid on the body as it lies. Lying prone widens a
/// trunk and flattens it, spreads the shoulder blades and latissimus, and takes the belly's hang out of its
/// depth; the chin adds to the neck. So `standing = ratio * prone + regain * (BMI - 25)`, with a ratio and a
/// regain for each size and sex. They are design values, chosen so that the mean body at BMI 25 stands as the
/// ANSUR II regression does (facts 4.4) and follows its slope with BMI; stature, muscle and age act through
/// the measured body alone. Heights have no prone twin: the height of C7 is a fixed share of stature, the
/// others lie below it along the spine.

#include "sim/anatomy/anatomy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::anatomy {

/// One size, metres.
struct Size {
    std::string_view name; ///< ANSUR II, snake case: "waist_depth"
    double standing_m;
    double prone_m; ///< as the client lies; NaN for heights
};

/// Layers under a named place of the right side. Metres.
struct LayerSample {
    std::string_view place; ///< "L3_erector"
    float u;
    float v;
    float skin_m;
    float fat_m;
    float muscle_m;
    std::string_view muscle; ///< the superficial one
    std::string bone;        ///< under the column; "" for a soft base
};

struct Measures {
    double stature_m;
    double bmi;
    double weight_kg;
    std::vector<Size> sizes;
    std::vector<LayerSample> layers;
};

/// Measures a client. Some ten milliseconds; deterministic; any thread.
Measures measure(const Anatomy& anatomy);

/// The size with that name, or nullptr.
const Size* size_named(const Measures& measures, std::string_view name);

} // namespace tactus::anatomy
