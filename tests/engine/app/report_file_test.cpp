#include "engine/app/stores/report_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace tactus;

TEST_CASE("a report is one file in `reports`, whatever the student is called, and replaces that of the day") {
    const scenes::Folder folder("report-file");
    const std::string name = "../Ana \"A\" López";
    records::Archive(folder.path).add(scenes::invented_recording(240), {.student = name});
    const std::filesystem::path file = app::write_report_file(folder.path, name);
    CHECK(file.parent_path() == folder.path / "reports");
    CHECK(file.filename().string().starts_with("Ana-A-López-20"));
    std::ifstream in(file);
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    CHECK(page.ends_with("</html>\n"));
    CHECK(page.find("78.2") != std::string::npos); // its score
    CHECK(app::write_report_file(folder.path, name) == file);
    CHECK_THROWS_AS(app::write_report_file(folder.path, "Zoe"), UserError);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path / "reports"), {}) == 1);
}
