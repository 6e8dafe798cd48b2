#pragma once
/// The numbers and words of a condition, so that reading, writing and editing go through one table, and
/// the ranges that a file may set.

#include "sim/authoring/table.hpp"
#include "sim/client/condition.hpp"

#include <span>

namespace tactus::client {

/// A number of a row, and the range that a file may set.
template <class Row> struct NumberKey {
    std::string_view key;
    float Row::*member;
    authoring::Range range;
};

std::span<const NumberKey<SkinArea>> area_keys();
std::span<const NumberKey<ConditionCap>> cap_keys();
std::span<const NumberKey<BodyEventRule>> event_keys();
std::span<const NumberKey<CaseWeights>> weight_keys();
std::span<const NumberKey<Condition>> limit_keys();

/// Words in the order of their enumerations.
std::vector<std::string_view> event_kinds();
std::vector<std::string_view> scopes();
std::vector<std::string_view> urgency_codes();

} // namespace tactus::client
