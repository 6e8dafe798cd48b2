#pragma once
/// Hashes of what a step put out. Values are fed field by field, so padding never enters.

#include "sim/contact/contact_report.hpp"
#include "sim/contact/tool.hpp"
#include "sim/physiology/physiology.hpp"
#include "sim/strokes/contact_trace.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace tactus::session {

/// Chains one step's reports and client state onto `before` (XXH3, 64 bit, seeded with `before`).
std::uint64_t chained_hash(std::uint64_t before,
                           const std::array<contact::ContactReport, contact::side_count>& reports,
                           const physiology::ClientState& client);

/// Chains the motion of the joints; a body at rest adds nothing.
std::uint64_t chained_hash(std::uint64_t before, const strokes::BodyMotion& body);

/// Chains one more number: for setups, pauses and digests of parts.
std::uint64_t chained_hash(std::uint64_t before, std::uint64_t value);

/// Chains bytes: for the texts of a setup.
std::uint64_t chained_hash(std::uint64_t before, std::string_view text);

} // namespace tactus::session
