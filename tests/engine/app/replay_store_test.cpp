/// What the app does for the records of the station when it starts.

#include "engine/app/stores/replay_store.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/caught_errors.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

/// What starting on the folder says on standard error.
std::string said_at_start(const fs::path& data) {
    const scenes::CaughtErrors caught;
    const app::ReplayStore store(data);
    return caught.text();
}

} // namespace

TEST_CASE("starting lays the day's backup, and puts it in the place of damaged records with a word") {
    const scenes::Folder folder("app-start");
    CHECK(said_at_start(folder.path).empty());
    CHECK_FALSE(fs::exists(folder.path / "records.db")); // nothing to look after yet
    records::Archive(folder.path).add(scenes::invented_recording(240), {});
    CHECK(said_at_start(folder.path).empty());
    CHECK(said_at_start(folder.path).empty());
    CHECK(std::distance(fs::directory_iterator(folder.path / "backups"), {}) == 1); // a day has one
    std::ofstream(folder.path / "records.db") << "this is no database, but long enough to be looked at";
    CHECK(said_at_start(folder.path).find("took its place") != std::string::npos);
    CHECK(records::Archive(folder.path).list().size() == 1);
}
