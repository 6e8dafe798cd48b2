#include "sim/physiology/hand_load.hpp"

#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::physiology {
namespace {

/// Below this force the contact is that of a sleeve.
constexpr float touch_n = 0.05F;

/// So many points of a contact tell which muscles lie under it.
constexpr std::size_t muscle_samples = 24;

std::size_t muscle_under(const anatomy::Anatomy& anatomy, float u, float v) {
    const anatomy::GridPlace place = anatomy::locate(anatomy.skin, u, v);
    const int column = static_cast<int>(std::floor(place.column + 0.5F));
    const int row = static_cast<int>(std::floor(place.row + 0.5F));
    return anatomy.layers.muscle[anatomy::SkinGrid::index(column, row)];
}

void share_out(const anatomy::Anatomy& anatomy, const contact::ContactReport& report, HandLoad& load) {
    const std::size_t stride = report.points.size() / muscle_samples + 1;
    float total = 0;
    for (std::size_t k = stride / 2; k < report.points.size(); k += stride) {
        const contact::LoadedPoint& point = report.points[k];
        const float weight = point.pressure_pa * point.area_m2;
        load.share[muscle_under(anatomy, point.u, point.v)] += weight;
        total += weight;
    }
    if (!(total > 0)) {
        load.share.fill(0);
        load.share[muscle_under(anatomy, report.u, report.v)] = 1;
        return;
    }
    for (float& share : load.share) {
        share /= total;
    }
}

} // namespace

HandLoad read_load(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                   const std::optional<contact::PosedTool>& tool) {
    HandLoad load;
    if (!tool || !report.touching || report.force_n < touch_n) {
        return load;
    }
    load.touching = true;
    load.tool = tool->kind;
    load.force_n = report.force_n;
    load.mean_pressure_pa = report.mean_pressure_pa;
    load.p95_pa = report.p95_pa;
    load.area_m2 = report.area_m2;
    load.speed_m_s = std::max(report.speed_m_s, report.slip_m_s);
    load.friction = std::clamp(report.shear_n / report.force_n, 0.0F, 1.0F);
    load.lubricant = tool->lubricant;
    const anatomy::RegionBox& band = anatomy::region_box(anatomy::Region::spn_band);
    for (const contact::LoadedPoint& point : report.points) {
        if (anatomy::contains(band, point.u, point.v)) {
            load.spine_load_n += point.pressure_pa * point.area_m2;
        }
    }
    load.u = report.u;
    load.v = report.v;
    const anatomy::GridPlace place = anatomy::locate(anatomy.skin, report.u, report.v);
    load.rest_m = anatomy::surface(anatomy.skin, place).position;
    load.field_place = Vec2(0.5F * place.column, 0.5F * place.row);
    share_out(anatomy, report, load);
    return load;
}

const HandLoad* nearest_hand(const std::array<HandLoad, contact::side_count>& hands, Vec2 field_place) {
    const HandLoad* hand = nullptr;
    float nearest = 0;
    for (const HandLoad& each : hands) {
        const Vec2 off = each.field_place - field_place;
        const float far = glm::dot(off, off);
        if (each.touching && (hand == nullptr || far < nearest)) {
            hand = &each;
            nearest = far;
        }
    }
    return hand;
}

float closeness(float x, float core, float rim) { return math::smoothstep(rim, core, x); }

} // namespace tactus::physiology
