#pragma once
/// Open Sound Control 1.0 as bytes: messages of int32, float32 and string, and bundles of them. Pure; the
/// reader trusts no length.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace tactus::devices {

struct OscMessage {
    using Argument = std::variant<std::int32_t, float, std::string>;

    std::string address; ///< "/tactus/v1/hand"
    std::vector<Argument> arguments;

    friend bool operator==(const OscMessage&, const OscMessage&) = default;
};

/// One packet, as a UDP datagram holds it.
std::vector<std::uint8_t> osc_bytes(const OscMessage& message);

/// The messages of a packet in order, those of bundles in bundles too; nullopt when it is no OSC or has
/// arguments of other kinds. Never throws.
std::optional<std::vector<OscMessage>> parse_osc(std::span<const std::uint8_t> packet);

} // namespace tactus::devices
