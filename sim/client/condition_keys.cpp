#include "sim/client/condition_keys.hpp"

namespace tactus::client {
namespace {

constexpr authoring::Range newtons{.low = 0, .high = 300};

template <class Name> std::vector<std::string_view> names(int count, Name name) {
    std::vector<std::string_view> all;
    for (int k = 0; k < count; ++k) {
        all.push_back(name(k));
    }
    return all;
}

} // namespace

std::span<const NumberKey<SkinArea>> area_keys() {
    static const std::array<NumberKey<SkinArea>, 7> keys{{
        {"u", &SkinArea::u, {.low = -1.2, .high = 1.2}},
        {"v", &SkinArea::v, {.low = -0.2, .high = 1.6}},
        {"half_u", &SkinArea::half_u, {.low = 0.01, .high = 1.5}},
        {"half_v", &SkinArea::half_v, {.low = 0.01, .high = 1.5}},
        {"ppt_factor", &SkinArea::ppt_factor, {.low = 0.2, .high = 3}},
        {"redness_gain", &SkinArea::redness_gain, {.low = 0, .high = 5}},
        {"feeling", &SkinArea::feeling, {.low = 0, .high = 1}},
    }};
    return keys;
}

std::span<const NumberKey<ConditionCap>> cap_keys() {
    static const std::array<NumberKey<ConditionCap>, 4> keys{{
        {"palm_n", &ConditionCap::palm_n, newtons},
        {"thumb_n", &ConditionCap::thumb_n, newtons},
        {"critical_palm_n", &ConditionCap::critical_palm_n, newtons},
        {"critical_thumb_n", &ConditionCap::critical_thumb_n, newtons},
    }};
    return keys;
}

std::span<const NumberKey<BodyEventRule>> event_keys() {
    static const std::array<NumberKey<BodyEventRule>, 5> keys{{
        {"threshold", &BodyEventRule::threshold, {.low = 0, .high = 3600}},
        {"thumb_threshold", &BodyEventRule::thumb_threshold, {.low = 0, .high = 3600}},
        {"pressure_kpa", &BodyEventRule::pressure_kpa, {.low = 0, .high = 1000}},
        {"points", &BodyEventRule::points, {.low = 0, .high = 10}},
        {"answer_within_s", &BodyEventRule::answer_within_s, {.low = 0, .high = 600}},
    }};
    return keys;
}

std::span<const NumberKey<CaseWeights>> weight_keys() {
    static const std::array<NumberKey<CaseWeights>, 5> keys{{
        {"intake", &CaseWeights::intake, {.low = 0, .high = 100}},
        {"caps", &CaseWeights::caps, {.low = 0, .high = 100}},
        {"adaptation", &CaseWeights::adaptation, {.low = 0, .high = 100}},
        {"technique", &CaseWeights::technique, {.low = 0, .high = 100}},
        {"communication", &CaseWeights::communication, {.low = 0, .high = 100}},
    }};
    return keys;
}

std::span<const NumberKey<Condition>> limit_keys() {
    static const std::array<NumberKey<Condition>, 6> keys{{
        {"least_speed_m_s", &Condition::least_speed_m_s, {.low = 0, .high = 1}},
        {"most_speed_m_s", &Condition::most_speed_m_s, {.low = 0, .high = 1}},
        {"longest_min", &Condition::longest_min, {.low = 0, .high = 120}},
        {"discomfort_limit", &Condition::discomfort_limit, {.low = 0, .high = 10}},
        {"discomfort_limit_s", &Condition::discomfort_limit_s, {.low = 0, .high = 60}},
        {"soreness_factor", &Condition::soreness_factor, {.low = 0, .high = 10}},
    }};
    return keys;
}

std::vector<std::string_view> event_kinds() {
    return names(event_kind_count, [](int k) { return event_kind_name(static_cast<EventKind>(k)); });
}

std::vector<std::string_view> scopes() {
    return names(scope_count, [](int k) { return scope_name(static_cast<Scope>(k)); });
}

std::vector<std::string_view> urgency_codes() {
    return names(urgency_count, [](int k) { return urgency_code(static_cast<Urgency>(k)); });
}

} // namespace tactus::client
