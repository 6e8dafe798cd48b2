// Mean-dilatation hexes (solver.md 4.3): shear by the centre gradient and the full hourglass modes, volume in closed
// form, one effective shear modulus a cell.

/// Walsh-Hadamard: the 8 nodal values become the modes 1, xi, eta, xi eta, zeta, xi zeta, eta zeta, xi eta zeta.
static inline void to_modes(Lane16* a) {
    for (int s = 1; s < 8; s <<= 1) {
        for (int i = 0; i < 8; ++i) {
            if (!(i & s)) {
                const Lane16 x = a[i];
                const Lane16 y = a[i | s];
                a[i] = x + y;
                a[i | s] = y - x;
            }
        }
    }
}

static inline void to_nodes(Lane16* a) {
    for (int s = 1; s < 8; s <<= 1) {
        for (int i = 0; i < 8; ++i) {
            if (!(i & s)) {
                const Lane16 x = a[i];
                const Lane16 y = a[i | s];
                a[i] = x - y;
                a[i | s] = x + y;
            }
        }
    }
}

static constexpr int state_mode[6] = {1, 2, 4, 3, 5, 6};
static constexpr float third = 1.0F / 3.0F;
static constexpr float cubic_share = 1.0F / 6.0F; ///< of the three other hourglass stiffnesses

/// Gradient of the exact trilinear volume with respect to the 6 vector modes (over 8).
static inline void volume_gradient(const Lane16 (&a)[6][3], Lane16 (&q)[6][3]) {
    for (int c = 0; c < 3; ++c) {
        const int x = (c + 1) % 3;
        const int y = (c + 2) % 3;
        const auto cross = [&](int u, int v) { return a[u][x] * a[v][y] - a[u][y] * a[v][x]; };
        q[0][c] = cross(1, 2) + third * cross(3, 4);
        q[1][c] = cross(2, 0) + third * cross(5, 3);
        q[2][c] = cross(0, 1) + third * cross(4, 5);
        q[3][c] = third * (cross(4, 0) + cross(1, 5));
        q[4][c] = third * (cross(0, 3) + cross(5, 2));
        q[5][c] = third * (cross(3, 1) + cross(2, 4));
    }
}

/// Derivative of the volume gradient in the direction d. Inlined by force: left to itself GCC calls it once
/// the kernels are templates, and the product spills.
[[gnu::always_inline]] static inline void volume_gradient_change(const Lane16 (&a)[6][3], const Lane16 (&d)[6][3],
                                                                 Lane16 (&q)[6][3]) {
    for (int c = 0; c < 3; ++c) {
        const int x = (c + 1) % 3;
        const int y = (c + 2) % 3;
        const auto cross = [&](int u, int v) {
            return a[u][x] * d[v][y] - a[u][y] * d[v][x] + d[u][x] * a[v][y] - d[u][y] * a[v][x];
        };
        q[0][c] = cross(1, 2) + third * cross(3, 4);
        q[1][c] = cross(2, 0) + third * cross(5, 3);
        q[2][c] = cross(0, 1) + third * cross(4, 5);
        q[3][c] = third * (cross(4, 0) + cross(1, 5));
        q[4][c] = third * (cross(0, 3) + cross(5, 2));
        q[5][c] = third * (cross(3, 1) + cross(2, 4));
    }
}

/// The same between the linear modes alone: the share of the geometric stiffness that the solver's tangent holds is a
/// help to convergence, and the hourglass modes' part of it costs four times as much and helps no more.
static inline void linear_volume_gradient_change(const Lane16 (&a)[6][3], const Lane16 (&d)[6][3], Lane16 (&q)[6][3]) {
    for (int c = 0; c < 3; ++c) {
        const int x = (c + 1) % 3;
        const int y = (c + 2) % 3;
        const auto cross = [&](int u, int v) {
            return a[u][x] * d[v][y] - a[u][y] * d[v][x] + d[u][x] * a[v][y] - d[u][y] * a[v][x];
        };
        q[0][c] = cross(1, 2);
        q[1][c] = cross(2, 0);
        q[2][c] = cross(0, 1);
    }
}

/// Volume over 8, given its gradient q.
static inline Lane16 volume_eighth(const Lane16 (&a)[6][3], const Lane16 (&q)[6][3]) {
    Lane16 v = a[0][0] * q[0][0];
    for (int c = 0; c < 3; ++c) {
        const int x = (c + 1) % 3;
        const int y = (c + 2) % 3;
        if (c) {
            v += a[0][c] * q[0][c];
        }
        v += third * (a[1][c] * (a[5][x] * a[3][y] - a[5][y] * a[3][x]) +
                      a[2][c] * (a[4][x] * a[5][y] - a[4][y] * a[5][x]));
    }
    return v;
}

/// The four node rows of a cell row: (row, layer), (row + 1, layer), (row, layer + 1), (row + 1, layer + 1).
struct NodeRows {
    int start[4];
};

static inline NodeRows node_rows(const GridArrays& g, int row, int layer) {
    const int levels = g.layers + 1;
    return {{(row * levels + layer) * g.stride, ((row + 1) * levels + layer) * g.stride,
             (row * levels + layer + 1) * g.stride, ((row + 1) * levels + layer + 1) * g.stride}};
}

/// Where the group of 16 cells that begins at `column` lies.
static inline int cell_group(const GridArrays& g, int row, int layer, int column) {
    return ((row * g.layers + layer) * g.groups + column / 16) * g.group_size;
}

static inline void gather_modes(const NodeRows& rows, int i, float* const* field, Lane16 (&m)[3][8]) {
    for (int c = 0; c < 3; ++c) {
        for (int q = 0; q < 4; ++q) {
            const float* const b = field[c] + rows.start[q] + i;
            m[c][2 * q] = load(b);
            m[c][2 * q + 1] = load(b + 1);
        }
        to_modes(m[c]);
    }
}

static inline void scatter_nodes(const NodeRows& rows, int i, Lane16* b, float* field) {
    to_nodes(b);
    for (int q = 0; q < 4; ++q) {
        add_pair(field + rows.start[q] + i, b[2 * q], b[2 * q + 1]);
    }
}

/// Shear stiffness of the hourglass modes per unit of modulus, in the order of state_mode.
struct Hourglass {
    Lane16 quadratic[3];
    Lane16 cubic;
};

static inline void load_hourglass(const GridArrays& g, int e, Hourglass& h) {
    h.quadratic[0] = load(g.hourglass[0] + e);
    h.quadratic[1] = load(g.hourglass[2] + e);
    h.quadratic[2] = load(g.hourglass[1] + e);
    h.cubic = cubic_share * (h.quadratic[0] + h.quadratic[1] + h.quadratic[2]);
}

/// Shear force of the modes per unit of modulus, from displacement modes: V grad u . J^-1 and the hourglass part.
/// Also the columns of grad u along the fibres, on the way.
template <int families> struct ShearForce {
    Lane16 linear[3][3]; ///< [mode][component]
    Lane16 quadratic[3][3];
    Lane16 cubic[3];
    Lane16 along[families + 1][3]; ///< [family][component]
};

template <int families>
static inline void shear_force(const GridArrays& g, int e, const Lane16 (&m)[3][8], ShearForce<families>& s) {
    Lane16 j[9];
    for (int q = 0; q < 9; ++q) {
        j[q] = load(g.inverse_jacobian[q] + e);
    }
    const Lane16 volume = load(g.volume + e);
    Hourglass h;
    load_hourglass(g, e, h);
    for (int c = 0; c < 3; ++c) {
        Lane16 gradient[3];
        for (int q = 0; q < 3; ++q) {
            gradient[q] = m[c][1] * j[q] + m[c][2] * j[3 + q] + m[c][4] * j[6 + q];
            if (q < families) {
                s.along[q][c] = gradient[q];
            }
            gradient[q] *= volume;
        }
        for (int k = 0; k < 3; ++k) {
            s.linear[k][c] = gradient[0] * j[3 * k] + gradient[1] * j[3 * k + 1] + gradient[2] * j[3 * k + 2];
            s.quadratic[k][c] = m[c][state_mode[3 + k]] * h.quadratic[k];
        }
        s.cubic[c] = m[c][7] * h.cubic;
    }
}

/// What a cell's displacement amounts to.
template <int families> struct CellState {
    Lane16 m[3][8];     ///< modes of the displacement
    Lane16 a[6][3];     ///< of the position, over 8
    Lane16 q0[6][3];    ///< gradient of the volume with respect to them at rest, over 8
    Lane16 q[6][3];     ///< and now
    ShearForce<families> shear;
};

template <int families>
static inline void state_of_cells(const GridArrays& g, const NodeRows& rows, int i, int e, CellState<families>& s) {
    gather_modes(rows, i, g.displacement, s.m);
    for (int k = 0; k < 6; ++k) {
        for (int c = 0; c < 3; ++c) {
            s.a[k][c] = load(g.rest_mode[3 * k + c] + e);
        }
    }
    volume_gradient(s.a, s.q0);
    for (int k = 0; k < 6; ++k) {
        for (int c = 0; c < 3; ++c) {
            s.a[k][c] += s.m[c][state_mode[k]] * 0.125F;
        }
    }
    volume_gradient(s.a, s.q);
    shear_force(g, e, s.m, s.shear);
}

template <int families> static inline void residual_cells(const GridArrays& g, const NodeRows& rows, int i, int e) {
    CellState<families> state;
    state_of_cells(g, rows, i, e, state);
    const auto& [m, a, q0, q, s] = state;
    for (int k = 0; k < 6; ++k) {
        for (int c = 0; c < 3; ++c) {
            if (k < 3) {
                store(g.mode[3 * k + c] + e, a[k][c]);
            }
            store(g.volume_slope[3 * k + c] + e, q[k][c]);
        }
    }
    const Lane16 volume = load(g.volume + e);
    const Lane16 growth = 8.0F * volume_eighth(a, q) - volume;
    const Lane16 inverse_volume = 1.0F / (volume + 1e-20F);

    // s V = V |grad u|^2 + 2 q0.u - 2 (V' - V): the neo-Hookean measure |F|^2 - 3 - 2 (J - 1), free of rest stress
    // on every cell shape because the linear term carries the exact gradient of the rest volume.
    Lane16 measure = -2.0F * growth;
    for (int c = 0; c < 3; ++c) {
        for (int k = 0; k < 3; ++k) {
            measure += (s.linear[k][c] + 2.0F * q0[k][c]) * m[c][state_mode[k]];
            measure += (s.quadratic[k][c] + 2.0F * q0[3 + k][c]) * m[c][state_mode[3 + k]];
        }
        measure += s.cubic[c] * m[c][7];
    }
    measure *= inverse_volume;
    const Lane16 zero{};
    const Lane16 shear = load(g.shear + e);
    const Lane16 stiffening = load(g.stiffening + e) * shear;
    const Lane16 effective = shear + stiffening * larger(measure, zero);
    const Lane16 volumetric = load(g.bulk + e) * growth;
    const Lane16 viscous = effective * g.instant_share;
    const Lane16 standing = effective * load(g.hourglass_share + e);
    const Lane16 exposed = load(g.exposed + e);
    Lane16 pull[families + 1][3];
    for (int family = 0; family < families; ++family) {
        evaluate_fibres(g, family, e, s.along[family], pull[family]);
        for (int c = 0; c < 3; ++c) {
            pull[family][c] *= volume;
        }
    }
    store(g.shear_effective + e, effective);
    store(g.shear_tangent + e, measure > zero ? 2.0F * stiffening * inverse_volume : zero);
    store(g.pressure + e, volumetric - effective);
    for (int c = 0; c < 3; ++c) {
        Lane16 b[8];
        b[0] = zero;
        for (int k = 0; k < 3; ++k) {
            const Lane16 linear = s.linear[k][c] + (q0[k][c] - q[k][c]);
            const Lane16 quadratic = s.quadratic[k][c] + (q0[3 + k][c] - q[3 + k][c]);
            store(g.isotropic[3 * k + c] + e, linear);
            b[state_mode[k]] = viscous * linear + volumetric * q[k][c] + load(g.memory_force[3 * k + c] + e);
            for (int family = 0; family < families; ++family) {
                b[state_mode[k]] += pull[family][c] * load(g.inverse_jacobian[3 * k + family] + e);
            }
            b[state_mode[3 + k]] = standing * quadratic + volumetric * q[3 + k][c];
        }
        b[7] = standing * s.cubic[c];
        for (int k = 1; k < 8; ++k) {
            b[k] *= exposed;
        }
        scatter_nodes(rows, i, b, g.force[c]);
    }
}

static void residual_row(const GridArrays& g, int row) {
    for (int layer = 0; layer < g.layers; ++layer) {
        const NodeRows rows = node_rows(g, row, layer);
        for (int i = g.column_first; i < g.column_last; i += 16) {
            const int e = cell_group(g, row, layer, i);
            if (g.families[layer] == 0) {
                residual_cells<0>(g, rows, i, e);
            } else if (g.families[layer] == 1) {
                residual_cells<1>(g, rows, i, e);
            } else {
                residual_cells<2>(g, rows, i, e);
            }
        }
    }
}

/// The tangent's state of a cell.
struct Linearised {
    Lane16 a[6][3];   ///< modes of the position, over 8
    Lane16 q[6][3];   ///< gradient of the volume, over 8
    Lane16 iso[7][3]; ///< shear force per unit of modulus
};

/// The working tangent knows the linear modes alone of what turns and of what stiffens: the hourglass modes' part
/// costs twice the time of all the rest and brings no better convergence.
enum class Tangent { working, exact };

template <int families, Tangent tangent>
static inline void load_linearised(const GridArrays& g, const NodeRows& rows, int i, int e, Linearised& t) {
    if constexpr (tangent == Tangent::exact) {
        CellState<families> s;
        state_of_cells(g, rows, i, e, s);
        for (int c = 0; c < 3; ++c) {
            for (int k = 0; k < 6; ++k) {
                t.a[k][c] = s.a[k][c];
                t.q[k][c] = s.q[k][c];
                t.iso[k][c] = (k < 3 ? s.shear.linear[k][c] : s.shear.quadratic[k - 3][c]) + (s.q0[k][c] - s.q[k][c]);
            }
            t.iso[6][c] = s.shear.cubic[c];
        }
    } else {
        for (int c = 0; c < 3; ++c) {
            for (int k = 0; k < 3; ++k) {
                t.a[k][c] = load(g.mode[3 * k + c] + e);
                t.iso[k][c] = load(g.isotropic[3 * k + c] + e);
            }
            for (int k = 0; k < 6; ++k) {
                t.q[k][c] = load(g.volume_slope[3 * k + c] + e);
            }
        }
    }
}

/// in_out: direction and product.
template <int families, Tangent tangent>
static inline void product_cells(const GridArrays& g, const NodeRows& rows, int i, int e, const NodeVector* in_out) {
    constexpr bool exact = tangent == Tangent::exact;
    Lane16 m[3][8];
    gather_modes(rows, i, in_out[0].component, m);
    Linearised t;
    load_linearised<families, tangent>(g, rows, i, e, t);
    const auto& [a, q, iso] = t;
    const Lane16 volume = load(g.volume + e);
    const Lane16 effective = load(g.shear_effective + e);
    const Lane16 geometric = load(g.pressure + e) * (0.125F * g.geometric_factor);
    Lane16 d[6][3];
    Lane16 change{};
    Lane16 along = change;
    for (int c = 0; c < 3; ++c) {
        for (int k = 0; k < 6; ++k) {
            const Lane16 v = m[c][state_mode[k]];
            d[k][c] = v;
            change += q[k][c] * v;
            if (exact || k < 3) {
                along += iso[k][c] * v;
            }
        }
        if constexpr (exact) {
            along += iso[6][c] * m[c][7];
        }
    }
    change *= load(g.bulk + e);
    along *= load(g.shear_tangent + e);
    Lane16 dq[6][3];
    if constexpr (exact) {
        volume_gradient_change(a, d, dq);
    } else {
        linear_volume_gradient_change(a, d, dq);
    }
    const Lane16 viscous = effective * g.instant_share;
    const Lane16 standing = effective * load(g.hourglass_share + e);
    Lane16 j[9];
    for (int k = 0; k < 9; ++k) {
        j[k] = load(g.inverse_jacobian[k] + e);
    }
    FibreChange fibres[families + 1];
    for (int family = 0; family < families; ++family) {
        linearise_fibres(g, family, e, m, fibres[family]);
    }
    Hourglass h;
    load_hourglass(g, e, h);
    for (int c = 0; c < 3; ++c) {
        Lane16 stress[3];
        for (int axis = 0; axis < 3; ++axis) {
            const Lane16 gradient = m[c][1] * j[axis] + m[c][2] * j[3 + axis] + m[c][4] * j[6 + axis];
            if (axis < families) {
                stress[axis] = volume * ((viscous + fibres[axis].held) * gradient +
                                         fibres[axis].along * load(g.fibre[axis][c] + e));
            } else {
                stress[axis] = volume * viscous * gradient;
            }
        }
        Lane16 b[8];
        b[0] = Lane16{};
        for (int k = 0; k < 3; ++k) {
            b[state_mode[k]] = stress[0] * j[3 * k] + stress[1] * j[3 * k + 1] + stress[2] * j[3 * k + 2] +
                               change * q[k][c] + geometric * dq[k][c] + along * iso[k][c];
            b[state_mode[3 + k]] = standing * (m[c][state_mode[3 + k]] * h.quadratic[k]) + change * q[3 + k][c];
            if constexpr (exact) {
                b[state_mode[3 + k]] += geometric * dq[3 + k][c] + along * iso[3 + k][c];
            }
        }
        b[7] = standing * (m[c][7] * h.cubic);
        if constexpr (exact) {
            b[7] += along * iso[6][c];
        }
        scatter_nodes(rows, i, b, in_out[1].component[c]);
    }
}

template <Tangent tangent>
static inline void product_of_row(const GridArrays& g, int row, const NodeVector& in, const NodeVector& out) {
    const NodeVector in_out[2] = {in, out};
    for (int layer = 0; layer < g.layers; ++layer) {
        const NodeRows rows = node_rows(g, row, layer);
        for (int i = g.column_first; i < g.column_last; i += 16) {
            const int e = cell_group(g, row, layer, i);
            if (g.families[layer] == 0) {
                product_cells<0, tangent>(g, rows, i, e, in_out);
            } else if (g.families[layer] == 1) {
                product_cells<1, tangent>(g, rows, i, e, in_out);
            } else {
                product_cells<2, tangent>(g, rows, i, e, in_out);
            }
        }
    }
}

static void product_row(const GridArrays& g, int row, const NodeVector& in, const NodeVector& out) {
    product_of_row<Tangent::working>(g, row, in, out);
}

static void exact_product_row(const GridArrays& g, int row, const NodeVector& in, const NodeVector& out) {
    product_of_row<Tangent::exact>(g, row, in, out);
}

/// At the end of a step the elastic force of the linear modes moves into the memory (Prony, exact exponentials). The
/// hourglass modes have no memory of their own: they are felt by the share that is left of the linear modes' force
/// along itself. This is exact where a cell's strains grow and ease together, and costs one number a cell.
static void history_begin(const GridArrays& g, int row, int column, const HistoryFactors& f) {
    const float at_once = f.gain[0] + f.gain[1] + f.gain[2];
    constexpr float unstrained = 1e-6F; // mN2; below, nothing can have relaxed
    for (int layer = 0; layer < g.layers; ++layer) {
        const int e = cell_group(g, row, layer, column);
        Lane16 left{};
        Lane16 size = Lane16{} + unstrained;
        for (int q = 0; q < 9; ++q) {
            const Lane16 past = f.decay[0] * load(g.memory[q] + e) + f.decay[1] * load(g.memory[9 + q] + e) +
                                f.decay[2] * load(g.memory[18 + q] + e);
            const Lane16 stress = load(g.stress[q] + e);
            store(g.memory_force[q] + e, past - at_once * stress);
            left += (past + f.lasting * stress) * stress;
            size += stress * stress;
        }
        const Lane16 whole = Lane16{} + 1.0F;
        const Lane16 share = (left + unstrained) / size;
        store(g.hourglass_share + e, smaller(larger(share, Lane16{} + f.lasting), whole));
    }
}

static void history_end(const GridArrays& g, int row, int column, const HistoryFactors& f) {
    for (int layer = 0; layer < g.layers; ++layer) {
        const int e = cell_group(g, row, layer, column);
        const Lane16 effective = load(g.shear_effective + e);
        Lane16 fibre[9] = {};
        for (int family = 0; family < g.families[layer]; ++family) {
            add_relaxing_fibres(g, family, e, fibre);
        }
        for (int q = 0; q < 9; ++q) {
            const Lane16 now = effective * load(g.isotropic[q] + e) + fibre[q];
            const Lane16 change = now - load(g.stress[q] + e);
            for (int t = 0; t < 3; ++t) {
                float* const memory = g.memory[9 * t + q] + e;
                store(memory, f.decay[t] * load(memory) + f.gain[t] * change);
            }
            store(g.stress[q] + e, now);
        }
    }
}
