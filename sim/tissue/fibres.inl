// Fibres: stress along a direction that turns with the tissue, from the mean squared stretch of the cell
// (solver.md 4.3). Per family: Psi = k/8 (h^2 + 2/3 b h^3) for h = I4 - 1 >= 0. In shortening the
// line goes on as far as the tension at rest, then the fibres are slack: the stress never pushes, so the energy is
// convex in the deformation gradient and the tangent has no negative part. The tension at rest itself acts through
// its change alone (t grad u a x a): the rest force is subtracted cell by cell, so that grids of any spacing and the
// seam between them are in balance at rest.

/// The directions are the first axes of the cell's own frame, so the change of direction is a column of the
/// displacement gradient that the shear needs anyway, and the force one more term of its stress.

/// Stress of a family times its stretched direction, to add to the family's column of the stress. `change`: of the
/// direction, grad u . a. Stores the state of the tangent; the part above rest is felt by `instant_share`.
static inline void evaluate_fibres(const GridArrays& g, int family, int e, const Lane16 (&change)[3],
                                   Lane16 (&pull)[3]) {
    Lane16 now[3];
    Lane16 h{};
    for (int c = 0; c < 3; ++c) {
        const Lane16 rest = load(g.fibre_rest[family][c] + e);
        now[c] = rest + change[c];
        h += change[c] * (now[c] + rest);
        store(g.fibre[family][c] + e, now[c]);
    }
    const Lane16 zero{};
    const Lane16 stretch = larger(h, zero);
    const Lane16 stiffness = load(g.fibre_ratio[family] + e) * load(g.shear + e);
    const Lane16 curve = load(g.fibre_stiffening[family] + e) * stretch;
    const Lane16 tension = load(g.fibre_tension[family] + e);
    const Lane16 line = 0.5F * stiffness * (h + curve * stretch);
    const Lane16 stress = larger(line, -tension);
    store(g.fibre_tangent[family] + e,
          line > -tension ? g.instant_share * stiffness * (1.0F + 2.0F * curve) : zero);
    const Lane16 felt = g.instant_share * stress;
    store(g.fibre_stress[family] + e, felt + tension);
    for (int c = 0; c < 3; ++c) {
        pull[c] = felt * now[c] + tension * change[c];
    }
}

/// The change of the same in the direction of modes m: its stress changes by held grad u . a + along (a now).
struct FibreChange {
    Lane16 held;
    Lane16 along;
};

static inline void linearise_fibres(const GridArrays& g, int family, int e, const Lane16 (&m)[3][8],
                                    FibreChange& out) {
    Lane16 j[3];
    for (int k = 0; k < 3; ++k) {
        j[k] = load(g.inverse_jacobian[3 * k + family] + e);
    }
    Lane16 along{};
    for (int c = 0; c < 3; ++c) {
        along += (m[c][1] * j[0] + m[c][2] * j[1] + m[c][4] * j[2]) * load(g.fibre[family][c] + e);
    }
    out.held = load(g.fibre_stress[family] + e);
    out.along = along * load(g.fibre_tangent[family] + e);
}

/// Adds the force of a family above rest on the linear modes, [mode][component]: the part that relaxes.
static inline void add_relaxing_fibres(const GridArrays& g, int family, int e, Lane16 (&force)[9]) {
    const Lane16 stress = load(g.fibre_stress[family] + e) - load(g.fibre_tension[family] + e);
    const Lane16 scale = load(g.volume + e) * stress / g.instant_share;
    for (int c = 0; c < 3; ++c) {
        const Lane16 pull = scale * load(g.fibre[family][c] + e);
        for (int k = 0; k < 3; ++k) {
            force[3 * k + c] += pull * load(g.inverse_jacobian[3 * k + family] + e);
        }
    }
}

/// A family's entry (r, c) of the blocks between two nodes, per product of their gradients along the family.
struct FibreBlocks {
    Lane16 now[3];
    Lane16 held;
    Lane16 stiff;
};

static inline void prepare_fibre_blocks(const GridArrays& g, int family, int e, FibreBlocks& out) {
    const Lane16 volume = load(g.volume + e);
    for (int c = 0; c < 3; ++c) {
        out.now[c] = load(g.fibre[family][c] + e);
    }
    out.held = volume * load(g.fibre_stress[family] + e);
    out.stiff = volume * load(g.fibre_tangent[family] + e);
}

static inline Lane16 fibre_block(const FibreBlocks& b, int r, int c) {
    const Lane16 t = b.stiff * b.now[r] * b.now[c];
    return r == c ? t + b.held : t;
}
