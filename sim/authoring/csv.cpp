#include "sim/authoring/csv.hpp"

#include "sim/authoring/nearest_name.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/trimmed.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace tactus::authoring {

namespace {

constexpr std::size_t cell_limit = 1000; // of a row; no format of ours comes near

std::string unquoted(std::string_view cell) {
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') {
        return std::string(cell);
    }
    std::string text;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        i += cell[i] == '"' && cell[i + 1] == '"' && i + 2 < cell.size() ? 1 : 0;
    }
    return text;
}

std::string listed_names(std::span<const std::string> names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

} // namespace

CsvTable::CsvTable(std::string_view text, std::string_view name, const CsvColumns& columns)
    : text_(text), name_(name) {
    if (text_.size() >= 0xffffffffU) {
        throw UserError(Complaint{name_, "has more than 4 GB", "split the file"});
    }
    std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::size_t line_number = 1; begin < text_.size() && !full(); ++line_number) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        const std::string_view line = trimmed(std::string_view(text_).substr(begin, end - begin));
        begin = end + 1;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (header_.empty()) {
            read_header(line, line_number, columns);
        } else {
            read_row(line, line_number);
        }
    }
    if (header_.empty()) {
        throw UserError(
            Complaint{name_ + ":1", "has no header row", "begin with: " + listed_names(columns.required)});
    }
}

void CsvTable::read_header(std::string_view line, std::size_t line_number, const CsvColumns& columns) {
    const std::string where = name_ + ":" + std::to_string(line_number);
    if (line.find(',') == std::string_view::npos && line.find(';') != std::string_view::npos) {
        throw UserError(
            Complaint{where, "separates its columns with semicolons", "separate them with commas"});
    }
    if (!split(line, split_)) {
        throw UserError(Complaint{where, "has a quote that does not close", "close it on the same line"});
    }
    std::vector<std::string> known = columns.required;
    known.insert(known.end(), columns.optional.begin(), columns.optional.end());
    for (const Cell& cell : split_) {
        if (full()) {
            break;
        }
        const std::string column = unquoted(std::string_view(text_).substr(cell.begin, cell.size));
        if (std::ranges::find(header_, column) != header_.end()) {
            note(line_number, "names the column `" + column + "` twice", "keep one of them");
        } else if (std::ranges::find(known, column) == known.end()) {
            const auto meant = nearest_name(column, known);
            note(line_number, "has an unknown column `" + column + "`",
                 meant ? "did you mean `" + *meant + "`" : "the columns are: " + listed_names(known));
        }
        header_.push_back(column);
    }
    for (const std::string& required : columns.required) {
        if (std::ranges::find(header_, required) == header_.end()) {
            note(line_number, "lacks the column `" + required + "`",
                 "the header needs: " + listed_names(columns.required));
        }
    }
    finish();
}

void CsvTable::read_row(std::string_view line, std::size_t line_number) {
    if (lines_.size() >= row_limit) {
        throw UserError(Complaint{name_ + ":" + std::to_string(line_number), "has more than 1000000 rows",
                                  "thin it out or split the file"});
    }
    if (!split(line, split_)) {
        note(line_number, "has a quote that does not close", "close it on the same line");
    } else if (split_.size() != header_.size()) {
        note(line_number,
             (split_.size() > cell_limit ? "has more than " + std::to_string(cell_limit)
                                         : "has " + std::to_string(split_.size())) +
                 (split_.size() == 1 ? " cell" : " cells") + " where the header names " +
                 std::to_string(header_.size()) + " columns",
             "write one cell a column, with a point as the decimal mark");
    } else {
        cells_.insert(cells_.end(), split_.begin(), split_.end());
        lines_.push_back(static_cast<std::uint32_t>(line_number));
    }
}

bool CsvTable::split(std::string_view line, std::vector<Cell>& cells) const {
    cells.clear();
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') {
            quoted = !quoted;
        }
        if (i == line.size() || (line[i] == ',' && !quoted)) {
            const std::string_view cell = trimmed(line.substr(begin, i - begin));
            cells.push_back({static_cast<std::uint32_t>(cell.data() - text_.data()),
                             static_cast<std::uint32_t>(cell.size())});
            begin = i + 1;
        }
        if (cells.size() > cell_limit) {
            return true; // no row of ours: what is left of it need not be looked at
        }
    }
    return !quoted;
}

std::optional<CsvColumn> CsvTable::column(std::string_view name) const {
    const auto found = std::ranges::find(header_, name);
    return found == header_.end() ? std::nullopt
                                  : std::optional(static_cast<CsvColumn>(found - header_.begin()));
}

std::string_view CsvTable::raw(std::size_t row, CsvColumn column) const {
    const Cell cell = cells_[row * header_.size() + column];
    return std::string_view(text_).substr(cell.begin, cell.size);
}

double CsvTable::number(std::size_t row, CsvColumn column, Range range) {
    std::string_view cell = raw(row, column);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
        cell = trimmed(cell.substr(1, cell.size() - 2));
    }
    if (cell.size() > 1 && cell.front() == '+' && cell[1] != '-') {
        cell.remove_prefix(1);
    }
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty()) {
        complain(row, column, "is empty", "give a number");
    } else if (error == std::errc::result_out_of_range) {
        complain(row, column, "is too large or too small: " + std::string(cell), "give a finite number");
    } else if (error != std::errc() || end != cell.data() + cell.size()) {
        complain(row, column, "is not a number: " + std::string(cell.substr(0, 24)), "write it like 12.5");
    } else if (!std::isfinite(value)) {
        complain(row, column, "is " + std::string(cell), "give a finite number");
    } else if (value < range.low || value > range.high) {
        complain(row, column, "is " + number_text(value) + ", " + outside_text(range),
                 "choose a value in that range");
    } else {
        return value;
    }
    return harmless(range);
}

double CsvTable::number_or(std::size_t row, std::optional<CsvColumn> column, double fallback, Range range) {
    return !column || raw(row, *column).empty() ? fallback : number(row, *column, range);
}

std::string CsvTable::text(std::size_t row, CsvColumn column) const { return unquoted(raw(row, column)); }

int CsvTable::choice(std::size_t row, CsvColumn column, std::span<const std::string_view> choices) {
    const std::string cell = text(row, column);
    const auto found = std::ranges::find(choices, cell);
    if (found != choices.end()) {
        return static_cast<int>(found - choices.begin());
    }
    const std::vector<std::string> names(choices.begin(), choices.end());
    complain(row, column, "is `" + cell.substr(0, 24) + "`", "choose one of: " + listed_names(names));
    return 0;
}

void CsvTable::complain(std::size_t row, CsvColumn column, std::string what, std::string mend) {
    note(lines_[row], "`" + header_[column] + "` " + std::move(what), std::move(mend));
}

void CsvTable::note(std::size_t line, std::string what, std::string mend) {
    if (!full()) {
        complaints_.push_back({name_ + ":" + std::to_string(line), std::move(what), std::move(mend)});
    }
}

std::string CsvTable::where(std::size_t row) const { return name_ + ":" + std::to_string(lines_[row]); }

void CsvTable::finish() {
    if (!complaints_.empty()) {
        throw UserError(std::move(complaints_));
    }
}

} // namespace tactus::authoring
