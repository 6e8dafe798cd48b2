#pragma once
/// `tactus-sim indent`: a rigid tool pressed into a slab of its own on a rigid base, with the product's
/// element and contact, converged.

#include <ostream>
#include <string>

namespace tactus::cli {

struct IndentOptions {
    std::string tool = "flat"; ///< flat or sphere
    double radius_mm = 20;
    double layer_mm = 40;
    double young_kpa = 25;
    double poisson = 0.48;
    double depth_mm = 1;
    bool bonded = false;      ///< the tool sticks to the skin; else it slips without friction
    int refine = 1;           ///< cells of radius / (16 refine) under the tool
    double edge_mm = 0;       ///< > 0: cells of this edge, whatever `refine` is; 5 is what the back has
    bool rim_on_edge = false; ///< the flat stamp's rim on a cell edge, not where the cells bear it
    int threads = 1;
    bool json = false;
};

/// Prints force, pressure profile, mesh and time; for a flat tool also Hayes' factor and force, and, where
/// `edge_mm` is given, the force with the rim on a cell edge. Returns 1 when the solution did not converge,
/// else 0. Throws UserError for values outside what the mesh can hold.
int run_indent(const IndentOptions& options, std::ostream& out);

} // namespace tactus::cli
