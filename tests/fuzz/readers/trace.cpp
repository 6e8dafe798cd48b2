#include "sim/replay/stroke_comparison.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

/// A kept trace, which is then laid beside another one.
void read_trace(Bytes bytes) {
    if (const auto trace = accepted([&] { return replay::parse_trace(bytes, "run.trace"); })) {
        const std::vector<std::uint8_t> written = replay::trace_bytes(*trace);
        promise(replay::trace_bytes(replay::parse_trace(written, "again.trace")) == written,
                "a trace reads back as it was written");
        constexpr std::size_t few = 6; // strokes; every one is laid on every one
        if (trace->strokes.size() <= few) {
            drills::Drill drill;
            drill.steps.emplace_back();
            const replay::Comparison comparison = replay::compare(drill, *trace, *trace);
            promise(comparison.pairs.size() + comparison.unpaired == trace->strokes.size(),
                    "every stroke is paired or not");
        }
    }
}

} // namespace tactus::fuzz
