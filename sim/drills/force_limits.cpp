#include "sim/drills/force_limits.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/client/place.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace tactus::drills {

namespace {

constexpr int raster = 6;                     // places across and along a zone
constexpr double share_that_counts = 1.0 / 3; // of a zone: less is passed over by whoever strokes it

/// The words of a technique: "trigger_point_release" -> "trigger point release".
std::string technique_words(std::string name) {
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// True when enough of the places lie in it; anywhere counts as the whole back.
template <class Contains> bool done_there(const std::vector<Vec2>& places, const Contains& contains) {
    const auto inside = static_cast<double>(
        std::ranges::count_if(places, [&](Vec2 place) { return contains(place.x, place.y); }));
    return !places.empty() && inside >= share_that_counts * static_cast<double>(places.size());
}

/// Which columns of the caps the step's tools are judged by.
struct Columns {
    bool broad = false;
    bool narrow = false;
};

Columns columns_of(const scoring::Task& task) {
    Columns columns{.broad = task.tools.empty(), .narrow = task.tools.empty()};
    for (const contact::ToolKind tool : task.tools) {
        (contact::broad(tool) ? columns.broad : columns.narrow) = true;
    }
    return columns;
}

struct Caps {
    double palm_n, thumb_n, critical_palm_n, critical_thumb_n;
};

void add_limits(std::vector<ForceLimit>& limits, const Caps& caps, Columns columns,
                const ForceLimit& of_place) {
    const auto add = [&](double force_n, bool holds, bool critical) {
        if (holds && force_n > 0) {
            limits.push_back(of_place);
            limits.back().force_n = static_cast<float>(force_n);
            limits.back().critical = critical;
        }
    };
    add(caps.palm_n, columns.broad, false);
    add(caps.thumb_n, columns.narrow, false);
    add(caps.critical_palm_n, columns.broad, true);
    add(caps.critical_thumb_n, columns.narrow, true);
}

/// A rubric's cap holds in its box, between its borders.
bool holds_at(const scoring::LoadCap& cap, float u, float v) {
    const auto region = anatomy::region_named(cap.region);
    const float outward = std::fabs(u);
    return (!region || anatomy::contains(anatomy::region_box(*region), u, v)) &&
           static_cast<double>(outward) >= cap.u_low && static_cast<double>(outward) < cap.u_high;
}

} // namespace

std::vector<Vec2> places_of(const scoring::Task& task, const anatomy::Anatomy& anatomy) {
    if (task.bone != contact::Hold::none) {
        return {}; // pulled, not pressed
    }
    if (task.trigger_point) {
        const auto point =
            std::ranges::find(anatomy.trigger_points, *task.trigger_point, &anatomy::TriggerPoint::id);
        return point == anatomy.trigger_points.end() ? std::vector<Vec2>{}
                                                     : std::vector{Vec2(point->u, point->v)};
    }
    if (task.place) {
        return {Vec2(task.place->u, task.place->v)};
    }
    std::vector<Vec2> places;
    if (!task.zone) {
        return places;
    }
    const scoring::Zone& zone = *task.zone;
    const auto part = [](float low, float high, int k) {
        return low + (high - low) * (static_cast<float>(k) + 0.5F) / static_cast<float>(raster);
    };
    for (int i = 0; i < raster; ++i) {
        for (int j = 0; j < raster; ++j) {
            const Vec2 place(part(zone.u_low, zone.u_high, i), part(zone.v_low, zone.v_high, j));
            if (zone.sides != scoring::Zone::Sides::left) {
                places.push_back(place);
            }
            if (zone.sides != scoring::Zone::Sides::right) {
                places.emplace_back(-place.x, place.y);
            }
        }
    }
    return places;
}

std::string place_words(std::string_view id, const client::Condition& condition) {
    std::string words;
    for (const std::string_view part : client::place_parts(id)) {
        const auto area = std::ranges::find(condition.areas, part, &client::SkinArea::id);
        const auto region = anatomy::region_named(part);
        const std::string name = area != condition.areas.end() ? area->name
                                 : region                   ? std::string(anatomy::region_box(*region).name)
                                 : part == client::anywhere ? "the whole back"
                                                            : std::string(part);
        words += (words.empty() ? "" : ", ") + name;
    }
    return words;
}

std::vector<ForceLimit> force_limits(const scoring::Task& task, const client::Client& client,
                                     const scoring::Rubric& rubric, const std::vector<Vec2>& places) {
    const Columns columns = columns_of(task);
    std::vector<ForceLimit> limits;
    for (const client::ConditionCap& cap : client.condition.caps) {
        const client::Place there(client.condition, cap.place);
        if (done_there(places, [&](float u, float v) { return there.contains(u, v); })) {
            add_limits(limits, {cap.palm_n, cap.thumb_n, cap.critical_palm_n, cap.critical_thumb_n}, columns,
                       {.place = place_words(cap.place, client.condition), .of_condition = true});
        }
    }
    const bool at_point = task.trigger_point.has_value();
    for (const scoring::LoadCap& cap : rubric.caps) {
        const bool whole = cap.region == client::anywhere;
        Columns open = columns;
        open.broad = open.broad && !(task.load_cap_n > 0 && whole);
        open.narrow = open.narrow && !(task.load_cap_n > 0 && at_point);
        if (done_there(places, [&](float u, float v) { return holds_at(cap, u, v); })) {
            add_limits(limits, {cap.palm_n, cap.thumb_n, cap.critical_palm_n, cap.critical_thumb_n}, open,
                       {.place = place_words(cap.region, client.condition)});
        }
    }
    if (task.load_cap_n > 0) {
        limits.push_back({.force_n = task.load_cap_n, .place = "this step"});
    }
    std::ranges::stable_sort(limits, {}, &ForceLimit::force_n);
    return limits;
}

std::vector<std::string> step_warnings(const scoring::Task& task, const client::Client& client,
                                       const scoring::Rubric& rubric, const std::vector<Vec2>& places) {
    std::vector<std::string> warnings;
    for (const client::TechniqueBan& ban : client.condition.bans) {
        const client::Place there(client.condition, ban.place);
        const bool touched = done_there(places, [&](float u, float v) { return there.contains(u, v); });
        const auto named = std::ranges::find_if(ban.techniques, [&](const std::string& technique) {
            return std::ranges::find(task.techniques, technique) != task.techniques.end();
        });
        if (touched && (ban.techniques.empty() || named != ban.techniques.end())) {
            warnings.push_back(
                (ban.techniques.empty() ? "No touch at " : "No " + technique_words(*named) + " at ") +
                place_words(ban.place, client.condition) + " of " + client.name + ": " + ban.why + ".");
        }
    }
    const std::vector<ForceLimit> limits = force_limits(task, client, rubric, places);
    if (task.force_n && !task.press_test && !limits.empty() && task.force_n->high > limits.front().force_n) {
        const ForceLimit& least = limits.front();
        warnings.push_back((least.of_condition ? client.name : std::string("Anybody")) + " bears " +
                           authoring::number_text(least.force_n) + " N at " + least.place +
                           ", the step asks for up to " + authoring::number_text(task.force_n->high) + " N.");
    }
    return warnings;
}

} // namespace tactus::drills
