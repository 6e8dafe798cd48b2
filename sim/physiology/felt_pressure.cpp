#include "sim/physiology/felt_pressure.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <array>

namespace tactus::physiology {
namespace {

/// Of one tool: the area that the facts reckon with, and how much more (or less) of its p95 is felt.
struct Feel {
    float area_m2; ///< 0: the facts have none, the pressure is taken as it is
    float gain;
};

constexpr float cm2 = 1e-4F;

/// In the order of ToolKind. Areas of facts 5.7, else the middle of those in 2.3 with a gain of 1.
constexpr std::array<Feel, contact::tool_kind_count> feels{{
    {65 * cm2, palm_felt_gain.f()},
    {3.5F * cm2, thumb_felt_gain.f()},
    {65 * cm2, palm_felt_gain.f()}, // reinforced
    {22.5F * cm2, 1},               // heel
    {5.5F * cm2, 1},                // stacked thumbs
    {8 * cm2, 1},                   // fingertips
    {10 * cm2, knuckles_felt_gain.f()},
    {25 * cm2, 1}, // fist
    {60 * cm2, forearm_felt_gain.f()},
    {10 * cm2, elbow_felt_gain.f()},
    {0, 1}, // pincer
    {0, 1}, // ulnar border
    {0, 1}, // cupped hand
}};

} // namespace

float felt_pressure_pa(contact::ToolKind tool, float p95_pa, float area_m2) {
    const Feel& feel = feels[static_cast<std::size_t>(tool)];
    return feel.area_m2 > 0 ? feel.gain * p95_pa * math::pow(area_m2 / feel.area_m2, felt_growth_exponent.f())
                            : p95_pa;
}

float reckoned_area_m2(contact::ToolKind tool) { return feels[static_cast<std::size_t>(tool)].area_m2; }

} // namespace tactus::physiology
