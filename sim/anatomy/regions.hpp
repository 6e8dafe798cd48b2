#pragma once
/// The named boxes on the back (facts 5.0): endangerment areas and regions, in spine coordinates.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tactus::anatomy {

/// Append only: the order is part of the trace.
enum class Region : std::uint8_t {
    spn,
    spn_band,
    nck,
    axi,
    sca,
    in_t,
    mtv,
    tlj,
    rib,
    r12,
    kid,
    cva,
    lum,
    lls,
    sij,
    sac,
    sci,
};

inline constexpr int region_count = 17;

/// One box, on both sides of the spine: u_low <= |u| <= u_high and v_low <= v <= v_high.
struct RegionBox {
    Region region;
    std::string_view id;   ///< "SPN", "KID" as in the facts; "SPN_BAND" is SPN's load band |u| <= 0.05
    std::string_view name; ///< "spinous processes"
    float u_low, u_high, v_low, v_high;
};

/// All boxes, in the order of Region.
std::span<const RegionBox> region_boxes();

/// The box of a region.
const RegionBox& region_box(Region region);

/// The region whose id is `id` ("KID"); none for an unknown one.
std::optional<Region> region_named(std::string_view id);

/// True when (u, v) lies in the box, on either side of the spine; borders belong to it.
bool contains(const RegionBox& box, float u, float v);

} // namespace tactus::anatomy
