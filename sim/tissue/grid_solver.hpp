#pragma once
/// Newton's method on one grid with the tools that press on it.

#include "sim/tissue/level.hpp"
#include "sim/tissue/press.hpp"
#include "sim/tissue/skin_contact.hpp"

#include <memory>
#include <vector>

namespace tactus::tissue {

/// A tool's contact with the grid on which it is evaluated, as a load of that grid.
class DirectLoad final : public SkinLoad {
public:
    DirectLoad(const KernelTable& kernels, const Grid& grid, const SkinContact& contact, int side)
        : kernels_(&kernels), grid_(&grid), contact_(&contact), side_(side) {}

    void add_product(const NodeVector& in, const NodeVector& out) override {
        contact_->add_product(*kernels_, *grid_, in, out);
    }

    void add_blocks(const NodeVector& coupling) override {
        contact_->add_blocks(*kernels_, *grid_, coupling);
    }

    [[nodiscard]] int side() const override { return side_; }

    [[nodiscard]] int row_first() const override { return contact_->row_first(); }

    [[nodiscard]] int row_last() const override { return contact_->row_last(); }

private:
    const KernelTable* kernels_;
    const Grid* grid_;
    const SkinContact* contact_;
    int side_;
};

/// A tool on this grid. Contact and press outlive the solver's use of them.
struct ToolOnGrid {
    int side;
    SkinContact* contact;
    Press* press;
    ContactSums sums;
    bool frozen = false;            ///< this grid does not move the travel
    double elsewhere = 0;           ///< force on other grids at the travel `elsewhere_travel`, mN
    double elsewhere_stiffness = 0; ///< and its derivative
    double elsewhere_travel = 0;
    bool elsewhere_touching = false;

    /// Force along the approach on all grids.
    [[nodiscard]] double along() const {
        return sums.along + elsewhere + elsewhere_stiffness * (press->travel - elsewhere_travel);
    }

    [[nodiscard]] double stiffness() const { return sums.stiffness + elsewhere_stiffness + press->damping; }

    [[nodiscard]] bool touching() const { return contact->touching() || elsewhere_touching; }

    [[nodiscard]] bool held() const { return frozen || press->held; }
};

/// How one Newton step went.
struct NewtonReport {
    double residual = 0; ///< norm of the unbalanced nodal forces before it, mN
    float largest_step_mm = 0;
    bool negative_curvature = false;
};

/// Whether a Newton step factors its columns anew or takes those of the step before, which costs a third less
/// where the state has changed little; the tangent itself is always the present one.
enum class Preconditioner { fresh, kept };

class GridSolver {
public:
    GridSolver(Grid& grid, const KernelTable& kernels, parallel::ThreadPool& pool);

    /// Sets the tools of this step.
    void set_tools(std::vector<ToolOnGrid> tools);

    [[nodiscard]] std::vector<ToolOnGrid>& tools() { return tools_; }

    [[nodiscard]] const std::vector<ToolOnGrid>& tools() const { return tools_; }

    /// Gradient at the present state: elastic forces, contact; the level's right side and the tools' sums.
    void evaluate();

    /// The first part of it: fills the grid's force arrays and the sums.
    void gather_gradient();

    /// The loads of the touching tools; `stiffness` and `drive` for travels that are free on this grid.
    std::vector<SkinLoad*> gather_loads(Travels& stiffness, Travels& drive);

    /// Conjugate gradients with the geometric stiffness, and without it where they meet negative curvature
    /// (then false).
    bool solve(int iterations, double tolerance, const Travels& drive, Travels& step);

    /// One step: linearise, solve with `iterations`, search along the step. Leaves the state evaluated.
    NewtonReport newton_step(int iterations, double tolerance = 0,
                             Preconditioner preconditioner = Preconditioner::fresh);

    /// The same from a state that is evaluated already.
    NewtonReport newton_step_from_here(int iterations, double tolerance, Preconditioner preconditioner);

    /// Minus the derivative of the energy along the last solution and the travels' step, at the evaluated
    /// state.
    [[nodiscard]] double slope(const Travels& step) const;

    /// Two scalar passes on each free travel with the tissue still (solver_load.md, 3); then the sums are
    /// final. Takes and leaves the state evaluated.
    void polish();

    /// Norm of the right side before the last Newton step.
    [[nodiscard]] double residual_norm() const { return residual_norm_; }

    /// Whether the unbalanced forces of the evaluated state are too small to be worth a step.
    [[nodiscard]] bool quiet() const;

    [[nodiscard]] Level& level() { return level_; }

    [[nodiscard]] const KernelTable& kernels() const { return *kernels_; }

private:
    void add_contact_gradient(float factor);
    float search_line(const Travels& step);

    Level level_;
    const KernelTable* kernels_;
    std::vector<ToolOnGrid> tools_;
    std::vector<std::unique_ptr<DirectLoad>> direct_;
    double residual_norm_ = 0;
};

} // namespace tactus::tissue
