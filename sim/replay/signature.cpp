#include "sim/replay/signature.hpp"

#include "sim/replay/byte_stream.hpp"
#include "sim/replay/envelope.hpp"

#include <algorithm>
#include <sodium.h>

namespace tactus::replay {
namespace {

constexpr std::uint32_t signature_tag = 0x4E474953;              // "SIGN"
constexpr std::string_view purpose = "Tactus recording, signed"; // no signature for another purpose fits

static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES && sizeof(KeySeed) == crypto_sign_SEEDBYTES);

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::array<std::uint8_t, 16> student_hash(std::string_view name, const Digest& digest) {
    std::array<std::uint8_t, 16> hash{};
    crypto_generichash_blake2b(hash.data(), hash.size(), bytes_of(name).data(), name.size(), digest.data(),
                               digest.size());
    return hash;
}

/// What is signed. The name comes last, so that no two sets of fields give the same bytes.
std::vector<std::uint8_t> message_of(const SignedBy& by) {
    ByteWriter message;
    message.put_bytes(bytes_of(purpose));
    message.put_bytes(by.digest);
    message.put_bytes(by.key);
    message.put_bytes(by.student);
    message.put_bytes(bytes_of(by.station));
    return message.bytes();
}

template <std::size_t size> void get_array(ByteReader& in, std::array<std::uint8_t, size>& array) {
    std::ranges::copy(in.take(size), array.begin());
}

SignedBy get_signature(ByteReader& in, const Digest& digest) {
    SignedBy by;
    get_array(in, by.key);
    get_array(in, by.student);
    get_array(in, by.signature);
    by.station = in.get_text();
    by.digest = digest;
    const std::vector<std::uint8_t> message = message_of(by);
    by.holds =
        crypto_sign_verify_detached(by.signature.data(), message.data(), message.size(), by.key.data()) == 0;
    return by;
}

template <std::size_t size> std::string hex(const std::array<std::uint8_t, size>& bytes) {
    std::array<char, 2 * size + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

RecordingError holds_more(const std::string& name) {
    return {Damage::edited,
            {name, "holds more than a recording", "copy the file again from where it was made"}};
}

} // namespace

SigningKey::SigningKey(const KeySeed& seed) {
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

std::array<std::uint8_t, 64> SigningKey::sign(std::span<const std::uint8_t> message) const {
    std::array<std::uint8_t, 64> signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
    return signature;
}

KeySeed random_seed() {
    KeySeed seed{};
    randombytes_buf(seed.data(), seed.size());
    return seed;
}

bool SignedBy::is_for(std::string_view name) const { return student == student_hash(name, digest); }

std::optional<SignedBy> signer_of(const Envelope& envelope, const std::string& name) {
    Digest digest{};
    std::ranges::copy(envelope.digest, digest.begin());
    std::optional<SignedBy> signer;
    ByteReader tail(envelope.tail, name);
    while (!tail.at_end()) {
        const auto tag = tail.get<std::uint32_t>();
        ByteReader block(tail.take(tail.get<std::uint32_t>()), name);
        if (tag == signature_tag && !signer) {
            signer = get_signature(block, digest);
        } else if (envelope.format <= newest_format) { // a later format may say more than we know
            throw holds_more(name);
        }
        if (tag == signature_tag && !block.at_end()) {
            throw holds_more(name);
        }
    }
    return signer;
}

std::optional<SignedBy> signer_of(std::span<const std::uint8_t> bytes, const std::string& name) {
    return signer_of(open_envelope(bytes, name), name);
}

std::vector<std::uint8_t> signed_recording(std::span<const std::uint8_t> bytes, const Signing& signing) {
    const std::string name = "the recording to sign";
    const Envelope envelope = open_envelope(bytes, name);
    if (envelope.format < format_2.number || signer_of(envelope, name)) {
        return {bytes.begin(), bytes.end()};
    }
    SignedBy by{.key = signing.key.public_key(), .station = std::string(signing.station)};
    std::ranges::copy(envelope.digest, by.digest.begin());
    by.student = student_hash(signing.student, by.digest);
    ByteWriter block;
    block.put_bytes(by.key);
    block.put_bytes(by.student);
    block.put_bytes(signing.key.sign(message_of(by)));
    block.put_text(by.station);
    ByteWriter whole;
    whole.put_bytes(bytes);
    whole.put(signature_tag);
    whole.put(static_cast<std::uint32_t>(block.bytes().size()));
    whole.put_bytes(block.bytes());
    return whole.bytes();
}

std::span<const std::uint8_t> without_signature(std::span<const std::uint8_t> bytes,
                                                const std::string& name) {
    const Envelope envelope = open_envelope(bytes, name);
    return bytes.first(bytes.size() - envelope.tail.size());
}

std::string key_text(const PublicKey& key) { return hex(key); }

std::string signature_text(const SignedBy& by) { return hex(by.signature); }

std::optional<PublicKey> key_from_text(std::string_view text) {
    PublicKey key{};
    std::size_t size = 0;
    const bool whole =
        sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), nullptr, &size, nullptr) == 0;
    return whole && size == key.size() ? std::optional(key) : std::nullopt;
}

} // namespace tactus::replay
