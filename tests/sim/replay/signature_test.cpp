#include "sim/replay/recording_error.hpp"
#include "sim/replay/signature.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using replay::Damage;

namespace {

replay::SigningKey key_of(std::uint8_t digit) {
    replay::KeySeed seed{};
    seed.fill(digit);
    return replay::SigningKey(seed);
}

std::vector<std::uint8_t> signed_run(const replay::SigningKey& key, std::string_view student = "Ana") {
    return replay::signed_recording(replay::recording_bytes(scenes::invented_recording(250)),
                                    {.key = key, .station = "Room 2", .student = student});
}

Damage damage_of(std::span<const std::uint8_t> bytes) {
    try {
        replay::open_recording(bytes, "bytes");
    } catch (const replay::RecordingError& error) {
        return error.damage();
    }
    FAIL("it was opened");
    return Damage::edited;
}

} // namespace

TEST_CASE("a signed recording names its station and student, and is the same run as before") {
    const replay::SigningKey key = key_of(1);
    const std::vector<std::uint8_t> plain = replay::recording_bytes(scenes::invented_recording(250));
    CHECK_FALSE(replay::signer_of(plain, "plain").has_value());
    const std::vector<std::uint8_t> bytes = signed_run(key);
    const auto by = replay::signer_of(bytes, "signed");
    REQUIRE(by.has_value());
    CHECK(by->holds);
    CHECK(by->key == key.public_key());
    CHECK(by->station == "Room 2");
    CHECK(by->is_for("Ana"));
    CHECK_FALSE(by->is_for("Ben"));
    CHECK_FALSE(by->is_for(""));
    const auto run = replay::without_signature(bytes, "signed");
    CHECK(std::ranges::equal(run, plain));
    CHECK(replay::parse_recording(bytes, "signed").frames == scenes::invented_recording(250).frames);
    CHECK(signed_run(key_of(2)) != bytes);
    CHECK(replay::signed_recording(bytes, {.key = key_of(2), .station = "B", .student = ""}) == bytes);
}

TEST_CASE("one flipped bit in any byte of a signed recording is found, in the signature as forged") {
    std::vector<std::uint8_t> bytes = signed_run(key_of(1));
    const std::size_t run = replay::without_signature(bytes, "signed").size();
    std::size_t forged = 0;
    for (std::size_t k = 0; k < bytes.size(); ++k) {
        bytes[k] ^= static_cast<std::uint8_t>(1U << (k % 8));
        try {
            const auto by = replay::signer_of(bytes, "flipped");
            CHECK(k >= run);
            REQUIRE(by.has_value());
            CHECK_FALSE(by->holds);
            ++forged;
        } catch (const UserError&) {
        }
        bytes[k] ^= static_cast<std::uint8_t>(1U << (k % 8));
    }
    CHECK(forged >= 32 + 16 + 64); // key, student, signature
}

TEST_CASE("a signature does not fit another run, and what follows the run is all accounted for") {
    const std::vector<std::uint8_t> one = signed_run(key_of(1));
    const std::size_t run = replay::without_signature(one, "one").size();
    const std::vector<std::uint8_t> tail(one.begin() + static_cast<std::ptrdiff_t>(run), one.end());
    std::vector<std::uint8_t> other = replay::recording_bytes(scenes::invented_recording(251));
    other.insert(other.end(), tail.begin(), tail.end());
    CHECK_FALSE(replay::signer_of(other, "other")->holds);
    std::vector<std::uint8_t> twice = one;
    twice.insert(twice.end(), tail.begin(), tail.end());
    CHECK(damage_of(twice) == Damage::edited);
    std::vector<std::uint8_t> more = one;
    more.push_back(0);
    CHECK(damage_of(more) == Damage::cut);
    CHECK(damage_of(std::span(one).first(one.size() - 1)) == Damage::cut);
    CHECK(damage_of(std::span(one).first(run / 2)) == Damage::cut);
}

TEST_CASE("a key is told as text and read back, and nothing else is taken for one") {
    const replay::PublicKey key = key_of(7).public_key();
    const std::string text = replay::key_text(key);
    CHECK(text.size() == 64);
    CHECK(replay::key_from_text(text) == key);
    CHECK_FALSE(replay::key_from_text(text.substr(1)).has_value());
    CHECK_FALSE(replay::key_from_text(text + "00").has_value());
    CHECK_FALSE(replay::key_from_text("Room 2").has_value());
    CHECK_FALSE(replay::key_from_text("").has_value());
}
