#include "sim/anatomy/grid_smoothing.hpp"

#include "sim/anatomy/float_power.hpp"
#include "sim/math/vec.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

std::vector<float> gaussian_weights(float sigma) {
    const int reach = std::max(1, static_cast<int>(std::floor(2.5F * sigma + 0.5F)));
    std::vector<float> weights;
    float sum = 0;
    for (int k = -reach; k <= reach; ++k) {
        weights.push_back(bump(static_cast<float>(k), std::max(sigma, 1e-3F)));
        sum += weights.back();
    }
    for (float& w : weights) {
        w /= sum;
    }
    return weights;
}

template <class Value>
void blur_line(Value* first, int count, int step, const std::vector<float>& weights,
               std::vector<Value>& scratch) {
    const int reach = static_cast<int>(weights.size()) / 2;
    for (int i = 0; i < count; ++i) {
        Value sum(0);
        for (int k = -reach; k <= reach; ++k) {
            const std::ptrdiff_t from = static_cast<std::ptrdiff_t>(std::clamp(i + k, 0, count - 1)) * step;
            sum += first[from] * weights[static_cast<std::size_t>(reach) + k];
        }
        scratch[static_cast<std::size_t>(i)] = sum;
    }
    for (int i = 0; i < count; ++i) {
        first[static_cast<std::ptrdiff_t>(i) * step] = scratch[static_cast<std::size_t>(i)];
    }
}

} // namespace

template <class Value>
void gaussian_blur(std::vector<Value>& field, int columns, int rows, float sigma_columns, float sigma_rows) {
    std::vector<Value> scratch(static_cast<std::size_t>(std::max(columns, rows)));
    const std::vector<float> across = gaussian_weights(sigma_columns);
    const std::vector<float> along = gaussian_weights(sigma_rows);
    for (int row = 0; row < rows; ++row) {
        blur_line(&field[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)], columns, 1,
                  across, scratch);
    }
    for (int column = 0; column < columns; ++column) {
        blur_line(&field[static_cast<std::size_t>(column)], rows, columns, along, scratch);
    }
}

template void gaussian_blur(std::vector<float>&, int, int, float, float);
template void gaussian_blur(std::vector<Vec3>&, int, int, float, float);

} // namespace tactus::anatomy
