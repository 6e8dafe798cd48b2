#include "sim/tissue/grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::tissue {

namespace {

using Modes = std::array<glm::dvec3, 8>;

/// The eight vector modes of a cell's corners (see element.inl, to_modes), over 8.
Modes modes_of(const Modes& corner) {
    Modes a = corner;
    for (int s = 1; s < 8; s <<= 1) {
        for (int i = 0; i < 8; ++i) {
            if (!(i & s)) {
                const glm::dvec3 x = a[i];
                const glm::dvec3 y = a[i | s];
                a[i] = x + y;
                a[i | s] = y - x;
            }
        }
    }
    for (glm::dvec3& m : a) {
        m /= 8.0;
    }
    return a;
}

/// A cell's own axes: along its fibres, and square to them.
glm::dmat3 axes_of(const GridGeometry& geometry, std::size_t cell) {
    if (geometry.fibres[0].direction.empty()) {
        return glm::dmat3(1.0);
    }
    const glm::dvec3 first = glm::normalize(glm::dvec3(geometry.fibres[0].direction[cell]));
    glm::dvec3 second{0, 0, 0};
    if (!geometry.fibres[1].direction.empty()) {
        second = glm::dvec3(geometry.fibres[1].direction[cell]);
        second -= first * glm::dot(first, second);
    }
    if (glm::dot(second, second) < 1e-4) {
        second = std::fabs(first.z) < 0.7 ? glm::cross(glm::dvec3{0, 0, 1}, first)
                                          : glm::cross(glm::dvec3{1, 0, 0}, first);
    }
    second = glm::normalize(second);
    return {first, second, glm::cross(first, second)};
}

double triple(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    return glm::dot(a, glm::cross(b, c));
}

/// Exact volume of the trilinear hex with modes xi, eta, zeta, xi eta, xi zeta, eta zeta = m[1], m[2], m[4],
/// m[3], m[5], m[6].
double volume_of(const Modes& m) {
    return 8 * (triple(m[1], m[2], m[4]) +
                (triple(m[1], m[3], m[5]) + triple(m[3], m[2], m[6]) + triple(m[5], m[6], m[4])) / 3);
}

} // namespace

Grid::Grid(const GridGeometry& geometry) : Grid(geometry, 0, 0, geometry.columns, geometry.rows) {}

Grid::Grid(const GridGeometry& geometry, int column, int row, int columns, int rows) {
    arrays_.columns = columns;
    arrays_.rows = rows;
    arrays_.layers = geometry.layers;
    arrays_.stride = (columns + 15) / 16 * 16 + 16;
    arrays_.instant_share = 1;
    arrays_.geometric_factor = 0;
    allocate();
    note_families(geometry);
    std::fill(arrays_.exposed, arrays_.exposed + cell_count_, 1.0F);
    std::fill(arrays_.hourglass_share, arrays_.hourglass_share + cell_count_, 1.0F);
    lay_over(geometry, column, row, {});
    set_box(whole());
}

void Grid::allocate() {
    GridArrays& a = arrays_;
    const int spare = 32;
    node_count_ = (a.rows + 1) * (a.layers + 1) * a.stride + spare;
    cell_count_ = a.rows * a.layers * a.stride + spare;
    skin_count_ = (a.rows + 1) * a.stride + spare;
    std::vector<std::pair<float**, int>> wanted;
    const auto want = [&](auto& pointers, int count) {
        for (float*& p : pointers) {
            wanted.emplace_back(&p, count);
        }
    };
    for (auto* field : {&a.displacement, &a.force}) {
        want(*field, node_count_);
    }
    wanted.emplace_back(&a.mask, node_count_);
    for (float** field : {&a.volume, &a.shear, &a.bulk, &a.stiffening, &a.exposed, &a.hourglass_share,
                          &a.pressure, &a.shear_effective, &a.shear_tangent}) {
        wanted.emplace_back(field, cell_count_);
    }
    for (auto* directions : {&a.fibre_rest, &a.fibre}) {
        for (auto& family : *directions) {
            want(family, cell_count_);
        }
    }
    for (auto* field : {&a.fibre_ratio, &a.fibre_tension, &a.fibre_stress, &a.fibre_tangent}) {
        want(*field, cell_count_);
    }
    want(a.inverse_jacobian, cell_count_);
    want(a.hourglass, cell_count_);
    want(a.rest_mode, cell_count_);
    want(a.mode, cell_count_);
    want(a.isotropic, cell_count_);
    want(a.memory_force, cell_count_);
    want(a.stress, cell_count_);
    want(a.memory, cell_count_);
    want(a.diagonal, node_count_);
    want(a.upper, node_count_);
    want(a.reduced, node_count_);
    want(a.contact_diagonal, skin_count_);
    std::size_t total = 16;
    for (const auto& [field, count] : wanted) {
        total += static_cast<std::size_t>((count + 15) / 16 * 16 +
                                          16); // 64 bytes apart, so that sets of the cache differ
    }
    storage_.assign(total, 0.0F);
    const std::size_t misaligned = (reinterpret_cast<std::size_t>(storage_.data()) / sizeof(float)) % 16;
    float* next = storage_.data() + (16 - misaligned) % 16;
    for (const auto& [field, count] : wanted) {
        *field = next;
        next += (count + 15) / 16 * 16 + 16;
    }
}

/// A layer without fibres costs nothing for them.
void Grid::note_families(const GridGeometry& geometry) {
    families_.assign(geometry.layers, 0);
    for (int family = 0; family < fibre_families; ++family) {
        const Fibres& fibres = geometry.fibres[family];
        for (std::size_t e = 0; e < fibres.stiffness.size(); ++e) {
            if (fibres.stiffness[e] > 0 || fibres.tension_kpa[e] > 0) {
                families_[e / geometry.columns % geometry.layers] = static_cast<unsigned char>(family + 1);
            }
        }
    }
    arrays_.families = families_.data();
}

void Grid::set_cell(const GridGeometry& geometry, const CellPlace& place, int e) {
    const auto [column, row, layer] = place;
    Modes corner;
    for (int n = 0; n < 8; ++n) {
        corner[n] = geometry.position[geometry.node(column + (n & 1), row + (n >> 1 & 1), layer + (n >> 2))];
    }
    const Modes m = modes_of(corner);
    const glm::dmat3 jacobian(m[1], m[2], m[4]);
    const glm::dmat3 inverse = glm::inverse(jacobian);
    const glm::dmat3 axes = axes_of(geometry, geometry.cell(column, row, layer));
    const std::size_t source = geometry.cell(column, row, layer);
    const double volume = volume_of(m);
    arrays_.volume[e] = static_cast<float>(volume);
    arrays_.shear[e] = geometry.shear[source];
    arrays_.bulk[e] = geometry.bulk[source] / static_cast<float>(volume);
    arrays_.stiffening[e] = geometry.stiffening[source];
    static constexpr std::array<int, 6> state_mode = {1, 2, 4, 3, 5, 6};
    std::array<double, 3> square{};
    for (int axis = 0; axis < 3; ++axis) {
        for (int c = 0; c < 3; ++c) {
            square[axis] += inverse[c][axis] * inverse[c][axis];
            const double along =
                inverse[0][axis] * axes[c][0] + inverse[1][axis] * axes[c][1] + inverse[2][axis] * axes[c][2];
            arrays_.inverse_jacobian[3 * axis + c][e] = static_cast<float>(along / 8);
        }
    }
    for (int family = 0; family < fibre_families; ++family) {
        if (!geometry.fibres[family].direction.empty()) {
            for (int c = 0; c < 3; ++c) {
                arrays_.fibre_rest[family][c][e] = static_cast<float>(axes[family][c]);
            }
            arrays_.fibre_ratio[family][e] = geometry.fibres[family].stiffness[source];
            arrays_.fibre_tension[family][e] = geometry.fibres[family].tension_kpa[source];
        }
    }
    for (int q = 0; q < 3; ++q) {
        arrays_.hourglass[q][e] =
            static_cast<float>(volume / 64 * (square[q == 1 ? 1 : 0] + square[q == 0 ? 1 : 2]) / 3);
    }
    for (int k = 0; k < 6; ++k) {
        for (int c = 0; c < 3; ++c) {
            arrays_.rest_mode[3 * k + c][e] = static_cast<float>(m[state_mode[k]][c]);
        }
    }
}

void Grid::measure_skin(const GridGeometry& geometry, int first_column, int first_row) {
    for (auto& field : skin_rest_) {
        field.assign(skin_count_, 0.0F);
    }
    for (auto& field : point_area_) {
        field.assign(skin_count_, 0.0F);
    }
    for (int row = 0; row <= arrays_.rows; ++row) {
        for (int column = 0; column <= arrays_.columns; ++column) {
            const Vec3 x =
                geometry.position[geometry.node(first_column + column, first_row + row, arrays_.layers)];
            for (int c = 0; c < 3; ++c) {
                skin_rest_[c][skin_point(column, row)] = x[c];
            }
        }
    }
    const float place[2] = {0.211324865F, 0.788675135F};
    for (int row = 0; row < arrays_.rows; ++row) {
        for (int column = 0; column < arrays_.columns; ++column) {
            const auto at = [&](int i, int j) {
                return geometry
                    .position[geometry.node(first_column + column + i, first_row + row + j, arrays_.layers)];
            };
            for (int q = 0; q < 4; ++q) {
                const float s = place[q & 1];
                const float t = place[q >> 1];
                const Vec3 across = (at(1, 0) - at(0, 0)) * (1 - t) + (at(1, 1) - at(0, 1)) * t;
                const Vec3 along = (at(0, 1) - at(0, 0)) * (1 - s) + (at(1, 1) - at(1, 0)) * s;
                point_area_[q][skin_point(column, row)] = 0.25F * glm::length(glm::cross(across, along));
            }
        }
    }
}

CellBox Grid::box() const {
    return {arrays_.column_first, arrays_.column_last, arrays_.row_first, arrays_.row_last};
}

void Grid::set_box(const CellBox& box) {
    GridArrays& a = arrays_;
    a.column_first = box.column_first;
    a.column_last = box.column_last;
    a.row_first = box.row_first;
    a.row_last = box.row_last;
    std::fill(a.mask, a.mask + node_count_, 0.0F);
    for (int row = box.row_first + 1; row < box.row_last; ++row) {
        for (int level = 1; level <= a.layers; ++level) {
            std::fill(a.mask + node(box.column_first + 1, row, level),
                      a.mask + node(box.column_last, row, level), 1.0F);
        }
    }
    for (const int n : held_) {
        a.mask[n] = 0.0F;
    }
}

Vec3 Grid::displacement(int n) const {
    return {arrays_.displacement[0][n], arrays_.displacement[1][n], arrays_.displacement[2][n]};
}

void Grid::set_displacement(int n, Vec3 value) {
    for (int c = 0; c < 3; ++c) {
        arrays_.displacement[c][n] = value[c];
    }
}

void Grid::shift(int columns, int rows) {
    GridArrays& a = arrays_;
    std::vector<float> old;
    const auto move = [&](float* field, int lines, int line_rows, int width) {
        old.assign(field, field + lines * line_rows * a.stride);
        for (int j = 0; j < lines; ++j) {
            const int from_row = j + rows;
            if (from_row < 0 || from_row >= lines) {
                continue;
            }
            for (int k = 0; k < line_rows; ++k) {
                const float* const from = old.data() + (from_row * line_rows + k) * a.stride;
                float* const to = field + (j * line_rows + k) * a.stride;
                const int first = std::max(0, -columns);
                const int last = std::min(width, width - columns);
                if (first < last) {
                    std::copy(from + first + columns, from + last + columns, to + first);
                }
            }
        }
    };
    for (float* const field : {a.volume, a.shear, a.bulk, a.stiffening}) {
        move(field, a.rows, a.layers, a.columns);
    }
    const auto move_cells = [&](auto& fields) {
        for (float* const field : fields) {
            move(field, a.rows, a.layers, a.columns);
        }
    };
    for (auto& family : a.fibre_rest) {
        move_cells(family);
    }
    move_cells(a.fibre_ratio);
    move_cells(a.fibre_tension);
    move_cells(a.inverse_jacobian);
    move_cells(a.hourglass);
    move_cells(a.rest_mode);
    move_cells(a.stress);
    move_cells(a.memory);
    for (float* const field : a.displacement) {
        move(field, a.rows + 1, a.layers + 1, a.columns + 1);
    }
}

void Grid::lay_over(const GridGeometry& geometry, int column, int row, const CellBox& known) {
    for (int j = 0; j < arrays_.rows; ++j) {
        for (int layer = 0; layer < arrays_.layers; ++layer) {
            for (int i = 0; i < arrays_.columns; ++i) {
                const bool is_known = i >= known.column_first && i < known.column_last &&
                                      j >= known.row_first && j < known.row_last;
                if (!is_known) {
                    set_cell(geometry, {column + i, row + j, layer}, cell(i, j, layer));
                }
            }
        }
    }
    measure_skin(geometry, column, row);
}

} // namespace tactus::tissue
