#pragma once
/// Why the client said or did something, in a sentence made from the state and the threshold that caused it:
/// no sentence of its own for any occasion.

#include "engine/ui/client_log.hpp"
#include "sim/client/condition.hpp"

#include <string>

namespace tactus::ui {

/// "Discomfort was 8.2 of 10; from 8 on it is too much." Empty for an answer to a question: asking caused it.
std::string cause_words(const physiology::Utterance& said);

/// "The muscle gripped: 12 N on the strained muscle, which bears 10 N."
std::string cause_words(const client::BodyEvent& event, const client::Condition& condition);

/// What a person sees of such an event: "The muscle gripped".
std::string_view event_title(client::EventKind kind);

} // namespace tactus::ui
