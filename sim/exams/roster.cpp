#include "sim/exams/roster.hpp"

#include "sim/authoring/trimmed.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/exams/student_name.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <utility>

namespace tactus::exams {

namespace {

using authoring::trimmed;

using Cells = std::vector<std::string>;

/// Where a header row says that things stand.
struct Columns {
    std::optional<std::size_t> name;
    std::optional<std::size_t> first_name;
    std::optional<std::size_t> last_name;
    std::optional<std::size_t> number;

    [[nodiscard]] bool names_students() const { return name || (first_name && last_name); }
};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

char separator_of(std::string_view text) {
    for (const char candidate : {'\t', ';'}) {
        if (text.find(candidate) != std::string_view::npos) {
            return candidate;
        }
    }
    return ',';
}

/// nullopt: a quote does not close.
std::optional<Cells> split(std::string_view line, char separator) {
    Cells cells(1);
    bool quoted = false;
    for (std::size_t k = 0; k < line.size(); ++k) {
        if (line[k] == '"' && quoted && k + 1 < line.size() && line[k + 1] == '"') {
            cells.back() += line[k++];
        } else if (line[k] == '"') {
            quoted = !quoted;
        } else if (line[k] == separator && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[k];
        }
    }
    for (std::string& cell : cells) {
        cell = std::string(trimmed(cell));
    }
    while (cells.size() > 1 && cells.back().empty()) { // a spreadsheet pads its rows
        cells.pop_back();
    }
    return quoted ? std::nullopt : std::optional(cells);
}

Columns header_of(const Cells& cells) {
    using Words = std::vector<std::string_view>;
    Columns columns;
    const std::array<std::pair<Words, std::optional<std::size_t>*>, 4> known{{
        {{"name", "full name", "student", "student name"}, &columns.name},
        {{"first name", "given name", "firstname"}, &columns.first_name},
        {{"last name", "surname", "family name", "lastname"}, &columns.last_name},
        {{"id number", "number", "school number", "student number", "student id", "id", "idnumber"},
         &columns.number},
    }};
    for (std::size_t k = 0; k < cells.size(); ++k) {
        for (const auto& [words, column] : known) {
            if (std::ranges::find(words, lower(cells[k])) != words.end()) {
                *column = k;
            }
        }
    }
    return columns;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

class Reader {
public:
    explicit Reader(std::string_view source) : source_(source) {}

    void read_line(std::string_view line, char separator) {
        ++line_;
        if (trimmed(line).empty()) {
            return;
        }
        const auto cells = split(line, separator);
        if (!cells) {
            complain("has a quote that does not close", "close it on the same line");
        } else if (!begun_ && header_of(*cells).names_students()) {
            columns_ = header_of(*cells);
        } else {
            take(*cells);
        }
        begun_ = true;
    }

    std::vector<RosterEntry> finish() {
        if (entries_.empty() && complaints_.empty()) {
            complaints_.push_back({source_, "names nobody",
                                   "write a student a line: the name, a comma and the school's number"});
        }
        if (!complaints_.empty()) {
            throw UserError(complaints_);
        }
        return entries_;
    }

private:
    void complain(std::string what, std::string mend) {
        complaints_.push_back({where(line_), std::move(what), std::move(mend)});
    }

    [[nodiscard]] std::string where(std::size_t line) const { return source_ + ":" + std::to_string(line); }

    /// nullopt, and a complaint, where a line cannot be understood.
    std::optional<RosterEntry> entry_of(const Cells& cells) {
        const auto cell = [&](std::optional<std::size_t> column) {
            return column && *column < cells.size() ? cells[*column] : std::string();
        };
        if (columns_.names_students()) {
            const std::string both = cell(columns_.first_name) + " " + cell(columns_.last_name);
            return RosterEntry{columns_.name ? cell(columns_.name) : both, cell(columns_.number)};
        }
        if (cells.size() > 2) {
            complain("has " + std::to_string(cells.size()) + " cells, and no header row says what they are",
                     "begin with a row like: first name, last name, id number");
            return std::nullopt;
        }
        if (cells.size() == 2 && !has_digit(cells[1])) {
            return RosterEntry{cells[1] + " " + cells[0], {}};
        }
        return RosterEntry{cells[0], cells.size() == 2 ? cells[1] : std::string()};
    }

    void take(const Cells& cells) {
        auto entry = entry_of(cells);
        if (!entry) {
            return;
        }
        try {
            entry->name = tidy_name(entry->name);
        } catch (const UserError& error) {
            complain("the name " + error.complaints().front().what, error.complaints().front().mend);
            return;
        }
        if (means_guest(entry->name)) {
            complain("names the guest, who is in no class", "leave the line out");
        } else if (const auto [at, fresh] = names_.emplace(lower(entry->name), line_); !fresh) {
            complain("names " + entry->name + " again, who stands in line " + std::to_string(at->second),
                     "tell two people of one name apart by a middle name or a year");
        } else if (const auto [same, alone] = numbers_.emplace(entry->school_number, line_);
                   !alone && !entry->school_number.empty()) {
            complain("gives the number " + entry->school_number + " of line " + std::to_string(same->second) +
                         " again",
                     "correct one of the two");
        } else {
            entries_.push_back(std::move(*entry));
        }
    }

    std::string source_;
    std::size_t line_ = 0;
    bool begun_ = false;
    Columns columns_;
    std::vector<RosterEntry> entries_;
    std::map<std::string, std::size_t> names_; ///< and their lines
    std::map<std::string, std::size_t> numbers_;
    std::vector<Complaint> complaints_;
};

} // namespace

std::vector<RosterEntry> parse_roster(std::string_view pasted, std::string_view source) {
    if (pasted.starts_with("\xEF\xBB\xBF")) {
        pasted.remove_prefix(3);
    }
    const char separator = separator_of(pasted);
    Reader reader(source);
    for (std::size_t begin = 0; begin < pasted.size();) {
        const std::size_t end = std::min(pasted.find_first_of("\r\n", begin), pasted.size());
        reader.read_line(pasted.substr(begin, end - begin), separator);
        begin = end + (pasted.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return reader.finish();
}

} // namespace tactus::exams
