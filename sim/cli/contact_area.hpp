#pragma once
/// How much skin each tool touches, by how hard it presses: on the body of the average man, by the shipped
/// tissue and load control.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/tissue/tissue.hpp"

#include <array>
#include <optional>

namespace tactus::cli {

/// The loads of a tool, as shares of what it is worked with when it is firm (firm_n).
inline constexpr std::array load_shares{0.125, 0.25, 0.5, 1.0};

/// Of one tool, by load_shares.
struct ContactArea {
    contact::ToolKind tool = contact::ToolKind::palm;
    double firm_n = 0;
    std::array<double, load_shares.size()>
        area_m2{}; ///< with more than 0.5 kPa, as the hand's report counts it
    std::array<double, load_shares.size()> judged_m2{}; ///< the part that the facts speak of: of an open palm
                                                        ///< that within palm length and breadth, else all
    bool reached_stop = false;                          ///< the tissue or the arm ended the push somewhere

    /// A firm load touches a fifth more than a light one or better, and none less than the one before, but
    /// for 2 %: once all of a pad lies on the skin, more force makes it no larger.
    [[nodiscard]] bool grows() const;
};

/// What a tool touches when it is firm.
struct PublishedArea {
    double low_m2;
    double high_m2;
};

/// Facts 2.3; nullopt: no figure for this tool there. Pure.
std::optional<PublishedArea> published_area(contact::ToolKind tool);

/// Presses on the loin, load after load. Pure; three seconds of simulated time.
ContactArea measure_area(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting);

} // namespace tactus::cli
