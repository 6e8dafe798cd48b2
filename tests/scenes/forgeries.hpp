#pragma once
/// What somebody could do to a recording, for the table of forgeries and its short test: each forger returns
/// the file that it would hand in.

#include "sim/replay/envelope.hpp"
#include "sim/replay/recording.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace tactus::scenes {

using Bytes = std::vector<std::uint8_t>;

/// How far a forger goes to hide an edit.
enum class Cover : std::uint8_t {
    keeps_signature, ///< makes the checksum anew, leaves the station's signature
    strips,          ///< makes the checksum anew, hands it in unsigned
    signs_himself    ///< and signs it with a key of his own, in the station's name
};

inline Bytes signature_of(const Bytes& bytes) {
    const std::size_t run = replay::without_signature(bytes, "signed").size();
    return {bytes.begin() + static_cast<std::ptrdiff_t>(run), bytes.end()};
}

inline replay::SigningKey forgers_key() {
    replay::KeySeed seed{};
    seed.fill(0xF0);
    return replay::SigningKey(seed);
}

inline Bytes signed_by_forger(const Bytes& unsigned_bytes, const std::string& station,
                              const std::string& student) {
    return replay::signed_recording(unsigned_bytes,
                                    {.key = forgers_key(), .station = station, .student = student});
}

inline Bytes stripped(const Bytes& bytes) {
    const std::span<const std::uint8_t> run = replay::without_signature(bytes, "signed");
    return {run.begin(), run.end()};
}

/// The recording with something about it changed by `edit`, written anew.
inline Bytes edited(const Bytes& honest, const std::function<void(replay::Recording&)>& edit, Cover cover) {
    const replay::Opened opened = replay::open_recording(honest, "honest");
    replay::Recording recording = opened.recording;
    edit(recording);
    Bytes bytes = replay::recording_bytes(recording);
    if (cover == Cover::signs_himself) {
        return signed_by_forger(bytes, opened.signed_by ? opened.signed_by->station : "", "");
    }
    if (cover == Cover::keeps_signature) {
        const Bytes signature = signature_of(honest);
        bytes.insert(bytes.end(), signature.begin(), signature.end());
    }
    return bytes;
}

/// `honest` with one bit flipped.
inline Bytes with_flipped_bit(Bytes bytes, std::uint64_t bit) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    return bytes;
}

/// As many different bits as asked for, by seed.
inline std::vector<std::uint64_t> chosen_bits(std::size_t bytes, std::size_t count, std::uint32_t seed) {
    std::mt19937 chance(seed);
    std::vector<std::uint64_t> bits;
    while (bits.size() < std::min<std::size_t>(count, bytes * 8)) {
        const std::uint64_t bit = (std::uint64_t{chance()} << 32U | chance()) % (bytes * 8);
        if (std::ranges::find(bits, bit) == bits.end()) {
            bits.push_back(bit);
        }
    }
    return bits;
}

/// The first part of one recording with the rest of another.
inline Bytes spliced(const Bytes& one, const Bytes& other, std::size_t at) {
    Bytes bytes(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(std::min(at, one.size())));
    bytes.insert(bytes.end(), other.begin() + static_cast<std::ptrdiff_t>(std::min(at, other.size())),
                 other.end());
    return bytes;
}

/// What a student might like to be otherwise.
struct Wish {
    std::string name;
    std::function<void(replay::Recording&)> edit;
};

inline std::vector<Wish> wishes() {
    return {
        {"a better score", [](replay::Recording& r) { r.ending.score_total += 10; }},
        {"better groups", [](replay::Recording& r) { r.ending.score_groups.front() += 5; }},
        {"passed", [](replay::Recording& r) { r.ending.passed = !r.ending.passed; }},
        {"a firmer hand",
         [](replay::Recording& r) {
             for (session::InputFrame& frame : r.frames) {
                 for (auto& hand : frame.hands) {
                     if (hand) {
                         hand->force_n *= 1.01F;
                     }
                 }
             }
         }},
        {"a lighter client", [](replay::Recording& r) { r.setup.client.body.bmi += 0.5F; }},
        {"an easier drill", [](replay::Recording& r) { r.setup.drill.steps.front().duration_s += 1; }},
        {"another seed", [](replay::Recording& r) { r.setup.seed += 1; }},
        {"another setting",
         [](replay::Recording& r) {
             r.setup.setting =
                 r.setup.setting == tissue::Setting::half ? tissue::Setting::standard : tissue::Setting::half;
         }},
        {"the second half gone",
         [](replay::Recording& r) {
             r.frames.resize(r.frames.size() / 2);
             r.step_marks.resize(r.frames.size());
             r.seconds.resize((r.frames.size() + 239) / 240);
         }},
    };
}

/// What no run shows, so that only the signature vouches for it.
inline std::vector<Wish> wishes_beside_the_run() {
    return {
        {"practice made graded", [](replay::Recording& r) { r.ending.graded = !r.ending.graded; }},
        {"another day", [](replay::Recording& r) { r.origin.started_at_unix_s += 86'400; }},
        {"a better device", [](replay::Recording& r) { r.origin.force_source = "measured"; }},
    };
}

} // namespace tactus::scenes
