#pragma once
/// The relief of a back: millimetre features in spine coordinates (look.md 1.4), baked into a map and blurred
/// by the fat that lies over them.

#include "sim/anatomy/body.hpp"

#include <vector>

namespace tactus::anatomy {

/// Thickness of subcutaneous fat in metres: region value at BMI 22 times exp(0.085 (BMI - 22)) (facts 3.1).
float fat_thickness(const BodyParameters& parameters, float u, float v);

class ReliefMap {
public:
    /// Metres per unit of u and v set the width of the blur.
    ReliefMap(const BodyParameters& parameters, float half_biacromial_m, float spine_length_m);

    /// Height in metres, dorsal positive; bilinear, clamped to the map's border.
    [[nodiscard]] float height(float u, float v) const;

private:
    void blur(float sigma_m, float texel_u_m, float texel_v_m);

    std::vector<float> map_;
};

} // namespace tactus::anatomy
