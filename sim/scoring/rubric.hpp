#pragma once
/// A rubric: weights, bands, limits and formulae of marking, as its file says (facts 7.3 is the default).

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::scoring {

/// lin(x; full, zero): 100 marks at `full`, 0 at `zero`, clamped.
struct Lin {
    double full;
    double zero;
};

/// A load in a named box that ends a drill or costs marks.
struct LoadCap {
    std::string region;      ///< "SPN_BAND", "KID"
    double palm_n = 0;       ///< caution cap
    double thumb_n = 0;
    double critical_palm_n = 0;  ///< 0 = never critical
    double critical_thumb_n = 0;
};

struct Rubric {
    std::string id;
    std::string name;
    std::array<double, 6> default_weights{25, 20, 20, 15, 10, 10}; ///< Group order
    // Pressure = .50 TB + .20 CON + .20 ORD + .10 RMP
    double time_in_band = .50, consistency = .20, order = .20, ramp = .10;
    double below_band = 1.5, above_band = 1.0;   ///< widths of partial credit in z
    double loaded_force_n = 1;
    Lin consistency_cv{.10, .40};
    // Flow = .30 SM + .25 RH + .25 CT + .20 SP
    double smoothness = .30, rhythm = .25, contact = .25, speed = .20;
    Lin sparc_loss{-0.1, -2.0};
    Lin rhythm_cv{.08, .30};
    double contact_break_s = .3;
    // Targeting, points = .35 LOC + .25 HOLD + .20 DEP + .10 REL + .10 FND; lines = .40 COV + .25 STRAY + .20 DIR + .15 LINE
    double location = .35, hold = .25, depth = .20, release = .10, search = .10;
    Lin location_mm{10, 30};
    Lin hold_error{.15, .60};
    Lin steadiness_cv{.10, .35};
    double coverage = .40, stray = .25, direction = .20, line = .15;
    Lin coverage_share{.90, .50};
    Lin stray_share{.05, .25};
    Lin direction_share{.85, .40};
    // Safety
    double minor = 5, moderate = 15, major = 40;
    std::vector<LoadCap> caps;
    double thrust_n_s = 400, thrust_force_n = 80;
    double critical_discomfort = 9;
    // Grades
    double pass = 75, pass_group = 50, pass_safety = 70, merit = 85, distinction = 92, critical_cap = 49;
};

Rubric parse_rubric(std::string_view toml, std::string_view name);
Rubric read_rubric(const std::filesystem::path& file);
std::string write_rubric(const Rubric& rubric);

} // namespace tactus::scoring
