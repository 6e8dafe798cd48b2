#pragma once
/// A class as it is pasted from a spreadsheet, a mail or a learning platform, or read from a CSV file.

#include <string>
#include <string_view>
#include <vector>

namespace tactus::exams {

struct RosterEntry {
    std::string name;
    std::string school_number; ///< "" = none

    friend bool operator==(const RosterEntry&, const RosterEntry&) = default;
};

/// One student a line: name, and behind a tab, a semicolon or a comma (the first of these that the text has)
/// the school's number. A header row may name other columns (`name`, or `first name` and `last name`; `id
/// number`, `number`); columns that it names otherwise are passed over. Without one, a second cell with no
/// digit in it is the first name of a "Cruz, Ana". A byte-order mark, CRLF, quotes and empty lines are taken
/// as they come. source: what complaints call the text. Throws UserError with every complaint, by line:
/// nobody in it, a name twice, a number twice, a quote that does not close, cells without a header.
std::vector<RosterEntry> parse_roster(std::string_view pasted, std::string_view source);

} // namespace tactus::exams
