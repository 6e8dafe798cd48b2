#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
struct Folder {
    fs::path path;

    explicit Folder(const std::string& name) : path(fs::temp_directory_path() / ("tactus-archive-" + name)) {
        fs::remove_all(path);
    }

    ~Folder() { fs::remove_all(path); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

} // namespace

TEST_CASE("an attempt is kept with its recording, and adding it twice keeps one") {
    const Folder folder("add");
    records::Archive archive(folder.path);
    const replay::Recording recording = scenes::invented_recording(300);
    const records::Attempt attempt = archive.add(recording, "Ana");
    archive.add(recording, "Ana");
    REQUIRE(archive.list().size() == 1);
    CHECK(archive.list().front().score == doctest::Approx(78.25));
    CHECK(archive.list("Ben").empty());
    CHECK(replay::read_recording(archive.recording_path(attempt)).frames == recording.frames);
}

TEST_CASE("an erased student does not come back by a merge") {
    const Folder here("here");
    const Folder there("there");
    records::Archive station(here.path);
    {
        records::Archive other(there.path);
        other.add(scenes::invented_recording(240), "Ana");
        other.add(scenes::invented_recording(250), "Ben");
    }
    CHECK(station.merge(records::Archive(there.path)) == 2);
    CHECK(station.merge(records::Archive(there.path)) == 0);
    CHECK(station.erase("Ana") == 1);
    CHECK(station.merge(records::Archive(there.path)) == 0);
    REQUIRE(station.list().size() == 1);
    CHECK(station.list().front().student == "Ben");
}

TEST_CASE("a damaged, newer or forbidden archive is one clear sentence and is left as it is") {
    const Folder folder("bad");
    fs::create_directories(folder.path);
    std::ofstream(folder.path / "records.db")
        << "this is no database, but long enough to be looked at as one";
    CHECK_THROWS_AS(records::Archive(folder.path), UserError);
    CHECK(fs::file_size(folder.path / "records.db") > 50);
    std::ofstream(folder.path / "plain file") << "x";
    CHECK_THROWS_AS(records::Archive(folder.path / "plain file"), UserError);
}

TEST_CASE("the table quotes what CSV needs quoted") {
    std::ostringstream out;
    records::write_csv({{.id = "a", .student = "Lee, \"Ana\"", .drill = "effleurage"}}, out);
    CHECK(out.str().find("a,\"Lee, \"\"Ana\"\"\",effleurage,") != std::string::npos);
}
