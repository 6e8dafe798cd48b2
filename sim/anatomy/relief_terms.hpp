#pragma once
/// The terms of the relief, each a few bumps along bones and muscle bellies (the table of look.md 1.4).

#include "sim/anatomy/body.hpp"

namespace tactus::anatomy {

/// How strongly each kind of feature shows in one client.
struct ReliefWeights {
    float old;         ///< 0..1
    float muscle;      ///< gain of muscle bellies
    float bone;        ///< gain of bony features
    float lean;        ///< exp(-extra fat / 9 mm)
    float thin;        ///< how far ribs and spinous processes show: little muscle or old age, and little fat
    float extra_fat_m; ///< over the mid-back value at BMI 22
    float heavy;       ///< 0 below BMI 26, 1 above 34: back rolls
    bool female;
};

ReliefWeights relief_weights(const BodyParameters& parameters);

/// Height in metres of what lies under the fat at (u, v), dorsal positive. Asymmetric by a few per cent on
/// purpose.
float relief_terms(const ReliefWeights& weights, float u, float v);

/// Height in metres of the folds that live in the fat itself: added after the blur.
float fold_terms(const ReliefWeights& weights, float u, float v);

} // namespace tactus::anatomy
