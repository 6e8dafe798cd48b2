#include "sim/authoring/table.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/rubric.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace tactus;
using namespace tactus::scoring;

namespace {

const std::string file = std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml";

std::string complaints_of(const std::string& toml) {
    try {
        parse_rubric(toml, "rubrics/school.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("the shipped rubric holds the default numbers of facts 7.3") {
    const Rubric shipped = read_rubric(file);
    Rubric expected{.id = "default", .name = shipped.name, .caps = shipped.caps};
    CHECK(shipped == expected);
    REQUIRE(!shipped.caps.empty());
    CHECK(shipped.caps[0].region == "SPN_BAND");
    CHECK(shipped.caps[0].critical_thumb_n == 30);
}

TEST_CASE("a rubric written as text reads back to the same rubric") {
    Rubric rubric = read_rubric(file);
    rubric.smoothness = 0.1 + 0.2;
    rubric.rhythm = 1 - rubric.smoothness - rubric.contact - rubric.speed;
    rubric.sparc_loss = {-1.0 / 3, -2.7};
    rubric.name = "a \"quoted\" name";
    CHECK(parse_rubric(write_rubric(rubric), "x.toml") == rubric);
}

TEST_CASE("credit for force against 20 to 45 N is that of facts 7.3") {
    const Rubric rubric{};
    const Band band{20, 45};

    struct Row {
        double force_n;
        double credit;
    };

    for (const Row row : {Row{12, .16},
                          {15, .53},
                          {18, .83},
                          {20, 1},
                          {30, 1},
                          {45, 1},
                          {50, .74},
                          {60, .29},
                          {70, 0},
                          {0, 0}}) {
        CAPTURE(row.force_n);
        CHECK(band_credit(row.force_n, band, rubric) == doctest::Approx(row.credit).epsilon(0.01));
    }
    CHECK(band_credit(1, {0, 6}, rubric) == 1); // a band from nothing cannot be missed below
    CHECK(band_credit(12, {0, 6}, rubric) < 0.1);
}

TEST_CASE("every fault of a rubric is one sentence with file and line") {
    const std::string good = authoring::read_text(file);

    struct Fault {
        std::string from, to, said;
    };

    const std::array faults = std::to_array<Fault>({
        {"time_in_band = 0.50", "time_in_band = 0.60", "add to 1.1; make them add to 1"},
        {"pressure = 25", "pressure = 35", "add to 110; make them add to 100"},
        {"location_mm = [10, 30]", "location_mm = [10, 10]",
         "gives full marks and no marks at the same value"},
        {"location_mm = [10, 30]", "location_mm = [10]", "`points.location_mm` has 1 entries"},
        {"region = \"AXI\"", "region = \"ARM\"", "`cap.region` is `ARM`; choose one of: ANY, "},
        {"pass = 75", "pass = 175", "`grades.pass` is 175, outside 0 to 100"},
        {"thrust_n_s = 400", "trust_n_s = 400", "did you mean `thrust_n_s`"},
    });
    for (const Fault& fault : faults) {
        CAPTURE(fault.to);
        const std::string said = complaints_of(replaced(good, fault.from, fault.to));
        CHECK(said.find(fault.said) != std::string::npos);
        CHECK(said.starts_with("rubrics/school.toml:"));
    }
    CHECK(complaints_of(good) == "");
}

TEST_CASE("a rubric cut off at any byte is read or refused") {
    const std::string good = authoring::read_text(file);
    for (std::size_t size = 0; size < good.size(); size += 7) {
        const std::string said = complaints_of(good.substr(0, size));
        CHECK((said.empty() || said.starts_with("rubrics/school.toml:")));
    }
}

TEST_CASE("a share younger than kept recordings is written only where a school has changed it") {
    Rubric rubric = read_rubric(file);
    CHECK(write_rubric(rubric).find("\ntone =") == std::string::npos);
    rubric.tone = 0.4;
    CHECK(write_rubric(rubric).find("\ntone = 0.4\n") != std::string::npos);
    CHECK(parse_rubric(write_rubric(rubric), "x.toml") == rubric);
}
