#include "engine/ui/cause_words.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tactus::ui {

namespace {

/// How a state is told to a person.
struct StateName {
    std::string_view state;
    std::string_view words;
    std::string_view unit;
    double scale = 1;
    int decimals = 0;
};

constexpr std::array state_names{
    StateName{"discomfort", "discomfort", " of 10", 1, 1},
    StateName{"mean_discomfort", "discomfort over the last seconds", " of 10", 1, 1},
    StateName{"spine_load_n", "load on the spine", " N", 1, 0},
    StateName{"loading_pa_s", "pressure came on by", " kPa a second", 1e-3, 0},
    StateName{"speed_over_limit", "speed over what this client bears", " times", 1, 1},
    StateName{"trigger_point_tension", "tension of the sore point", " %", 100, 0},
    StateName{"trigger_point_force_n", "force on the sore point", " N", 1, 0},
    StateName{"relaxation", "relaxation", " %", 100, 0},
    StateName{"load_n", "load there", " N", 1, 0},
    StateName{"pressure_kpa", "pressure there", " kPa", 1, 0},
    StateName{"exposure_s", "the product lay there for", " s", 1, 0},
    StateName{"gathered_s", "it went on for", " s", 1, 0},
    StateName{"hazard", "pressure below the level, added up", "", 1, 2},
    StateName{"joint_over_limit", "joint speed over what this client bears", " times", 1, 1},
    StateName{"speed_m_s", "stroke speed", " cm/s", 100, 0},
    StateName{"bruise_s", "load past what the capillaries bear", " s", 1, 0},
};

/// "load there 12 N, threshold 10 N".
std::string state_words(std::string_view state, double value, double threshold) {
    const auto* const found = std::ranges::find(state_names, state, &StateName::state);
    if (found == state_names.end()) {
        return std::string(state) + " " + rounded(value, 1) + ", threshold " + rounded(threshold, 1);
    }
    const auto figure = [&](double amount) {
        return rounded(found->scale * amount, found->decimals) + std::string(found->unit);
    };
    return std::string(found->words) + " " + figure(value) + ", threshold " + figure(threshold);
}

/// Where it was, as the client's file calls it; empty for the whole body.
std::string place_words(const client::BodyEvent& event, const client::Condition& condition) {
    const auto area = std::ranges::find(condition.areas, event.place, &client::SkinArea::id);
    if (area != condition.areas.end()) {
        return " at " + area->name;
    }
    return event.place == "ANY" ? std::string() : " at " + event.place;
}

} // namespace

std::string cause_words(const physiology::Utterance& said) {
    return said.threshold == 0 ? std::string() : state_words(said.state, said.value, said.threshold);
}

std::string cause_words(const client::BodyEvent& event, const client::Condition& condition) {
    return state_words(event.state, event.value, event.threshold) + place_words(event, condition);
}

std::string_view event_title(client::EventKind kind) {
    using client::EventKind;
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

} // namespace tactus::ui
