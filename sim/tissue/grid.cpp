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
    arrays_.groups = (columns + 15) / 16;
    arrays_.instant_share = 1;
    arrays_.geometric_factor = 0;
    allocate();
    note_families(geometry);
    fill_cells(arrays_.exposed, whole(), 1.0F);
    fill_cells(arrays_.hourglass_share, whole(), 1.0F);
    lay_over(geometry, column, row, {});
    set_box(whole());
}

void Grid::allocate() {
    GridArrays& a = arrays_;
    const int spare = 32;
    node_count_ = (a.rows + 1) * (a.layers + 1) * a.stride + spare;
    skin_count_ = (a.rows + 1) * a.stride + spare;
    std::vector<float**> cell_fields;
    const auto of_cell = [&](auto& pointers) {
        for (float*& p : pointers) {
            cell_fields.push_back(&p);
        }
    };
    of_cell(a.stress);
    of_cell(a.memory);
    of_cell(a.rest_mode);
    for (auto& family : a.fibre_rest) {
        of_cell(family);
    }
    of_cell(a.fibre_ratio);
    of_cell(a.fibre_stiffening);
    of_cell(a.fibre_tension);
    for (float** const field : {&a.shear, &a.stiffening}) {
        cell_fields.push_back(field);
    }
    of_cell(a.inverse_jacobian);
    of_cell(a.hourglass);
    for (float** const field : {&a.volume, &a.bulk}) {
        cell_fields.push_back(field);
    }
    material_fields_ = static_cast<int>(cell_fields.size());
    for (float** const field : {&a.hourglass_share, &a.shear_effective, &a.shear_tangent, &a.pressure}) {
        cell_fields.push_back(field);
    }
    for (auto& family : a.fibre) {
        of_cell(family);
    }
    of_cell(a.fibre_stress);
    of_cell(a.fibre_tangent);
    of_cell(a.mode);
    of_cell(a.volume_slope);
    of_cell(a.isotropic);
    of_cell(a.memory_force);
    cell_fields.push_back(&a.exposed);
    // An odd number of fields, so that groups do not meet in the same sets of the cache.
    a.group_size = 16 * (static_cast<int>(cell_fields.size()) | 1);

    std::vector<std::pair<float**, int>> node_fields;
    const auto of_node = [&](auto& pointers, int count) {
        for (float*& p : pointers) {
            node_fields.emplace_back(&p, count);
        }
    };
    of_node(a.displacement, node_count_);
    of_node(a.force, node_count_);
    node_fields.emplace_back(&a.mask, node_count_);
    of_node(a.diagonal, node_count_);
    of_node(a.upper, node_count_);
    of_node(a.reduced, node_count_);
    of_node(a.contact_diagonal, skin_count_);
    const auto room = [](int count) { // 64 bytes apart, for the same reason
        return static_cast<std::size_t>((count + 15) / 16 * 16 + 16);
    };
    std::size_t total = 16 + static_cast<std::size_t>(a.rows) * a.layers * a.groups * a.group_size;
    for (const auto& [field, count] : node_fields) {
        total += room(count);
    }
    storage_.assign(total, 0.0F);
    const std::size_t misaligned = (reinterpret_cast<std::size_t>(storage_.data()) / sizeof(float)) % 16;
    float* next = storage_.data() + (16 - misaligned) % 16;
    for (const auto& [field, count] : node_fields) {
        *field = next;
        next += room(count);
    }
    for (float** const field : cell_fields) {
        *field = next;
        next += 16;
    }
}

void Grid::fill_cells(float* field, const CellBox& cells, float value) const {
    for (int row = cells.row_first; row < cells.row_last; ++row) {
        for (int layer = 0; layer < arrays_.layers; ++layer) {
            for (int column = cells.column_first; column < cells.column_last; ++column) {
                field[cell(column, row, layer)] = value;
            }
        }
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
            arrays_.fibre_stiffening[family][e] = geometry.fibres[family].stiffening[source];
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
    shift_cells(columns, rows);
    for (float* const field : arrays_.displacement) {
        shift_nodes(field, columns, rows);
    }
}

/// The fields of the material, group by group and in the order in which nothing is overwritten before it is
/// read.
void Grid::shift_cells(int columns, int rows) {
    const GridArrays& a = arrays_;
    float* const all = a.stress[0];
    const int width = 16 * a.groups;
    std::vector<float> line(static_cast<std::size_t>(3) * width, 0.0F);
    for (int turn = 0; turn < a.rows; ++turn) {
        const int to_row = rows >= 0 ? turn : a.rows - 1 - turn;
        const int from_row = to_row + rows;
        if (from_row < 0 || from_row >= a.rows) {
            continue;
        }
        for (int layer = 0; layer < a.layers; ++layer) {
            float* const to = all + cell(0, to_row, layer);
            const float* const from = all + cell(0, from_row, layer);
            if (columns == 0) {
                std::copy(from, from + a.groups * a.group_size, to);
                continue;
            }
            for (int field = 0; field < 16 * material_fields_; field += 16) {
                for (int group = 0; group < a.groups; ++group) {
                    const float* const part = from + group * a.group_size + field;
                    std::copy(part, part + 16, line.data() + width + 16 * group);
                }
                for (int group = 0; group < a.groups; ++group) {
                    const float* const part =
                        line.data() + width + 16 * group + std::clamp(columns, -width, width);
                    std::copy(part, part + 16, to + group * a.group_size + field);
                }
            }
        }
    }
}

void Grid::shift_nodes(float* field, int columns, int rows) const {
    const GridArrays& a = arrays_;
    const int length = (a.layers + 1) * a.stride;
    const std::vector<float> old(field, field + (a.rows + 1) * length);
    const int first = std::max(0, -columns);
    const int last = std::min(a.columns + 1, a.columns + 1 - columns);
    for (int row = std::max(0, -rows); row < std::min(a.rows + 1, a.rows + 1 - rows); ++row) {
        for (int level = 0; level <= a.layers && first < last; ++level) {
            const float* const from = old.data() + (row + rows) * length + level * a.stride + columns;
            std::copy(from + first, from + last, field + row * length + level * a.stride + first);
        }
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
