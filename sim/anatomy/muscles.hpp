#pragma once
/// Superficial muscles of the back as named patches in spine coordinates, with fibre directions
/// (look.md 1.5).

#include "sim/math/vec.hpp"

#include <cstdint>
#include <string_view>

namespace tactus::anatomy {

/// Painter's order: a later muscle lies over an earlier one. Both sides share an entry. Append only.
enum class Muscle : std::uint8_t {
    gluteus_maximus,
    gluteus_medius,
    external_oblique,
    infraspinatus,
    teres_minor,
    teres_major,
    rhomboid_major,
    erector_spinae,
    latissimus_dorsi,
    thoracolumbar_fascia,
    deltoid,
    trapezius_upper,
    trapezius_middle,
    trapezius_lower,
    levator_scapulae, ///< deep to the trapezius; never the superficial answer of muscle_at
};

/// Entries of Muscle.
inline constexpr int muscle_count = 15;

/// "upper trapezius", "levator scapulae"
std::string_view muscle_name(Muscle muscle);

/// What lies at a place of the back.
struct MuscleSample {
    Muscle muscle;   ///< the superficial one; the nearest when (u, v) lies in a gap
    float edge;      ///< distance to the nearest seam, in units of u
    float fibre_rad; ///< fibre coordinate across the fan, for drawing
    float along;     ///< distance from the insertion, in units of u
    float tendon;    ///< 0 meat .. 1 aponeurosis
    Vec2 fibre;      ///< unit fibre direction in (across, along) metres, pointing to the insertion
};

/// The superficial muscle at spine coordinates; symmetric in u.
MuscleSample muscle_at(float u, float v);

} // namespace tactus::anatomy
