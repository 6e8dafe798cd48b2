#include "sim/anatomy/landmarks.hpp"

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/skin_cast.hpp"
#include "sim/anatomy/skin_grid.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace tactus::anatomy {
namespace {

/// A row of facts 4.1. Midline rows have u = 0.
struct Site {
    std::string_view id;
    float u_male, u_female;
    float v_male, v_female;
    bool at_side = false; ///< u is a share of the trunk's half width: felt on the side, wherever that lies
};

constexpr Site both(std::string_view id, float u, float v) { return {id, u, u, v, v}; }

constexpr std::array sites{
    both("C7", 0, 0),
    both("T1", 0, .05F),
    both("T2", 0, .09F),
    both("T3", 0, .14F),
    both("T4", 0, .19F),
    both("T5", 0, .25F),
    both("T6", 0, .30F),
    both("T7", 0, .35F),
    both("T8", 0, .41F),
    both("T9", 0, .47F),
    both("T10", 0, .53F),
    both("T11", 0, .59F),
    both("T12", 0, .66F),
    both("L1", 0, .74F),
    both("L2", 0, .82F),
    both("L3", 0, .91F),
    both("L4", 0, 1.F),
    both("L5", 0, 1.09F),
    both("S2", 0, 1.24F),
    Site{"acromion", 1.F, 1.F, .17F, .15F},
    both("superior_angle", .33F, .09F),
    both("root_of_scapular_spine", .36F, .14F),
    both("medial_border", .365F, .25F),
    both("inferior_angle", .42F, .44F), // prone; the textbook's T7 is 0.35
    Site{"axilla", .85F, .85F, .41F, .39F},
    both("rib_12_tip", .475F, .81F),
    Site{"rib_10", .93F, .998F, .87F, .85F, true}, // u 0.75 in the mean body
    both("erector_border_L3", .36F, .91F),
    Site{"iliac_crest", .66F, .75F, 1.F, 1.F},
    both("PSIS", .20F, 1.24F),
    Site{"greater_trochanter", .80F, .80F, 1.35F, 1.38F},
};

} // namespace

std::vector<Landmark> find_landmarks(const Body& body, const SkinGrid& grid) {
    // Farther outside the trunk lies an arm; above the armpit it is still the shoulder.
    const auto reach_m = [](float v) { return v < .30F ? 0.09F : 0.06F; };
    const bool female = body.parameters().sex == Sex::female;
    std::vector<Landmark> landmarks;
    const auto place = [&](std::string id, float u, float v) {
        const Vec3 above = skin_at(body, u, v);
        if (std::fabs(body.skin_distance(above)) < 0.001F && body.trunk_distance(above) < reach_m(v)) {
            landmarks.push_back({.id = std::move(id), .u = u, .v = v, .position_m = above});
            return;
        }
        const GridPlace border = locate(grid, u, v);
        const Vec2 there = spine_coordinates(grid, border);
        landmarks.push_back(
            {.id = std::move(id), .u = there.x, .v = there.y, .position_m = surface(grid, border).position});
    };
    for (const Site& site : sites) {
        const float v = female ? site.v_female : site.v_male;
        const float share = site.at_side ? body.half_width(v) / body.half_biacromial_m() : 1.0F;
        const float u = share * (female ? site.u_female : site.u_male);
        if (u == 0) {
            place(std::string(site.id), u, v);
        } else {
            place(std::string(site.id) + "_right", u, v);
            place(std::string(site.id) + "_left", -u, v);
        }
    }
    return landmarks;
}

} // namespace tactus::anatomy
