#pragma once
/// Bouts of work and what can be measured of each: the figures by which a technique is told from another.
/// They come from motion, force, contact shape and slip alone; the name of a tool is never read.

#include "sim/strokes/contact_trace.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tactus::strokes {

/// A stretch of work between rests of more than rest_s; indices into the trace.
struct Bout {
    std::size_t begin;
    std::size_t end; ///< one past the last
};

/// Hands off the skin for so long end a bout; blows and hand-over-hand strokes leave it for less.
inline constexpr double rest_s = 0.7;

/// In order. Bouts under half a second are left out. Pure.
std::vector<Bout> bouts(std::span<const TraceSample> samples);

/// Of one bout, over its hands by their time in contact.
struct BoutFigures {
    double duration_s = 0;
    double touch_hz = 0;    ///< touch-downs a second and hand
    double force_n = 0;     ///< mean in contact
    double force_swing = 0; ///< deviation of the force over its mean
    double speed_m_s = 0;   ///< way over time in contact
    double cycle_hz = 0;    ///< movement to and fro, a cycle each two reversals
    double sweep_m = 0;     ///< way between two turns or touch-downs
    double area_m2 = 0;     ///< mean in contact
    double along_share = 0; ///< of the way, along the spine; the rest is across it
    double turning = 0;     ///< 0 straight or to and fro .. 1 round and round
    double slip_share = 0;  ///< way over the skin, of the way
    double opposing = 0;    ///< -1 both hands move alike .. 1 against one another; 0 for one hand
    double hands = 0;       ///< mean number in contact while any is
    double working = 0;     ///< hands that took part
    double press_hz = 0;    ///< waves of the force in contact, by more than a quarter of its mean
    double gathering = 0;   ///< deviation of the contact's breadth over its mean: fingers that close and open
    double bend_rad = 0;    ///< how far neck or lower back was bent, from least to most
    double scapula_m = 0;   ///< how far a medial border was led, likewise
};

BoutFigures figures_of(std::span<const TraceSample> samples, const Bout& bout);

} // namespace tactus::strokes
