#pragma once
/// `tactus-sim stretch`: how a joint resists a slow pull to its barrier and back, as a curve or in short.

#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct StretchOptions {
    std::string name;   ///< a pull of bodies::taught_pulls whose curve is wanted; "" = all of them, in short
    std::string client; ///< id or file; "" = the average man
    double force_n = 0; ///< of the full pull; 0 = as firm as it is taught
    double ramp_s = 10; ///< from nothing to the full pull, and back
    std::filesystem::path out; ///< the CSV to write; "" = standard output
    bool json = false;         ///< of what is said in short
};

/// With a name: CSV with the columns t,force_N,angle_deg,torque_Nm,stiffness_Nm_per_rad,length_mm,tension_N,
/// barrier (free, R1 or R2), 60 rows a second, up, down and ten seconds let go. Without: a row a pull, with
/// the barriers and how it comes back. Returns 0; 1 when a pull in short has no first barrier or does not
/// come back near its rest. Throws UserError for an unknown name or client, or a file that cannot be written.
int run_stretch(const StretchOptions& options, std::ostream& out);

} // namespace tactus::cli
