#pragma once
/// One tool against one grid's skin: which faces are near, their gaps and pressures, the sums, and friction's
/// anchors.

#include "sim/contact/friction.hpp"
#include "sim/contact/tool.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/grid.hpp"

#include <array>
#include <span>
#include <vector>

namespace tactus::tissue {

/// Constants of the contact law in the solver's units.
struct ContactLaw {
    float penalty_kpa_mm = 300.0F; ///< below 100 the force is 5 % low, above 1000 fast strokes chatter
    float transition_mm =
        0.5F;              ///< width of the quadratic start of the penalty: what keeps it from chattering
    float blend_mm = 4.0F; ///< a soft hand: capsules melt into one another over this width
    float friction_stiffness_kpa_mm =
        30.0F; ///< of the elastic slip; a tenth of the penalty keeps the blocks well conditioned
};

/// The law under a tool: a hand has a soft pad of its own, which the penalty stands for.
ContactLaw contact_law(contact::ToolKind kind);

/// How far the ends of a capsule moved in a step beyond the tool's own way, grid frame, mm.
struct EndMotion {
    Vec3 a{0, 0, 0};
    Vec3 b{0, 0, 0};
};

/// How a tool moves over the skin in a step.
struct ToolMotion {
    Vec3 motion_mm{0, 0, 0};    ///< of the tool without its travel, grid frame
    contact::Friction friction; ///< where `oil` does not set it by place
    ContactLaw law;
    Vec3 shift_mm{0, 0, 0}; ///< by the travel, at the start of the step
    std::span<const EndMotion>
        ends{}; ///< by capsule: fingers that close, a hand that turns; empty: a rigid shift
};

/// Sums over the loaded points, mN and mN/mm.
struct ContactSums {
    double along = 0;     ///< force on the skin along the approach, friction included
    double stiffness = 0; ///< its derivative with the travel
    Vec3 total{0, 0, 0};  ///< normal force and friction on the skin
    Vec3 friction{0, 0, 0};
    double magnitude = 0; ///< sum of pressure * area
};

/// The film of oil on the skin field and where a grid's skin lies on it: field place = first + spacing * grid
/// place.
struct SkinFilm {
    std::span<const float> film; ///< 0 dry .. 1 freshly oiled, row by row
    int field_columns;
    int column_first;
    int row_first;
    int spacing;

    /// At a Gauss point of a face, bilinear.
    [[nodiscard]] float at(int column, int row, int point) const;
};

class SkinContact {
public:
    explicit SkinContact(const Grid& grid);
    SkinContact(SkinContact&&) noexcept = default;
    SkinContact& operator=(SkinContact&&) noexcept = default;
    SkinContact(const SkinContact&) = delete;
    SkinContact& operator=(const SkinContact&) = delete;
    ~SkinContact() = default;

    /// A new step: the tool as posed (without travel) and how it moves. Remembers the skin as it is now.
    /// Faces in `covered` bear nothing here, because a finer grid stands for them.
    void begin_step(const Grid& grid, const contact::PosedTool& tool, const ToolMotion& motion,
                    std::span<const CellBox> covered);

    /// The same with capsules made by hand (flat stamps). approach: grid frame, unit.
    void begin_step(const Grid& grid, std::span<const CapsuleLane> capsules, Vec3 approach,
                    const ToolMotion& motion, std::span<const CellBox> covered);

    /// No tool: nothing is loaded.
    void clear();

    /// Lists the groups of faces within reach of the capsules at `travel_mm` and takes their areas as they
    /// are now; both stay until the next call. Call after moving nodes by hand.
    void find_groups(const Grid& grid, float travel_mm);

    /// Sets the friction of each listed point by the film on the skin and on the tool, in place of the step's
    /// one coefficient. Call after find_groups.
    void oil(const Grid& grid, const SkinFilm& skin, const contact::PosedTool& tool);

    /// Gaps, pressures and friction at the grid's displacement.
    ContactSums evaluate(const KernelTable& kernels, const Grid& grid, float travel_mm,
                         parallel::ThreadPool& pool);

    /// Adds minus the nodal forces (the gradient) to three skin arrays.
    void add_gradient(const KernelTable& kernels, const Grid& grid, const NodeVector& skin) const;
    /// out += contact stiffness * in
    void add_product(const KernelTable& kernels, const Grid& grid, const NodeVector& in,
                     const NodeVector& out) const;
    /// Adds to the grid's contact_diagonal and to the coupling with the travel.
    void add_blocks(const KernelTable& kernels, const Grid& grid, const NodeVector& coupling) const;

    /// Friction's return mapping: what is left of the slip becomes the next step's anchor, the rest is way
    /// slid.
    void end_step(const Grid& grid, double seconds);

    /// Shifts what belongs to the material when the grid has moved by whole cells over it.
    void move_material(int columns, int rows, const Grid& grid);

    [[nodiscard]] bool any_group() const { return !groups_.empty(); }

    [[nodiscard]] bool touching() const { return touching_; }

    [[nodiscard]] const ContactArrays& arrays() const { return arrays_; }

    [[nodiscard]] const ContactLaw& law() const { return law_; }

    /// Rows of skin points that the groups touch, [first, last).
    [[nodiscard]] int row_first() const { return row_first_; }

    [[nodiscard]] int row_last() const { return row_last_; }

    /// Calls visit(face, q) for every Gauss point of the listed groups, in order. `face` is a skin index.
    template <class Visit> void for_points(const Grid& grid, const Visit& visit) const {
        for (const Group& group : groups_) {
            for (int lane = 0; lane < 16; ++lane) {
                for (int q = 0; q < 4; ++q) {
                    visit(grid.skin_point(group.column + lane, group.row), q);
                }
            }
        }
    }

    /// Everything the next step depends on.
    void append_state(std::vector<float>& out) const;

private:
    struct Group {
        int row;
        int column;
        int first_capsule; ///< in capsule_lists_, ended by -1
    };

    void point_at(const Grid& grid);
    void take_areas(const Grid& grid, std::span<const CellBox> covered);
    void take_surface(const Grid& grid);

    ContactLaw law_;
    ContactArrays arrays_{};
    std::vector<float> storage_;
    std::vector<float> memory_;      ///< friction's, by field: anchors, then the ways slid
    std::vector<float> next_memory_; ///< scratch of end_step
    std::vector<float> slips_;
    std::array<float*, 4> slid_{}; ///< in memory_: way of each point since it last rested, mm
    std::array<std::vector<float>, 3> start_;
    std::array<std::vector<float>, 4> area_;
    std::array<std::vector<float>, 4> coefficient_;
    contact::Friction friction_;
    std::vector<CapsuleLane> capsules_;
    std::vector<Group> groups_;
    std::vector<int> capsule_lists_;
    int row_first_ = 0;
    int row_last_ = 0;
    bool touching_ = false;
    bool fresh_ = true; ///< no tool in the last step: anchors are zero
};

/// The capsule in the grid frame, ready for evaluation; a capsule within its own larger end becomes a sphere.
CapsuleLane capsule_lane(const contact::Capsule& capsule);

} // namespace tactus::tissue
