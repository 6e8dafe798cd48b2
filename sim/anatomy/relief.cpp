#include "sim/anatomy/relief.hpp"

#include "sim/anatomy/loft.hpp"
#include "sim/anatomy/posture.hpp"
#include "sim/anatomy/relief_terms.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int map_columns = 384;
constexpr int map_rows = 768;
constexpr float map_half_u = 1.35F;

float u_of(int column) {
    return math::mix(-map_half_u, map_half_u, static_cast<float>(column) / (map_columns - 1));
}

float v_of(int row) { return math::mix(loft_v_first, loft_v_last, static_cast<float>(row) / (map_rows - 1)); }

/// One line of a map: `count` values `step` apart.
struct Line {
    float* first;
    int count;
    int step;

    [[nodiscard]] float& at(int i) const {
        return first[static_cast<std::ptrdiff_t>(std::clamp(i, 0, count - 1)) * step];
    }
};

/// Three box passes: close to a Gaussian of deviation `reach` samples. Sums run in double, so that drift
/// along the line stays far below a micrometre.
void box_blur(const Line& line, int reach, std::vector<float>& scratch) {
    for (int pass = 0; pass < 3; ++pass) {
        double sum = 0;
        for (int k = -reach; k <= reach; ++k) {
            sum += static_cast<double>(line.at(k));
        }
        for (int i = 0; i < line.count; ++i) {
            scratch[static_cast<std::size_t>(i)] = static_cast<float>(sum / (2 * reach + 1));
            sum += static_cast<double>(line.at(i + reach + 1)) - static_cast<double>(line.at(i - reach));
        }
        for (int i = 0; i < line.count; ++i) {
            line.at(i) = scratch[static_cast<std::size_t>(i)];
        }
    }
}

} // namespace

float fat_thickness(const BodyParameters& parameters, float u, float v) {
    const bool female = parameters.sex == Sex::female;
    const float low = math::smoothstep(.55F, .80F, v);
    const float sacrum = math::smoothstep(1.0F, 1.2F, v);
    const float flank = math::smoothstep(.45F, .8F, std::fabs(u)) * low;
    const float back = female ? math::mix(.006F, .008F, low) : math::mix(.0048F, .006F, low);
    const float mid = math::mix(back, female ? .015F : .010F, sacrum);
    const float at_bmi_22 = math::mix(mid, female ? .013F : .010F, flank);
    return at_bmi_22 * math::exp(0.085F * (parameters.bmi - 22.0F));
}

ReliefMap::ReliefMap(const BodyParameters& parameters, float half_biacromial_m, float spine_length_m)
    : map_(static_cast<std::size_t>(map_columns) * map_rows) {
    const ReliefWeights weights = relief_weights(parameters);
    const auto texel = [&](int row, int column) -> float& {
        return map_[static_cast<std::size_t>(row) * map_columns + static_cast<std::size_t>(column)];
    };
    for (int row = 0; row < map_rows; ++row) {
        for (int column = 0; column < map_columns; ++column) {
            texel(row, column) = relief_terms(weights, u_of(column), v_of(row));
        }
    }
    const float sigma_m = std::max(0.0022F, 0.85F * (0.0048F + weights.extra_fat_m) - 0.0018F);
    blur(sigma_m, 2 * map_half_u * half_biacromial_m / map_columns,
         (loft_v_last - loft_v_first) * spine_length_m / map_rows);
    for (int row = 0; row < map_rows; ++row) {
        for (int column = 0; column < map_columns; ++column) {
            texel(row, column) += fold_terms(weights, u_of(column), v_of(row)) +
                                  hump_height_m(parameters, half_biacromial_m, u_of(column), v_of(row));
        }
    }
}

void ReliefMap::blur(float sigma_m, float texel_u_m, float texel_v_m) {
    const auto reach = [&](float texel_m) {
        return std::max(1, static_cast<int>(std::floor(sigma_m / texel_m + 0.5F)));
    };
    std::vector<float> scratch(std::max(map_columns, map_rows));
    for (int row = 0; row < map_rows; ++row) {
        box_blur({&map_[static_cast<std::size_t>(row) * map_columns], map_columns, 1}, reach(texel_u_m),
                 scratch);
    }
    for (int column = 0; column < map_columns; ++column) {
        box_blur({&map_[static_cast<std::size_t>(column)], map_rows, map_columns}, reach(texel_v_m), scratch);
    }
}

float ReliefMap::height(float u, float v) const {
    const float x = std::clamp((u + map_half_u) / (2 * map_half_u), 0.F, .9999F) * (map_columns - 1);
    const float y =
        std::clamp((v - loft_v_first) / (loft_v_last - loft_v_first), 0.F, .9999F) * (map_rows - 1);
    const auto i = static_cast<std::size_t>(x);
    const auto j = static_cast<std::size_t>(y);
    const float* m = &map_[j * map_columns + i];
    const float t = x - static_cast<float>(i);
    return math::mix(math::mix(m[0], m[1], t), math::mix(m[map_columns], m[map_columns + 1], t),
                     y - static_cast<float>(j));
}

} // namespace tactus::anatomy
