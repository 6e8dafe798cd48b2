/// A station and a school together: sim/school against sim/server.

#include "sim/records/archive.hpp"
#include "sim/school/pull.hpp"
#include "sim/school/push.hpp"
#include "tests/scenes/online_school.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>

using namespace tactus;

namespace {

records::Attempt keep_run(records::Archive& station, int number, const std::string& student) {
    replay::Recording recording = scenes::invented_recording(24);
    recording.origin.started_at_unix_s += number;
    return station.add(recording, {.student = student, .grade = "pass", .practice = "", .result = "{}"});
}

void keep_many(records::Archive& station, int count) {
    for (int k = 0; k < count; ++k) {
        keep_run(station, k, k % 2 == 0 ? "Ana" : "Ben");
    }
}

/// Runs `tactus-sim records push`, and kills it after a while.
void push_and_kill(const scenes::Folder& data, std::chrono::milliseconds after) {
    const pid_t child = fork();
    if (child == 0) {
        static_cast<void>(freopen("/dev/null", "w", stdout));
        execl(TACTUS_SIM_PROGRAM, TACTUS_SIM_PROGRAM, "records", "push", "--data", data.path.c_str(),
              nullptr);
        _exit(127);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

} // namespace

TEST_CASE("a station without a school works, and what waits is pushed when there is one") {
    scenes::Folder data("push");
    records::Archive station(data.path);
    keep_many(station, 45);
    keep_run(station, 100, ""); // the guest's stays here
    CHECK(station.outbox().waiting == 45);
    CHECK_FALSE(school::read_link(data.path).has_value());

    scenes::OnlineSchool school;
    school::SchoolClient nowhere({.server = "http://127.0.0.1:1", .token = "x"});
    CHECK_THROWS_WITH_AS(school::push(station, nowhere), doctest::Contains("cannot be reached"), UserError);
    school::SchoolClient unknown({.server = school.address(), .token = "unknown"});
    CHECK_THROWS_WITH_AS(school::push(station, unknown), doctest::Contains("token"), UserError);
    CHECK(station.outbox().waiting == 45);

    school::SchoolClient client({.server = school.address(), .token = school.first_token});
    CHECK(school::push(station, client).taken == 45);
    CHECK(station.outbox().waiting == 0);
    CHECK(school::push(station, client).taken == 0);
    CHECK(school.truth("select count(*) from attempt") == "45");
    CHECK(school.truth("select string_agg(name, ' ' order by name) from profile") == "Ana Ben");

    station.forget_deliveries();
    const school::PushReport again = school::push(station, client);
    CHECK(again.known == 45);
    CHECK(again.taken == 0);
    CHECK(school.truth("select count(*) from attempt") == "45");
}

TEST_CASE("a push that is killed at any moment loses nothing and doubles nothing") {
    scenes::OnlineSchool school;
    scenes::Folder data("push-killed");
    records::Archive station(data.path);
    keep_many(station, 200);
    school::write_link(data.path, {.server = school.address(), .token = school.first_token});
    for (int k = 0; k < 8; ++k) {
        push_and_kill(data, std::chrono::milliseconds(20 + 15 * k));
    }
    school::SchoolClient client(school::read_link(data.path).value());
    CHECK(school::push(station, client).noticed.empty());
    CHECK(school.truth("select count(*) from attempt") == "200");
    std::string digests;
    for (const records::Attempt& attempt : station.list()) {
        digests += school.sees(school.teacher, "select digest from attempt where id = $1", {attempt.id}) ==
                           attempt.digest
                       ? ""
                       : "x";
    }
    CHECK(digests.empty());
    CHECK(school.truth("select count(*) from flag") == "0");
}

TEST_CASE("a student who is erased at the station is erased at the school, and does not come back") {
    scenes::OnlineSchool school;
    scenes::Folder data("push-erased");
    records::Archive station(data.path);
    keep_many(station, 6);
    school::SchoolClient client({.server = school.address(), .token = school.first_token});
    school::push(station, client);
    station.erase("Ana");
    school::push(station, client);
    CHECK(school.truth("select count(*) from attempt") == "3");
    CHECK(school.truth("select count(*) from tombstone") == "4"); // three attempts and a student
    CHECK(school.truth("select string_agg(name, ' ') from profile") == "Ben");
}

TEST_CASE("the school's drills come by hash, and a text that does not fit its hash is not laid down") {
    scenes::OnlineSchool school;
    scenes::Folder data("pull");
    const std::string text = authoring::read_text(authoring::asset_named("drills", "effleurage"));
    const std::string hash = records::digest_hex(text);
    school.owner.transact([&](server::Transaction& t) {
        t.run("insert into drill values ($1, $2, 'Long effleurage', $3)", {school.id, hash, text});
    });
    school::SchoolClient client({.server = school.address(), .token = school.first_token});
    const auto pulled = school::pull_drills(client, data.path / "drills");
    REQUIRE(pulled.size() == 1);
    CHECK(authoring::read_text(pulled[0].file) == text);
    CHECK(school::pull_drills(client, data.path / "drills")[0].was_here);
    std::ofstream(pulled[0].file) << "edited";
    CHECK_FALSE(school::pull_drills(client, data.path / "drills")[0].was_here);
    CHECK(authoring::read_text(pulled[0].file) == text);

    school.owner.transact([&](server::Transaction& t) {
        t.run("insert into drill values ($1, $2, 'Forged', $3)", {school.id, std::string(32, 'a'), text});
    });
    CHECK_THROWS_AS(school::pull_drills(client, data.path / "drills"), UserError);
    CHECK_FALSE(std::filesystem::exists(data.path / "drills" / (std::string(32, 'a') + ".toml")));
}

TEST_CASE("the link is kept for its owner's eyes, and a wrong one is said to be wrong") {
    scenes::Folder data("link");
    school::write_link(data.path, {.server = "https://school.example", .token = "abc"});
    CHECK(school::read_link(data.path)->token == "abc");
    CHECK((std::filesystem::status(data.path / "school.toml").permissions() & std::filesystem::perms(077)) ==
          std::filesystem::perms::none);
    CHECK_THROWS_AS(school::write_link(data.path, {.server = "school.example", .token = "abc"}), UserError);
    CHECK_THROWS_AS(school::write_link(data.path, {.server = "https://school.example", .token = ""}),
                    UserError);
    std::ofstream(data.path / "school.toml") << "server = \"https://a\"\nserver_name = 1\n";
    CHECK_THROWS_AS(school::read_link(data.path), UserError);
}
