/// What was acknowledged is there, whenever the program dies.

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
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

TEST_CASE("kill -9 at 50 random moments loses no acknowledged attempt") {
    const scenes::Folder folder("kill");
    std::mt19937 chance(7);
    std::uniform_int_distribution<useconds_t> moment(5'000, 300'000);
    std::map<std::string, std::string> acknowledged;
    for (int round = 0; round < 50; ++round) {
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
