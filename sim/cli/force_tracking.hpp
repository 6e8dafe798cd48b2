#pragma once
/// How well each tool delivers the force that is asked for: on the body of the average man, by the shipped
/// tissue and load control.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/tissue/tissue.hpp"

namespace tactus::cli {

/// Of one tool. Shares are of the force asked for.
struct ForceTracking {
    contact::ToolKind tool = contact::ToolKind::palm;
    double asked_n = 0;        ///< as firm as the tool is used (facts 1.1)
    double hold_error = 0;     ///< most, in the last second of a hold
    double settle_s = 0;       ///< after the end of a ramp of 200 N/s, until it stays within 2 %
    double overshoot = 0;      ///< above what is asked, touch-down at full speed and ramp included
    double rib_rms = 0;        ///< sliding over the ribs at 10 cm/s
    double rib_most = 0;       ///< the same, the worst step
    double rib_fast_rms = 0;   ///< at 30 cm/s
    bool reached_stop = false; ///< the tissue or the arm ended the push somewhere
};

/// Presses on the loin to a third of the force and on to all of it at 200 N/s, holds, then presses beside the
/// shoulder blade and slides over the ribs. Pure; about 8 s of simulated time.
ForceTracking track_force(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting);

} // namespace tactus::cli
