#include "sim/anatomy/regions.hpp"

#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr float neck_end = -0.40F; ///< beyond the skin grid: facts 5.0 give the neck no upper end

/// Facts 5.0, design values from the landmarks of facts 4.1, in the order of Region.
constexpr std::array<RegionBox, region_count> boxes{{
    {Region::spn, "SPN", "spinous processes", 0.0F, 0.10F, -0.05F, 1.24F},
    {Region::spn_band, "SPN_BAND", "midline of the spine", 0.0F, 0.05F, -0.05F, 1.24F},
    {Region::nck, "NCK", "back of the neck", 0.0F, 0.35F, neck_end, 0.0F},
    {Region::axi, "AXI", "axilla", 0.80F, 1.10F, 0.28F, 0.50F},
    {Region::sca, "SCA", "scapula", 0.33F, 0.80F, 0.08F, 0.45F},
    {Region::in_t, "INT", "between the shoulder blades", 0.0F, 0.33F, 0.14F, 0.47F},
    {Region::mtv, "MTV", "mid-thoracic vertebrae", 0.0F, 0.25F, 0.28F, 0.50F},
    {Region::tlj, "TLJ", "thoracolumbar junction", 0.0F, 0.25F, 0.55F, 0.86F},
    {Region::rib, "RIB", "ribs", 0.25F, 1.00F, 0.08F, 0.86F},
    {Region::r12, "R12", "floating ribs", 0.20F, 0.55F, 0.66F, 0.86F},
    {Region::kid, "KID", "kidneys", 0.12F, 0.46F, 0.59F, 0.91F},
    {Region::cva, "CVA", "costovertebral angle", 0.30F, 0.50F, 0.74F, 0.92F},
    {Region::lum, "LUM", "lumbar spine", 0.0F, 0.46F, 0.74F, 1.10F},
    {Region::lls, "LLS", "lower lumbar spine", 0.0F, 0.30F, 0.95F, 1.24F},
    {Region::sij, "SIJ", "sacroiliac joint", 0.12F, 0.28F, 1.12F, 1.30F},
    {Region::sac, "SAC", "sacrum", 0.0F, 0.22F, 1.12F, 1.38F},
    {Region::sci, "SCI", "sciatic nerve", 0.28F, 0.50F, 1.22F, 1.40F},
}};

} // namespace

std::span<const RegionBox> region_boxes() { return boxes; }

const RegionBox& region_box(Region region) { return boxes[static_cast<std::size_t>(region)]; }

std::optional<Region> region_named(std::string_view id) {
    for (const RegionBox& box : boxes) {
        if (box.id == id) {
            return box.region;
        }
    }
    return std::nullopt;
}

bool contains(const RegionBox& box, float u, float v) {
    const float a = std::fabs(u);
    const bool inside = a >= box.u_low && a <= box.u_high && v >= box.v_low && v <= box.v_high;
    if (box.region == Region::rib) { // "outside the scapula"
        return inside && !contains(boxes[static_cast<std::size_t>(Region::sca)], u, v);
    }
    return inside;
}

} // namespace tactus::anatomy
