#pragma once
/// A window of every second skin point under a tool, inside the coarse grid (solver_window.md, B: two-way).

#include "sim/tissue/back_geometry.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/materials.hpp"
#include "sim/tissue/viscosity.hpp"
#include "sim/tissue/window_transfer.hpp"

#include <array>
#include <span>
#include <vector>

namespace tactus::tissue {

/// Window columns and rows in cells of the fine lattice: 80 mm under a narrow tool, 160 mm under others.
/// Tools whose windows would meet share one that holds both.
inline constexpr int window_small = 16;
inline constexpr int window_large = 32;

/// Columns and rows of a window, multiples of window_small.
struct WindowSize {
    int columns;
    int rows;

    friend bool operator==(const WindowSize&, const WindowSize&) = default;
};

/// What a window is made over.
struct WindowGround {
    const BackGrid* fine;             ///< the fine lattice
    const std::vector<Vec3>* base_mm; ///< motion of bone by fine lattice point
    Grid* coarse;
    const StiffnessFactors* factors;
};

/// What a tool on the coarse grid under the window amounts to: P^T k P, exactly.
class ProjectedLoad final : public SkinLoad {
public:
    ProjectedLoad(const KernelTable& kernels, Grid& coarse, Grid& window, const SkinContact& contact,
                  int side);

    void set_place(const WindowPlace& place) { place_ = place; }

    void add_product(const NodeVector& in, const NodeVector& out) override;
    void add_blocks(const NodeVector& coupling) override;

    [[nodiscard]] int side() const override { return side_; }

    [[nodiscard]] int row_first() const override { return place_.row; }

    [[nodiscard]] int row_last() const override { return place_.row + window_->arrays().rows / 2 + 1; }

private:
    const KernelTable* kernels_;
    Grid* coarse_;
    Grid* window_;
    const SkinContact* contact_;
    int side_;
    WindowPlace place_{};
    Level::Field in_, out_;
};

class FineWindow {
public:
    /// Opens over the coarse state.
    FineWindow(const WindowGround& ground, const WindowPlace& place, const WindowSize& size,
               const KernelTable& kernels, parallel::ThreadPool& pool);

    /// Moves over the material to another place; what leaves returns to the coarse grid, what enters comes
    /// from it.
    void move(const WindowGround& ground, const WindowPlace& place);

    /// Hands everything back to the coarse grid.
    void close(Grid& coarse) const;

    /// Adds a change of bone's motion, by fine lattice point, to its columns.
    void move_base(std::span<const Vec3> change_mm);

    void set_materials(const WindowGround& ground);

    [[nodiscard]] Grid& grid() { return grid_; }

    [[nodiscard]] const Grid& grid() const { return grid_; }

    [[nodiscard]] GridSolver& solver() { return solver_; }

    [[nodiscard]] const GridSolver& solver() const { return solver_; }

    [[nodiscard]] const WindowPlace& place() const { return place_; }

    [[nodiscard]] WindowSize size() const { return {grid_.arrays().columns, grid_.arrays().rows}; }

    [[nodiscard]] std::array<SkinContact, travel_count>& contacts() { return contacts_; }

    [[nodiscard]] const std::array<SkinContact, travel_count>& contacts() const { return contacts_; }

    [[nodiscard]] Viscosity& viscosity() { return viscosity_; }

    [[nodiscard]] ProjectedLoad& projected(int side) { return projected_[side]; }

    [[nodiscard]] CellBox covered() const { return covered_cells(grid_, place_); }

private:
    void lay_base(const WindowGround& ground);

    Grid grid_;
    GridSolver solver_;
    Viscosity viscosity_;
    WindowPlace place_;
    std::array<SkinContact, travel_count> contacts_;
    std::array<ProjectedLoad, travel_count> projected_;
};

} // namespace tactus::tissue
