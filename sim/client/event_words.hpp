#pragma once
/// What the body did of itself, in words for a person: made of the state and the threshold that caused it.

#include "sim/client/body_event.hpp"

#include <string>
#include <string_view>

namespace tactus::client {

/// "RIB+MTV" -> "the ribs or the mid-thoracic vertebrae"; an area by its own name. Pure.
std::string place_words(std::string_view id, const Condition& condition);

/// What a person sees of such an event: "The muscle gripped". Pure.
std::string_view event_title(EventKind kind);

/// A clause for after "because": "the load on the strained muscle was 12 N, where the limit is 10 N". A
/// figure that stands at its limit is told once. Pure.
std::string event_cause(const BodyEvent& event, const Condition& condition);

} // namespace tactus::client
