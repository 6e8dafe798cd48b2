#include "sim/replay/frame_block.hpp"

#include "tests/fuzz/readers/readers.hpp"

#include <vector>
#include <zstd.h>

namespace tactus::fuzz {

/// A second of input. The corpus holds what was compressed: changed bytes of zstd end in zstd.
void read_frame_block(Bytes bytes) {
    std::vector<std::uint8_t> packed(ZSTD_compressBound(bytes.size()));
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1));
    const auto frames = accepted([&] { return replay::expand_frames(packed, "run.tactus"); });
    if (frames) {
        promise(replay::expand_frames(replay::compress_frames(*frames), "again.tactus") == *frames,
                "input reads back as it was written");
    }
    accepted([&] { return replay::expand_frames(bytes, "run.tactus"); });
}

} // namespace tactus::fuzz
