// Contact at the 2 x 2 Gauss points of each skin face (solver.md 4.6), sixteen faces at a time.

static constexpr float gauss_place[2] = {0.211324865F, 0.788675135F};

/// Bilinear weights of the four corners at Gauss point q.
static inline void corner_weights(int q, float (&w)[4]) {
    const float s = gauss_place[q & 1];
    const float t = gauss_place[q >> 1];
    w[0] = (1 - s) * (1 - t);
    w[1] = s * (1 - t);
    w[2] = (1 - s) * t;
    w[3] = s * t;
}

static inline Lane16 at_point(const float* field, const int (&corner)[4], const float (&w)[4]) {
    return w[0] * load(field + corner[0]) + w[1] * load(field + corner[1]) + w[2] * load(field + corner[2]) +
           w[3] * load(field + corner[3]);
}

struct TopCorners {
    int point[4]; ///< in skin arrays
    int node[4];  ///< in node arrays
};

static inline TopCorners top_corners(const GridArrays& g, int row, int i) {
    const int levels = g.layers + 1;
    const int p = row * g.stride + i;
    const int n = (row * levels + g.layers) * g.stride + i;
    const int next = levels * g.stride;
    return {{p, p + 1, p + g.stride, p + g.stride + 1}, {n, n + 1, n + next, n + next + 1}};
}

/// Distance and outward direction (not unit) of the listed capsules melted into one soft surface: each capsule
/// counts with the fourth power of how near it is, n = 1 - gap / blend, and the surface lies where the weighted
/// sum is 1. Independent of the order of the list; one capsule of weight 1 keeps its own distance exactly.
static inline void tool_gap(const ContactArrays& tool, const int* list, const Lane16 (&x)[3], Lane16& distance,
                            Lane16 (&normal)[3], Lane16 (&motion)[3]) {
    const Lane16 zero{};
    const float inverse_blend = 1.0F / tool.blend;
    Lane16 sum = zero;
    for (int c = 0; c < 3; ++c) {
        normal[c] = zero;
        motion[c] = zero;
    }
    for (; *list >= 0; ++list) {
        const CapsuleLane& capsule = tool.capsules[*list];
        Lane16 d[3];
        Lane16 along = zero;
        Lane16 square = zero;
        for (int c = 0; c < 3; ++c) {
            d[c] = x[c] - (capsule.start[c] + tool.shift[c]);
            along += d[c] * capsule.axis[c];
            square += d[c] * d[c];
        }
        if (capsule.radius < 0.0F) { // a flat stamp: the plane through `start`, facing along `axis`
            distance = along;
            for (int c = 0; c < 3; ++c) {
                normal[c] = zero + capsule.axis[c];
            }
            return;
        }
        const Lane16 away = root(larger(square - along * along, zero));
        Lane16 foot = along - away * capsule.foot_slope;
        foot = smaller(larger(foot, zero), zero + capsule.length);
        Lane16 reach = zero;
        for (int c = 0; c < 3; ++c) {
            d[c] -= foot * capsule.axis[c];
            reach += d[c] * d[c];
        }
        reach = root(reach);
        const Lane16 gap = reach - (capsule.radius + foot * capsule.radius_slope);
        const Lane16 near = larger(zero, 1.0F - gap * inverse_blend);
        const Lane16 weight = capsule.weight + foot * capsule.weight_slope +
                              larger(foot - 0.5F * capsule.length, zero) * capsule.weight_bend;
        const Lane16 cube = near * near * near * weight;
        sum += cube * near;
        const Lane16 share = cube / (reach + 1e-12F);
        for (int c = 0; c < 3; ++c) {
            normal[c] += share * d[c];
            motion[c] += cube * near * (capsule.motion[c] + foot * capsule.motion_slope[c]);
        }
    }
    const Lane16 whole = 1.0F / larger(sum, zero + 1e-6F);
    for (int c = 0; c < 3; ++c) {
        motion[c] *= whole;
    }
    distance = (1.0F - root(root(sum))) * tool.blend;
}

static inline void contact_point(const GridArrays& g, const ContactArrays& tool, const TopCorners& corner, int q,
                                 const int* list) {
    float w[4];
    corner_weights(q, w);
    const int face = corner.point[0];
    Lane16 x[3];
    Lane16 moved[3];
    for (int c = 0; c < 3; ++c) {
        const Lane16 u = at_point(g.displacement[c], corner.node, w);
        x[c] = u + at_point(tool.rest[c], corner.point, w);
        moved[c] = u - at_point(tool.start[c], corner.point, w) -
                   (tool.motion[c] + (tool.shift[c] - tool.shift_start[c]));
    }
    Lane16 gap;
    Lane16 n[3];
    Lane16 own[3];
    tool_gap(tool, list, x, gap, n, own);
    const Lane16 zero{};
    const Lane16 inverse = 1.0F / root(n[0] * n[0] + n[1] * n[1] + n[2] * n[2] + 1e-12F);
    Lane16 facing = zero;
    for (int c = 0; c < 3; ++c) {
        n[c] *= inverse;
        facing += n[c] * tool.approach[c];
        store(tool.normal[q][c] + face, n[c]);
    }
    const float g0 = tool.transition;
    Lane16 depth = larger(zero, 0.5F * g0 - gap);
    depth = facing > zero ? depth : zero;
    const Lane16 area = load(tool.area[q] + face);
    const Lane16 pressure = depth < zero + g0 ? depth * depth * (0.5F * tool.penalty / g0) : (depth - 0.5F * g0) * tool.penalty;
    const Lane16 slope = smaller(depth * (1.0F / g0), zero + 1.0F) * tool.penalty;
    store(tool.load[q] + face, pressure * area);
    store(tool.stiffness[q] + face, slope * area);

    Lane16 slip[3];
    Lane16 out = zero;
    for (int c = 0; c < 3; ++c) {
        slip[c] = moved[c] - own[c] + load(tool.anchor[q][c] + face);
        out += slip[c] * n[c];
    }
    Lane16 size = zero;
    for (int c = 0; c < 3; ++c) {
        slip[c] -= out * n[c];
        size += slip[c] * slip[c];
    }
    size = root(size);
    const Lane16 secant = smaller(zero + tool.friction_stiffness, pressure * load(tool.friction_coefficient[q] + face) / (size + 1e-6F)) * area;
    store(tool.tangential[q] + face, secant);
    for (int c = 0; c < 3; ++c) {
        store(tool.slip[q][c] + face, slip[c]);
        store(tool.friction[q][c] + face, -secant * slip[c]);
    }
}

static void contact_group(const GridArrays& g, const ContactArrays& tool, int row, int column, const int* capsules) {
    const TopCorners corner = top_corners(g, row, column);
    for (int q = 0; q < 4; ++q) {
        contact_point(g, tool, corner, q, capsules);
    }
}

static void contact_force_group(const GridArrays& g, const ContactArrays& tool, int row, int column,
                                const NodeVector& top) {
    const TopCorners corner = top_corners(g, row, column);
    const int face = corner.point[0];
    for (int q = 0; q < 4; ++q) {
        float w[4];
        corner_weights(q, w);
        const Lane16 load_here = load(tool.load[q] + face);
        for (int c = 0; c < 3; ++c) {
            const Lane16 f = load_here * load(tool.normal[q][c] + face) + load(tool.friction[q][c] + face);
            for (int k = 0; k < 4; ++k) {
                add(top.component[c] + corner.point[k], -w[k] * f);
            }
        }
    }
}

static void contact_product_group(const GridArrays& g, const ContactArrays& tool, int row, int column,
                                  const NodeVector* in_out) {
    const TopCorners corner = top_corners(g, row, column);
    const int face = corner.point[0];
    for (int q = 0; q < 4; ++q) {
        float w[4];
        corner_weights(q, w);
        Lane16 v[3];
        Lane16 n[3];
        Lane16 out{};
        for (int c = 0; c < 3; ++c) {
            v[c] = at_point(in_out[0].component[c], corner.point, w);
            n[c] = load(tool.normal[q][c] + face);
            out += v[c] * n[c];
        }
        const Lane16 tangential = load(tool.tangential[q] + face);
        out *= load(tool.stiffness[q] + face) - tangential;
        for (int c = 0; c < 3; ++c) {
            const Lane16 f = out * n[c] + tangential * v[c];
            for (int k = 0; k < 4; ++k) {
                add(in_out[1].component[c] + corner.point[k], w[k] * f);
            }
        }
    }
}

static void contact_blocks_group(const GridArrays& g, const ContactArrays& tool, int row, int column,
                                 const NodeVector& coupling) {
    const TopCorners corner = top_corners(g, row, column);
    const int face = corner.point[0];
    for (int q = 0; q < 4; ++q) {
        float w[4];
        corner_weights(q, w);
        Lane16 n[3];
        Lane16 facing{};
        for (int c = 0; c < 3; ++c) {
            n[c] = load(tool.normal[q][c] + face);
            facing += n[c] * tool.approach[c];
        }
        const Lane16 stiffness = load(tool.stiffness[q] + face);
        const Lane16 tangential = load(tool.tangential[q] + face);
        const Lane16 k = stiffness - tangential;
        const Lane16 block[6] = {k * n[0] * n[0] + tangential, k * n[1] * n[1] + tangential, k * n[2] * n[2] + tangential,
                                 k * n[0] * n[1],              k * n[0] * n[2],              k * n[1] * n[2]};
        for (int p = 0; p < 4; ++p) {
            for (int b = 0; b < 6; ++b) {
                add(g.contact_diagonal[b] + corner.point[p], w[p] * block[b]);
            }
            for (int c = 0; c < 3; ++c) {
                add(coupling.component[c] + corner.point[p], -w[p] * (k * facing * n[c] + tangential * tool.approach[c]));
            }
        }
    }
}
