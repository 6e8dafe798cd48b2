#include "sim/tissue/level.hpp"

#include "sim/tissue/row_loops.hpp"

#include <algorithm>

namespace tactus::tissue {

namespace {

/// Of a travel's own stiffness, what must be left of it after the tissue gave way for a kept factor to be
/// used.
constexpr double least_travel_share = 0.02;

} // namespace

/// Components begin at a line of the cache, an odd number of lines apart so that they do not meet in its sets.
Level::Field::Field(std::size_t count) {
    constexpr std::size_t line = 16;
    const std::size_t pitch = line * ((count + line - 1) / line | 1);
    storage.assign(3 * pitch + line, 0.0F);
    const std::size_t past_line = reinterpret_cast<std::size_t>(storage.data()) / sizeof(float) % line;
    for (int c = 0; c < 3; ++c) {
        view.component[c] = storage.data() + (line - past_line) % line + static_cast<std::size_t>(c) * pitch;
    }
}

void Level::Field::zero_rows(int first, int count, int row_length) const {
    for (float* const component : view.component) {
        std::fill_n(component + static_cast<std::ptrdiff_t>(first) * row_length,
                    static_cast<std::ptrdiff_t>(count) * row_length, 0.0F);
    }
}

Level::Level(Grid& grid, const KernelTable& kernels, parallel::ThreadPool& pool)
    : grid_(&grid), kernels_(&kernels), pool_(&pool), right_(grid.node_count()), x_(grid.node_count()),
      r_(grid.node_count()), z_(grid.node_count()), p_(grid.node_count()),
      q_(grid.node_count()), y_{Field(grid.node_count()), Field(grid.node_count())},
      coupling_{Field(grid.skin_count()), Field(grid.skin_count())}, skin_in_(grid.skin_count()),
      skin_out_(grid.skin_count()), row_sum_(grid.arrays().rows + 1) {}

double Level::dot(const NodeVector& a, const NodeVector& b) const {
    const GridArrays& g = grid_->arrays();
    for_rows(*pool_, g.row_first + 1, g.row_last,
             [&](int row) { row_sum_[row] = kernels_->dot_row(g, row, a, b); });
    return sum_of_rows();
}

double Level::sum_of_rows() const {
    const GridArrays& g = grid_->arrays();
    double sum = 0;
    for (int row = g.row_first + 1; row < g.row_last; ++row) {
        sum += row_sum_[row];
    }
    return sum;
}

void Level::elastic_gradient() {
    const GridArrays& g = grid_->arrays();
    const int length = (g.layers + 1) * g.stride;
    for_rows(*pool_, g.row_first, g.row_last + 1, [&](int row) {
        for (float* const component : g.force) {
            std::fill_n(component + row * length, length, 0.0F);
        }
    });
    for_cell_rows(*pool_, g.row_first, g.row_last, [&](int row) { kernels_->residual_row(g, row); });
}

void Level::right_from_force() {
    const GridArrays& g = grid_->arrays();
    const NodeVector force{{g.force[0], g.force[1], g.force[2]}};
    for_rows(*pool_, g.row_first + 1, g.row_last,
             [&](int row) { kernels_->masked_row(g, row, force, right_.view, -1.0F); });
}

void Level::add_to_force(const NodeVector& skin, int row_first, int row_last, float factor) {
    const GridArrays& g = grid_->arrays();
    for (int row = row_first; row < row_last; ++row) {
        for (int c = 0; c < 3; ++c) {
            const float* const from = skin.component[c] + grid_->skin_point(0, row);
            float* const to = g.force[c] + grid_->node(0, row, g.layers);
            for (int i = g.column_first; i <= g.column_last; ++i) {
                to[i] += factor * from[i];
            }
        }
    }
}

float Level::add_solution(float factor) {
    const GridArrays& g = grid_->arrays();
    const NodeVector u{{g.displacement[0], g.displacement[1], g.displacement[2]}};
    for_rows(*pool_, g.row_first + 1, g.row_last, [&](int row) {
        row_sum_[row] = static_cast<double>(kernels_->add_row(g, row, u, x_.view, factor));
    });
    double most = 0;
    for (int row = g.row_first + 1; row < g.row_last; ++row) {
        most = std::max(most, row_sum_[row]);
    }
    return static_cast<float>(most);
}

void Level::zero_skin_scratch() {
    const GridArrays& g = grid_->arrays();
    skin_out_.zero_rows(g.row_first, g.row_last - g.row_first + 1, g.stride);
}

double Level::couple(int side, const NodeVector& v) const {
    const GridArrays& g = grid_->arrays();
    double sum = 0;
    for (int row = rows_[side].first; row < rows_[side].last; ++row) {
        double row_sum = 0;
        for (int c = 0; c < 3; ++c) {
            const float* const a = coupling_[side].view.component[c] + grid_->skin_point(0, row);
            const float* const b = v.component[c] + grid_->node(0, row, g.layers);
            for (int i = g.column_first + 1; i < g.column_last; ++i) {
                row_sum += static_cast<double>(a[i] * b[i]);
            }
        }
        sum += row_sum;
    }
    return sum;
}

/// The skin rows that each tool touches on this grid, directly or through a window.
void Level::note_rows() {
    const GridArrays& g = grid_->arrays();
    rows_ = {};
    for (const SkinLoad* const load : loads_) {
        RowRange& rows = rows_[load->side()];
        const bool empty = rows.first >= rows.last;
        rows.first = empty ? load->row_first() : std::min(rows.first, load->row_first());
        rows.last = empty ? load->row_last() : std::max(rows.last, load->row_last());
        rows.first = std::max(rows.first, g.row_first);
        rows.last = std::min(rows.last, g.row_last + 1);
    }
}

void Level::factor(const std::vector<SkinLoad*>& loads, const Travels& stiffness) {
    loads_ = loads;
    stiffness_ = stiffness;
    note_rows();
    const GridArrays& g = grid_->arrays();
    for_rows(*pool_, g.row_first, g.row_last + 1, [&](int row) {
        const int length = (g.layers + 1) * g.stride;
        for (float* const field : g.diagonal) {
            std::fill_n(field + row * length, length, 0.0F);
        }
        for (float* const field : g.upper) {
            std::fill_n(field + row * length, length, 0.0F);
        }
        for (float* const field : g.contact_diagonal) {
            std::fill_n(field + row * g.stride, g.stride, 0.0F);
        }
    });
    for_cell_rows(*pool_, g.row_first, g.row_last, [&](int row) { kernels_->blocks_row(g, row); });
    couple_loads();
    for_rows(*pool_, g.row_first + 1, g.row_last, [&](int row) { kernels_->factor_row(g, row); });
    condition_travels();
}

bool Level::keep_factor(const std::vector<SkinLoad*>& loads, const Travels& stiffness) {
    if (loads.size() != loads_.size()) {
        return false;
    }
    loads_ = loads;
    stiffness_ = stiffness;
    note_rows();
    couple_loads();
    return condition_travels();
}

void Level::couple_loads() {
    const GridArrays& g = grid_->arrays();
    for (const Field& field : coupling_) {
        field.zero_rows(g.row_first, g.row_last - g.row_first + 1, g.stride);
    }
    for (SkinLoad* const load : loads_) {
        load->add_blocks(coupling_[load->side()].view);
    }
}

/// y = M^-1 K_uz and the inverse of S = K_zz - K_zu y: the travels leave the preconditioner exactly. False
/// when S is too small for M to hold the contact of these loads.
bool Level::condition_travels() {
    const GridArrays& g = grid_->arrays();
    std::array<std::array<double, travel_count>, travel_count> s{};
    for (int t = 0; t < travel_count; ++t) {
        s[t][t] = 1;
        if (stiffness_[t] <= 0) {
            continue;
        }
        r_.zero_rows(g.row_first, g.row_last - g.row_first + 1, (g.layers + 1) * g.stride);
        for (int row = rows_[t].first; row < rows_[t].last; ++row) {
            for (int c = 0; c < 3; ++c) {
                const float* const from = coupling_[t].view.component[c] + grid_->skin_point(0, row);
                float* const to = r_.view.component[c] + grid_->node(0, row, g.layers);
                const float* const mask = g.mask + grid_->node(0, row, g.layers);
                for (int i = g.column_first; i < g.column_last; ++i) {
                    to[i] = from[i] * mask[i];
                }
            }
        }
        const NodeVector vectors[5] = {x_.view, r_.view, y_[t].view, p_.view, q_.view};
        for_rows(*pool_, g.row_first + 1, g.row_last,
                 [&](int row) { kernels_->advance_row(g, row, vectors, 0.0F); });
    }
    for (int a = 0; a < travel_count; ++a) {
        for (int b = 0; b < travel_count; ++b) {
            if (stiffness_[a] > 0 && stiffness_[b] > 0) {
                s[a][b] = (a == b ? stiffness_[a] : 0.0) - couple(a, y_[b].view);
            }
        }
    }
    bool fits = true;
    for (int t = 0; t < travel_count; ++t) {
        fits = fits && s[t][t] > least_travel_share * stiffness_[t];
        s[t][t] = std::max(s[t][t], 1e-3);
    }
    const double off = 0.5 * (s[0][1] + s[1][0]);
    const double determinant = std::max(s[0][0] * s[1][1] - off * off, 1e-3 * s[0][0] * s[1][1]);
    schur_inverse_ = {
        {{s[1][1] / determinant, -off / determinant}, {-off / determinant, s[0][0] / determinant}}};
    return fits;
}

Travels Level::travel_step(const Travels& r, const Travels& w) const {
    Travels step{};
    for (int a = 0; a < travel_count; ++a) {
        for (int b = 0; b < travel_count; ++b) {
            if (stiffness_[a] > 0 && stiffness_[b] > 0) {
                step[a] += schur_inverse_[a][b] * (r[b] - w[b]);
            }
        }
    }
    return step;
}

double Level::advance(float alpha) {
    const GridArrays& g = grid_->arrays();
    const NodeVector vectors[5] = {x_.view, r_.view, z_.view, p_.view, q_.view};
    for_rows(*pool_, g.row_first + 1, g.row_last,
             [&](int row) { row_sum_[row] = kernels_->advance_row(g, row, vectors, alpha); });
    return sum_of_rows();
}

void Level::product(const Travels& p_travel, Travels& q_travel) {
    const GridArrays& g = grid_->arrays();
    const int length = (g.layers + 1) * g.stride;
    q_.zero_rows(g.row_first, 1, length);
    q_.zero_rows(g.row_last, 1, length);
    for_cell_rows(*pool_, g.row_first, g.row_last,
                  [&](int row) { kernels_->product_row(g, row, p_.view, q_.view); });
    for (int t = 0; t < travel_count; ++t) {
        q_travel[t] = 0;
        if (rows_[t].first >= rows_[t].last) {
            continue;
        }
        add_skin_product(t, p_travel);
        if (stiffness_[t] > 0) {
            q_travel[t] = stiffness_[t] * p_travel[t] + couple(t, p_.view);
        }
    }
}

/// What tool t adds to q = K p on the skin: its contact stiffness and the coupling with its travel.
void Level::add_skin_product(int t, const Travels& p_travel) {
    const GridArrays& g = grid_->arrays();
    const RowRange rows = rows_[t];
    for (int row = rows.first; row < rows.last; ++row) {
        for (int c = 0; c < 3; ++c) {
            const float* const from = p_.view.component[c] + grid_->node(0, row, g.layers);
            std::copy(from, from + g.stride, skin_in_.view.component[c] + grid_->skin_point(0, row));
            float* const out = skin_out_.view.component[c] + grid_->skin_point(0, row);
            std::fill(out, out + g.stride, 0.0F);
        }
    }
    for (SkinLoad* const load : loads_) {
        if (load->side() == t) {
            load->add_product(skin_in_.view, skin_out_.view);
        }
    }
    const float travel = stiffness_[t] > 0 ? static_cast<float>(p_travel[t]) : 0.0F;
    for (int row = rows.first; row < rows.last; ++row) {
        for (int c = 0; c < 3; ++c) {
            const float* const out = skin_out_.view.component[c] + grid_->skin_point(0, row);
            const float* const k = coupling_[t].view.component[c] + grid_->skin_point(0, row);
            float* const to = q_.view.component[c] + grid_->node(0, row, g.layers);
            for (int i = g.column_first; i < g.column_last; ++i) {
                to[i] += out[i] + travel * k[i];
            }
        }
    }
}

bool Level::solve(int iterations, double tolerance, const Travels& right_travel, Travels& travel) {
    const GridArrays& g = grid_->arrays();
    const int length = (g.layers + 1) * g.stride;
    for_rows(*pool_, g.row_first, g.row_last + 1, [&](int row) {
        x_.zero_rows(row, 1, length);
        p_.zero_rows(row, 1, length);
        if (row > g.row_first && row < g.row_last) {
            kernels_->masked_row(g, row, right_.view, r_.view, 1.0F);
        }
    });
    travel = {};
    Travels r = right_travel;
    Travels p{};
    double before = 0;
    double start = 0;
    float alpha = 0;
    for (int k = 0; k < iterations; ++k) {
        const double inner = advance(alpha);
        Travels w{};
        for (int t = 0; t < travel_count; ++t) {
            w[t] = stiffness_[t] > 0 ? couple(t, z_.view) : 0.0;
            r[t] = stiffness_[t] > 0 ? r[t] : 0.0;
        }
        const Travels step = travel_step(r, w);
        const double size = inner + step[0] * (r[0] - w[0]) + step[1] * (r[1] - w[1]);
        start = k == 0 ? size : start;
        if (!(size > 1e-12) || size < tolerance * tolerance * start) {
            return true;
        }
        const double beta = k == 0 ? 0.0 : size / before;
        before = size;
        const float scale[3] = {static_cast<float>(beta), static_cast<float>(step[0]),
                                static_cast<float>(step[1])};
        const NodeVector vectors[5] = {z_.view, p_.view, q_.view, y_[0].view, y_[1].view};
        for_rows(*pool_, g.row_first + 1, g.row_last,
                 [&](int row) { kernels_->direction_row(g, row, vectors, scale); });
        Travels q{};
        for (int t = 0; t < travel_count; ++t) {
            p[t] = step[t] + beta * p[t];
        }
        product(p, q);
        const double curvature = dot(p_.view, q_.view) + p[0] * q[0] + p[1] * q[1];
        if (!(curvature > 0)) {
            return false;
        }
        alpha = static_cast<float>(size / curvature);
        for (int t = 0; t < travel_count; ++t) {
            travel[t] += static_cast<double>(alpha) * p[t];
            r[t] -= static_cast<double>(alpha) * q[t];
        }
    }
    for_rows(*pool_, g.row_first + 1, g.row_last,
             [&](int row) { kernels_->add_row(g, row, x_.view, p_.view, alpha); });
    return true;
}

} // namespace tactus::tissue
