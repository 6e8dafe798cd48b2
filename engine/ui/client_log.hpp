#pragma once
/// What the client said and what the body did in a run, each with the state and the threshold that caused it.

#include "sim/session/snapshot.hpp"

#include <vector>

namespace tactus::ui {

struct ClientLog {
    std::vector<physiology::Utterance> said;
    std::vector<client::BodyEvent> events;

    /// Once a step: takes what is new.
    void note(const physiology::ClientState& state) {
        if (state.utterance.serial > 0 && (said.empty() || said.back().serial != state.utterance.serial)) {
            said.push_back(state.utterance);
        }
        if (events.size() != state.body_events.size()) {
            events = state.body_events;
        }
    }
};

} // namespace tactus::ui
