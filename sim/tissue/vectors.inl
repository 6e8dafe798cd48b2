// Passes over a node row. All of them skip the base level, which never moves within a solve.

/// vectors: 0 z, 1 p, 2 q, 3 y_0, 4 y_1; scale: beta, travel_0, travel_1
static void direction_row(const GridArrays& g, int row, const NodeVector* v, const float* scale) {
    for (int level = 0; level <= g.layers; ++level) {
        const int start = (row * (g.layers + 1) + level) * g.stride;
        for (int i = g.column_first; i < g.column_last; i += 16) {
            const int n = start + i;
            for (int c = 0; c < 3; ++c) {
                store(v[2].component[c] + n, Lane16{});
                if (level == 0) {
                    continue;
                }
                Lane16 z = load(v[0].component[c] + n);
                if (scale[1] != 0.0F) {
                    z -= scale[1] * load(v[3].component[c] + n);
                }
                if (scale[2] != 0.0F) {
                    z -= scale[2] * load(v[4].component[c] + n);
                }
                store(v[1].component[c] + n, z + scale[0] * load(v[1].component[c] + n));
            }
        }
    }
}

static double dot_row(const GridArrays& g, int row, const NodeVector& a, const NodeVector& b) {
    double total = 0;
    for (int i = g.column_first; i < g.column_last; i += 16) {
        Lane16 sum{};
        for (int level = 1; level <= g.layers; ++level) {
            const int n = (row * (g.layers + 1) + level) * g.stride + i;
            for (int c = 0; c < 3; ++c) {
                sum += load(a.component[c] + n) * load(b.component[c] + n);
            }
        }
        total += lane_sum(sum);
    }
    return total;
}

static void masked_row(const GridArrays& g, int row, const NodeVector& in, const NodeVector& out, float factor) {
    for (int level = 0; level <= g.layers; ++level) {
        const int start = (row * (g.layers + 1) + level) * g.stride;
        for (int i = g.column_first; i < g.column_last; i += 16) {
            const Lane16 mask = load(g.mask + start + i) * factor;
            for (int c = 0; c < 3; ++c) {
                store(out.component[c] + start + i, load(in.component[c] + start + i) * mask);
            }
        }
    }
}

static float add_row(const GridArrays& g, int row, const NodeVector& a, const NodeVector& b, float factor) {
    Lane16 most{};
    for (int level = 1; level <= g.layers; ++level) {
        const int start = (row * (g.layers + 1) + level) * g.stride;
        for (int i = g.column_first; i < g.column_last; i += 16) {
            for (int c = 0; c < 3; ++c) {
                const Lane16 v = load(b.component[c] + start + i);
                most = larger(most, larger(v, -v));
                if (factor != 0.0F) {
                    add(a.component[c] + start + i, factor * v);
                }
            }
        }
    }
    float result = 0;
    for (int q = 0; q < 16; ++q) {
        result = most[q] > result ? most[q] : result;
    }
    return result;
}
