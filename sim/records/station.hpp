#pragma once
/// This station: the name and the key by which it signs what it puts into its records.

#include "sim/replay/signature.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::records {

class Station {
public:
    /// Reads DATA/station.key. When there is none, makes one that only its owner may read, named like the
    /// computer, and enters it into DATA's known stations, so that what it signed is known even after it was
    /// lost. Throws UserError: damaged, which is never replaced, or not writable.
    explicit Station(const std::filesystem::path& data);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] const replay::PublicKey& public_key() const { return key_.public_key(); }

    /// The recording as this station's, of that student; "" = guest. See replay::signed_recording.
    [[nodiscard]] std::vector<std::uint8_t> sign(std::span<const std::uint8_t> recording,
                                                 std::string_view student) const;

    /// Another name from now on; what was signed keeps the old one. Throws UserError: empty, too long, not
    /// plain text, or not writable.
    void rename(const std::string& name);

private:
    std::filesystem::path data_;
    std::string name_;
    replay::KeySeed seed_;
    replay::SigningKey key_;
};

/// Where the key of a data folder lies.
std::filesystem::path station_key_file(const std::filesystem::path& data);

} // namespace tactus::records
