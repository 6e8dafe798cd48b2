// The preconditioner: one block-tridiagonal LDL factor a column, skin to bone.

static constexpr int symmetric[9] = {0, 3, 4, 3, 1, 5, 4, 5, 2};

/// What the modes amount to at each corner of a cell.
struct CornerSums {
    Lane16 gradient[8][3]; ///< of the displacement, along the cell's axes
    Lane16 squeeze[8][3];  ///< of the volume
    Lane16 strain[8][3];   ///< of the stiffening measure
};

static inline void sum_corners(const Lane16 (&j)[9], const Lane16 (&q)[6][3], const Lane16 (&iso)[3][3], CornerSums& at) {
    for (int n = 0; n < 8; ++n) {
        const float s0 = n & 1 ? 1.0F : -1.0F;
        const float s1 = n & 2 ? 1.0F : -1.0F;
        const float s2 = n & 4 ? 1.0F : -1.0F;
        for (int c = 0; c < 3; ++c) {
            at.gradient[n][c] = s0 * j[c] + s1 * j[3 + c] + s2 * j[6 + c];
            at.squeeze[n][c] =
                s0 * q[0][c] + s1 * q[1][c] + s2 * q[2][c] + s0 * s1 * q[3][c] + s0 * s2 * q[4][c] + s1 * s2 * q[5][c];
            at.strain[n][c] = s0 * iso[0][c] + s1 * iso[1][c] + s2 * iso[2][c];
        }
    }
}

template <int families> static inline void blocks_cells(const GridArrays& g, int row, int layer, int i) {
    const int e = cell_group(g, row, layer, i);
    Lane16 j[9];
    Lane16 q[6][3];
    Lane16 iso[3][3];
    for (int k = 0; k < 9; ++k) {
        j[k] = load(g.inverse_jacobian[k] + e);
    }
    for (int k = 0; k < 6; ++k) {
        for (int c = 0; c < 3; ++c) {
            q[k][c] = load(g.volume_slope[3 * k + c] + e);
        }
    }
    for (int k = 0; k < 3; ++k) {
        for (int c = 0; c < 3; ++c) {
            iso[k][c] = load(g.isotropic[3 * k + c] + e);
        }
    }
    const Lane16 volume = load(g.volume + e);
    const Lane16 shear = load(g.shear_effective + e);
    const Lane16 linear_shear = shear * volume * g.instant_share;
    const Lane16 bulk = load(g.bulk + e);
    const Lane16 rank_one = load(g.shear_tangent + e);
    const Lane16 h0 = load(g.hourglass[0] + e);
    const Lane16 standing = load(g.hourglass[1] + e) + load(g.hourglass[2] + e);
    const Lane16 rest = standing + cubic_share * (h0 + standing);
    const Lane16 standing_shear = shear * load(g.hourglass_share + e);
    const Lane16 hourglass_same = (h0 + rest) * standing_shear;
    const Lane16 hourglass_above = (h0 - rest) * standing_shear;
    CornerSums at;
    sum_corners(j, q, iso, at);
    const auto& [gradient, squeeze, strain] = at;
    FibreBlocks fibres[families + 1];
    for (int family = 0; family < families; ++family) {
        prepare_fibre_blocks(g, family, e, fibres[family]);
    }
    const int levels = g.layers + 1;
    for (int n = 0; n < 8; ++n) {
        const int node = ((row + (n >> 1 & 1)) * levels + layer + (n >> 2)) * g.stride + i + (n & 1);
        const Lane16 m = linear_shear * (gradient[n][0] * gradient[n][0] + gradient[n][1] * gradient[n][1] +
                                         gradient[n][2] * gradient[n][2]) +
                         hourglass_same;
        static constexpr int pair[6][2] = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
        for (int k = 0; k < 6; ++k) {
            const int r = pair[k][0];
            const int c = pair[k][1];
            Lane16 t = bulk * squeeze[n][r] * squeeze[n][c] + rank_one * strain[n][r] * strain[n][c];
            if (k < 3) {
                t += m;
            }
            for (int family = 0; family < families; ++family) {
                t += fibre_block(fibres[family], r, c) * gradient[n][family] * gradient[n][family];
            }
            add(g.diagonal[k] + node, t);
        }
    }
    for (int n = 0; n < 4; ++n) {
        const int above = n + 4;
        const int node = ((row + (n >> 1 & 1)) * levels + layer) * g.stride + i + (n & 1);
        const Lane16 m = linear_shear * (gradient[n][0] * gradient[above][0] + gradient[n][1] * gradient[above][1] +
                                         gradient[n][2] * gradient[above][2]) +
                         hourglass_above;
        for (int r = 0; r < 3; ++r) {
            for (int c = 0; c < 3; ++c) {
                Lane16 t = bulk * squeeze[n][r] * squeeze[above][c] + rank_one * strain[n][r] * strain[above][c];
                if (r == c) {
                    t += m;
                }
                for (int family = 0; family < families; ++family) {
                    t += fibre_block(fibres[family], r, c) * gradient[n][family] * gradient[above][family];
                }
                add(g.upper[3 * r + c] + node, t);
            }
        }
    }
}

static void blocks_row(const GridArrays& g, int row) {
    for (int layer = 0; layer < g.layers; ++layer) {
        for (int i = g.column_first; i < g.column_last; i += 16) {
            if (g.families[layer] == 0) {
                blocks_cells<0>(g, row, layer, i);
            } else if (g.families[layer] == 1) {
                blocks_cells<1>(g, row, layer, i);
            } else {
                blocks_cells<2>(g, row, layer, i);
            }
        }
    }
}

static inline void invert_symmetric(const Lane16 (&a)[6], Lane16 (&o)[6]) {
    const Lane16 c0 = a[1] * a[2] - a[5] * a[5];
    const Lane16 c3 = a[4] * a[5] - a[3] * a[2];
    const Lane16 c4 = a[3] * a[5] - a[4] * a[1];
    const Lane16 inverse = 1.0F / (a[0] * c0 + a[3] * c3 + a[4] * c4);
    o[0] = c0 * inverse;
    o[3] = c3 * inverse;
    o[4] = c4 * inverse;
    o[1] = (a[0] * a[2] - a[4] * a[4]) * inverse;
    o[2] = (a[0] * a[1] - a[3] * a[3]) * inverse;
    o[5] = (a[3] * a[4] - a[0] * a[5]) * inverse;
}

static inline void factor_columns(const GridArrays& g, int row, int i) {
    Lane16 w[9];
    Lane16 u[9];
    for (int level = 1; level <= g.layers; ++level) {
        const int n = (row * (g.layers + 1) + level) * g.stride + i;
        const int point = row * g.stride + i;
        const Lane16 mask = load(g.mask + n);
        Lane16 d[6];
        Lane16 o[6];
        for (int q = 0; q < 6; ++q) {
            d[q] = load(g.diagonal[q] + n);
            if (level == g.layers) {
                d[q] += load(g.contact_diagonal[q] + point);
            }
            d[q] = q < 3 ? d[q] * mask + (1.0F - mask) : d[q] * mask;
        }
        if (level > 1) {
            Lane16 t[9];
            for (int r = 0; r < 3; ++r) {
                for (int c = 0; c < 3; ++c) {
                    t[3 * r + c] = u[r] * w[c] + u[3 + r] * w[3 + c] + u[6 + r] * w[6 + c];
                }
            }
            d[0] -= t[0];
            d[1] -= t[4];
            d[2] -= t[8];
            d[3] -= 0.5F * (t[1] + t[3]);
            d[4] -= 0.5F * (t[2] + t[6]);
            d[5] -= 0.5F * (t[5] + t[7]);
        }
        invert_symmetric(d, o);
        for (int q = 0; q < 6; ++q) {
            store(g.diagonal[q] + n, o[q]);
        }
        for (int q = 0; q < 9; ++q) {
            u[q] = load(g.upper[q] + n) * mask;
        }
        for (int r = 0; r < 3; ++r) {
            for (int c = 0; c < 3; ++c) {
                w[3 * r + c] = o[symmetric[3 * r]] * u[c] + o[symmetric[3 * r + 1]] * u[3 + c] +
                               o[symmetric[3 * r + 2]] * u[6 + c];
                store(g.reduced[3 * r + c] + n, w[3 * r + c]);
            }
        }
    }
}

static void factor_row(const GridArrays& g, int row) {
    for (int i = g.column_first; i < g.column_last; i += 16) {
        factor_columns(g, row, i);
    }
}

/// vectors: 0 x, 1 r, 2 z, 3 p, 4 q
static inline Lane16 advance_columns(const GridArrays& g, int row, int i, const NodeVector* v, float alpha) {
    Lane16 t[3] = {};
    Lane16 y[3] = {};
    Lane16 sum{};
    const int base = row * (g.layers + 1) * g.stride + i;
    for (int level = 1; level <= g.layers; ++level) {
        const int n = base + level * g.stride;
        const Lane16 mask = load(g.mask + n);
        Lane16 b[3];
        for (int c = 0; c < 3; ++c) {
            Lane16 r = load(v[1].component[c] + n);
            if (alpha != 0.0F) {
                add(v[0].component[c] + n, alpha * load(v[3].component[c] + n));
                r = (r - alpha * load(v[4].component[c] + n)) * mask;
                store(v[1].component[c] + n, r);
            }
            b[c] = r;
        }
        if (level > 1) {
            const int below = n - g.stride;
            for (int c = 0; c < 3; ++c) {
                b[c] -= load(g.reduced[c] + below) * t[0] + load(g.reduced[3 + c] + below) * t[1] +
                        load(g.reduced[6 + c] + below) * t[2];
            }
        }
        Lane16 d[6];
        for (int q = 0; q < 6; ++q) {
            d[q] = load(g.diagonal[q] + n);
        }
        for (int c = 0; c < 3; ++c) {
            t[c] = b[c];
        }
        for (int c = 0; c < 3; ++c) {
            store(v[2].component[c] + n, d[symmetric[3 * c]] * b[0] + d[symmetric[3 * c + 1]] * b[1] +
                                             d[symmetric[3 * c + 2]] * b[2]);
        }
    }
    for (int level = g.layers; level >= 1; --level) {
        const int n = base + level * g.stride;
        Lane16 z[3];
        for (int c = 0; c < 3; ++c) {
            z[c] = load(v[2].component[c] + n);
            if (level < g.layers) {
                z[c] -= load(g.reduced[3 * c] + n) * y[0] + load(g.reduced[3 * c + 1] + n) * y[1] +
                        load(g.reduced[3 * c + 2] + n) * y[2];
                store(v[2].component[c] + n, z[c]);
            }
            sum += z[c] * load(v[1].component[c] + n);
        }
        for (int c = 0; c < 3; ++c) {
            y[c] = z[c];
        }
    }
    return sum;
}

static double advance_row(const GridArrays& g, int row, const NodeVector* vectors, float alpha) {
    double sum = 0;
    for (int i = g.column_first; i < g.column_last; i += 16) {
        sum += lane_sum(advance_columns(g, row, i, vectors, alpha));
    }
    return sum;
}
