#pragma once
/// Who vouches for a recording: an Ed25519 signature of the station that keeps it, behind the digest, so that
/// signing changes nothing of what is signed. It says: this station put this run of this student into its
/// records.
///
/// To check one without running it, as a server does:
///
///     const std::optional<SignedBy> by = signer_of(bytes, "attempt 42"); // throws RecordingError: see there
///     by && by->holds && school_knows(by->key) && by->is_for("Ana")
///
/// A signature that holds is no grade: whoever owns a station's folder owns its key. That the score is that
/// of the run, only running it again shows (verify.hpp).

#include "sim/replay/seal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::replay {

struct Envelope;

using PublicKey = std::array<std::uint8_t, 32>;
using KeySeed = std::array<std::uint8_t, 32>;

/// A station's secret. Wiped when it goes.
class SigningKey {
public:
    explicit SigningKey(const KeySeed& seed);
    ~SigningKey();
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;
    SigningKey(SigningKey&&) = default;
    SigningKey& operator=(SigningKey&&) = default;

    [[nodiscard]] const PublicKey& public_key() const { return public_; }

    [[nodiscard]] std::array<std::uint8_t, 64> sign(std::span<const std::uint8_t> message) const;

private:
    PublicKey public_{};
    std::array<std::uint8_t, 64> secret_{};
};

/// From the system's source of random numbers.
KeySeed random_seed();

/// What a signed recording says of its signer.
struct SignedBy {
    PublicKey key{};
    std::string station;                      ///< the name that the station gave itself
    std::array<std::uint8_t, 16> student{};   ///< the student's name hashed with the run: it tells no name
    Digest digest{};                          ///< of the run
    std::array<std::uint8_t, 64> signature{}; ///< over all of the above
    bool holds = false;                       ///< false: forged

    /// Whether it was signed as this student's run; "" = the guest's.
    [[nodiscard]] bool is_for(std::string_view name) const;
};

/// nullopt = unsigned, as all of format 1 are. Reads the file's parts and checks its digest, not the run.
/// Throws RecordingError: not a recording, of a newer format, cut, edited.
std::optional<SignedBy> signer_of(std::span<const std::uint8_t> bytes, const std::string& name);
std::optional<SignedBy> signer_of(const Envelope& envelope, const std::string& name);

/// Who signs, and whose run it is.
struct Signing {
    const SigningKey& key;
    std::string_view station; ///< at most station_name_limit bytes
    std::string_view student; ///< display name; "" = guest
};

inline constexpr std::size_t station_name_limit = 64;

/// The same recording, signed; one of format 1 or one that is signed comes back as it is. Throws
/// RecordingError.
std::vector<std::uint8_t> signed_recording(std::span<const std::uint8_t> bytes, const Signing& signing);

/// A recording's bytes but for its signature: what makes it the same recording whoever signed it. Throws
/// RecordingError.
std::span<const std::uint8_t> without_signature(std::span<const std::uint8_t> bytes, const std::string& name);

/// A public key as 64 hexadecimal digits, and back; nullopt = it is none.
std::string key_text(const PublicKey& key);
std::optional<PublicKey> key_from_text(std::string_view text);

/// The signature itself as 128 hexadecimal digits.
std::string signature_text(const SignedBy& by);

} // namespace tactus::replay
