#include "sim/authoring/csv.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

using tactus::UserError;
using tactus::authoring::CsvColumns;
using tactus::authoring::CsvTable;

namespace {

const CsvColumns columns{{"t", "hand", "force"}, {"angle", "event"}};

std::string csv_complaints(const std::string& csv) {
    try {
        CsvTable table(csv, "strokes.csv", columns);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            table.number(row, *table.column("t"), {.low = 0});
            table.choice(row, *table.column("hand"), {"left", "right"});
            table.number(row, *table.column("force"), {.low = 0, .high = 300});
            table.number_or(row, table.column("angle"), 0, {.low = -180, .high = 180});
        }
        table.finish();
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("columns are found by name in any order, with line numbers of the file") {
    CsvTable table(
        "\xEF\xBB\xBFhand , force,t\r\n\r\n# a remark\r\n \"left\", +12.5 , 0\r\nright,1e1,0.5\r\n", "s.csv",
        columns);
    REQUIRE(table.rows() == 2);
    CHECK(table.number(0, *table.column("force")) == 12.5);
    CHECK(table.number(1, *table.column("force")) == 10);
    CHECK(table.choice(0, *table.column("hand"), {"left", "right"}) == 0);
    CHECK(table.choice(1, *table.column("hand"), {"left", "right"}) == 1);
    CHECK(table.where(0) == "s.csv:4");
    CHECK(!table.column("angle"));
    CHECK(table.number_or(1, table.column("angle"), 7) == 7);
    CHECK_NOTHROW(table.finish());
}

TEST_CASE("a quoted cell may hold a comma and a doubled quote") {
    CsvTable table("t,hand,force,event\n0,left,1,\"mark 0.33, \"\"here\"\"\"\n", "s.csv", columns);
    CHECK(table.text(0, *table.column("event")) == "mark 0.33, \"here\"");
}

TEST_CASE("every fault of a CSV is one sentence with file and line") {
    struct Fault {
        std::string csv;
        std::string said;
    };

    const std::string head = "t,hand,force\n";
    const std::array faults = std::to_array<Fault>({
        {"", "strokes.csv:1: has no header row; begin with: t, hand, force"},
        {"t;hand;force\n", "strokes.csv:1: separates its columns with semicolons; separate them with commas"},
        {"\n# x\nt,hand\n", "strokes.csv:3: lacks the column `force`; the header needs: t, hand, force"},
        {"t,hand,force,angel\n", "strokes.csv:1: has an unknown column `angel`; did you mean `angle`"},
        {"t,hand,force,t\n", "strokes.csv:1: names the column `t` twice; keep one of them"},
        {head + "0,left\n", "strokes.csv:2: has 2 cells where the header names 3 columns; "
                            "write one cell a column, with a point as the decimal mark"},
        {head + "0,left,nan\n", "strokes.csv:2: `force` is nan; give a finite number"},
        {head + "0,left,-inf\n", "strokes.csv:2: `force` is -inf; give a finite number"},
        {head + "0,left,1e999\n",
         "strokes.csv:2: `force` is too large or too small: 1e999; give a finite number"},
        {head + "0,left,\n", "strokes.csv:2: `force` is empty; give a number"},
        {head + "0,left,5 N\n", "strokes.csv:2: `force` is not a number: 5 N; write it like 12.5"},
        {head + "0,left,0x10\n", "strokes.csv:2: `force` is not a number: 0x10; write it like 12.5"},
        {head + "0,left,301\n",
         "strokes.csv:2: `force` is 301, outside 0 to 300; choose a value in that range"},
        {head + "-1,left,3\n", "strokes.csv:2: `t` is -1, below 0; choose a value in that range"},
        {head + "0,both,3\n", "strokes.csv:2: `hand` is `both`; choose one of: left, right"},
        {head + "0,\"left,3\n", "strokes.csv:2: has a quote that does not close; close it on the same line"},
    });
    for (const Fault& fault : faults) {
        CAPTURE(fault.csv);
        CHECK(csv_complaints(fault.csv) == fault.said);
    }
}

TEST_CASE("a file of nothing but faults is refused with twenty complaints") {
    std::string csv = "t,hand,force\n";
    for (int i = 0; i < 500; ++i) {
        csv += "x,left,3\n";
    }
    const std::string said = csv_complaints(csv);
    CHECK(std::count(said.begin(), said.end(), '\n') == 19);
}

TEST_CASE("more than a million rows are refused politely") {
    std::string csv = "t,hand,force\n";
    for (int i = 0; i <= 1'000'000; ++i) {
        csv += "0,left,1\n";
    }
    CHECK(csv_complaints(csv) ==
          "strokes.csv:1000002: has more than 1000000 rows; thin it out or split the file");
}

TEST_CASE("a CSV cut off at any byte, or with any byte spoilt, is read or refused") {
    const std::string whole = "t,hand,force,angle,event\n0,left,12.5,-4,\"a \"\"b\"\", c\"\n0.5,right,3,0,\n";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const std::string said = csv_complaints(whole.substr(0, size));
        CHECK((said.empty() || said.starts_with("strokes.csv:")));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char spoilt : {'\0', '"', ',', '\n', '\xff', '-', '9'}) {
            std::string bent = whole;
            bent[at] = spoilt;
            const std::string said = csv_complaints(bent);
            CHECK((said.empty() || said.starts_with("strokes.csv:")));
        }
    }
}
