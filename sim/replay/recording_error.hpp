#pragma once
/// Why a file cannot be read as a recording, told apart so that a grader can name it.

#include "sim/authoring/user_error.hpp"

#include <cstdint>
#include <utility>

namespace tactus::replay {

enum class Damage : std::uint8_t {
    not_a_recording,
    newer_format, ///< of a format that this program does not read
    cut,          ///< it ends too early
    edited        ///< it does not match its checksum, or holds more than a recording
};

class RecordingError : public UserError {
public:
    RecordingError(Damage damage, Complaint complaint) : UserError(std::move(complaint)), damage_(damage) {}

    [[nodiscard]] Damage damage() const { return damage_; }

private:
    Damage damage_;
};

} // namespace tactus::replay
