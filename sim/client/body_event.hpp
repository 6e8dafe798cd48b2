#pragma once
/// Something that a client's body did of itself, with the state and the threshold that caused it.

#include "sim/client/condition.hpp"

#include <string>

namespace tactus::client {

struct BodyEvent {
    EventKind kind = EventKind::spasm;
    std::size_t rule = 0; ///< index in Condition::events
    std::string place;    ///< as the rule says
    double t_s = 0;
    std::string state; ///< what passed the threshold: "load_n", "pressure_kpa", "exposure_s"
    float value = 0;
    float threshold = 0;
    double answered_s = -1; ///< when the action that the rule asks for was taken; -1 = not yet

    friend bool operator==(const BodyEvent&, const BodyEvent&) = default;
};

} // namespace tactus::client
