#include "sim/session/event_names.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/client/condition_keys.hpp"
#include "sim/client/preparation.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <iterator>

namespace tactus::session {
namespace {

std::vector<std::string_view> ids(std::span<const client::Choice> choices) {
    std::vector<std::string_view> names;
    for (const client::Choice& choice : choices) {
        names.push_back(choice.id);
    }
    return names;
}

/// What an event of that kind may name; nullopt = anything, or nothing.
std::optional<std::vector<std::string_view>> known_names(EventKind kind, const InterviewNames& interview) {
    switch (kind) {
    case EventKind::question_asked:
        return interview.questions;
    case EventKind::worded:
        return interview.wordings;
    case EventKind::position_changed:
        return ids(client::positions());
    case EventKind::prepared: {
        std::vector<std::string_view> names = ids(client::adaptations());
        std::ranges::copy(ids(client::table_heights()), std::back_inserter(names));
        return names;
    }
    case EventKind::decided:
        return client::urgency_codes();
    case EventKind::action_taken:
        return ids(client::actions());
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<Complaint> check_event_names(std::span<const hands::StrokeEvent> events,
                                         const InterviewNames& interview) {
    std::vector<Complaint> complaints;
    for (const hands::StrokeEvent& written : events) {
        const std::optional<Event> event = parse_event(written.text);
        const auto names = event ? known_names(event->kind, interview) : std::nullopt;
        if (names && std::ranges::find(*names, event->text) == names->end()) {
            complaints.push_back({written.where,
                                  "event `" + written.text + "` names nothing that Tactus knows",
                                  "choose one of: " + authoring::name_list(*names)});
        }
    }
    return complaints;
}

std::optional<hands::TableHeight> table_height_named(std::string_view id) {
    const auto heights = client::table_heights();
    const auto found = std::ranges::find(heights, id, &client::Choice::id);
    return found == heights.end() ? std::nullopt
                                  : std::optional(static_cast<hands::TableHeight>(found - heights.begin()));
}

int position_number(std::string_view id) {
    const auto positions = client::positions();
    const auto found = std::ranges::find(positions, id, &client::Choice::id);
    return found == positions.end() ? 0 : static_cast<int>(found - positions.begin());
}

} // namespace tactus::session
