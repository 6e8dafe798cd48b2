#pragma once

/// The hot loops of the tissue solver behind a table of function pointers: one source (kernels.inl) compiled
/// once an instruction set, every level with the same operations in the same order and therefore the same
/// bits.
///
/// Units in here: mm, kPa, mN. Frame: component 0 across, 1 along the spine, 2 outward (dorsal); see
/// grid_frame.hpp. This header holds plain data only: nothing inline may be shared between levels.

// NOLINTBEGIN(modernize-avoid-c-arrays): why, sim/tissue/.clang-tidy says
namespace tactus::tissue {

/// Instruction sets, weakest first.
enum class KernelLevel { sse, avx2, avx512 };

/// Nodes are addressed (row * (layers + 1) + level) * stride + column, points of the skin row * stride +
/// column; the stride leaves 16 spare lanes behind the last node. Cells lie in groups of 16 columns with all
/// their fields side by side, because a kernel touches up to a hundred fields of a cell, more than a machine
/// can follow as streams of their own: ((row * layers + layer) * groups + column / 16) * group_size + column
/// % 16.
struct GridArrays {
    int columns;
    int rows;
    int layers;
    int stride;
    int groups;       ///< of 16 cells in a row of a layer
    int group_size;   ///< floats from a field of a group to the same of the next
    int column_first; ///< active box in cells, [first, last); its border nodes do not move
    int column_last;
    int row_first;
    int row_last;

    float* displacement[3]; ///< node
    float* force[3];        ///< node: gradient of the energy
    float* mask;            ///< node: 1 free, 0 held

    float* volume;              ///< cell, at rest
    float* shear;               ///< cell: instantaneous shear modulus
    float* bulk;                ///< cell: lambda + mu, over the rest volume
    float* stiffening;          ///< cell: b of mu (1 + b s)
    float* exposed;             ///< cell: 0 under a fine window, whose forces stand for it; else 1
    float* inverse_jacobian[9]; ///< cell: d(reference)/d(rest position) at the centre over 8, row = reference
                                ///< axis, column = axis of the cell, the first two of which follow its fibres
    float* hourglass[3];  ///< cell: squared gradients of the modes xi-eta, eta-zeta, xi-zeta over the volume;
                          ///< that of xi-eta-zeta is a sixth of their sum
    float* rest_mode[18]; ///< cell: 6 vector modes of the rest position

    const unsigned char* families; ///< layer: families of fibres in its cells, 0 to 2
    float* fibre_rest[2][3];       ///< cell: direction of a family at rest
    float* fibre_ratio[2];         ///< cell: stiffness of a family over the shear modulus
    float* fibre_stiffening[2];    ///< cell: b of the line of a family
    float* fibre_tension[2];       ///< cell: stress of a family at rest

    float* mode[9];          ///< cell, state: the 3 linear modes of the present position, over 8
    float* volume_slope[18]; ///< cell, state: gradient of the volume with respect to 6 modes, over 8
    float* isotropic[9];     ///< cell, state: shear force of the linear modes per unit of effective modulus
    float* pressure;         ///< cell, state: coefficient of the volume gradient
    float* shear_effective;  ///< cell, state: modulus with stiffening, times the viscous share
    float* shear_tangent;    ///< cell, state: coefficient of the rank-one stiffening term
    float* fibre[2][3];      ///< cell, state: direction of a family now, its length the stretch
    float* fibre_stress[2]; ///< cell, state: stress of a family (second Piola-Kirchhoff), its part above rest
                            ///< by the instant share
    float* fibre_tangent[2]; ///< cell, state: twice its derivative by the squared stretch

    float* memory_force[9]; ///< cell: force of the past on the linear modes in this step
    float* stress[9];       ///< cell: elastic shear force of the linear modes at the end of the last step
    float* memory[27];      ///< cell: three Prony terms of those
    float* hourglass_share; ///< cell: what relaxation has left of the hourglass forces in this step

    float* diagonal[6];         ///< node: symmetric blocks xx yy zz xy xz yz; inverted by factor_row
    float* upper[9];            ///< node: block to the node above
    float* reduced[9];          ///< node: inverse diagonal times upper
    float* contact_diagonal[6]; ///< skin point: contact stiffness lumped by rows

    float instant_share;    ///< share of the elastic force felt at once within a step (1 without viscosity)
    float geometric_factor; ///< how much of the geometric stiffness the tangent holds
};

/// Exact update of the Prony terms over one interval.
struct HistoryFactors {
    float decay[3]; ///< exp(-dt / tau)
    float gain[3];  ///< g (1 - exp(-dt / tau)) tau / dt
    float lasting;  ///< share that never relaxes
};

/// Vectors over all nodes of a grid.
struct NodeVector {
    float* component[3];
};

/// A tapered capsule made ready for evaluation. A negative radius makes it the plane through `start` that
/// faces along `axis` (the flat stamp of indentation tests).
struct CapsuleLane {
    float start[3];
    float axis[3]; ///< unit
    float length;
    float radius;                      ///< at the start
    float radius_slope;                ///< change of radius per mm
    float foot_slope;                  ///< shift of the foot on the axis per mm of distance from it
    float weight = 1;                  ///< in the melted surface, at the start
    float weight_slope;                ///< change of weight per mm, to the middle
    float weight_bend;                 ///< change of that slope at the middle
    float motion[3] = {0, 0, 0};       ///< of the start in this step, beyond the tool's own, mm
    float motion_slope[3] = {0, 0, 0}; ///< change of that per mm
};

/// One tool against one grid's skin. Arrays have one value a face and Gauss point.
struct ContactArrays {
    float* normal[4][3];
    float* load[4];        ///< normal force, mN
    float* stiffness[4];   ///< normal, mN/mm
    float* tangential[4];  ///< tangential, mN/mm
    float* friction[4][3]; ///< force on the skin, mN
    float* anchor[4][3];   ///< elastic slip at the start of the step, mm
    float* slip[4][3];     ///< elastic slip before the friction limit at the last evaluation, mm
    const float*
        area[4]; ///< area of the point at the start of the step, mm2; 0 where a finer grid stands for it
    const float* friction_coefficient[4];
    const float* rest[3];  ///< rest positions of the skin points
    const float* start[3]; ///< displacement of the skin points at the start of the step
    const CapsuleLane* capsules;
    float shift[3];       ///< present displacement of the capsules by the travel
    float shift_start[3]; ///< the same at the start of the step
    float motion[3];      ///< of the tool along the skin in this step, mm
    float approach[3];
    float penalty;            ///< kPa/mm
    float transition;         ///< mm
    float blend;              ///< mm: a capsule further off than this has no part in the melted surface
    float friction_stiffness; ///< kPa/mm
};

/// All kernels work on one row of cells, nodes or faces, over the columns of the active box.
struct KernelTable {
    /// force += gradient of the elastic energy; stores the state that the tangent needs.
    void (*residual_row)(const GridArrays&, int row);
    /// out += tangent * in
    void (*product_row)(const GridArrays&, int row, const NodeVector& in, const NodeVector& out);
    /// The same with what product_row leaves out of the tangent (element.inl): what tests hold against the
    /// force.
    void (*exact_product_row)(const GridArrays&, int row, const NodeVector& in, const NodeVector& out);
    /// diagonal, upper += blocks of the tangent without its geometric part
    void (*blocks_row)(const GridArrays&, int row);
    /// LDL factors of the columns of a node row.
    void (*factor_row)(const GridArrays&, int row);
    /// x += alpha p; r -= alpha q; z = column solve of r. Returns r.z of the row.
    double (*advance_row)(const GridArrays&, int row, const NodeVector* vectors, float alpha);
    /// p = z - sum_t y_t travel_t + beta p; q = 0. vectors: z, p, q, y_0, y_1
    void (*direction_row)(const GridArrays&, int row, const NodeVector* vectors, const float* scale);
    double (*dot_row)(const GridArrays&, int row, const NodeVector& a, const NodeVector& b);
    /// out = factor * in on free nodes, 0 on held ones
    void (*masked_row)(const GridArrays&, int row, const NodeVector& in, const NodeVector& out, float factor);
    /// a += factor * b; returns the largest component of b in size
    float (*add_row)(const GridArrays&, int row, const NodeVector& a, const NodeVector& b, float factor);
    /// One group of 16 columns from `column` on: the force of the past for this step; and its end.
    void (*history_begin)(const GridArrays&, int row, int column, const HistoryFactors&);
    void (*history_end)(const GridArrays&, int row, int column, const HistoryFactors&);
    /// Evaluates the faces of a group against the capsules listed.
    void (*contact_group)(const GridArrays&, const ContactArrays&, int row, int column, const int* capsules);
    /// top forces of a group (negative load and friction) into the skin row `force`
    void (*contact_force_group)(const GridArrays&, const ContactArrays&, int row, int column,
                                const NodeVector& top);
    /// out += contact stiffness * in, both on skin points
    void (*contact_product_group)(const GridArrays&, const ContactArrays&, int row, int column,
                                  const NodeVector* in_out);
    /// contact_diagonal and the coupling with the travel: coupling -= k N n (n.a). Lumped by rows.
    void (*contact_blocks_group)(const GridArrays&, const ContactArrays&, int row, int column,
                                 const NodeVector& coupling);
};

/// The best level of this machine.
KernelLevel best_kernel_level();

/// False when the machine lacks the instructions.
bool kernel_level_available(KernelLevel level);

/// The table of an available level. Any thread.
const KernelTable& kernel_table(KernelLevel level);

} // namespace tactus::tissue

// NOLINTEND(modernize-avoid-c-arrays)
