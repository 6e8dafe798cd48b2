#pragma once
/// One linear system: the tangent of a grid with the contact on its skin and the travels of the tools as
/// further unknowns, solved by conjugate gradients with a fixed count (solver_load.md 1-2).

#include "sim/contact/tool.hpp"
#include "sim/tissue/grid.hpp"

#include <array>
#include <vector>

namespace tactus::parallel {
class ThreadPool;
}

namespace tactus::tissue {

inline constexpr int travel_count = contact::side_count;

/// A value for each tool's travel.
using Travels = std::array<double, travel_count>;

/// What presses on the skin of a grid, as its linear system sees it.
class SkinLoad {
public:
    SkinLoad() = default;
    virtual ~SkinLoad() = default;
    SkinLoad(const SkinLoad&) = delete;
    SkinLoad& operator=(const SkinLoad&) = delete;
    SkinLoad(SkinLoad&&) = delete;
    SkinLoad& operator=(SkinLoad&&) = delete;

    /// out += contact stiffness * in, both skin arrays of the system's grid.
    virtual void add_product(const NodeVector& in, const NodeVector& out) = 0;
    /// Adds to contact_diagonal of the grid and to the coupling of this load's travel.
    virtual void add_blocks(const NodeVector& coupling) = 0;
    /// Whose travel it is.
    [[nodiscard]] virtual int side() const = 0;
    /// Skin rows that it touches, [first, last).
    [[nodiscard]] virtual int row_first() const = 0;
    [[nodiscard]] virtual int row_last() const = 0;
};

class Level {
public:
    Level(Grid& grid, const KernelTable& kernels, parallel::ThreadPool& pool);

    /// Arrays of nodes.
    struct Field {
        std::vector<float> storage;
        NodeVector view{};

        explicit Field(std::size_t count);
        Field(Field&&) noexcept = default;
        Field& operator=(Field&&) noexcept = default;
        Field(const Field&) = delete;
        Field& operator=(const Field&) = delete;
        ~Field() = default;
        void zero_rows(int first, int count, int row_length) const;
    };

    /// Blocks and factors of the present state; `stiffness` = derivative of the force with the travel, damper
    /// included; a travel without row has 0.
    void factor(const std::vector<SkinLoad*>& loads, const Travels& stiffness);

    /// The same for another state near the one that was factored: new loads and travels over the old columns.
    /// False when they no longer fit, or nothing was factored: then call factor.
    [[nodiscard]] bool keep_factor(const std::vector<SkinLoad*>& loads, const Travels& stiffness);

    /// `iterations` of PCG on K (x, travel) = (right, right_travel). tolerance > 0 stops early at that
    /// relative residual. False on negative curvature; then x holds the last good iterate.
    bool solve(int iterations, double tolerance, const Travels& right_travel, Travels& travel);

    [[nodiscard]] parallel::ThreadPool& pool() const { return *pool_; }

    [[nodiscard]] Grid& grid() { return *grid_; }

    /// Right-hand side: fill before solve (masked), kept.
    [[nodiscard]] const NodeVector& right() const { return right_.view; }

    [[nodiscard]] const NodeVector& solution() const { return x_.view; }

    [[nodiscard]] const std::vector<SkinLoad*>& loads() const { return loads_; }

    [[nodiscard]] double dot(const NodeVector& a, const NodeVector& b) const;
    /// Gradient of the elastic energy into the grid's force arrays, all nodes of the box.
    void elastic_gradient();
    /// right = -mask * force
    void right_from_force();
    /// Adds skin arrays times `factor` to the grid's force at the skin.
    void add_to_force(const NodeVector& skin, int row_first, int row_last, float factor);
    /// displacement += factor * solution; returns the largest component of the solution.
    float add_solution(float factor);

    /// A scratch pair of skin vectors.
    [[nodiscard]] const NodeVector& skin_scratch() const { return skin_out_.view; }

    void zero_skin_scratch();

private:
    struct RowRange {
        int first = 0;
        int last = 0;
    };

    void note_rows();
    void add_skin_product(int t, const Travels& p_travel);
    void product(const Travels& p_travel, Travels& q_travel);
    [[nodiscard]] double couple(int side, const NodeVector& v) const;
    void couple_loads();
    bool condition_travels();
    [[nodiscard]] Travels travel_step(const Travels& r, const Travels& w) const;
    double advance(float alpha);
    [[nodiscard]] double sum_of_rows() const;

    Grid* grid_;
    const KernelTable* kernels_;
    parallel::ThreadPool* pool_;
    std::vector<SkinLoad*> loads_;
    std::array<RowRange, travel_count> rows_{};
    Travels stiffness_{};
    std::array<std::array<double, travel_count>, travel_count> schur_inverse_{};
    Field right_, x_, r_, z_, p_, q_;
    std::array<Field, travel_count> y_;
    std::array<Field, travel_count> coupling_;
    Field skin_in_, skin_out_;
    mutable std::vector<double> row_sum_; ///< what each row made of a loop, added in their order
};

} // namespace tactus::tissue
