#pragma once
/// Why the client said something, in a clause made from the state and the threshold that caused it: no
/// sentence of its own for any occasion. What the body did is told by client::event_cause.

#include "engine/ui/client_log.hpp"

#include <string>

namespace tactus::ui {

/// A clause for after "because": "discomfort was 8.2 of 10, and from 8 on the client says so". Empty for an
/// answer to a question: asking caused it. Pure.
std::string cause_words(const physiology::Utterance& said);

} // namespace tactus::ui
