#include "sim/client/event_words.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/client/place.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::client {
namespace {

/// How a state is told: what is said of it, with the place or without, and in which unit.
struct StateWords {
    std::string_view state;
    std::string_view before; ///< of the place, where one is told
    std::string_view after;  ///< before the figure
    std::string_view unit;
    double scale = 1;
    bool placed = false;
};

constexpr StateWords states[] = {
    {"load_n", "the load on ", " was ", " N", 1, true},
    {"pressure_kpa", "the pressure on ", " was ", " kPa", 1, true},
    {"exposure_s", "the product had lain on the skin for ", "", " s"},
    {"speed_m_s", "a stroke ran at ", "", " cm/s", 100},
    {"bruise_s", "the capillaries had borne too much for ", "", " s"},
};

std::string whole(double value) { return authoring::number_text(std::round(value)); }

/// "34 N, where the limit is 20 N".
std::string against_limit(double value, double limit, std::string_view unit) {
    const std::string figure = whole(value) + std::string(unit);
    const std::string bound = whole(limit) + std::string(unit);
    return figure + (figure == bound ? ", which is the limit" : ", where the limit is " + bound);
}

/// Of states that gather while something lasts, by what does.
std::string_view gathering(EventKind kind) {
    return kind == EventKind::fatigue ? "the hands had worked for " : "the client had lain face down for ";
}

} // namespace

std::string place_words(std::string_view id, const Condition& condition) {
    const std::vector<std::string_view> parts = place_parts(id);
    std::string words;
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const auto area = std::ranges::find(condition.areas, parts[k], &SkinArea::id);
        const auto region = anatomy::region_named(parts[k]);
        std::string name = "the back";
        if (area != condition.areas.end()) {
            name = area->name;
        } else if (region) {
            const std::string_view box = anatomy::region_box(*region).name;
            name = (box.starts_with("between") ? "the space " : "the ") + std::string(box);
        }
        words += (k == 0 ? "" : k + 1 == parts.size() ? " or " : ", ") + name;
    }
    return words;
}

std::string_view event_title(EventKind kind) {
    switch (kind) {
    case EventKind::spasm:
        return "The muscle gripped";
    case EventKind::leg_zap:
        return "Pain shot down the leg";
    case EventKind::fracture:
        return "Bone gave way";
    case EventKind::wheal:
        return "Hives rose";
    case EventKind::dysreflexia:
        return "Blood pressure rose";
    case EventKind::clonus:
        return "The limb jerked";
    case EventKind::startle:
        return "The client started";
    case EventKind::burning:
        return "It burned";
    case EventKind::sneeze:
        return "The client sneezed";
    case EventKind::short_breath:
        return "Breath ran short";
    case EventKind::fatigue:
        return "The client grew tired";
    case EventKind::bruise:
        return "A bruise began";
    case EventKind::spread:
        return "The hand carried it on";
    }
    return "Something happened";
}

std::string event_cause(const BodyEvent& event, const Condition& condition) {
    const auto value = static_cast<double>(event.value);
    const auto limit = static_cast<double>(event.threshold);
    if (event.state == "hazard") {
        return "what the body bore below the injury, and could not feel, had added up";
    }
    if (event.state == "joint_over_limit") {
        return "a joint was led at " + authoring::number_text(std::round(10 * value) / 10) +
               " times the speed that this client bears";
    }
    if (event.state == "gathered_s") {
        return std::string(gathering(event.kind)) + against_limit(value, limit, " s");
    }
    const auto* const found = std::ranges::find(states, event.state, &StateWords::state);
    if (found == std::ranges::end(states)) {
        return "a state of the body passed its limit";
    }
    return std::string(found->before) +
           (found->placed ? place_words(event.place, condition) : std::string()) + std::string(found->after) +
           against_limit(found->scale * value, found->scale * limit, found->unit);
}

} // namespace tactus::client
