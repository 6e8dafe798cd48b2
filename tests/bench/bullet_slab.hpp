#pragma once

/// The peer: a slab of 160 x 160 x 40 mm in Bullet's deformable world, pressed by a sphere (design
/// solver.md 3.5).

namespace tactus::bench {

struct PeerSlab {
    double spacing_mm = 10;
    double shear_kpa = 8;
    double poisson = 0.48;
    double radius_mm = 20;
    double depth_mm = 10;
    double press_s = 0.5;
    double hold_s = 0.25;
};

struct PeerFigures {
    double force_end_of_press_n = 0;
    double force_end_of_hold_n = 0; ///< the tool has not moved since: a drift is the solver's own
    double ms_per_step = 0;
};

/// Runs it at 240 Hz. May take a minute. Forces are infinite when the simulation explodes.
PeerFigures press_bullet_slab(const PeerSlab& slab);

} // namespace tactus::bench
