#pragma once
/// One grid without windows, solved until nothing is left over: the reference, and the mesh alone.

#include "sim/tissue/back_solver.hpp"
#include "tests/bench/bars/slab_case.hpp"

#include <array>
#include <filesystem>

namespace tactus::bars {

/// Which part of the back's lattice, in cells of it, and how it is solved.
struct WholeGridPlan {
    int spacing = 1; ///< 1: the fine lattice of 5 mm, 2: the coarse one of 10 mm
    tissue::CellBox cells{16, 80, 28, 100};
    double tolerance = 3e-4; ///< unbalanced force over contact force at the end of a step
};

class WholeGrid {
public:
    WholeGrid(const SlabCase& c, const WholeGridPlan& plan, parallel::ThreadPool& pool);

    /// Advances by 1/240 s and solves until the plan's tolerance is met.
    void step(const Tools& tools);

    [[nodiscard]] Sample sample() const;

    /// Normal pressure on the field of 97 x 129 points; fine lattice only.
    [[nodiscard]] std::vector<float> field_pa() const;

    /// Residual over force at the end of the last step.
    [[nodiscard]] double residual() const { return residual_; }

    [[nodiscard]] const tissue::Grid& grid() const { return grid_; }

    [[nodiscard]] tissue::GridSolver& solver() { return solver_; }

    [[nodiscard]] const tissue::SkinContact& contact(int side) const { return contacts_[side]; }

private:
    void solve(double force_floor_mn);

    WholeGrid(const SlabCase& c, const anatomy::Anatomy& slab, const WholeGridPlan& plan,
              parallel::ThreadPool& pool);

    WholeGridPlan plan_;
    tissue::Experiment experiment_;
    const tissue::KernelTable* kernels_;
    tissue::BackGrid back_;
    tissue::Grid grid_;
    tissue::GridSolver solver_;
    tissue::Viscosity viscosity_;
    tissue::SkinField field_;
    std::array<tissue::SkinContact, contact::side_count> contacts_;
    std::array<tissue::Press, contact::side_count> presses_;
    std::array<Vec3, contact::side_count> centres_{};
    std::array<bool, contact::side_count> touched_{};
    std::array<double, contact::side_count> unbalanced_{};
    double now_s_ = 0;
    double residual_ = 0;
};

/// Runs a case on it, or takes the run from the cache.
Trace reference_trace(const SlabCase& c, const WholeGridPlan& plan, const std::filesystem::path& cache,
                      parallel::ThreadPool& pool);

} // namespace tactus::bars
