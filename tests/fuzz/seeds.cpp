/// `fuzz_seeds FOLDER` writes FOLDER/NAME/made for the readers of bytes that no text of the tree can seed.

#include "engine/devices/wires/osc_packet.hpp"
#include "engine/platform/image_file.hpp"
#include "sim/replay/envelope.hpp"
#include "sim/replay/frame_block.hpp"
#include "sim/replay/run_trace.hpp"
#include "tests/scenes/recordings.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <zstd.h>

namespace fs = std::filesystem;

namespace {

using namespace tactus;

void put(const fs::path& folder, std::span<const std::uint8_t> bytes) {
    fs::create_directories(folder);
    std::ofstream(folder / "made", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void put_recording(const fs::path& folder) {
    const replay::Recording recording = scenes::invented_recording(30);
    const std::vector<std::uint8_t> bytes = replay::recording_bytes(recording);
    put(folder / "recording", replay::open_envelope(bytes, "made").run);
    put(folder / "envelope", bytes);
    const std::vector<std::uint8_t> block = replay::compress_frames(recording.frames);
    std::vector<std::uint8_t> plain(ZSTD_getFrameContentSize(block.data(), block.size()));
    ZSTD_decompress(plain.data(), plain.size(), block.data(), block.size());
    put(folder / "frame_block", plain);
}

void put_trace(const fs::path& folder) {
    replay::RunTrace trace{.drill = "effleurage", .duration_s = 60, .score_total = 78};
    trace.strokes.push_back({.hand = contact::Side::right});
    trace.strokes.back().points.push_back({.t_s = 1, .way_m = 0.1F, .force_n = 20});
    trace.moments.push_back({.t_s = 2, .kind = replay::MomentKind::pain, .what = "pain 8 of 10"});
    trace.coverage = {0, 128, 255};
    put(folder / "trace", replay::trace_bytes(trace));
}

void put_osc(const fs::path& folder) {
    put(folder / "osc",
        devices::osc_bytes({.address = "/tactus/v1/hand",
                            .arguments = {1, 0.2F, 0.5F, 20.0F, 10.0F, 0.0F, std::string("measured")}}));
}

void put_png(const fs::path& folder) {
    fs::create_directories(folder / "png");
    platform::write_png(folder / "png" / "made",
                        {.width = 2, .height = 2, .rgba = std::vector<std::uint8_t>(16, 90)});
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: fuzz_seeds FOLDER\n";
        return 2;
    }
    const fs::path folder = argv[1];
    put_recording(folder);
    put_trace(folder);
    put_osc(folder);
    put_png(folder);
    return 0;
}
