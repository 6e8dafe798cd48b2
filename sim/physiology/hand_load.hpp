#pragma once
/// One hand's contact of one step, as the body feels it: how much, where, on which muscles.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <optional>

namespace tactus::physiology {

/// Plain figures; `touching` false makes the rest 0.
struct HandLoad {
    bool touching = false;
    contact::ToolKind tool = contact::ToolKind::palm;
    float force_n = 0;
    float mean_pressure_pa = 0;
    float p95_pa = 0;
    float area_m2 = 0;
    float speed_m_s = 0;    ///< the faster of the hand over the body and over the skin
    float friction = 0;     ///< tangential over normal force
    float lubricant = 0;    ///< on the tool
    float spine_load_n = 0; ///< on the load band of the spinous processes (facts 5.0)
    float u = 0;            ///< centre of pressure on the material, spine coordinates
    float v = 0;
    Vec3 rest_m;      ///< centre of pressure on the rest skin
    Vec2 field_place; ///< the same as (column, row) of the field of 97 x 129 points
    std::array<float, anatomy::muscle_count>
        share{}; ///< of the load by superficial muscle; sums to 1 when touching
};

/// Pure. tool: that made the report; nullopt or a report without touch gives a load that is not touching.
HandLoad read_load(const anatomy::Anatomy& anatomy, const contact::ContactReport& report,
                   const std::optional<contact::PosedTool>& tool);

/// The touching hand whose centre of pressure is the nearest to a (column, row) of the field of 97 x 129
/// points; nullptr when none touches. Pure.
const HandLoad* nearest_hand(const std::array<HandLoad, contact::side_count>& hands, Vec2 field_place);

/// How close `x` comes to 0: 1 up to `core`, 0 from `rim` on, smooth between.
float closeness(float x, float core, float rim);

} // namespace tactus::physiology
