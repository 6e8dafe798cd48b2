#pragma once
/// What each hand bears on the places that a condition names: an area of its own, a box of facts 5.0, or
/// anywhere.

#include "sim/client/condition.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace tactus::physiology {

/// Of the force on a hand, what the place bears: the integral of pressure over the part of the contact that
/// lies in it (facts 5.0), scaled so that all of a contact together is the force. Pure.
float load_in(const client::Condition& condition, std::string_view place,
              const contact::ContactReport& report);

/// True when (u, v) lies in the place. Pure.
bool in_place(const client::Condition& condition, std::string_view place, float u, float v);

} // namespace tactus::physiology
