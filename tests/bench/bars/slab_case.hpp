#pragma once
/// A stroke of spheres over a flat slab: what the product and a reference both run.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/tissue/back_solver.hpp"
#include "sim/tissue/slab_anatomy.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tactus::bars {

using Tools = std::array<std::optional<contact::PosedTool>, contact::side_count>;

/// A place where the base rises: rows from `first_m` to `last_m` along the slab.
struct Rib {
    float first_m;
    float last_m;
    float muscle_m; ///< left over it
};

/// Material, tools and motion. Times in seconds, lengths in millimetres unless the name says else.
struct SlabCase {
    std::string name;
    contact::ToolKind kind = contact::ToolKind::thumb; ///< a thumb gets a fine window, a palm none
    double radius_mm = 20;
    double second_mm = 0; ///< another tool this far across; 0 = none
    double layer_mm = 40;
    /// Skin 10, fat 3, muscle 8 kPa without stiffening; elastic; a sharp contact without friction: the case
    /// of solver.md 3.3, the hardest. product_material() puts the product's own in its place.
    tissue::MaterialScale scale{.isotropic = tissue::IsotropicLayers{10e3, 3e3, 8e3, 0.48}};
    tissue::Experiment experiment{.elastic = true, .law = tissue::ContactLaw{}, .friction = 0.0F};
    std::vector<Rib> ribs;
    float nodule_factor = 0; ///< of a 10 x 10 x 8 mm nodule in the middle of the stroke; 0 = none

    bool by_force = false; ///< load control; else the depth is imposed
    double press_s = 0.5;
    double depth_mm = 10; ///< at the end of the press
    double force_n = 20;
    double before_slide_s = 0; ///< held still after the press
    double speed_mm_s = 100;
    double slide_mm = 50;
    double after_s = 0;  ///< held still after the slide
    double start_mm = 0; ///< along the slab, of the tool at the start; the slide runs toward positive
    double lift_mm = 0;  ///< the tool starts this far above the skin
    double oil = 1;
    double stop_mm = 30; ///< travel stop

    /// Stiffening, memory, friction and the soft pads of hands, as clients have them.
    void product_material();

    [[nodiscard]] int press_steps() const;
    [[nodiscard]] int slide_first() const; ///< first step in motion
    [[nodiscard]] int slide_last() const;
    [[nodiscard]] int steps() const;
    /// Where the (first) tool is along the slab at a step, mm.
    [[nodiscard]] double along_mm(int step) const;
    /// What is commanded (or imposed) at a step: N (or mm).
    [[nodiscard]] double pressed(int step) const;
    /// The tools at a step, 1 .. steps().
    [[nodiscard]] Tools tools(int step) const;
    /// The slab with its ribs and nodule.
    [[nodiscard]] anatomy::Anatomy anatomy() const;
    /// Every number above, for the key of a cache.
    [[nodiscard]] std::string description() const;
};

/// One step of a run.
struct Sample {
    std::array<float, contact::side_count> force_n{};
    std::array<float, contact::side_count> support_n{};
    std::array<float, contact::side_count> travel_mm{};
};

/// Points of the pressure map about the (first) tool, on the 5 mm lattice.
inline constexpr int map_points = 25;

/// A whole run.
struct Trace {
    std::vector<Sample> samples;            ///< by step, from 1 on: samples[step - 1]
    std::vector<std::vector<float>> map_pa; ///< pressure about the right tool, map_points squared, by step
    std::vector<char> moved;                ///< a window moved in the step
};

/// The effort and what else the product is run with.
struct ProductPlan {
    tissue::Effort effort;
    bool every_round = false;
};

/// Runs the case on the product.
Trace run_product(const SlabCase& c, const ProductPlan& plan, parallel::ThreadPool& pool);

/// The map about the tool out of a field of 97 x 129 pressures.
std::vector<float> map_about_tool(const SlabCase& c, int step, const std::vector<float>& field_pa);

/// Errors of a trace against a reference, per cent of the reference.
struct TraceErrors {
    double force_rms = 0;
    double force_max = 0;
    double map_rms = 0; ///< of the mean contact pressure
    double map_p95 = 0;
    double move_jump_rms = 0; ///< change of the force's error in a step where a window moves
    double other_jump_rms = 0;
};

/// The steps of a trace that count: every `stride`-th, since a setting that solves every second step holds
/// its reports in between.
struct StepRange {
    int first;
    int last;
    int stride = 1;
};

TraceErrors compare(const Trace& run, const Trace& reference, const StepRange& range);

} // namespace tactus::bars
