#include "sim/exams/roster.hpp"

#include "tests/fuzz/readers/readers.hpp"

#include <set>

namespace tactus::fuzz {

/// Whatever an instructor pastes: students with names, each once.
void read_roster(Bytes bytes) {
    const auto roster = accepted([&] { return exams::parse_roster(text_of(bytes), "roster.csv"); });
    if (!roster) {
        return;
    }
    promise(!roster->empty(), "a roster that is taken has somebody in it");
    std::set<std::string> numbers;
    for (const exams::RosterEntry& entry : *roster) {
        promise(!entry.name.empty(), "a student has a name");
        promise(entry.school_number.empty() || numbers.insert(entry.school_number).second,
                "a school number stands for one student");
    }
}

} // namespace tactus::fuzz
