#pragma once
/// The table of facts 5.7 three times: as printed, from its formula, through the contact of the simulation.

#include "sim/cli/discomfort_curve.hpp"

#include <string>

namespace tactus::cli {

/// One figure of the table.
struct FeltForce {
    std::string row; ///< "upper trapezius, node x0.45"
    contact::ToolKind tool = contact::ToolKind::thumb;
    double discomfort = 0;
    double printed_n = 0;
    double by_hand_n = 0;
    std::optional<double> pressed_n; ///< nullopt: the arm or the tissue ended the push before

    /// The formula rounds to what is printed.
    [[nodiscard]] bool rounds() const;

    /// (pressed - printed) / printed; nullopt when not pressed so far.
    [[nodiscard]] std::optional<double> deviation() const;
};

/// All figures of the tools. One press a tool and site serves every row of the site, since a node or an
/// oversensitive client changes the threshold and not the contact. Pure; threads: presses at a time.
std::vector<FeltForce> felt_forces(std::span<const FeltTool> tools, tissue::Setting setting, int threads);

/// A rung of the Walton ladder: a palm on a healthy upper trapezius.
struct WaltonRung {
    double force_n;
    double printed; ///< facts 5.7
    double pressed; ///< through the contact
};

/// All five. Pure.
std::vector<WaltonRung> walton_ladder(tissue::Setting setting);

} // namespace tactus::cli
