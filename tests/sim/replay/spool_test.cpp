#include "sim/authoring/user_error.hpp"
#include "sim/replay/frame_block.hpp"
#include "sim/replay/spool.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;

namespace {

constexpr std::size_t seconds = 3;

/// The first `count` seconds of a run, each with marks of its own.
replay::Recording first_seconds(std::size_t count) {
    replay::Recording recording = scenes::invented_recording(count * replay::frames_a_block);
    recording.ending = {};
    return recording;
}

/// A spool of three seconds, and where in it the start and each second end.
struct Written {
    std::vector<std::uint8_t> bytes;
    std::vector<std::size_t> ends;
};

Written written_spool() {
    const replay::Spool start{.student = "Ana Cruz",
                              .mode = {.speed = 0.75, .practice = 2, .ladder_step = 1, .retry = false},
                              .recording = first_seconds(0)};
    Written spool{.bytes = replay::spool_start(start), .ends = {}};
    spool.ends.push_back(spool.bytes.size());
    for (std::size_t count = 1; count <= seconds; ++count) {
        const auto block = replay::spool_second(first_seconds(count), {"mouse", "inferred"});
        spool.bytes.insert(spool.bytes.end(), block.begin(), block.end());
        spool.ends.push_back(spool.bytes.size());
    }
    return spool;
}

} // namespace

TEST_CASE("what was put down second by second is read back: who, how, and every frame") {
    const Written spool = written_spool();
    const replay::Spool read = replay::parse_spool(spool.bytes, "spool");
    const replay::Recording run = first_seconds(seconds);
    CHECK(read.student == "Ana Cruz");
    CHECK(read.mode == replay::RunMode{.speed = 0.75, .practice = 2, .ladder_step = 1, .retry = false});
    CHECK(read.recording.setup.drill.id == run.setup.drill.id);
    CHECK(read.recording.origin.force_source == "inferred");
    CHECK(read.recording.frames == run.frames);
    CHECK(read.recording.step_marks == run.step_marks);
    CHECK(read.recording.seconds == run.seconds);
    CHECK(read.whole_bytes == spool.bytes.size());
}

TEST_CASE("cut off anywhere, it is there up to its last whole second") {
    const Written spool = written_spool();
    for (std::size_t size = 0; size < spool.bytes.size(); size += 7) {
        const std::span<const std::uint8_t> cut(spool.bytes.data(), size);
        if (size < spool.ends.front()) {
            CHECK_THROWS_AS(replay::parse_spool(cut, "cut"), UserError);
            continue;
        }
        const replay::Spool read = replay::parse_spool(cut, "cut");
        const auto whole = static_cast<std::size_t>(
            std::ranges::count_if(spool.ends, [&](std::size_t end) { return end <= size; }) - 1);
        CHECK(read.recording.seconds.size() == whole);
        CHECK(read.recording.frames.size() == whole * replay::frames_a_block);
        CHECK(read.whole_bytes == spool.ends[whole]);
    }
}

TEST_CASE("a flipped bit loses its second and what follows, never more, and never passes") {
    const Written spool = written_spool();
    for (std::size_t place = 0; place < spool.bytes.size(); place += 11) {
        std::vector<std::uint8_t> bytes = spool.bytes;
        bytes[place] ^= 0x10U;
        if (place < spool.ends.front()) {
            CHECK_THROWS_AS(replay::parse_spool(bytes, "flipped"), UserError);
            continue;
        }
        const auto before = static_cast<std::size_t>(
            std::ranges::count_if(spool.ends, [&](std::size_t end) { return end <= place; }) - 1);
        CHECK(replay::parse_spool(bytes, "flipped").recording.seconds.size() == before);
    }
}
