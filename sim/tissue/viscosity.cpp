#include "sim/tissue/viscosity.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/tissue/row_loops.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <algorithm>

namespace tactus::tissue {

HistoryFactors history_factors(double seconds) {
    const double share[3] = {prony_share_1, prony_share_2, prony_share_3};
    const double time[3] = {prony_time_1_s, prony_time_2_s, prony_time_3_s};
    HistoryFactors f{};
    for (int t = 0; t < 3; ++t) {
        const double x = seconds / time[t];
        const double decay = math::exp(-x);
        f.decay[t] = static_cast<float>(decay);
        // (1 - e^-x) / x, by its series where the difference would lose digits.
        const double mean = x < 1e-4 ? 1 - x / 2 : (1 - decay) / x;
        f.gain[t] = static_cast<float>(share[t] * mean);
    }
    f.lasting = static_cast<float>(1 - prony_share_1 - prony_share_2 - prony_share_3);
    return f;
}

float instant_share(const HistoryFactors& f) { return f.lasting + f.gain[0] + f.gain[1] + f.gain[2]; }

Viscosity::Viscosity(const Grid& grid, parallel::ThreadPool& pool)
    : pool_(&pool), last_s_(static_cast<std::size_t>(grid.arrays().rows) * (grid.arrays().stride / 16), 0.0),
      factors_(last_s_.size()), groups_(grid.arrays().stride / 16) {}

void Viscosity::start_at(double seconds) { std::fill(last_s_.begin(), last_s_.end(), seconds); }

const HistoryFactors& Viscosity::factors_for(double seconds) {
    if (seconds != cached_seconds_) {
        cached_ = history_factors(seconds);
        cached_seconds_ = seconds;
    }
    return cached_;
}

/// Those of every group of the box.
void Viscosity::take_factors(const GridArrays& g, double now_s) {
    for (int row = g.row_first; row < g.row_last; ++row) {
        for (int column = g.column_first; column < g.column_last; column += 16) {
            factors_[at(row, column)] = factors_for(now_s - last_s_[at(row, column)]);
        }
    }
}

void Viscosity::begin(const KernelTable& kernels, Grid& grid, double now_s, double step_seconds) {
    GridArrays& g = grid.arrays();
    g.instant_share = instant_share(factors_for(step_seconds));
    take_factors(g, now_s);
    for_rows(*pool_, g.row_first, g.row_last, [&](int row) {
        for (int column = g.column_first; column < g.column_last; column += 16) {
            kernels.history_begin(g, row, column, factors_[at(row, column)]);
        }
    });
}

void Viscosity::end(const KernelTable& kernels, Grid& grid, double now_s) {
    GridArrays& g = grid.arrays();
    take_factors(g, now_s);
    for_rows(*pool_, g.row_first, g.row_last, [&](int row) {
        for (int column = g.column_first; column < g.column_last; column += 16) {
            kernels.history_end(g, row, column, factors_[at(row, column)]);
            last_s_[at(row, column)] = now_s;
        }
    });
}

} // namespace tactus::tissue
