#pragma once
/// Typed reading of CSV: a header row names the columns, every cell is asked for by row and column with its
/// range, and all complaints (at most 20) come together with file and line. UTF-8; a byte-order mark, CRLF,
/// blank lines and lines that begin with '#' are passed over; a cell may stand in double quotes, but not run
/// over a line's end.

#include "sim/authoring/table.hpp"
#include "sim/authoring/user_error.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::authoring {

/// Which columns a file must and may have. Any other column is a complaint with a suggestion.
struct CsvColumns {
    std::vector<std::string> required;
    std::vector<std::string> optional;
};

/// Index of a column in the file, as CsvTable::column gives it.
using CsvColumn = std::size_t;

class CsvTable {
public:
    static constexpr std::size_t row_limit = 1'000'000;
    static constexpr std::size_t size_limit_bytes = 48U << 20U; ///< of a file: an hour of two hands at 120 Hz
    static constexpr std::size_t complaint_limit = 20;

    /// Splits the text. Throws UserError at once when nothing further could be read: no header, a required
    /// column missing, more than row_limit rows, a text longer than 4 GB. Rows with a wrong number of cells
    /// are noted as complaints and left out of rows().
    CsvTable(std::string_view text, std::string_view name, const CsvColumns& columns);

    [[nodiscard]] std::size_t rows() const { return lines_.size(); }

    /// nullopt: an optional column that the file does not have.
    [[nodiscard]] std::optional<CsvColumn> column(std::string_view name) const;

    /// A finite number within the range. A wrong cell is noted as a complaint and a value inside the range
    /// returned.
    double number(std::size_t row, CsvColumn column, Range range = {});

    /// As number; `fallback` for a cell that is empty or a column that is absent.
    double number_or(std::size_t row, std::optional<CsvColumn> column, double fallback, Range range = {});

    /// The cell without surrounding blanks and quotes; may be empty.
    [[nodiscard]] std::string text(std::size_t row, CsvColumn column) const;

    /// Index of the cell in `choices`; complains with the list of them and returns 0.
    int choice(std::size_t row, CsvColumn column, std::span<const std::string_view> choices);

    int choice(std::size_t row, CsvColumn column, std::initializer_list<std::string_view> choices) {
        return choice(row, column, std::span(choices.begin(), choices.size()));
    }

    /// Notes a complaint about a cell.
    void complain(std::size_t row, CsvColumn column, std::string what, std::string mend);

    /// True when so many complaints were noted that reading on is of no use.
    [[nodiscard]] bool full() const { return complaints_.size() >= complaint_limit; }

    /// "strokes.csv:14" of a row.
    [[nodiscard]] std::string where(std::size_t row) const;

    /// Throws every complaint noted; returns when there is none. Call once, at the end.
    void finish();

private:
    struct Cell {
        std::uint32_t begin;
        std::uint32_t size;
    };

    [[nodiscard]] std::string_view raw(std::size_t row, CsvColumn column) const;
    void read_header(std::string_view line, std::size_t line_number, const CsvColumns& columns);
    void read_row(std::string_view line, std::size_t line_number);
    bool split(std::string_view line, std::vector<Cell>& cells) const;
    void note(std::size_t line, std::string what, std::string mend);

    std::string text_;
    std::string name_;
    std::vector<std::string> header_;
    std::vector<Cell> cells_;          ///< row by row
    std::vector<Cell> split_;          ///< of the line under way
    std::vector<std::uint32_t> lines_; ///< line number of each row, from 1
    std::vector<Complaint> complaints_;
};

} // namespace tactus::authoring
