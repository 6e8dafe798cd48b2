#pragma once
/// Work that comes round, cycle by cycle: circles, movements to and fro, blows, oscillations of force.

#include "sim/strokes/contact_trace.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tactus::strokes {

/// One cycle of one hand, until the next begins.
struct Beat {
    double t_s = 0;          ///< a blow's hardest moment, else when the cycle passes its middle
    double peak_force_n = 0; ///< the most in it
    double sweep_m = 0;      ///< width of the movement: a circle's diameter, the way from turn to turn
    double slip_m = 0;       ///< way over the skin in half a cycle: between two turns
};

/// By what the cycles of a hand are told from one another.
enum class BeatSign : std::uint8_t {
    none,     ///< there are none
    touch,    ///< the hand comes down and leaves: blows, compressions
    movement, ///< it goes round or to and fro
    force,    ///< it stays and presses more and less
};

struct Beats {
    BeatSign sign = BeatSign::none;
    std::vector<Beat> beats; ///< in order of time; the last cycle, cut short by the end, is left out
};

/// The cycles of one hand. slowest_hz > 0: what comes round more slowly is a change of place, not a beat.
/// Pure: any thread.
Beats beats(std::span<const TraceSample> samples, contact::Side hand, double slowest_hz);

/// Seconds from beat to beat. A wait of more than `longest` times the median is a rest between two places
/// and is left out.
std::vector<double> periods_s(std::span<const Beat> beats, double longest = 2.5);

} // namespace tactus::strokes
