#pragma once
/// Passwords and tokens. The database holds neither: of a password an argon2id hash, of a token its digest.

#include <semaphore>
#include <string>

namespace tactus::server {

/// argon2id with libsodium's interactive limits (64 MB, about a tenth of a second), salt included.
std::string password_hash(const std::string& password);

/// Holds passwords against hashes, at most two at a time: each wants 64 MB. Thread-safe.
class PasswordCheck {
public:
    PasswordCheck();

    /// A hash that is "" (nobody of that name) takes as long and never fits, so that names cannot be guessed
    /// by the clock.
    bool fits(const std::string& hash, const std::string& password);

private:
    std::counting_semaphore<2> free_{2};
    std::string nobody_; ///< the hash of a password that nobody knows
};

/// 256 bits by chance as 43 characters that fit a header.
std::string new_token();

/// What the database knows of a token: BLAKE2b-256, as text of a bytea.
std::string token_key(const std::string& token);

/// UUIDv7 of now.
std::string new_id();

} // namespace tactus::server
