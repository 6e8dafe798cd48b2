#include "sim/school/class_wire.hpp"
#include "sim/school/wire.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

/// A station hands on what it took, so that rows that are read must be written to read back the same.
void read_school_rows(Bytes bytes) {
    if (const auto rows = accepted([&] { return school::parse_rows(std::string(text_of(bytes)), "rows"); })) {
        const std::string written = school::rows_text(*rows);
        promise(school::rows_text(school::parse_rows(written, "again")) == written,
                "rows read back as they were written");
        promise(rows->size() <= school::row_batch_limit, "no more rows than a batch holds");
    }
}

void read_school_batch(Bytes bytes) {
    if (const auto batch = accepted([&] { return school::parse_batch(std::string(text_of(bytes))); })) {
        const std::string written = school::batch_text(*batch);
        promise(school::batch_text(school::parse_batch(written)) == written,
                "attempts read back as they were written");
    }
}

void read_school_answers(Bytes bytes) {
    if (const auto answers = accepted([&] { return school::parse_answers(std::string(text_of(bytes))); })) {
        const std::string written = school::answers_text(*answers);
        promise(school::answers_text(school::parse_answers(written)) == written,
                "answers read back as they were written");
    }
}

} // namespace tactus::fuzz
