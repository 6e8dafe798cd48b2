/// What was acknowledged is there, whenever the program dies.

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/schema.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/schema_1.hpp"
#include "tests/sim/records/sql.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <sqlite3.h>
#include <sstream>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tactus;

namespace {

/// Starts the saver, kills it after so many microseconds and returns what it had printed.
std::string saved_until_killed(const std::string& folder, useconds_t after_us) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t saver = fork();
    if (saver == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(TACTUS_RECORDS_SAVER, TACTUS_RECORDS_SAVER, folder.c_str(), nullptr);
        _exit(127);
    }
    close(ends[1]);
    usleep(after_us);
    kill(saver, SIGKILL);
    std::string printed;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = read(ends[0], part.data(), part.size())) > 0;) {
        printed.append(part.data(), static_cast<std::size_t>(got));
    }
    close(ends[0]);
    int status = 0;
    waitpid(saver, &status, 0);
    CHECK(WIFSIGNALED(status)); // it was still saving
    return printed;
}

/// 50, or as many as TACTUS_KILLS says.
int kills() {
    const char* wanted = std::getenv("TACTUS_KILLS");
    return wanted != nullptr ? std::atoi(wanted) : 50;
}

std::string integrity(const std::filesystem::path& file) {
    sqlite3* db = nullptr;
    std::string found;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    sqlite3_exec(
        db, "pragma integrity_check",
        [](void* to, int, char** values, char**) {
            *static_cast<std::string*>(to) += values[0];
            return 0;
        },
        &found, nullptr);
    sqlite3_close(db);
    return found;
}

} // namespace

TEST_CASE("kill -9 at random moments loses no acknowledged attempt") {
    const scenes::Folder folder("kill");
    std::mt19937 chance(7);
    std::uniform_int_distribution<useconds_t> moment(5'000, 300'000);
    std::map<std::string, std::string> acknowledged;
    for (int round = 0; round < kills(); ++round) {
        std::istringstream lines(saved_until_killed(folder.path.string(), moment(chance)));
        std::string line;
        while (std::getline(lines, line)) {
            if (lines.eof()) {
                break; // cut in the middle: not acknowledged
            }
            acknowledged.emplace(line.substr(0, 36), line.substr(37));
        }
        const records::Archive archive(folder.path);
        CHECK(archive.notice().empty());
        CHECK(integrity(folder.path / "records.db") == "ok");
    }
    const records::Archive archive(folder.path);
    std::map<std::string, std::string> kept;
    for (const records::Attempt& attempt : archive.list()) {
        CHECK_NOTHROW(archive.recording(attempt)); // its digest and its own checksum
        kept.emplace(attempt.id, attempt.digest);
    }
    REQUIRE(acknowledged.size() >= 50);
    for (const auto& [id, digest] : acknowledged) {
        REQUIRE(kept.contains(id));
        CHECK(kept.at(id) == digest);
    }
    MESSAGE(acknowledged.size() << " attempts acknowledged, " << kept.size() << " kept");
}

TEST_CASE("kill -9 at 50 random moments of an upgrade leaves the old records or the new ones, all of them") {
    constexpr int attempts = 60;
    const scenes::Folder before("schema-1");
    scenes::begin_schema_1(before.path);
    std::string rows;
    for (int k = 0; k < attempts; ++k) {
        const std::string file = std::to_string(k) + ".tactus";
        replay::Recording recording = scenes::invented_recording(240);
        recording.origin.started_at_unix_s = k;
        replay::write_recording(before.path / "replays" / file, recording);
        rows += scenes::attempt_1("digest-" + std::to_string(k), "Ana", file, k);
    }
    REQUIRE(scenes::sql(before.path / "records.db", rows).empty());
    const auto began = std::chrono::steady_clock::now();
    {
        const scenes::Folder folder("upgrade-whole");
        std::filesystem::copy(before.path, folder.path, std::filesystem::copy_options::recursive);
        CHECK(records::Archive(folder.path).list().size() >= attempts);
    }
    const auto whole = std::chrono::steady_clock::now() - began;
    const auto whole_us =
        static_cast<useconds_t>(std::chrono::duration_cast<std::chrono::microseconds>(whole).count());
    std::mt19937 chance(5);
    int still_old = 0;
    for (int round = 0; round < 50; ++round) {
        const scenes::Folder folder("upgrade");
        std::filesystem::copy(before.path, folder.path, std::filesystem::copy_options::recursive);
        const std::filesystem::path file = folder.path / "records.db";
        saved_until_killed(folder.path.string(),
                           std::uniform_int_distribution<useconds_t>(1'000, 2 * whole_us)(chance));
        CHECK(integrity(file) == "ok");
        std::string found;
        REQUIRE(scenes::sql(file, "pragma user_version; select count(*) >= 60 from attempt", &found).empty());
        CHECK((found == "1\n1\n" || found == std::to_string(records::schema_version) + "\n1\n"));
        still_old += found.front() == '1' ? 1 : 0;
        const records::Archive archive(folder.path);
        CHECK(archive.notice().empty());
        CHECK(archive.list({.profile = archive.profile_named("Ana"), .drill = {}, .after = {}}).size() >=
              attempts);
    }
    MESSAGE(still_old << " of 50 upgrades were undone by the kill, the others were done");
    CHECK(still_old > 0);
    WARN(still_old < 50); // a machine that is busy at once may be slower than it just was
}

TEST_CASE("a full disk is one clear sentence and loses nothing that was kept") {
    const scenes::Folder folder("full");
    std::filesystem::create_directories(folder.path);
    if (mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=512k") != 0) {
        MESSAGE("skipped: a tmpfs cannot be mounted here");
        return;
    }
    std::size_t added = 0;
    std::string said;
    {
        records::Archive archive(folder.path);
        replay::Recording recording = scenes::invented_recording(4800);
        for (; said.empty() && added < 200; ++added) {
            recording.origin.started_at_unix_s = static_cast<std::int64_t>(added);
            try {
                archive.add(recording, {});
            } catch (const UserError& error) {
                said = error.what();
                --added;
            }
        }
        CHECK(said.find("the disk is full") != std::string::npos);
        CHECK(archive.list().size() == added);
        for (const records::Attempt& attempt : archive.list()) {
            CHECK_NOTHROW(archive.recording(attempt));
        }
    }
    CHECK(integrity(folder.path / "records.db") == "ok");
    umount(folder.path.c_str());
}
