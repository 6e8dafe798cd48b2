#include "sim/session/track_input.hpp"

#include "sim/session/session.hpp"

#include <array>
#include <sstream>
#include <utility>

namespace tactus::session {

InputFrame TrackInput::frame(std::uint64_t step) {
    const double t_s = static_cast<double>(step) * step_s;
    InputFrame frame;
    frame.hands[0] = track_->at(contact::Side::left, t_s);
    frame.hands[1] = track_->at(contact::Side::right, t_s);
    for (; next_event_ < track_->events.size() && track_->events[next_event_].t_s <= t_s; ++next_event_) {
        if (std::optional<Event> event = parse_event(track_->events[next_event_].text)) {
            frame.events.push_back(std::move(*event));
        }
    }
    return frame;
}

hands::StrokeTrack track_of(std::span<const drills::PerformedRow> rows) {
    hands::StrokeTrack track;
    for (const drills::PerformedRow& row : rows) {
        track.rows[static_cast<std::size_t>(row.hand)].push_back({.t_s = row.t_s,
                                                                  .input = {.tool = row.tool,
                                                                            .u = row.u,
                                                                            .v = row.v,
                                                                            .force_n = row.force_n,
                                                                            .angle_deg = row.angle_deg,
                                                                            .grip = row.grip,
                                                                            .lift = row.lift,
                                                                            .oil = row.oil,
                                                                            .hold = row.hold}});
        if (!row.event.empty()) {
            track.events.push_back({.t_s = row.t_s, .text = row.event});
        }
    }
    return track;
}

std::optional<Event> parse_event(const std::string& text) {
    static constexpr std::array<std::pair<std::string_view, EventKind>, 15> words{{
        {"check_in", EventKind::check_in},
        {"stop", EventKind::stop},
        {"pause", EventKind::pause},
        {"wait", EventKind::wait},
        {"mark", EventKind::point_marked},
        {"question", EventKind::question_asked},
        {"answer", EventKind::answer_given},
        {"product", EventKind::product_taken},
        {"position", EventKind::position_changed},
        {"prepare", EventKind::prepared},
        {"do", EventKind::action_taken},
        {"decide", EventKind::decided},
        {"word", EventKind::worded},
        {"note", EventKind::noted},
        {"pain", EventKind::pain_marked},
    }};
    std::istringstream in(text);
    std::string word;
    in >> word;
    for (const auto& [name, kind] : words) {
        if (name != word) {
            continue;
        }
        Event event{.kind = kind};
        if (kind == EventKind::point_marked) {
            in >> event.u >> event.v;
        } else if (kind == EventKind::pain_marked) {
            in >> event.u >> event.v >> event.value;
        } else if (kind == EventKind::pause || kind == EventKind::wait) {
            in >> event.value;
        } else if (kind == EventKind::product_taken || kind == EventKind::noted) {
            std::getline(in >> std::ws, event.text);
        } else if (kind != EventKind::check_in && kind != EventKind::stop) {
            in >> event.text;
        }
        if (!in.fail() && (kind == EventKind::question_asked || kind == EventKind::decided)) {
            float seconds = 0; // of the interview, where the file tells it
            event.value = in >> seconds ? seconds : 0;
            in.clear();
        }
        return in.fail() ? std::nullopt : std::optional<Event>(std::move(event));
    }
    return std::nullopt;
}

} // namespace tactus::session
