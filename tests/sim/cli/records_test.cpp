/// `tactus-sim records` on a folder of attempts.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_records.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/caught_errors.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>

using namespace tactus;
using RecordsAction = cli::RecordsOptions::Action;
namespace fs = std::filesystem;

namespace {

/// Runs with standard error caught in `said`.
int run(const cli::RecordsOptions& options, std::string& said) {
    const scenes::CaughtErrors caught; // given back also where the run throws
    std::ostringstream out;
    const int code = cli::run_records(options, out);
    said = caught.text();
    return code;
}

cli::RecordsOptions options_for(const fs::path& data, RecordsAction action) {
    cli::RecordsOptions options;
    options.action = action;
    options.data = data;
    return options;
}

void add_two(const fs::path& data) {
    records::Archive archive(data);
    for (std::int64_t second : {1, 2}) {
        replay::Recording recording = scenes::invented_recording(240);
        recording.origin.started_at_unix_s = second;
        archive.add(recording, {.student = "Ana"});
    }
}

/// Changes the last byte of a recording where it lies in the database.
void damage_recording(const fs::path& data, const records::Attempt& attempt) {
    const std::string bytes = records::Archive(data).recording_bytes(attempt);
    std::fstream file(data / "records.db", std::ios::binary | std::ios::in | std::ios::out);
    const std::string all(std::istreambuf_iterator<char>(file), {});
    const std::size_t at = all.find(bytes.substr(bytes.size() - 12));
    REQUIRE(at != std::string::npos);
    file.clear();
    file.seekp(static_cast<std::streamoff>(at) + 11);
    file.put(static_cast<char>(bytes.back() ^ 1));
}

} // namespace

TEST_CASE("an export goes on past a lost recording, names it and returns 1") {
    const scenes::Folder folder("cli-export");
    const fs::path data = folder.path / "data";
    add_two(data);
    cli::RecordsOptions options = options_for(data, RecordsAction::export_table);
    options.folder = folder.path / "whole";
    std::string said;
    CHECK(run(options, said) == 0);
    CHECK(said.empty());
    const records::Attempt lost = records::Archive(data).list().front(); // the newest, so written first
    damage_recording(data, lost);
    options.folder = folder.path / "lossy";
    CHECK(run(options, said) == 1);
    CHECK(said.find(lost.id) != std::string::npos);
    CHECK(std::distance(fs::directory_iterator(folder.path / "whole"), {}) == 4);
    CHECK(std::distance(fs::directory_iterator(options.folder), {}) == 3);
    CHECK_FALSE(fs::exists(options.folder / records::recording_name(lost)));
}

TEST_CASE("an import lays the day's backup, which takes the place of damaged records with a word") {
    const scenes::Folder folder("cli-import");
    const fs::path data = folder.path / "data";
    fs::create_directories(folder.path);
    replay::write_recording(folder.path / "run.tactus", scenes::invented_recording(240));
    cli::RecordsOptions options = options_for(data, RecordsAction::import);
    options.files = {folder.path / "run.tactus"};
    std::string said;
    CHECK(run(options, said) == 0);
    CHECK(run(options, said) == 0);
    CHECK(std::distance(fs::directory_iterator(data / "backups"), {}) == 1);
    std::ofstream(data / "records.db") << "this is no database, but long enough to be looked at as one";
    CHECK(run(options_for(data, RecordsAction::list), said) == 0);
    CHECK(said.find("took its place") != std::string::npos);
    CHECK(records::Archive(data).list().size() == 1);
}

TEST_CASE("a class's best run is that of whoever in it did best, and nobody's outside a class") {
    const scenes::Folder folder("cli-class");
    const auto add = [&](const char* student, double score, std::int64_t second) {
        replay::Recording recording = scenes::invented_recording(240);
        recording.origin.started_at_unix_s = second;
        recording.ending.score_total = score;
        recording.ending.graded = true;
        records::Archive(folder.path).add(recording, {.student = student});
    };
    add("Ana", 70, 1);
    add("Ben", 88, 2);
    add("Cid", 99, 3);
    const auto enter = [&](const char* student, const char* name) {
        cli::RecordsOptions options = options_for(folder.path, RecordsAction::enter_class);
        options.student = student;
        options.class_name = name;
        std::string said;
        CHECK(run(options, said) == 0);
    };
    const records::Archive archive(folder.path);
    const std::string ana = *archive.profile_named("Ana");
    CHECK_FALSE(archive.class_best(ana, "effleurage").has_value());
    enter("Ana", "2B");
    CHECK(archive.class_best(ana, "effleurage")->student == "Ana");
    enter("Ben", "2B");
    enter("Cid", "3A");
    CHECK(archive.class_of(ana) == "2B");
    CHECK(archive.class_best(ana, "effleurage")->student == "Ben");
    CHECK_FALSE(archive.class_best(ana, "trigger-release").has_value());
    CHECK_FALSE(archive.class_best("", "effleurage").has_value());
    enter("Ana", "");
    CHECK_FALSE(archive.class_best(ana, "effleurage").has_value());

    cli::RecordsOptions nobody = options_for(folder.path, RecordsAction::enter_class);
    nobody.student = "Dee";
    std::string said;
    CHECK_THROWS_AS(run(nobody, said), UserError);
}
