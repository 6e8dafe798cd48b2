#pragma once
/// What a drill step asks for, as scoring reads it. Plain values in SI.

#include "sim/anatomy/regions.hpp"
#include "sim/contact/hold.hpp"
#include "sim/contact/product.hpp"
#include "sim/contact/tool.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::scoring {

struct Band {
    float low = 0;
    float high = 0;

    friend bool operator==(const Band&, const Band&) = default;
};

/// A stretch of skin in spine coordinates, on one side or both.
struct Zone {
    float u_low = 0, u_high = 0, v_low = 0, v_high = 0; ///< |u| when both sides
    enum class Sides : std::uint8_t { left, right, both } sides = Sides::both;

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// True when (u, v) lies in the zone grown by margin_u and margin_v on every edge (never across the spine).
bool in_zone(const Zone& zone, float u, float v, float margin_u = 0, float margin_v = 0);

/// A place on the skin to be held: a palm on the sacrum.
struct HoldPlace {
    float u = 0, v = 0;      ///< spine coordinates
    float radius_m = 0.020F; ///< within it the hold is right; its error counts from its edge

    friend bool operator==(const HoldPlace&, const HoldPlace&) = default;
};

enum class Direction : std::uint8_t { any, cephalad, caudad, out_from_spine, along_fibre, across_fibre };

/// One step's task. Whatever is absent is not measured.
struct Task {
    std::optional<Band> force_n;        ///< of the loaded stroke, the beat's peak, the hold or the pull
    std::optional<Band> return_force_n; ///< of the light return, against `direction`
    std::optional<Band> speed_m_s;      ///< of the loaded stroke
    std::optional<Band> strokes_per_min;
    Direction direction = Direction::any;
    std::optional<Zone> zone;                 ///< to be covered
    float dose_min_pa_s = 0;                  ///< that counts as covered
    std::optional<std::string> trigger_point; ///< site and side: "LS1 right"
    std::optional<HoldPlace> place;           ///< of a hold that is at no trigger point
    float hold_s = 0;                         ///< wanted
    std::optional<Band> hold_discomfort;      ///< 0-10 wanted during the hold
    std::optional<Band> discomfort;           ///< 0-10 wanted while strokes and beats are loaded
    std::vector<contact::ToolKind> tools;     ///< allowed; empty = any
    float ramp_limit_n_s = 30;                ///< dF/dt at touch-down and lift-off (facts 7.3, RMP)
    float hold_max_s = 0;        ///< longest hold that is still right; hold_s when shorter than it
    std::optional<float> line_u; ///< |u| of the muscle line to be followed (facts 7.3, LINE)

    // Work that comes round: kneading, circles, blows, friction to and fro, oscillation.
    std::optional<Band> beat_hz;         ///< cycles a second of one hand; of blows, both hands together
    std::optional<Band> sweep_m;         ///< way of the hand from turn to turn
    std::optional<float> slip_m;         ///< at most so far over the skin between two turns
    std::vector<std::string> techniques; ///< as recognition names them; empty = any

    // Work with a bone in the hand, palpation, and what the step changes for itself.
    contact::Hold bone = contact::Hold::none; ///< to be held; without a beat it is to be stretched
    std::optional<Band> bend_rad_s;           ///< of a stretch, on the way to the barrier
    std::optional<bool> bend_right;           ///< to the client's right or left; nullopt = either
    int points_to_mark = 0;                   ///< trigger points to be found in the zone and marked
    std::vector<contact::Product> products;   ///< between hand and skin; empty = any
    /// In place of the rubric's cap: of broad tools for the whole back; of others at the trigger point of the
    /// step, whichever box it lies in. 0 = the rubric's.
    float load_cap_n = 0;
    /// A hold that examines: the client is asked in it, and what is said is compared with the load
    /// (facts 5.6). No cap below its own band holds for it.
    bool press_test = false;
    float ask_every_s = 0; ///< how often the client is to be asked in this step; 0 = as the rubric says
    /// Share of the muscle tone at the start of the session that is to be gone at its end; 0 = not asked.
    float tone_drop = 0;
    /// So many spasms and jerks of the session cost nothing; nullopt = each does.
    std::optional<int> spasms_max;

    friend bool operator==(const Task&, const Task&) = default;
};

/// What kind of work a step asks for; the first that fits.
enum class Work : std::uint8_t {
    nothing, ///< words only: a question, a rest
    strokes, ///< over skin
    rhythm,  ///< cycles or blows
    search,  ///< around a trigger point
    hold,    ///< at a trigger point or a place
    stretch, ///< of a joint, by a bone in the hand
    palpate, ///< a zone for its trigger points
};

Work work_of(const Task& task);

/// True on the light way back of a task that asks a force of its own there. along_m_s: caudal positive.
bool on_way_back(const Task& task, float along_m_s);

/// The force that is asked of the hand now: the return stroke has its own band. along_m_s: caudal positive.
std::optional<Band> asked_force(const Task& task, float along_m_s);

/// True for a step of strokes over skin.
bool asks_for_strokes(const Task& task);

/// True for a step that asks for a hold on a trigger point or a place.
bool asks_for_hold(const Task& task);

} // namespace tactus::scoring
