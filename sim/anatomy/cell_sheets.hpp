#pragma once
/// Which sheets of a surface pass through a cell of a grid, told by the corners that lie inside it. A cell
/// that two sheets pass through gets a vertex for each, so that they are not pinched together in an edge that
/// four triangles share.

#include <array>
#include <cstddef>
#include <cstdint>

namespace tactus::anatomy {

/// Edges of a cell: four along each axis.
inline constexpr std::size_t cell_edges = 12;

/// The edge along an axis (0 .. 2) from a corner of the cell: bit 0 of corner is x, bit 1 y, bit 2 z, that of
/// the axis is 0.
constexpr std::size_t edge_of(unsigned corner, unsigned axis) {
    const unsigned next = (axis + 1) % 3;
    const unsigned last = (axis + 2) % 3;
    return axis * 4 + (corner >> next & 1U) + 2 * (corner >> last & 1U);
}

/// The sheets of one cell.
struct CellSheets {
    std::array<std::uint8_t, cell_edges> of_edge{}; ///< which sheet crosses the edge; 0 where none does
    std::uint8_t count = 0;
};

/// inside: a bit for each corner within the surface. A table look-up; any thread.
const CellSheets& cell_sheets(unsigned inside);

/// Whether one and the same sheet crosses all four edges of a face: side 0 or 1 along an axis.
bool crosses_face_twice(unsigned inside, unsigned axis, unsigned side);

} // namespace tactus::anatomy
