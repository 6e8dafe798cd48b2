#pragma once
/// The techniques of facts 1.1 as motions: which tool, along which way, how fast, how hard. From a recipe any
/// number of strokes follow, as a person of a given skill would make them.

#include "sim/drills/technique.hpp"
#include "sim/math/vec.hpp"
#include "sim/sources/bibliography.hpp"

#include <array>

namespace tactus::drills {

/// The way of a hand over the skin.
enum class Way : std::uint8_t {
    still,     ///< stays, pressing
    line,      ///< toward the head under load, lightly back
    rib,       ///< from the spine to the flank, lifted back
    circle,    ///< round and round, advancing slowly
    sweep,     ///< to and fro across the spine's direction
    pulse,     ///< stays, pressing and letting go
    gather,    ///< stays, its fingers closing on a fold and letting it go
    oscillate, ///< stays, pressing more and less without letting go
    stretch,   ///< pulls the bone it holds slowly to the barrier, waits there, lets it back
    carry,     ///< leads the bone it holds round and round
};

/// What the other hand does.
enum class Pair : std::uint8_t {
    one,       ///< nothing
    mirrored,  ///< the same on the other side of the spine
    alternate, ///< the same half a cycle later
    opposed,   ///< the opposite, beside it
    braced,    ///< keeps the shoulder down against it
};

struct Recipe {
    static constexpr Cited none{0, 0, 0, source::design};

    std::string_view name; ///< "cross_fibre_friction"
    std::string_view what; ///< one line for the list
    contact::ToolKind tool;
    Way way;
    Pair pair;
    Cited force_n;          ///< of the loaded part
    float return_n = 0;     ///< on the way back; the least of an oscillation
    Cited speed_m_s = none; ///< along line and rib
    Cited size_m = none;    ///< length of a line, radius of a circle, half width of a sweep
    Cited rate_hz = none;   ///< of all ways that come round
    float duty = 1;         ///< share of a pulse in which the hand presses
    Vec2 place;             ///< u, v of its middle; of a line, of its caudal end
    float oil = 0;          ///< 0 dry .. 1
    contact::Hold hold = contact::Hold::none;
    float advance_m_s = 0; ///< of circles, toward the head
    float widen_s = 0;     ///< in which circles grow from their middle: the skin's slack is taken up
    float heading_deg = 0; ///< of a stretch's pull: 0 toward the head, positive to the client's right
    float lift = 0;        ///< of a carried bone, 0 along the table .. 1 straight up
};

/// A recipe as it is done once: plain figures that a drill can set its own way.
struct Motion {
    contact::ToolKind tool;
    Way way;
    Pair pair;
    float force_n;
    float return_n;
    float speed_m_s;
    float size_m;
    float rate_hz;
    float duty;
    Vec2 place;
    float oil;
    contact::Hold hold;
    float heading_deg;
    float lift;
    float advance_m_s;
    float widen_s;
    float arrive_s; ///< to full weight at the begin, in a good student's hands
    float leave_s;  ///< from it at the end
};

Motion motion_of(const Recipe& recipe);

/// How far the second of two hands that work in turn or against one another lies nearer the head.
inline constexpr float hands_apart_m = 0.11F;

/// In the order of facts 1.1.
std::span<const Recipe> recipes();
const Recipe* recipe_named(std::string_view name); ///< nullptr: unknown; '_' and '-' are alike

/// Metres for a unit of u and of v: those of the client who is worked on.
struct BodyScale {
    float across_m = 0.208F; ///< half biacromial breadth of the average man (facts 4.1)
    float along_m = 0.46F;   ///< from C7 to the iliac-crest line
};

struct BoutTime {
    double begin_s;
    double duration_s;
};

struct Skill;

/// Rows at 120 Hz, in time order. Pure.
std::vector<PerformedRow> perform(const Motion& motion, const Skill& skill, std::uint64_t seed,
                                  const BodyScale& scale, BoutTime when);
std::vector<PerformedRow> perform(const Recipe& recipe, Quality quality, std::uint64_t seed,
                                  const BodyScale& scale, BoutTime when);

/// Bouts one after another, with rests that part them.
std::vector<PerformedRow> perform_routine(std::span<const Recipe* const> order, Quality quality,
                                          std::uint64_t seed, const BodyScale& scale);

/// Ten techniques as a session has them: general, specific, general.
std::array<const Recipe*, 10> routine_of_ten();

/// The figures of all recipes, for `tactus-sim sources`.
std::span<const NamedConstant> constants();

} // namespace tactus::drills
