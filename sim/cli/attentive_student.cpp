#include "sim/cli/attentive_student.hpp"

#include <algorithm>
#include <limits>

namespace tactus::cli {
namespace {

double delay_of(drills::Quality quality) {
    switch (quality) {
    case drills::Quality::ideal:
    case drills::Quality::good:
    case drills::Quality::expert:
        return 1.5;
    case drills::Quality::fair:
    case drills::Quality::middle:
        return 7;
    case drills::Quality::poor:
    case drills::Quality::novice:
        break;
    }
    return -1;
}

/// For how long the hands leave the client after a sign; after a rise of blood pressure for good.
constexpr double rest_s = 8;

} // namespace

AttentiveStudent::AttentiveStudent(drills::Quality quality) : delay_s_(delay_of(quality)) {}

void AttentiveStudent::notice(const client::BodyEvent& event, const client::BodyEventRule& rule) {
    if (rule.answer.empty() || delay_s_ < 0) {
        return;
    }
    const double at_s = event.t_s + delay_s_;
    hands_off_from_s_ = at_s;
    if (event.kind == client::EventKind::dysreflexia) {
        hands_off_until_s_ = std::numeric_limits<double>::infinity();
        due_.push_back({at_s, "stop"});
        due_.push_back({at_s + 3, "sit_up"});
        due_.push_back({at_s + 8, "loosen"});
        due_.push_back({at_s + 15, "call_emergency"});
        return;
    }
    hands_off_until_s_ = at_s + rest_s;
    due_.push_back({at_s, rule.answer});
}

void AttentiveStudent::answer(const session::Session& session, session::InputFrame& frame) {
    const auto& happened = session.client_state().body_events;
    for (; noticed_ < happened.size(); ++noticed_) {
        const client::BodyEvent& event = happened[noticed_];
        notice(event, session.setup().client.condition.events[event.rule]);
    }
    const double now_s = session.time_s();
    for (Due& due : due_) {
        if (due.t_s >= 0 && now_s >= due.t_s) {
            frame.events.push_back({.kind = session::EventKind::action_taken, .text = due.action});
            due.t_s = -1;
        }
    }
    std::erase_if(due_, [](const Due& due) { return due.t_s < 0; });
    if (hands_off_from_s_ >= 0 && now_s >= hands_off_from_s_ && now_s < hands_off_until_s_) {
        frame.hands = {};
    }
}

} // namespace tactus::cli
