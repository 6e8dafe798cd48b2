#include "sim/exams/seen_sheet.hpp"

#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_seen_sheet(Bytes bytes) {
    constexpr std::size_t most_rows = 12;
    if (const auto sheet = accepted([&] { return exams::parse_seen_sheet(text_of(bytes), "seen.toml"); })) {
        promise(!sheet->rows.empty() && sheet->rows.size() <= most_rows, "a sheet has one to twelve rows");
    }
}

} // namespace tactus::fuzz
