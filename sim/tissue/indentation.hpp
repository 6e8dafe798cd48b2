#pragma once
/// A rigid tool pressed into a flat slab on a rigid base, with the product's element and contact, converged:
/// what `tactus-sim indent` prints and what the tests hold against closed forms.

#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/kernels.hpp"
#include "sim/tissue/skin_contact.hpp"

#include <vector>

namespace tactus::tissue {

enum class Indenter { flat, sphere };

struct Indentation {
    Indenter tool = Indenter::flat;
    double radius_mm = 20;
    double layer_mm = 40;
    double young_kpa = 25;
    double poisson = 0.48;
    double depth_mm = 1;
    bool bonded = false;   ///< the tool sticks to the skin; else it slips without friction
    double edge_mm = 1.25; ///< of the cells under the tool at most; they grow outward and downward
    /// A flat stamp's rim lies this share of a cell beyond the last ring of loaded nodes. Linear cells bear
    /// the root singularity of the pressure there like a stamp that much larger (README.md, "How wrong"); 0
    /// puts the rim on a cell edge, with an error of first order in the cell.
    double rim_beyond_cells = 0.14;
    int least_layers = 8;  ///< as many as the back has
    int even_layers = 8;   ///< from the skin down, before they grow
    double stiffening = 0; ///< b of mu (1 + b s)
    ContactLaw law;        ///< of a sphere; a flat stamp is met by a stiffer one so that its rim is sharp
};

/// Mean pressure of the skin in a ring.
struct PressureRing {
    double radius_mm;
    double pressure_kpa;
};

struct IndentationResult {
    double force_n = 0;
    double support_n = 0; ///< reaction of base and walls
    double residual = 0;  ///< unbalanced force over contact force
    double edge_mm = 0;   ///< of the cells under the tool
    int cells = 0;
    int load_steps = 0;
    int newton_steps = 0;
    std::vector<PressureRing> profile;
};

/// Solves it. About a second at radius / 16; time grows with the cube of the refinement.
IndentationResult indent(const Indentation& problem, parallel::ThreadPool& pool, KernelLevel level);

} // namespace tactus::tissue
