#include "sim/scoring/rubric.hpp"

#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_rubric(Bytes bytes) {
    const auto rubric = accepted([&] { return scoring::parse_rubric(text_of(bytes), "rubric.toml"); });
    if (rubric) {
        promise(scoring::parse_rubric(scoring::write_rubric(*rubric), "rubric.toml") == *rubric,
                "a rubric reads back as it was written");
    }
}

} // namespace tactus::fuzz
