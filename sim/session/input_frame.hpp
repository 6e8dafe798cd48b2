#pragma once
/// Everything from outside that can change a step: the hands and the typed events. A recording is a list of
/// these.

#include "sim/hands/hand_input.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::session {

/// The order is part of the recording format: append only.
enum class EventKind : std::uint8_t {
    question_asked,   ///< text: question id; value: seconds into the interview
    answer_given,     ///< text: answer id
    product_taken,    ///< text: a name of contact/product.hpp, then its INCI names parted by ";", if known
    position_changed, ///< text: position id
    point_marked,     ///< u, v
    check_in,         ///< the student asks how it is
    stop,             ///< the student ends the run early
    pause, ///< value 1 pauses, 0 resumes: while paused the simulation holds still and no time is scored
    wait, ///< value 1: the drill's clock waits while the simulation goes on, the step gets longer; 0: goes on
    prepared,     ///< text: an id of client::adaptations() or client::table_heights()
    action_taken, ///< text: an id of client::actions()
    decided,      ///< text: a code of client::Urgency, "E2"; value: seconds into the interview
    worded,       ///< text: id of a wording: how the decision was told the client
    noted,        ///< text: the written note, in the place of an earlier one
    pain_marked,  ///< u, v: where on the body chart; value: how strong, 0..10
};

struct Event {
    EventKind kind = EventKind::check_in;
    float u = 0;
    float v = 0;
    float value = 0;
    std::string text;

    friend bool operator==(const Event&, const Event&) = default;
};

/// One step of 1/240 s. hands[0] is the therapist's left, hands[1] the right; nullopt = lifted away.
struct InputFrame {
    std::array<std::optional<hands::HandInput>, contact::side_count> hands;
    std::vector<Event> events;

    friend bool operator==(const InputFrame&, const InputFrame&) = default;
};

} // namespace tactus::session
