#include "sim/client/condition_file.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/authoring/name_list.hpp"
#include "sim/client/condition_keys.hpp"
#include "sim/client/place.hpp"
#include "sim/client/response_file.hpp"
#include "sim/client/wording_rows.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace tactus::client {
namespace {

using authoring::Range;
using authoring::Table;

template <class Row> void read_numbers(Table& table, std::span<const NumberKey<Row>> keys, Row& row) {
    for (const NumberKey<Row>& key : keys) {
        row.*key.member =
            static_cast<float>(table.number_or(key.key, static_cast<double>(row.*key.member), key.range));
    }
}

SkinArea read_area(Table& row) {
    SkinArea area;
    area.id = row.text("id");
    area.name = row.text("name");
    read_numbers(row, area_keys(), area);
    area.square = row.flag_or("square", false);
    area.visible = row.flag_or("visible", false);
    if (anatomy::region_named(area.id) || area.id == anywhere) {
        row.complain("id", "`" + area.id + "` is the name of a region", "give the area a name of its own");
    }
    return area;
}

/// Complains of a part of a place that is no area of this condition, no region of the back and not anywhere.
void check_part(Table& row, const Condition& condition, std::string_view part) {
    const bool area = std::ranges::find(condition.areas, part, &SkinArea::id) != condition.areas.end();
    if (area || part == anywhere || anatomy::region_named(part)) {
        return;
    }
    std::string known(anywhere);
    for (const SkinArea& one : condition.areas) {
        known += ", " + one.id;
    }
    known += ", " + authoring::name_list(anatomy::region_boxes() |
                                         std::views::transform([](const auto& box) { return box.id; }));
    row.complain("place", "no place is called `" + std::string(part) + "`", "choose one of " + known);
}

/// Loads on a place are kept for single places, so caps and bans name one.
std::string read_place(Table& row, const Condition& condition) {
    std::string place = row.text_or("place", anywhere);
    check_part(row, condition, place);
    return place;
}

/// What the body does of itself looks at the contact as it is: several places may be joined by "+".
std::string read_places(Table& row, const Condition& condition) {
    std::string places = row.text_or("place", anywhere);
    for (const std::string_view part : place_parts(places)) {
        check_part(row, condition, part);
    }
    return places;
}

ConditionCap read_cap(Table& row, const Condition& condition) {
    ConditionCap cap{.place = read_place(row, condition)};
    read_numbers(row, cap_keys(), cap);
    if (cap == ConditionCap{.place = cap.place}) {
        row.complain("palm_n", "is missing, as is every other limit",
                     "give palm_n, thumb_n or a critical one");
    }
    return cap;
}

TechniqueBan read_ban(Table& row, const Condition& condition) {
    return {.techniques = row.texts_or_none("techniques"),
            .place = read_place(row, condition),
            .why = row.text("why"),
            .critical = row.flag_or("critical", false)};
}

BodyEventRule read_event(Table& row, const Condition& condition) {
    BodyEventRule rule;
    rule.kind = static_cast<EventKind>(row.choice("kind", event_kinds()));
    rule.place = read_places(row, condition);
    read_numbers(row, event_keys(), rule);
    rule.critical = row.flag_or("critical", false);
    rule.answer = row.text_or("answer", "");
    if (rule.answer_within_s > 0 && rule.answer.empty()) {
        row.complain("answer", "is missing", "say which action answers the event within answer_within_s");
    }
    return rule;
}

void read_grading(Table& table, CaseWeights& weights) {
    for (const NumberKey<CaseWeights>& key : weight_keys()) {
        weights.*key.member = static_cast<float>(table.number(key.key, key.range));
    }
    const float sum =
        weights.intake + weights.caps + weights.adaptation + weights.technique + weights.communication;
    if (std::fabs(sum - 100) > 0.01F) {
        table.complain("intake", "and the weights beside it add to " + std::to_string(std::lround(sum)),
                       "make the five add to 100");
    }
}

Decision read_decision(Table& table) {
    const std::vector<std::string_view> codes = urgency_codes();
    return {.urgency = static_cast<Urgency>(table.choice("urgency", codes)),
            .must_ask = table.texts_or_none("must_ask"),
            .key = table.texts_or_none("key_questions")};
}

/// Rows that name a place come after the areas.
void read_rows(Table& table, Condition& condition) {
    for (Table& row : table.rows("area")) {
        condition.areas.push_back(read_area(row));
    }
    if (condition.areas.size() > most_areas) {
        table.complain("area", "stands " + std::to_string(condition.areas.size()) + " times",
                       "give at most " + std::to_string(most_areas));
        condition.areas.resize(most_areas);
    }
    for (Table& row : table.rows("cap")) {
        condition.caps.push_back(read_cap(row, condition));
    }
    for (Table& row : table.rows("ban")) {
        condition.bans.push_back(read_ban(row, condition));
    }
    for (Table& row : table.rows("event")) {
        condition.events.push_back(read_event(row, condition));
    }
}

void read_talk(Table& table, Condition& condition) {
    for (Table& row : table.rows("answer")) {
        const std::string question = row.text("question");
        condition.answers[question] = {.says = row.text("says"), .first = row.text_or("first", "")};
    }
    for (Table& row : table.rows("asking")) {
        condition.question_points[row.text("question")] =
            static_cast<float>(row.number("points", {.low = 0, .high = 10}));
    }
    for (Table& row : table.rows("wording")) {
        condition.wordings[row.text("id")] = read_wording_worth(row);
    }
    for (const bool yes : {true, false}) {
        for (const std::string& question : table.texts_or_none(yes ? "matrix_yes" : "matrix_no")) {
            condition.matrix[question] = yes;
        }
    }
}

} // namespace

Condition read_condition(Table& table) {
    Condition condition;
    condition.id = table.text_or("id", condition.id);
    condition.code = table.text("code");
    condition.name = table.text("name");
    condition.lesson = table.text("lesson");
    condition.scope = static_cast<Scope>(table.choice("scope", scopes()));
    read_numbers(table, limit_keys(), condition);
    read_rows(table, condition);
    condition.banned_ingredients = table.texts_or_none("banned_ingredients");
    if (table.has("positions")) {
        condition.positions = table.texts_or_none("positions");
    }
    condition.position_critical = table.flag_or("position_critical", false);
    condition.adaptations = table.texts_or_none("adaptations");
    if (std::optional<Table> grading = table.optional_table("grading")) {
        read_grading(*grading, condition.weights);
    }
    if (std::optional<Table> decision = table.optional_table("decision")) {
        condition.decision = read_decision(*decision);
    }
    read_talk(table, condition);
    return condition;
}

ConditionFile parse_condition(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    ConditionFile file{.condition = read_condition(root), .response = {}};
    if (!root.has("id")) {
        file.condition.id = std::filesystem::path(name).stem().string();
    }
    if (std::optional<Table> response = root.optional_table("response")) {
        file.response = read_response(*response);
    }
    document.finish();
    return file;
}

ConditionFile read_condition_file(const std::filesystem::path& file) {
    return parse_condition(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::client
