#include "sim/replay/recording.hpp"

#include "sim/bodies/skeleton.hpp"
#include "sim/replay/byte_stream.hpp"
#include "sim/replay/envelope.hpp"
#include "sim/replay/run_bytes.hpp"
#include "sim/session/version.hpp"

#include <gnu/libc-version.h>

namespace tactus::replay {

std::vector<std::uint8_t> recording_bytes(const Recording& recording) {
    ByteWriter run;
    put_run(run, recording);
    return sealed_in_envelope(run.bytes());
}

Opened open_recording(std::span<const std::uint8_t> bytes, const std::string& name) {
    const Envelope envelope = open_envelope(bytes, name);
    Opened opened;
    opened.format = envelope.format;
    opened.signed_by = signer_of(envelope, name);
    ByteReader in(envelope.run, name);
    opened.recording = get_run(in);
    if (!in.at_end()) {
        throw RecordingError(Damage::edited, {name, "holds more than a recording",
                                              "copy the file again from where it was made"});
    }
    return opened;
}

Recording parse_recording(std::span<const std::uint8_t> bytes, const std::string& name) {
    return open_recording(bytes, name).recording;
}

Origin make_origin(std::string device, std::string force_source) {
    return {.sim_version = std::string(session::sim_version()),
            .bullet_version = std::string(bodies::bullet_version()),
            .libc_version = gnu_get_libc_version(),
            .device = std::move(device),
            .force_source = std::move(force_source)};
}

} // namespace tactus::replay
