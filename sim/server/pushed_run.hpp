#pragma once
/// A pushed attempt, read at the door: what the recording itself says of it, before any of it is believed.

#include "sim/records/attempt.hpp"
#include "sim/school/wire.hpp"

#include <string>

namespace tactus::server {

struct PushedRun {
    records::Attempt attempt; ///< of the recording; id, profile and student as pushed
    std::string signer;       ///< Ed25519 key of the station that signed it, hexadecimal; "" = unsigned
    std::string signature;    ///< hexadecimal; "" = unsigned
    std::string refusal;      ///< "" = sound; else why it is not taken, one sentence
};

/// Never throws for anything that was pushed. Does not run the run: that is for a worker.
PushedRun read_pushed(const school::Push& push);

} // namespace tactus::server
