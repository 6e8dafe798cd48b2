/// Format 2: the run's size stands before it, so that more may follow the digest.

#include "sim/replay/byte_stream.hpp"
#include "sim/replay/envelope.hpp"

namespace tactus::replay {
namespace {

Envelope split_format_2(std::span<const std::uint8_t> bytes, const std::string& name) {
    ByteReader in(bytes.subspan(head_bytes), name);
    const auto run_size = in.get<std::uint64_t>();
    Envelope envelope;
    envelope.run = in.take(run_size);
    envelope.sealed = bytes.first(bytes.size() - in.left());
    envelope.digest = in.take(digest_bytes);
    envelope.tail = in.take(in.left());
    return envelope;
}

bool format_2_looks_cut(const Envelope& /*whole by its size*/) { return false; }

} // namespace

const Format format_2{.number = 2, .split = split_format_2, .looks_cut = format_2_looks_cut};

} // namespace tactus::replay
