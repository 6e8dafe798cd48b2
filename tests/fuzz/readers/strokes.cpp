#include "sim/hands/stroke_file.hpp"
#include "sim/session/label.hpp"
#include "sim/session/session.hpp"
#include "sim/session/track_input.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <cmath>

namespace tactus::fuzz {

/// Strokes, and the frames of input that a session takes from them.
void read_strokes(Bytes bytes) {
    const auto track = accepted([&] { return hands::parse_strokes(text_of(bytes), "strokes.csv"); });
    if (!track) {
        return;
    }
    constexpr std::uint64_t steps = 48;
    session::TrackInput input(*track);
    for (std::uint64_t step = 0; step < steps; ++step) {
        for (const auto& hand : input.frame(step).hands) {
            promise(!hand || (std::isfinite(hand->u) && std::isfinite(hand->force_n) &&
                              std::isfinite(hand->angle_deg)),
                    "a hand is somewhere and presses with a number");
        }
    }
    const auto last = track->at(contact::Side::right, track->duration_s());
    promise(!last || std::isfinite(last->v), "a hand is somewhere to the last row");
}

/// The words of the event column.
void read_event(Bytes bytes) {
    if (const auto event = session::parse_event(std::string(text_of(bytes)))) {
        session::read_label(event->text);
    }
}

} // namespace tactus::fuzz
