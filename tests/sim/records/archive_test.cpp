#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/backup.hpp"
#include "sim/records/csv.hpp"
#include "sim/records/rows.hpp"
#include "sim/records/uuid.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/schema_1.hpp"
#include "tests/sim/records/sql.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <sstream>

using namespace tactus;
using scenes::Folder;
using scenes::sql;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

replay::Recording recording_at(std::int64_t second, double score, bool graded = true) {
    replay::Recording recording = scenes::invented_recording(240);
    recording.origin.started_at_unix_s = second;
    recording.ending.score_total = score;
    recording.ending.graded = graded;
    return recording;
}

/// A data folder as the version before this one left it: one attempt with its file, one whose file is lost.
void make_schema_1(const fs::path& folder, const replay::Recording& recording, const std::string& digest) {
    scenes::begin_schema_1(folder);
    replay::write_recording(folder / "replays" / "effleurage-old.tactus", recording);
    REQUIRE(sql(folder / "records.db", scenes::attempt_1(digest, "Ana", "effleurage-old.tactus", 1) +
                                           scenes::attempt_1("feed", "Ben", "gone", 2))
                .empty());
}

} // namespace

TEST_CASE("ids of version 7 grow within a millisecond and when the clock is set back") {
    records::UuidSource ids;
    std::string last = ids.next(1'790'000'000'123);
    CHECK(last.size() == 36);
    CHECK(last.substr(0, 13) == "01a0c450-6c7b");
    for (int k = 0; k < 10'000; ++k) {
        const std::string next = ids.next(1'790'000'000'123 - (k > 5'000 ? 60'000 : 0));
        REQUIRE(next > last);
        REQUIRE(next[14] == '7');
        REQUIRE(std::string("89ab").find(next[19]) != std::string::npos);
        last = next;
    }
}

TEST_CASE("an attempt is kept with its recording and result, and adding it twice keeps one") {
    const Folder folder("add");
    records::Archive archive(folder.path);
    const replay::Recording recording = scenes::invented_recording(300);
    const records::Attempt attempt =
        archive.add(recording, {.student = "Ana", .grade = "merit", .practice = {}, .result = R"({"a":1})"});
    CHECK(archive.add(recording, {.student = "Ben"}).id == attempt.id);
    REQUIRE(archive.list().size() == 1);
    const records::Attempt kept = archive.list().front();
    CHECK(kept.score == doctest::Approx(78.25));
    CHECK(kept.student == "Ana");
    CHECK(kept.grade == "merit");
    CHECK(kept.groups[1] == 70.0);
    CHECK_FALSE(kept.groups[2]);
    CHECK(kept.rubric_hash.size() == 32);
    CHECK(archive.result(kept) == R"({"a":1})");
    CHECK(archive.recording(kept).frames == recording.frames);
    CHECK(replay::read_recording(archive.unpack(kept)).frames == recording.frames);
    CHECK(archive.find(kept.digest.substr(0, 8))->id == kept.id);
}

TEST_CASE("pages, the best attempt and counts are of one student and drill") {
    const Folder folder("pages");
    records::Archive archive(folder.path);
    for (int k = 0; k < 7; ++k) {
        archive.add(recording_at(100 + k, 50 + (k * 3) % 7, k != 2), {});
    }
    archive.add(recording_at(500, 99), {.student = "Ana"});
    records::AttemptQuery query{.profile = "", .drill = "effleurage", .after = {}, .limit = 3};
    std::vector<std::int64_t> seen;
    for (auto page = archive.list(query); !page.empty(); page = archive.list(query)) {
        for (const records::Attempt& attempt : page) {
            seen.push_back(attempt.started_at_unix_s);
        }
        query.after = {page.back().started_at_unix_s, page.back().id};
    }
    CHECK(seen == std::vector<std::int64_t>{106, 105, 104, 103, 102, 101, 100});
    CHECK(archive.best("", "effleurage")->started_at_unix_s == 104); // 102 has more, but was practice
    CHECK(archive.counts("", "effleurage").all == 7);
    CHECK(archive.counts("", "effleurage").graded == 6);
    CHECK_FALSE(archive.best("", "petrissage"));
}

TEST_CASE("what the progress page reads is found by an index, without sorting") {
    const Folder folder("plan");
    const records::Archive archive(folder.path);
    for (const bool drill : {true, false}) {
        const records::AttemptQuery query{
            .profile = "", .drill = drill ? "effleurage" : "", .after = records::PageEnd{}, .limit = 20};
        std::string plan;
        REQUIRE(sql(folder.path / "records.db", "explain query plan " + records::attempts_sql(query), &plan)
                    .empty());
        CAPTURE(plan);
        CHECK(plan.find("USING INDEX attempt_of_profile") != std::string::npos);
        CHECK(plan.find("SCAN attempt") == std::string::npos);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    }
}

TEST_CASE("attempts are append-only, whoever tries") {
    const Folder folder("append");
    records::Archive archive(folder.path);
    archive.add(recording_at(1, 50), {});
    for (const char* statement : {"update attempt set score = 100", "delete from attempt",
                                  "delete from recording", "update recording set bytes = x'00'"}) {
        CAPTURE(statement);
        CHECK_FALSE(sql(folder.path / "records.db", statement).empty());
    }
    CHECK(archive.list().front().score == 50);
}

TEST_CASE("an erased student does not come back by a merge, and nothing of them stays in the bytes") {
    const Folder here("here");
    const Folder there("there");
    records::Archive station(here.path);
    const std::string name = "Zephyrine Quackenbush";
    replay::Recording hers = recording_at(1, 60);
    hers.origin.device = "a most peculiar device";
    {
        records::Archive other(there.path);
        other.add(hers, {.student = name});
        other.add(recording_at(2, 70), {.student = "Ben"});
    }
    CHECK(station.merge(records::Archive(there.path)).taken == 2);
    CHECK(station.merge(records::Archive(there.path)).known == 2);
    station.set_school_number(*station.profile_named(name), "S-777333");
    station.set_learning(*station.profile_named(name), "effleurage", R"({"level":"terminal-x1"})");
    records::back_up_daily(here.path);
    for (const char* aside : {"records-damaged-1.db", "records-before-restore-1.db-wal"}) {
        std::ofstream(here.path / aside) << name;
    }
    fs::create_directories(here.path / "reports");
    std::ofstream(here.path / "reports" / "Z.html") << name;
    REQUIRE(bytes_of(here.path / "records.db").size() + bytes_of(here.path / "records.db-wal").size() > 0);
    const records::Erasure erasure = station.erase(name);
    CHECK(erasure.attempts == 1);
    CHECK(erasure.copies == 2); // the daily one and the damaged one
    CHECK(std::distance(fs::directory_iterator(here.path / "backups"), {}) == 1);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(here.path)) {
        const std::string bytes = entry.is_regular_file() ? bytes_of(entry.path()) : "";
        for (const std::string& trace :
             {name, hers.origin.device, std::string("S-777333"), std::string("terminal-x1")}) {
            CAPTURE(entry.path());
            CHECK(bytes.find(trace) == std::string::npos);
        }
    }
    const records::MergeReport again = station.merge(records::Archive(there.path));
    CHECK(again.taken == 0);
    CHECK(again.erased == 1);
    CHECK_THROWS_AS(station.add(hers, {.student = name}), UserError);
    REQUIRE(station.list().size() == 1);
    CHECK(station.list().front().student == "Ben");
    CHECK_THROWS_AS(station.erase(name), UserError);
}

TEST_CASE("an interrupted erasure is finished by a second one of the same name") {
    const Folder folder("erase-twice");
    records::Archive archive(folder.path);
    const records::Attempt attempt = archive.add(recording_at(1, 50), {.student = "Ana Quackenbush"});
    const fs::path file = archive.unpack(attempt);
    fs::create_directories(folder.path / "records-damaged-1.db" / "not to be deleted");
    CHECK_THROWS_AS(archive.erase("Ana Quackenbush"), UserError); // its rows are gone, the file's pages not
    CHECK(archive.list().empty());
    fs::remove_all(folder.path / "records-damaged-1.db");
    std::ofstream(file) << "as if the kill had come before";
    CHECK(archive.erase("Ana Quackenbush").attempts == 0);
    CHECK_FALSE(fs::exists(file));
    CHECK(bytes_of(folder.path / "records.db").find("Quackenbush") == std::string::npos);
    CHECK(bytes_of(folder.path / "records.db-wal").find("Quackenbush") == std::string::npos);
    CHECK(std::distance(fs::directory_iterator(folder.path / "backups"), {}) == 1);
    CHECK_THROWS_AS(archive.erase("Ana Quackenbush"), UserError);
}

TEST_CASE("erasing waits for a reader and changes nothing while there is one") {
    const Folder folder("erase-read");
    records::Archive archive(folder.path);
    archive.add(recording_at(1, 50), {.student = "Ana"});
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open((folder.path / "records.db").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "begin; select * from attempt", nullptr, nullptr, nullptr) == SQLITE_OK);
    archive.add(recording_at(2, 50), {.student = "Ana"});
    CHECK_THROWS_WITH_AS(archive.erase("Ana"), doctest::Contains("is reading"), UserError);
    CHECK(archive.list().size() == 2);
    sqlite3_close(other);
    CHECK(archive.erase("Ana").attempts == 2);
}

TEST_CASE("records of the version before keep their attempts, and a copy is laid aside") {
    const Folder folder("old");
    const replay::Recording recording = recording_at(1, 50);
    const Folder probe("old-probe");
    const std::string digest = records::Archive(probe.path).add(recording, {}).digest;
    make_schema_1(folder.path, recording, digest);
    records::Archive archive(folder.path);
    const auto attempts = archive.list();
    REQUIRE(attempts.size() == 2);
    CHECK(attempts[0].student == "Ben");
    CHECK_THROWS_AS(archive.recording_bytes(attempts[0]), UserError); // its file was lost: the row says so
    CHECK(attempts[1].student == "Ana");
    CHECK(attempts[1].groups[0] == 80.0); // read from the recording
    CHECK(archive.recording(attempts[1]).frames == recording.frames);
    CHECK(archive.add(recording, {}).id == attempts[1].id);
    CHECK(std::distance(fs::directory_iterator(folder.path / "backups"), {}) == 1);
}

TEST_CASE("a damaged file is moved aside and the last backup takes its place") {
    const Folder folder("bad");
    {
        records::Archive archive(folder.path);
        archive.add(recording_at(1, 50), {.student = "Ana"});
        records::back_up_daily(folder.path);
        archive.add(recording_at(2, 50), {.student = "Ana"});
    }
    std::ofstream(folder.path / "records.db")
        << "this is no database, but long enough to be looked at as one";
    const records::Archive archive(folder.path);
    CHECK(archive.notice().find("records-damaged-") != std::string::npos);
    CHECK(archive.list().size() == 1);
    std::ofstream(folder.path / "plain file") << "x";
    CHECK_THROWS_AS(records::Archive(folder.path / "plain file"), UserError);
}

TEST_CASE("a newer schema is read but not written, and a locked file is a sentence") {
    const Folder folder("newer");
    {
        records::Archive archive(folder.path);
        archive.add(recording_at(1, 50), {});
        sqlite3* other = nullptr;
        REQUIRE(sqlite3_open((folder.path / "records.db").c_str(), &other) == SQLITE_OK);
        REQUIRE(sqlite3_exec(other, "begin immediate", nullptr, nullptr, nullptr) == SQLITE_OK);
        CHECK_THROWS_WITH_AS(archive.add(recording_at(2, 50), {}), doctest::Contains("for 5 seconds"),
                             UserError);
        sqlite3_close(other);
    }
    REQUIRE(sql(folder.path / "records.db", "pragma user_version = 999").empty());
    records::Archive archive(folder.path);
    CHECK(archive.list().size() == 1);
    CHECK_THROWS_WITH_AS(archive.add(recording_at(2, 50), {}), doctest::Contains("newer Tactus"), UserError);
}

TEST_CASE("a backup is put back after a look at it, and what was there is kept") {
    const Folder folder("restore");
    const fs::path copy = folder.path / "copy.db";
    {
        records::Archive archive(folder.path);
        archive.add(recording_at(1, 50), {});
        archive.back_up(copy);
        CHECK_THROWS_AS(archive.back_up(copy), UserError);
        archive.add(recording_at(2, 50), {});
    }
    std::ofstream(folder.path / "none.db") << "no database";
    CHECK_THROWS_AS(records::restore(folder.path, folder.path / "none.db"), UserError);
    CHECK(records::Archive(folder.path).list().size() == 2);
    const fs::path aside = records::restore(folder.path, copy);
    CHECK(fs::exists(aside));
    CHECK(records::Archive(folder.path).list().size() == 1);
}

TEST_CASE("a student who was erased after a backup stays away when it is put back") {
    const Folder folder("restore-erased");
    const fs::path copy = folder.path / "copy.db";
    {
        records::Archive archive(folder.path);
        archive.add(recording_at(1, 50), {.student = "Ana Quackenbush"});
        archive.add(recording_at(2, 50), {.student = "Ben"});
        archive.set_school_number(archive.make_profile("Cy Quackenbush"), "S-777333"); // has no attempt
        archive.back_up(copy);
        archive.erase("Ana Quackenbush");
        archive.erase("Cy Quackenbush");
    }
    for (const bool damaged : {false, true}) {
        if (damaged) { // then the backup that erasing laid knows it
            std::ofstream(folder.path / "records.db")
                << "no database, but long enough to be looked at as one";
        }
        records::restore(folder.path, copy);
        records::Archive archive(folder.path);
        REQUIRE(archive.list().size() == 1);
        CHECK(archive.list().front().student == "Ben");
        CHECK(archive.profiles().size() == 1);
        CHECK_THROWS_AS(archive.add(recording_at(1, 50), {.student = "Ana Quackenbush"}), UserError);
        for (const char* trace : {"Quackenbush", "S-777333"}) {
            CHECK(bytes_of(folder.path / "records.db").find(trace) == std::string::npos);
        }
    }
}

TEST_CASE("the table quotes what CSV needs quoted") {
    std::ostringstream out;
    records::Attempt attempt;
    attempt.id = "a";
    attempt.student = "Lee, \"Ana\"";
    attempt.drill = "effleurage";
    records::write_csv({attempt}, out);
    CHECK(out.str().find("a,\"Lee, \"\"Ana\"\"\",effleurage,") != std::string::npos);
    CHECK(out.str().ends_with("\r\n"));
}
