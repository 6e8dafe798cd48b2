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

    friend bool operator==(const Lin&, const Lin&) = default;
};

/// Load allowed in a named box (facts 5.0 and 5.3), in newtons. 0 = no such limit.
struct LoadCap {
    std::string region;         ///< "SPN_BAND", "KID"; "ANY" = the whole contact, wherever it is
    double palm_n = 0;          ///< caution cap of palm or forearm
    double thumb_n = 0;         ///< caution cap of thumb, knuckle, fingertips
    double critical_palm_n = 0; ///< above it the drill fails
    double critical_thumb_n = 0;
    double u_low = 0; ///< holds while the centre of pressure lies at u_low <= |u| < u_high
    double u_high = 2;

    friend bool operator==(const LoadCap&, const LoadCap&) = default;
};

/// All numbers of facts 7.3. The initial values are the facts' default; assets/rubrics/default.toml repeats
/// them.
struct Rubric {
    std::string id;
    std::string name;
    std::array<double, 6> default_weights{25, 20, 20, 15, 10, 10}; ///< Group order

    // Pressure = .50 TB + .20 CON + .20 ORD + .10 RMP
    double time_in_band = .50, consistency = .20, order = .20, ramp = .10;
    double below_band = 1.5, above_band = 1.0; ///< widths of partial credit in z
    double loaded_force_n = 1;
    Lin consistency_cv{.10, .40};
    double order_rise = 40, order_open = 30, order_flush = 30; ///< marks of the three parts of ORD
    double order_window_s = 20; ///< one W-level a window; length of the opening

    // Flow = .30 SM + .25 RH + .25 CT + .20 SP
    double smoothness = .30, rhythm = .25, contact = .25, speed = .20;
    double tone = .25; ///< where a step asks that the muscle tone falls (facts 10, D18)
    Lin sparc_loss{-0.1, -2.0};
    Lin rhythm_cv{.08, .30};
    double contact_break_s = .3;
    std::array<double, 4> contact_break_marks{100, 100, 67, 33}; ///< for 0, 1, 2, 3 breaks in a region
    double contact_break_each = 11;                              ///< marks lost for each break beyond

    // Targeting, points = .35 LOC + .25 HOLD + .20 DEP + .10 REL + .10 FND
    double location = .35, hold = .25, depth = .20, release = .10, search = .10;
    Lin location_mm{10, 30};
    Lin hold_error{.15, .60};
    Lin steadiness_cv{.10, .35};
    double unload_low_s = 3, unload_high_s = 5; ///< full marks between
    double release_unload = 40, release_flush = 30, release_stretch = 30;
    double flush_strokes = 3;
    double false_mark = 10; ///< marks lost for each place marked that is no point (facts 10, D11)
    // lines and regions = .40 COV + .25 STRAY + .20 DIR + .15 LINE
    double coverage = .40, stray = .25, direction = .20, line = .15;
    double sweep = .15, grip = .25; ///< of beats, where a step asks for their width or that the skin follows
    double felt = .20;              ///< of strokes and beats, where a step asks what the client should feel
    Lin coverage_share{.90, .50};
    Lin stray_share{.05, .25};
    double stray_margin_m = 0.05; ///< half a palm: dose this near the zone is not outside it
    Lin direction_share{.85, .40};
    double direction_deg = 30;
    Lin line_mm{8, 25};

    // Safety = 100 - penalties
    double minor = 5, moderate = 15, major = 40;
    double moderate_excess = .20,
           major_excess = .50; ///< share above the cap from which it is moderate, major
    double brief_s = 1;        ///< an excess shorter than this is minor
    std::vector<LoadCap> caps;
    double strong_discomfort = 7, painful_discomfort = 8, critical_discomfort = 9;
    double strong_discomfort_s = 1, strong_discomfort_max_s = 3; ///< 7-8 for 1-3 s is minor, longer moderate
    double guard_ignored_s = 5;
    double stop_ignored_s = 2; ///< after the stop word; later the drill fails
    double warm_up_s = 20; ///< of contact at W1-W3 before W4
    double thrust_n_s = 400, thrust_force_n = 80;
    double fast_stretch = 2; ///< times the fastest bend asked for; above it the drill fails (facts 10, D14)

    // Communication = .30 check-ins + .30 response + .20 consent + .20 closing (the last two with the intake)
    double check_in = .30, response = .30;
    double intake = .20;           ///< how much was asked before deciding, where an interview was held
    double closing = .20;          ///< how the decision was told and written down, the same
    double asked_share = .80;      ///< of the points to be asked, that earns full marks (facts 5.5)
    double check_in_every_s = 480; ///< one for each, and one at each deepening
    double check_in_nagging = 60;  ///< marks at three times the number wanted
    double response_drop = .25;    ///< share by which force must fall
    double response_full_s = 2, response_half_s = 5;

    // Sequence = .40 SEQ + .30 SYM + .20 TIM + .10 COVER
    double blocks = .40, symmetry = .30, timing = .20, cover = .10;
    double decision = .40, preparation = .40; ///< where an interview was held
    double product = .20;                     ///< where a step asks what is between hand and skin
    Lin symmetry_index{.10, .50};
    Lin timing_error{.10, .40};

    // How much must be done at all: a short perfect sample is not a good drill
    double demanded_contact = .60; ///< share of a stroke step's time to be spent in strokes
    double demanded_hold = .60;    ///< share of the wanted hold

    // Grades
    double pass = 75, pass_group = 50, pass_safety = 70, merit = 85, distinction = 92, distinction_group = 80;
    double critical_cap = 49;

    friend bool operator==(const Rubric&, const Rubric&) = default;
};

/// Throws UserError with every complaint of the file. `name` is what complaints call the file; `id` its stem.
Rubric parse_rubric(std::string_view toml, std::string_view name);
Rubric read_rubric(const std::filesystem::path& file);

/// The same rubric as TOML text that parse_rubric reads back to an equal value; recordings carry it.
std::string write_rubric(const Rubric& rubric);

} // namespace tactus::scoring
