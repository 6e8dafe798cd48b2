#include "sim/replay/seal.hpp"

#include <sodium.h>

namespace tactus::replay {

static_assert(digest_bytes == crypto_generichash_blake2b_BYTES);

Digest blake2b(std::span<const std::uint8_t> bytes) {
    Digest digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    return digest;
}

} // namespace tactus::replay
