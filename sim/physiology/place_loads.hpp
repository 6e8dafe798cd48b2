#pragma once
/// What a hand bears on a place of the client.

#include "sim/client/place.hpp"
#include "sim/contact/contact_report.hpp"

namespace tactus::physiology {

/// Of the force on a hand, what the place bears: the integral of pressure over the part of the contact that
/// lies in it (facts 5.0), scaled so that all of a contact together is the force. N. Pure.
float load_in(const client::Place& place, const contact::ContactReport& report);

} // namespace tactus::physiology
