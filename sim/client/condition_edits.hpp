#pragma once
/// Areas, limits and answers of a condition, added and taken away so that what names them stays sound. Pure.

#include "sim/client/condition.hpp"
#include "sim/client/questionnaire.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

/// A new area over the middle of the loin under an id of its own; nothing where there are `most_areas`.
/// Returns the index that is then looked at.
std::size_t add_area(Condition& condition);

/// With its caps and bans; where events name it beside other places it is taken out of them, else they go
/// too.
std::size_t remove_area(Condition& condition, std::size_t area);

/// 90 N by palm and 45 N by thumb, which a healthy back bears (facts 5.0), at the first place that has no cap
/// yet.
std::size_t add_cap(Condition& condition);
std::size_t remove_cap(Condition& condition, std::size_t cap);

/// What a cap may stand for: "ANY", the condition's areas, the boxes of facts 5.0.
std::vector<std::string> cap_places(const Condition& condition);

/// What the client says to a question; both empty: as anyone would.
void set_answer(Condition& condition, const std::string& question, Answer answer);

/// What a decision turns on. Asking for it earns points of the questionnaire then.
void set_key_question(Condition& condition, const Questionnaire& questionnaire, const std::string& question,
                      bool on);

/// Not asking it fails the case.
void set_must_ask(Condition& condition, const std::string& question, bool on);

} // namespace tactus::client
