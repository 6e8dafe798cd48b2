#include "sim/replay/frame_block.hpp"

#include "sim/replay/byte_stream.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <zstd.h>

namespace tactus::replay {
namespace {

constexpr std::size_t channel_count = 9;
constexpr std::size_t expanded_limit = std::size_t{1}
                                       << 20U; // a second of two hands and its events is far below
constexpr int block_compression = 3;
constexpr std::size_t events_a_step_limit = 64;

/// Tool and hold share the byte that says whether a hand is there; without a hold it is as it ever was.
constexpr int presence_of_a_hold = 32;
static_assert(contact::tool_kind_count < presence_of_a_hold &&
              contact::hold_count <= 256 / presence_of_a_hold);

std::uint8_t presence_of(const std::optional<hands::HandInput>& hand) {
    return static_cast<std::uint8_t>(
        hand ? 1 + static_cast<int>(hand->tool) + presence_of_a_hold * static_cast<int>(hand->hold) : 0);
}

using Channels = std::array<float, channel_count>;

Channels to_channels(const hands::HandInput& hand) {
    return {hand.u,      hand.v,    hand.force_n, hand.angle_deg, hand.tilt_deg,
            hand.spread, hand.grip, hand.lift,    hand.oil};
}

hands::HandInput to_hand(contact::ToolKind tool, const Channels& c) {
    return {.tool = tool,
            .u = c[0],
            .v = c[1],
            .force_n = c[2],
            .angle_deg = c[3],
            .tilt_deg = c[4],
            .spread = c[5],
            .grip = c[6],
            .lift = c[7],
            .oil = c[8]};
}

/// One byte of a channel over the steps in which the hand is there, as changes.
void put_plane(ByteWriter& out, std::span<const session::InputFrame> frames, std::size_t side,
               std::size_t channel, unsigned byte) {
    std::uint32_t before = 0;
    for (const session::InputFrame& frame : frames) {
        if (!frame.hands[side]) {
            continue;
        }
        const auto now = std::bit_cast<std::uint32_t>(to_channels(*frame.hands[side])[channel]);
        out.put(static_cast<std::uint8_t>((now ^ before) >> (8 * byte)));
        before = now;
    }
}

/// One hand over a block: which steps it is there, its tool and hold, and every channel's changes byte by
/// byte.
void put_hand(ByteWriter& out, std::span<const session::InputFrame> frames, std::size_t side) {
    for (const session::InputFrame& frame : frames) {
        out.put(presence_of(frame.hands[side]));
    }
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        for (unsigned byte = 0; byte < 4; ++byte) {
            put_plane(out, frames, side, channel, byte);
        }
    }
}

/// Throws UserError for what no device could have given.
void check_finite(const ByteReader& in, float value) {
    if (!std::isfinite(value)) {
        throw UserError(Complaint{in.name(), "holds a number that is not finite", "record the run again"});
    }
}

void get_hand(ByteReader& in, std::vector<session::InputFrame>& frames, std::size_t side) {
    const std::span<const std::uint8_t> presence = in.take(frames.size());
    std::vector<std::size_t> present;
    for (std::size_t k = 0; k < frames.size(); ++k) {
        const int tool_and_one = presence[k] % presence_of_a_hold;
        if (tool_and_one > contact::tool_kind_count ||
            presence[k] / presence_of_a_hold >= contact::hold_count ||
            (tool_and_one == 0 && presence[k] != 0)) {
            throw UserError(Complaint{in.name(), "names a tool or a hold that this version does not know",
                                      "open it with the version that made it"});
        }
        if (presence[k] != 0) {
            present.push_back(k);
        }
    }
    std::vector<Channels> values(present.size());
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        std::vector<std::uint32_t> changes(present.size(), 0);
        for (unsigned byte = 0; byte < 4; ++byte) {
            const std::span<const std::uint8_t> plane = in.take(present.size());
            for (std::size_t k = 0; k < present.size(); ++k) {
                changes[k] |= static_cast<std::uint32_t>(plane[k]) << (8 * byte);
            }
        }
        std::uint32_t value = 0;
        for (std::size_t k = 0; k < present.size(); ++k) {
            value ^= changes[k];
            values[k][channel] = std::bit_cast<float>(value);
            check_finite(in, values[k][channel]);
        }
    }
    for (std::size_t k = 0; k < present.size(); ++k) {
        const int grasp = presence[present[k]];
        hands::HandInput hand =
            to_hand(static_cast<contact::ToolKind>(grasp % presence_of_a_hold - 1), values[k]);
        hand.hold = static_cast<contact::Hold>(grasp / presence_of_a_hold);
        frames[present[k]].hands[side] = hand;
    }
}

void put_events(ByteWriter& out, std::span<const session::InputFrame> frames) {
    for (const session::InputFrame& frame : frames) {
        out.put(static_cast<std::uint8_t>(frame.events.size()));
        for (const session::Event& event : frame.events) {
            out.put(static_cast<std::uint8_t>(event.kind));
            out.put(event.u);
            out.put(event.v);
            out.put(event.value);
            out.put_text(event.text);
        }
    }
}

void get_events(ByteReader& in, std::vector<session::InputFrame>& frames) {
    for (session::InputFrame& frame : frames) {
        const auto count = in.get<std::uint8_t>();
        if (count > events_a_step_limit) {
            throw UserError(Complaint{in.name(), "has more events in one step than a person can cause", ""});
        }
        for (std::uint8_t k = 0; k < count; ++k) {
            session::Event event;
            const auto kind = in.get<std::uint8_t>();
            if (kind > static_cast<std::uint8_t>(session::EventKind::pain_marked)) {
                throw UserError(Complaint{in.name(), "holds an event that this version does not know",
                                          "open it with the version that made it"});
            }
            event.kind = static_cast<session::EventKind>(kind);
            event.u = in.get<float>();
            event.v = in.get<float>();
            event.value = in.get<float>();
            for (const float value : {event.u, event.v, event.value}) {
                check_finite(in, value);
            }
            event.text = in.get_text();
            frame.events.push_back(std::move(event));
        }
    }
}

} // namespace

std::vector<std::uint8_t> compress_frames(std::span<const session::InputFrame> frames) {
    ByteWriter plain;
    plain.put(static_cast<std::uint32_t>(frames.size()));
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        put_hand(plain, frames, side);
    }
    put_events(plain, frames);
    std::vector<std::uint8_t> packed(ZSTD_compressBound(plain.bytes().size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), plain.bytes().data(),
                                           plain.bytes().size(), block_compression);
    packed.resize(size);
    return packed;
}

std::vector<session::InputFrame> expand_frames(std::span<const std::uint8_t> block, const std::string& name) {
    const unsigned long long declared = ZSTD_getFrameContentSize(block.data(), block.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR || declared == ZSTD_CONTENTSIZE_UNKNOWN ||
        declared > expanded_limit) {
        throw UserError(
            Complaint{name, "a block of input is damaged", "copy the file again from where it was made"});
    }
    std::vector<std::uint8_t> plain(declared);
    const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), block.data(), block.size());
    if (ZSTD_isError(size) != 0 || size != declared) {
        throw UserError(
            Complaint{name, "a block of input is damaged", "copy the file again from where it was made"});
    }
    ByteReader in(plain, name);
    const auto count = in.get<std::uint32_t>();
    if (count > frames_a_block) {
        throw UserError(Complaint{name, "a block of input is longer than a second", "record the run again"});
    }
    std::vector<session::InputFrame> frames(count);
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        get_hand(in, frames, side);
    }
    get_events(in, frames);
    return frames;
}

} // namespace tactus::replay
