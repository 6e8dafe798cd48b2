/// `tactus-sim records` on a folder of attempts.

#include "sim/cli/run_records.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

using namespace tactus;
using Action = cli::RecordsOptions::Action;
namespace fs = std::filesystem;

namespace {

/// Runs with standard error caught in `said`.
int run(const cli::RecordsOptions& options, std::string& said) {
    const std::ostringstream caught;
    std::ostringstream out;
    std::streambuf* const before = std::cerr.rdbuf(caught.rdbuf());
    const int code = cli::run_records(options, out);
    std::cerr.rdbuf(before);
    said = caught.str();
    return code;
}

cli::RecordsOptions options_for(const fs::path& data, Action action) {
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
    cli::RecordsOptions options = options_for(data, Action::export_table);
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
    cli::RecordsOptions options = options_for(data, Action::import);
    options.files = {folder.path / "run.tactus"};
    std::string said;
    CHECK(run(options, said) == 0);
    CHECK(run(options, said) == 0);
    CHECK(std::distance(fs::directory_iterator(data / "backups"), {}) == 1);
    std::ofstream(data / "records.db") << "this is no database, but long enough to be looked at as one";
    CHECK(run(options_for(data, Action::list), said) == 0);
    CHECK(said.find("took its place") != std::string::npos);
    CHECK(records::Archive(data).list().size() == 1);
}
