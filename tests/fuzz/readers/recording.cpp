#include "sim/replay/recording.hpp"

#include "sim/replay/envelope.hpp"
#include "sim/replay/signature.hpp"
#include "tests/fuzz/readers/readers.hpp"

#include <vector>

namespace tactus::fuzz {

/// The corpus holds runs without the head and the checksum of their files, which are put round them here:
/// they would stop every changed file at the door, but not one that somebody made with care.
void read_recording(Bytes bytes) {
    const std::vector<std::uint8_t> sealed = replay::sealed_in_envelope(bytes);
    if (const auto run = accepted([&] { return replay::parse_recording(sealed, "run.tactus"); })) {
        const std::vector<std::uint8_t> written = replay::recording_bytes(*run);
        promise(replay::recording_bytes(replay::parse_recording(written, "again.tactus")) == written,
                "a recording reads back as it was written");
    }
}

/// The file round a run, and the blocks behind one whose checksum is right.
void read_envelope(Bytes bytes) {
    accepted([&] { return replay::signer_of(bytes, "run.tactus"); });
    std::vector<std::uint8_t> file = replay::sealed_in_envelope({});
    file.insert(file.end(), bytes.begin(), bytes.end());
    if (const auto by = accepted([&] { return replay::signer_of(file, "run.tactus"); })) {
        promise(!*by || !(*by)->holds || !(*by)->station.empty(), "who signs has a name");
    }
}

} // namespace tactus::fuzz
