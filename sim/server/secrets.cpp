#include "sim/server/secrets.hpp"

#include "sim/records/calendar.hpp"
#include "sim/records/uuid.hpp"

#include <array>
#include <new>
#include <sodium.h>

namespace tactus::server {
std::string password_hash(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::bad_alloc();
    }
    return hash.data();
}

PasswordCheck::PasswordCheck() : nobody_(password_hash(new_token())) {}

bool PasswordCheck::fits(const std::string& hash, const std::string& password) {
    const std::string& held = hash.empty() ? nobody_ : hash;
    free_.acquire();
    const int differs = crypto_pwhash_str_verify(held.c_str(), password.data(), password.size());
    free_.release();
    return differs == 0 && !hash.empty();
}

std::string new_token() {
    std::array<unsigned char, 32> chance{};
    randombytes_buf(chance.data(), chance.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(32, variant)> text{};
    sodium_bin2base64(text.data(), text.size(), chance.data(), chance.size(), variant);
    return text.data();
}

std::string token_key(const std::string& token) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(), nullptr, 0);
    std::array<char, 2 * digest.size() + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return "\\x" + std::string(hex.data());
}

std::string new_id() { return records::UuidSource().next(records::wall_ms()); }

} // namespace tactus::server
