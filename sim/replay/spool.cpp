#include "sim/replay/spool.hpp"

#include "sim/authoring/table.hpp"
#include "sim/replay/byte_stream.hpp"
#include "sim/replay/frame_block.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <sodium.h>
#include <string_view>

namespace tactus::replay {
namespace {

constexpr std::string_view spool_magic = "TACTUSPOOL 1\r\n";
constexpr std::size_t digest_bytes = crypto_generichash_blake2b_BYTES_MIN;

using Digest = std::array<std::uint8_t, digest_bytes>;

Digest digest_of(std::span<const std::uint8_t> bytes) {
    Digest digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    return digest;
}

UserError unusable(const std::string& name, const std::string& what) {
    return UserError(Complaint{name, what, "it holds nothing that can be taken up; delete it"});
}

/// Length, content, digest.
std::vector<std::uint8_t> framed(const ByteWriter& content) {
    ByteWriter out;
    out.put(static_cast<std::uint32_t>(content.bytes().size()));
    out.put_bytes(content.bytes());
    out.put_bytes(digest_of(content.bytes()));
    return out.bytes();
}

/// The content of the next block; empty when the rest is none.
std::span<const std::uint8_t> next_block(ByteReader& in) {
    if (in.left() < sizeof(std::uint32_t)) {
        return {};
    }
    const auto size = in.get<std::uint32_t>();
    if (in.left() < digest_bytes || size > in.left() - digest_bytes) {
        return {};
    }
    const std::span<const std::uint8_t> content = in.take(size);
    const Digest digest = digest_of(content);
    return std::ranges::equal(digest, in.take(digest_bytes)) ? content : std::span<const std::uint8_t>();
}

void get_start(ByteReader in, Spool& spool) {
    spool.student = in.get_text();
    spool.mode.speed = in.get<double>();
    spool.mode.practice = in.get<std::uint8_t>();
    spool.mode.ladder_step = in.get<std::int32_t>();
    spool.mode.retry = in.get<std::uint8_t>() != 0;
    spool.mode.aided = in.get<std::uint8_t>() != 0;
    spool.recording = parse_recording(in.take(in.left()), in.name());
}

void get_second(ByteReader in, Recording& recording) {
    recording.origin.device = in.get_text();
    recording.origin.force_source = in.get_text();
    const std::vector<session::InputFrame> frames =
        expand_frames(in.take(in.get<std::uint32_t>()), in.name());
    if (frames.size() != frames_a_block) {
        throw unusable(in.name(), "holds a second of another length");
    }
    for (const session::InputFrame& frame : frames) {
        recording.frames.push_back(frame);
        recording.step_marks.push_back(in.get<std::uint16_t>());
    }
    const auto chain = in.get<std::uint64_t>();
    recording.seconds.push_back({.chain = chain, .state = in.get<std::uint64_t>()});
}

} // namespace

std::vector<std::uint8_t> spool_start(const Spool& spool) {
    ByteWriter content;
    content.put_text(spool.student);
    content.put(spool.mode.speed);
    content.put(spool.mode.practice);
    content.put(spool.mode.ladder_step);
    content.put(static_cast<std::uint8_t>(spool.mode.retry ? 1 : 0));
    content.put(static_cast<std::uint8_t>(spool.mode.aided ? 1 : 0));
    content.put_bytes(recording_bytes({.origin = spool.recording.origin,
                                       .setup = spool.recording.setup,
                                       .frames = {},
                                       .step_marks = {},
                                       .seconds = {},
                                       .ending = {}}));
    ByteWriter out;
    out.put_bytes({reinterpret_cast<const std::uint8_t*>(spool_magic.data()), spool_magic.size()});
    out.put_bytes(framed(content));
    return out.bytes();
}

std::vector<std::uint8_t> spool_second(const Recording& recording, const DoneBy& by) {
    assert(!recording.frames.empty() && recording.frames.size() % frames_a_block == 0);
    ByteWriter content;
    content.put_text(by.device);
    content.put_text(by.force_source);
    const std::vector<std::uint8_t> packed =
        compress_frames(std::span(recording.frames).last(frames_a_block));
    content.put(static_cast<std::uint32_t>(packed.size()));
    content.put_bytes(packed);
    for (const std::uint16_t mark : std::span(recording.step_marks).last(frames_a_block)) {
        content.put(mark);
    }
    content.put(recording.seconds.back().chain);
    content.put(recording.seconds.back().state);
    return framed(content);
}

Spool parse_spool(std::span<const std::uint8_t> bytes, const std::string& name) {
    if (bytes.size() < spool_magic.size() ||
        !std::equal(spool_magic.begin(), spool_magic.end(), bytes.begin())) {
        throw unusable(name, "is not a run that was interrupted, or one of another version of Tactus");
    }
    ByteReader in(bytes.subspan(spool_magic.size()), name);
    const std::span<const std::uint8_t> start = next_block(in);
    if (start.empty()) {
        throw unusable(name, "is damaged at its beginning");
    }
    Spool spool;
    get_start(ByteReader(start, name), spool);
    spool.whole_bytes = bytes.size() - in.left();
    for (auto block = next_block(in); !block.empty(); block = next_block(in)) {
        get_second(ByteReader(block, name), spool.recording);
        spool.whole_bytes = bytes.size() - in.left();
    }
    return spool;
}

Spool read_spool(const std::filesystem::path& file) {
    const std::string text = authoring::read_text(file, file_limit_bytes);
    return parse_spool({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, file.string());
}

} // namespace tactus::replay
