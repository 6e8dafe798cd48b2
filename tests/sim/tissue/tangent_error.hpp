#pragma once
/// The element's tangent against finite differences of its force.

#include "sim/math/float_mode.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/level.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace tactus::tissue::test {

/// Repeatable numbers in -1..1.
struct Noise {
    std::uint64_t state = 99;

    float operator()() {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<float>(state >> 40) * 0x1p-23F - 1.0F;
    }
};

/// Moves the free nodes by up to `noise_mm` and returns how far the tangent's product with a random direction
/// is from the central difference of the force, as a share of the latter.
inline double tangent_error(Grid& grid, float noise_mm) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    const KernelTable& kernels = kernel_table(best_kernel_level());
    Level level(grid, kernels, pool);
    GridArrays& g = grid.arrays();
    Noise noise;
    Level::Field direction(grid.node_count());
    Level::Field product(grid.node_count());
    for (int n = 0; n < grid.node_count(); ++n) {
        for (int c = 0; c < 3; ++c) {
            g.displacement[c][n] += noise_mm * noise() * g.mask[n];
            direction.view.component[c][n] = noise() * g.mask[n];
        }
    }
    const auto force_at = [&](float step) {
        for (int n = 0; n < grid.node_count(); ++n) {
            for (int c = 0; c < 3; ++c) {
                g.displacement[c][n] += step * direction.view.component[c][n];
            }
        }
        level.elastic_gradient();
        std::vector<float> f;
        for (const float* const component : g.force) {
            f.insert(f.end(), component, component + grid.node_count());
        }
        return f;
    };
    constexpr float h = 0.005F;
    const std::vector<float> ahead = force_at(h);
    const std::vector<float> behind = force_at(-2 * h);
    force_at(h);
    g.geometric_factor = 1;
    for (int row = 0; row < g.rows; ++row) {
        kernels.exact_product_row(g, row, direction.view, product.view);
    }
    double error = 0;
    double size = 0;
    for (int c = 0; c < 3; ++c) {
        for (int n = 0; n < grid.node_count(); ++n) {
            const std::size_t at = static_cast<std::size_t>(c) * grid.node_count() + n;
            const double numeric = static_cast<double>(ahead[at] - behind[at]) /
                                   (2 * static_cast<double>(h)) * static_cast<double>(g.mask[n]);
            const auto ours = static_cast<double>(product.view.component[c][n] * g.mask[n]);
            error += (numeric - ours) * (numeric - ours);
            size += numeric * numeric;
        }
    }
    return std::sqrt(error / size);
}

} // namespace tactus::tissue::test
