#include "sim/anatomy/cell_sheets.hpp"

#include <algorithm>

namespace tactus::anatomy {
namespace {

constexpr bool is_inside(unsigned inside, unsigned corner) { return (inside >> corner & 1U) != 0; }

constexpr bool crossed(unsigned inside, unsigned corner, unsigned axis) {
    return is_inside(inside, corner) != is_inside(inside, corner | 1U << axis);
}

/// Edges that belong together have the same root.
class Groups {
public:
    constexpr Groups() {
        for (std::size_t edge = 0; edge < cell_edges; ++edge) {
            root_[edge] = edge;
        }
    }

    [[nodiscard]] constexpr std::size_t root(std::size_t edge) const { return root_[edge]; }

    constexpr void unite(std::size_t a, std::size_t b) {
        const std::size_t from = root_[a];
        const std::size_t to = root_[b];
        for (std::size_t& root : root_) {
            root = root == from ? to : root;
        }
    }

private:
    std::array<std::size_t, cell_edges> root_{};
};

/// Unites the crossed edges of a face: of two the one with the other, of four the two about each corner that
/// is inside, as the cell on the other side of the face does.
constexpr void unite_on_face(unsigned inside, unsigned axis, unsigned first_corner, Groups& groups) {
    const unsigned next = (axis + 1) % 3;
    const unsigned last = (axis + 2) % 3;
    const std::array<unsigned, 4> from{first_corner, first_corner | 1U << next, first_corner | 1U << last,
                                       first_corner}; // round the face, edge by edge
    const std::array<unsigned, 4> along{next, last, next, last};
    std::array<std::size_t, 4> edges{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (crossed(inside, from[i], along[i])) {
            edges[count++] = edge_of(from[i], along[i]);
        }
    }
    if (count == 2) {
        groups.unite(edges[0], edges[1]);
    } else if (count == 4) {
        const std::size_t before =
            is_inside(inside, first_corner) ? 3 : 1; // the edge that meets the first there
        groups.unite(edges[0], edges[before]);
        groups.unite(edges[2], edges[4 - before]);
    }
}

constexpr CellSheets sheets_of(unsigned inside) {
    Groups groups;
    for (unsigned axis = 0; axis < 3; ++axis) {
        unite_on_face(inside, axis, 0, groups);
        unite_on_face(inside, axis, 1U << axis, groups);
    }
    CellSheets sheets;
    std::array<int, cell_edges> number{};
    number.fill(-1);
    for (unsigned corner = 0; corner < 8; ++corner) {
        for (unsigned axis = 0; axis < 3; ++axis) {
            if ((corner >> axis & 1U) != 0 || !crossed(inside, corner, axis)) {
                continue;
            }
            const std::size_t edge = edge_of(corner, axis);
            int& sheet = number[groups.root(edge)];
            if (sheet < 0) {
                sheet = sheets.count++;
            }
            sheets.of_edge[edge] = static_cast<std::uint8_t>(sheet);
        }
    }
    return sheets;
}

constexpr std::array<CellSheets, 256> table = [] {
    std::array<CellSheets, 256> all{};
    for (unsigned inside = 0; inside < all.size(); ++inside) {
        all[inside] = sheets_of(inside);
    }
    return all;
}();

} // namespace

const CellSheets& cell_sheets(unsigned inside) { return table[inside]; }

bool crosses_face_twice(unsigned inside, unsigned axis, unsigned side) {
    const unsigned next = (axis + 1) % 3;
    const unsigned last = (axis + 2) % 3;
    const unsigned first = side << axis;
    const unsigned far = first | 1U << next | 1U << last;
    // The corners alternate, and a sheet is at both of two opposite edges.
    return is_inside(inside, first) == is_inside(inside, far) && crossed(inside, first, next) &&
           crossed(inside, first, last) &&
           table[inside].of_edge[edge_of(first, next)] ==
               table[inside].of_edge[edge_of(first | 1U << last, next)];
}

} // namespace tactus::anatomy
