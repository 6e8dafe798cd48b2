#pragma once
/// The solver behind `Tissue`, with the instruction set as a parameter so that tests can compare levels.

#include "sim/tissue/active_box.hpp"
#include "sim/tissue/back_geometry.hpp"
#include "sim/tissue/base_binding.hpp"
#include "sim/tissue/fine_window.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/materials.hpp"
#include "sim/tissue/skin_patch.hpp"
#include "sim/tissue/tissue.hpp"
#include "sim/tissue/viscosity.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tactus::tissue {

/// Iterations on a window before and after each coarse correction; none after it: no window.
struct WindowEffort {
    int before;
    int after;
};

/// Iterations of a setting (design solver.md 2).
struct Effort {
    int newton_steps;   ///< on the coarse grid alone, with the factor of the first; as many more as there are
                        ///< further rounds
    int iterations;     ///< PCG iterations of each of them
    WindowEffort thumb; ///< and other narrow tools
    WindowEffort ridge; ///< fingertips in a row: as wide as a palm, as sharp as a thumb
    WindowEffort palm;  ///< and other broad ones
    int coarse_iterations; ///< of the correction
    int rounds;            ///< at most in a step
    int stride;            ///< solves every so many steps

    [[nodiscard]] const WindowEffort& under(contact::ToolKind kind) const;
};

Effort effort_of(Setting setting);

/// What accuracy is measured with; a client's tissue has none of it.
struct Experiment {
    bool elastic = false;     ///< without memory
    bool every_round = false; ///< takes all rounds of the effort in each step
    std::optional<ContactLaw> law;
    std::optional<float> friction;
};

/// As if nothing touched; the points' storage stays.
void clear_report(contact::ContactReport& report);

/// Of a capsule, about its tool's centre, m.
struct Ends {
    Vec3 a;
    Vec3 b;
};

/// What a tool is doing from step to step.
struct ToolTrack {
    bool present = false;
    contact::ToolKind kind = contact::ToolKind::palm;
    Vec3 centre_m{0, 0, 0};
    std::vector<Ends> ends;           ///< of its capsules, about the centre
    std::vector<EndMotion> turned_mm; ///< how far those moved about the centre in this step
    anatomy::GridPlace place{96.0F, 128.0F};
    Vec2 moved_cells{0, 0};
    Vec3 motion_mm{0, 0, 0};
    Vec3 approach{0, 0, 0}; ///< of the last step, grid frame
    double heave_mm = 0;    ///< of the capsules as posed, about the rest skin under the centre, in this step
    bool touching = false;  ///< at the end of the last step, on any grid
    Press press;
    double stiffness_travel = 0; ///< where the secant stiffness was last taken, mm
    double stiffness_force = 0;
    double stiffness = 0; ///< mN/mm
};

class BackSolver {
public:
    BackSolver(const anatomy::Anatomy& anatomy, Setting setting, parallel::ThreadPool& pool,
               const MaterialScale& scale, KernelLevel level);

    void step(std::span<const std::optional<contact::PosedTool>, contact::side_count> tools,
              const Condition& condition, std::span<const Vec3> base_displacement_m,
              std::span<const Vec3> joint_displacement_m = {});

    [[nodiscard]] const std::array<contact::ContactReport, contact::side_count>& reports() const {
        return reports_;
    }

    void write_skin(std::span<Vec3> displacement_m, std::span<float> pressure_pa) const;

    [[nodiscard]] bool resolves_thumb() const { return !windows_.empty(); }

    [[nodiscard]] std::uint64_t state_digest() const;

    /// Replaces the setting's effort, and what else an experiment changes: for references of accuracy.
    void set_effort(const Effort& effort) { effort_ = effort; }

    void set_experiment(const Experiment& experiment) { experiment_ = experiment; }

    [[nodiscard]] std::size_t window_count() const { return windows_.size(); }

    /// Moves of windows so far.
    [[nodiscard]] int window_moves() const { return window_moves_; }

    /// How far a tool has come along its approach from where it was posed, mm.
    [[nodiscard]] double travel_mm(int side) const { return tracks_[side].press.travel; }

    /// The norm of the unbalanced nodal forces at rest, mN: zero but for rounding.
    [[nodiscard]] double rest_residual();

private:
    using Tools = std::span<const std::optional<contact::PosedTool>, contact::side_count>;

    void move_base(std::span<const Vec3> presses_m, std::span<const Vec3> joints_m);
    void update_materials(const Condition& condition);
    void follow_tool(int side, const std::optional<contact::PosedTool>& tool);
    void place_windows();

    /// A window that should be open.
    struct Wanted {
        Vec2 centre; ///< coarse cells
        WindowSize size;
        std::array<bool, contact::side_count> owners;
        WindowEffort effort;
    };

    [[nodiscard]] std::vector<Wanted> wanted_windows() const;
    bool close_unwanted(std::span<const Wanted> wanted);
    bool open_or_move(const Wanted& want);
    [[nodiscard]] WindowSize shared_size(Vec2 apart, int reach) const;
    void mark_covered();
    void begin_memory(Viscosity& memory, Grid& grid) const;
    void end_memory(Viscosity& memory, Grid& grid) const;
    void solve_box(Tools tools, std::span<const float> oil_film);
    void begin_tools(Tools tools, std::span<const float> oil_film);
    bool solve_rounds();
    bool rests();
    [[nodiscard]] bool quiet() const;
    void solve_coarse();
    void solve_composite();
    void evaluate_composite();
    void polish_composite();
    bool correct_coarse();
    void add_correction(const Travels& step, float share);
    void share_forces();
    [[nodiscard]] bool fast() const;
    [[nodiscard]] bool imposed() const;
    [[nodiscard]] bool poor() const;
    [[nodiscard]] bool again(int round) const;
    void relax_tile();
    void save_box();
    void restore_box();
    void report_tool(int side, const contact::PosedTool& tool, bool trusted);
    void note_support();
    [[nodiscard]] double force_along(int side) const;
    [[nodiscard]] std::vector<SkinPatch> patches(int side) const;
    [[nodiscard]] WindowGround ground();

    struct OpenWindow {
        std::unique_ptr<FineWindow> window;
        std::array<bool, contact::side_count> owners;
        WindowEffort effort;
    };

    const anatomy::Anatomy* anatomy_;
    const KernelTable* kernels_;
    Effort effort_;
    Experiment experiment_;
    parallel::ThreadPool* pool_;
    BackGrid back_;
    BackGrid fine_back_;
    Grid grid_;
    GridSolver solver_;
    Viscosity viscosity_;
    SkinField field_;
    std::array<SkinContact, contact::side_count> contacts_;
    std::array<ToolTrack, contact::side_count> tracks_;
    std::array<contact::ContactReport, contact::side_count> reports_;
    StiffnessFactors factors_;
    CellBox box_{};
    std::vector<OpenWindow> windows_;
    std::vector<CellBox> covered_;
    BaseBinding binding_;
    bool joints_moved_ = false; ///< the base is off its rest by a joint
    std::vector<Vec3> base_mm_; ///< by point of the fine lattice
    std::vector<char> on_bone_; ///< by skin point of the coarse grid
    std::vector<float> saved_;
    std::array<double, contact::side_count> saved_travel_{};
    std::array<double, contact::side_count> unbalanced_{}; ///< residual along each tool's approach, mN
    std::array<double, contact::side_count> bone_share_{};
    std::int64_t step_ = 0;
    double now_s_ = 0;
    double seconds_ = step_s;
    int cooling_steps_ = 0; ///< the box stays after a hand has left, while the skin springs back
    int tile_turn_ = 0;
    int tile_waits_ = 0; ///< solves since the last tile
    bool heavy_ = false; ///< this solve moved a window or took a second round
    int failures_ = 0;
    int window_moves_ = 0;
    bool disturbed_ = false;
    bool quiet_ = true; ///< the last solve left nothing out of balance
};

} // namespace tactus::tissue
