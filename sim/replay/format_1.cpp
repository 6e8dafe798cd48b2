/// Format 1: the digest is the file's end, and only reading the run tells whether something is missing.

#include "sim/replay/byte_stream.hpp"
#include "sim/replay/envelope.hpp"
#include "sim/replay/run_bytes.hpp"

namespace tactus::replay {
namespace {

Envelope split_format_1(std::span<const std::uint8_t> bytes, const std::string& name) {
    if (bytes.size() < head_bytes + digest_bytes) {
        throw ends_too_early(name);
    }
    const std::span<const std::uint8_t> sealed = bytes.first(bytes.size() - digest_bytes);
    return {.run = sealed.subspan(head_bytes), .sealed = sealed, .digest = bytes.last(digest_bytes)};
}

bool format_1_looks_cut(const Envelope& envelope) {
    try {
        ByteReader in(envelope.run, "");
        get_run(in);
        return false;
    } catch (const RecordingError& error) {
        return error.damage() == Damage::cut;
    } catch (const UserError&) {
        return false;
    }
}

} // namespace

const Format format_1{.number = 1, .split = split_format_1, .looks_cut = format_1_looks_cut};

} // namespace tactus::replay
