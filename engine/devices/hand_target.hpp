#pragma once
/// What a device asks of the hands, before a hand's own inertia: places over the rest surface and a force to
/// reach.

#include "engine/devices/force_source.hpp"
#include "sim/contact/hold.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <optional>

namespace tactus::devices {

/// The newton range of the mouse (product.md 2).
inline constexpr float force_limit_n = 130;

/// Touch-down and lift-off by mouse, N/s; the slow one while Ctrl is held (product.md 2: 25 N/s, a modifier
/// for slower).
inline constexpr float force_rate_n_s = 25;
inline constexpr float slow_force_rate_n_s = 8;
/// Of a pull on a bone, and slowly. The simulated neck gives 3.5 degrees a newton up to 8 N: 2 N/s lead it at
/// 7 degrees a second, half of that at the 2 to 5 that a stretch asks for (facts 1.1). Design values.
inline constexpr float pull_rate_n_s = 2;
inline constexpr float slow_pull_rate_n_s = 1;

/// A force that a device feels is followed at once; this bound only keeps one bad sample from being a blow.
/// Design value: an elbow's 180 N in an eighth of a second, faster than hacking loads (facts, strokes 1.1).
inline constexpr float felt_force_rate_n_s = 1500;

/// How long a pincer takes to close or to open, and then to lift what it holds as far as it can: both fit
/// into a third of a kneading's period (0.7 Hz, facts, strokes 1.1). Design values.
inline constexpr float closing_s = 0.20F;
inline constexpr float lifting_s = 0.30F;

/// A hand whose device was pulled out lets go in this time (product.md 2).
inline constexpr float letting_go_s = 0.150F;

/// One hand. It hovers where it is while not pressing.
struct HandTarget {
    contact::ToolKind tool = contact::ToolKind::palm;
    float u = 0; ///< spine coordinates
    float v = 0;
    bool pressing = false;
    float force_n = 0;                          ///< to be reached while pressing
    float angle_deg = 0;                        ///< heading of the fingers, 0 = cranial
    float oil = 0;                              ///< 0..1
    float grip = 0;                             ///< of a pincer, to be reached: 0 open, 1 closed
    float lift = 0;                             ///< to be reached once it has closed or holds: 0..1
    contact::Hold hold = contact::Hold::none;   ///< the bone that it takes instead of pressing
    bool braces = false;                        ///< keeps its bone down while the other hand pulls
    bool slow = false;                          ///< change the force at the slow rate
    float tilt_deg = 0;                         ///< of the approach axis toward the heading, -45..45
    ForceSource source = ForceSource::inferred; ///< where force_n came from
    bool lost = false; ///< its device was pulled out: let go within letting_go_s, whatever it asked

    friend bool operator==(const HandTarget&, const HandTarget&) = default;
};

/// Index = contact::Side; nullopt = that hand is away.
using HandTargets = std::array<std::optional<HandTarget>, contact::side_count>;

} // namespace tactus::devices
