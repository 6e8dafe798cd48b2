#include "sim/client/condition_edits.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/client/interview.hpp"
#include "sim/client/place.hpp"

#include <algorithm>

namespace tactus::client {

namespace {

constexpr float new_area_u = 0.25F;
constexpr float new_area_v = 0.75F;

std::size_t index_within(std::size_t index, std::size_t count) {
    return count == 0 ? 0 : std::min(index, count - 1);
}

/// "RIB+area-1" without "area-1"; "" when nothing is left.
std::string without(std::string_view places, std::string_view gone) {
    std::string left;
    for (const std::string_view part : place_parts(places)) {
        if (part != gone) {
            left.append(left.empty() ? "" : "+").append(part);
        }
    }
    return left;
}

void set_in(std::vector<std::string>& list, const std::string& name, bool on) {
    std::erase(list, name);
    if (on) {
        list.push_back(name);
    }
}

} // namespace

std::size_t add_area(Condition& condition) {
    if (condition.areas.size() >= most_areas) {
        return condition.areas.size() - 1;
    }
    SkinArea area;
    area.u = new_area_u;
    area.v = new_area_v;
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(condition.areas, id, &SkinArea::id) != condition.areas.end();
    };
    int number = 1;
    do {
        area.id = "area-" + std::to_string(number);
        area.name = "area " + std::to_string(number);
        ++number;
    } while (taken(area.id));
    condition.areas.push_back(std::move(area));
    return condition.areas.size() - 1;
}

std::size_t remove_area(Condition& condition, std::size_t area) {
    if (area < condition.areas.size()) {
        const std::string gone = condition.areas[area].id;
        condition.areas.erase(condition.areas.begin() + static_cast<std::ptrdiff_t>(area));
        std::erase_if(condition.caps, [&](const ConditionCap& cap) { return cap.place == gone; });
        std::erase_if(condition.bans, [&](const TechniqueBan& ban) { return ban.place == gone; });
        for (BodyEventRule& rule : condition.events) {
            rule.place = without(rule.place, gone);
        }
        std::erase_if(condition.events, [](const BodyEventRule& rule) { return rule.place.empty(); });
    }
    return index_within(area, condition.areas.size());
}

std::size_t add_cap(Condition& condition) {
    const std::vector<std::string> places = cap_places(condition);
    const auto open = std::ranges::find_if(places, [&](const std::string& place) {
        return std::ranges::find(condition.caps, place, &ConditionCap::place) == condition.caps.end();
    });
    condition.caps.push_back(
        {.place = open != places.end() ? *open : std::string(anywhere), .palm_n = 90, .thumb_n = 45});
    return condition.caps.size() - 1;
}

std::size_t remove_cap(Condition& condition, std::size_t cap) {
    if (cap < condition.caps.size()) {
        condition.caps.erase(condition.caps.begin() + static_cast<std::ptrdiff_t>(cap));
    }
    return index_within(cap, condition.caps.size());
}

std::vector<std::string> cap_places(const Condition& condition) {
    std::vector<std::string> places{std::string(anywhere)};
    for (const SkinArea& area : condition.areas) {
        places.push_back(area.id);
    }
    for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
        places.emplace_back(box.id);
    }
    return places;
}

void set_answer(Condition& condition, const std::string& question, Answer answer) {
    if (answer == Answer{}) {
        condition.answers.erase(question);
    } else {
        condition.answers[question] = std::move(answer);
    }
}

void set_key_question(Condition& condition, const Questionnaire& questionnaire, const std::string& question,
                      bool on) {
    set_in(condition.decision.key, question, on);
    condition.question_points = question_points(questionnaire, condition);
}

void set_must_ask(Condition& condition, const std::string& question, bool on) {
    set_in(condition.decision.must_ask, question, on);
}

} // namespace tactus::client
