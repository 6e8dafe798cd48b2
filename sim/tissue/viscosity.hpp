#pragma once
/// When each group of cells last took part in a solve, and the Prony factors for the time since (facts 3.4).

#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/grid.hpp"

#include <cstdint>
#include <vector>

namespace tactus::tissue {

/// Exact factors for an interval.
HistoryFactors history_factors(double seconds);

/// Share of the elastic force that is felt at once over an interval: what the long-term share and the gains
/// leave.
float instant_share(const HistoryFactors& factors);

class Viscosity {
public:
    Viscosity(const Grid& grid, parallel::ThreadPool& pool);

    /// A grid that takes over cells whose memory is of this time.
    void start_at(double seconds);

    /// The past's force in every group of the grid's box, for a step that ends at `now_s`. Also sets
    /// instant_share, for the typical interval `step_seconds`; groups that waited longer keep it (their gains
    /// differ by little).
    void begin(const KernelTable& kernels, Grid& grid, double now_s, double step_seconds);

    /// Moves the elastic forces of the box into the memory.
    void end(const KernelTable& kernels, Grid& grid, double now_s);

private:
    [[nodiscard]] const HistoryFactors& factors_for(double seconds);
    void take_factors(const GridArrays& g, double now_s);

    [[nodiscard]] std::size_t at(int row, int column) const {
        return static_cast<std::size_t>(row) * groups_ + column / 16;
    }

    parallel::ThreadPool* pool_;
    std::vector<double> last_s_;          ///< by row and group of 16 columns
    std::vector<HistoryFactors> factors_; ///< the same, for the time since
    int groups_;
    double cached_seconds_ = -1;
    HistoryFactors cached_{};
};

} // namespace tactus::tissue
