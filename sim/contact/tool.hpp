#pragma once
/// What touches: tools as sets of tapered capsules, posed in the body frame (metres; origin on the table top
/// under C7, +x client's right, +y up, +z caudal). One set of capsules is the hand that is seen and the hand
/// that is felt.

#include "sim/contact/hold.hpp"
#include "sim/contact/product.hpp"
#include "sim/math/vec.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::contact {

/// What the student presses with. The order is part of the recording format: append only.
enum class ToolKind : std::uint8_t {
    palm,
    thumb,
    reinforced_palm, ///< a palm with the other hand's weight on it
    heel,            ///< balls of thumb and little finger, fingers off the skin
    stacked_thumbs,  ///< one thumb laid flatter by the other on it
    fingertips,      ///< the pads of four fingers
    knuckles,        ///< the middle joints of four bent fingers
    fist,            ///< the flat of a loose fist
    forearm,         ///< the ulnar side, next to the elbow
    elbow,           ///< its tip, the arm bent
    pincer,          ///< the thumb's pad against those of index and middle finger; `grip` closes them
    ulnar_border,    ///< the edge of the hand along the little finger
    cupped_hand,     ///< a hollow hand that stands on its rim
};

inline constexpr int tool_kind_count = 13;

/// "palm", "stacked_thumbs": the name in CSV and TOML. Pure.
std::string_view tool_name(ToolKind kind);
std::optional<ToolKind> tool_named(std::string_view name);

/// "palm", "stacked thumbs": the name as a person reads it. Pure.
std::string tool_words(ToolKind kind);

/// All names in the order of ToolKind: what a reader may choose from.
std::span<const std::string_view, tool_kind_count> tool_names();

/// How a tool spreads its load: the column of facts 2.1 that its force is judged by, and how finely the skin
/// under it must be solved.
enum class Breadth : std::uint8_t {
    narrow, ///< within 40 mm, as a thumb
    ridge,  ///< narrow tips in a row or a small pad: judged as thumbs are, wider than a thumb's window
    broad,  ///< judged as palms are
};

Breadth breadth(ToolKind kind);

inline bool broad(ToolKind kind) { return breadth(kind) == Breadth::broad; }

/// A capsule whose radius runs linearly from `radius_a_m` at a to `radius_b_m` at b.
struct Capsule {
    Vec3 a;
    Vec3 b;
    float radius_a_m;
    float radius_b_m;
    /// How much of the soft surface over several capsules it makes at a, halfway and at b, linear between
    /// (soft_surface.hpp); 1 stands alone.
    float weight_a = 1;
    float weight_middle = 1;
    float weight_b = 1;
};

/// Which side of the therapist.
enum class Side : std::uint8_t { left, right };

inline constexpr int side_count = 2;

constexpr Side other(Side side) { return side == Side::left ? Side::right : Side::left; }

/// Its place among the two.
constexpr std::size_t index(Side side) { return static_cast<std::size_t>(side); }

/// Signed distance to a tool (positive outside) and the outward unit normal of the tool there.
struct Gap {
    float distance_m;
    Vec3 normal;
};

/// A tool placed over the rest surface and asked to press. A value: made anew each step by `hands`.
/// The capsules stand just clear of the rest skin; the solver moves them along `approach` by the travel it
/// finds.
struct PosedTool {
    ToolKind kind = ToolKind::palm;
    std::vector<Capsule> pressing;  ///< the capsules that may touch the skin (no forearm)
    std::vector<Capsule> shown;     ///< further capsules for the picture alone: forearm, nails' bases
    Vec3 centre;                    ///< the place on the rest skin under the middle of the tool
    Vec3 approach;                  ///< unit; the direction in which it presses (into the body)
    Vec3 forward;                   ///< unit; from wrist to fingers, along the skin
    Vec3 velocity_m_s;              ///< of the centre along the rest skin
    float commanded_force_n = 0;    ///< along `approach`; 0 = hover
    float lubricant = 0;            ///< oil film between tool and skin, 0 dry .. 1 freshly oiled
    Product product = Product::oil; ///< of which that film is
    float travel_stop_m = 0.05F;    ///< the solver never moves the tool further than this past the rest skin
    HeldPart held; ///< a bone in the hand; then the tool presses nothing and commanded_force_n is 0
};

/// Distance from `point` to the union of capsules shifted by `shift`. Exact for each capsule to first order
/// in taper. Pure. `capsules` must not be empty.
Gap gap(std::span<const Capsule> capsules, Vec3 point, Vec3 shift);

} // namespace tactus::contact
