#include "sim/records/digest.hpp"

#include "sim/replay/signature.hpp"

#include <array>
#include <sodium.h>

namespace tactus::records {

std::string digest_hex(std::span<const std::uint8_t> bytes) {
    std::array<unsigned char, 16> digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    std::array<char, 2 * digest.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

std::string digest_hex(std::string_view text) {
    return digest_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

std::string recording_digest(std::span<const std::uint8_t> bytes) {
    return digest_hex(replay::without_signature(bytes, "recording"));
}

} // namespace tactus::records
