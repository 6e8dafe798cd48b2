#pragma once
/// The model of weeks held against what facts 6.4 print of it, and against the trials that it was fitted to.

#include <cstdint>
#include <ostream>

namespace tactus::cli {

/// Six plans, eight days each: pain here and in the facts. Returns true when all agree after rounding to
/// 0.01. As JSON {agrees, days, plans: [{name, pain, published}]}.
bool write_plan_table(bool json, std::ostream& out);

/// The dosing trial with simulated clients and what is model in it and what is trial. As JSON {clients, seed,
/// note, control, arms: [{name, benefit, responders, relative_risk, facts, trial}], weekly: {...}}.
void write_trial(std::uint64_t seed, std::uint64_t clients, bool json, std::ostream& out);

} // namespace tactus::cli
