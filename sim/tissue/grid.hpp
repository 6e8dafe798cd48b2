#pragma once
/// A grid with its state: arrays by field, an active box, the Dirichlet mask.

#include "sim/tissue/grid_geometry.hpp"
#include "sim/tissue/kernels.hpp"

#include <array>
#include <vector>

namespace tactus::tissue {

/// A box of cells, [first, last).
struct CellBox {
    int column_first = 0;
    int column_last = 0;
    int row_first = 0;
    int row_last = 0;

    friend bool operator==(const CellBox&, const CellBox&) = default;
};

class Grid {
public:
    /// At rest, with the whole grid active.
    explicit Grid(const GridGeometry& geometry);
    /// A window of columns x rows cells from (column, row) on.
    Grid(const GridGeometry& geometry, int column, int row, int columns, int rows);
    Grid(Grid&&) noexcept = default;
    Grid& operator=(Grid&&) noexcept = default;
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;
    ~Grid() = default;

    /// The cells solved from now on. Nodes on the border of the box and on the bone are held, and those of
    /// `held`.
    void set_box(const CellBox& box);

    /// Nodes that never move, beside borders and bone; by node index. Call set_box afterwards.
    void hold(int node) { held_.push_back(node); }

    [[nodiscard]] GridArrays& arrays() { return arrays_; }

    [[nodiscard]] const GridArrays& arrays() const { return arrays_; }

    [[nodiscard]] CellBox box() const;

    [[nodiscard]] CellBox whole() const { return {0, arrays_.columns, 0, arrays_.rows}; }

    [[nodiscard]] int node(int column, int row, int level) const {
        return (row * (arrays_.layers + 1) + level) * arrays_.stride + column;
    }

    [[nodiscard]] int cell(int column, int row, int layer) const {
        return ((row * arrays_.layers + layer) * arrays_.groups + column / 16) * arrays_.group_size +
               column % 16;
    }

    [[nodiscard]] int skin_point(int column, int row) const { return row * arrays_.stride + column; }

    [[nodiscard]] int node_count() const { return node_count_; }

    /// Sets a field of the cells in a box, whatever is active.
    void fill_cells(float* field, const CellBox& cells, float value) const;

    [[nodiscard]] int skin_count() const { return skin_count_; }

    [[nodiscard]] Vec3 displacement(int node) const;
    void set_displacement(int node, Vec3 value);

    /// Rest positions of the skin points, three skin arrays.
    [[nodiscard]] const std::vector<float>& skin_rest(int component) const { return skin_rest_[component]; }

    /// Rest area for which a Gauss point stands, mm2.
    [[nodiscard]] const std::vector<float>& point_area(int point) const { return point_area_[point]; }

    /// Moves all that belongs to the material by whole cells: geometry, materials, memory and displacement of
    /// cell (column, row) become those of (column + columns, row + rows). What enters keeps stale values.
    void shift(int columns, int rows);

    /// Takes the geometry of cells that lie from (column, row) on in `geometry`; those in `known` have it
    /// already.
    void lay_over(const GridGeometry& geometry, int column, int row, const CellBox& known);

private:
    void allocate();
    void shift_cells(int columns, int rows);
    void shift_nodes(float* field, int columns, int rows) const;

    struct CellPlace {
        int column;
        int row;
        int layer;
    };

    void note_families(const GridGeometry& geometry);
    void set_cell(const GridGeometry& geometry, const CellPlace& place, int e);
    void measure_skin(const GridGeometry& geometry, int first_column, int first_row);

    GridArrays arrays_{};
    int node_count_ = 0;
    int material_fields_ = 0; ///< the first of a group: what moves with the material
    int skin_count_ = 0;
    std::vector<float> storage_;
    std::vector<unsigned char> families_; ///< by layer
    std::array<std::vector<float>, 3> skin_rest_;
    std::array<std::vector<float>, 4> point_area_;
    std::vector<int> held_;
};

} // namespace tactus::tissue
