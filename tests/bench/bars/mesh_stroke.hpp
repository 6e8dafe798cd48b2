#pragma once
/// A sphere on one elastic grid without windows, by the solver's parts: what a fixed count of iterations does
/// to a mesh, at any Poisson ratio.

#include "sim/parallel/thread_pool.hpp"
#include "tests/bench/bars/bars.hpp"

#include <vector>

namespace tactus::bars {

/// Layered slab of 160 x 160 x 40 mm: skin 10, fat 3, muscle 8 kPa; the setting of solver.md 3.3.
struct MeshStroke {
    double spacing_mm = 5;
    double poisson = 0.48;
    double stiffening = 0;
    double radius_mm = 20;
    double depth_mm = 10; ///< imposed, or
    double force_n = 0;   ///< > 0: commanded
    double press_s = 0.5;
    double speed_mm_s = 100;
    double slide_mm = 40;
    double hold_s = 0; ///< after the slide
};

/// How each step is solved.
struct MeshEffort {
    int newton_steps = 1;
    int fast_newton_steps = 2; ///< when the tool moves more than a tenth of a cell in the step
    int iterations = 8;
    bool converge = false;
};

struct MeshTrace {
    std::vector<double> force_n;
    std::vector<double> support_n;
    std::vector<double> travel_mm;
    int negative_curvature = 0; ///< steps that met it
};

MeshTrace run_mesh(const MeshStroke& stroke, const MeshEffort& effort, parallel::ThreadPool& pool);

/// Errors of the force from 0.1 s on, per cent; under a commanded force those of the depth, per cent of the
/// deepest.
Errors mesh_errors(const MeshTrace& run, const MeshTrace& reference, bool by_force);

} // namespace tactus::bars
