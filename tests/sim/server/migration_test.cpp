#include "sim/authoring/user_error.hpp"
#include "tests/scenes/school.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace tactus;
using server::Connection;
using server::Migration;

namespace {

std::string answer(Connection& connection, const std::string& sql) {
    std::string text;
    connection.transact([&](server::Transaction& t) { text = t.run(sql).one().text(0); });
    return text;
}

const std::string tables =
    "select string_agg(table_name || '.' || column_name || ':' || data_type, ' ' order by table_name,"
    " ordinal_position) from information_schema.columns where table_schema = 'public'";

/// Runs `tactus-server migrate` and kills it after a while.
void migrate_and_kill(const std::string& url, std::chrono::milliseconds after) {
    const pid_t child = fork();
    if (child == 0) {
        static_cast<void>(freopen("/dev/null", "w", stdout));
        execl(TACTUS_SERVER_PROGRAM, TACTUS_SERVER_PROGRAM, "migrate", "--database", url.c_str(), nullptr);
        _exit(127);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

} // namespace

TEST_CASE("migrations are numbered without gaps, and applying them twice changes nothing") {
    int number = 0;
    for (const Migration& migration : server::shipped_migrations()) {
        CHECK(migration.number == ++number);
    }
    scenes::School school;
    const std::string before = answer(school.owner, tables);
    CHECK(before.find("verify_job.lease_until") != std::string::npos);
    CHECK(server::migrate(school.owner, server::shipped_migrations()).empty());
    CHECK(answer(school.owner, tables) == before);
}

TEST_CASE("a migration that fails half-way leaves nothing of itself, and the next call goes on") {
    Connection owner(scenes::cluster().url(scenes::cluster().add_database(false), "tactus_owner"));
    const std::vector<Migration> broken{{1, "one", "create table one (x int)"},
                                        {2, "two", "create table two (x int); select 1 / 0"},
                                        {3, "three", "create table three (x int)"}};
    CHECK_THROWS_AS(server::migrate(owner, broken), server::DatabaseError);
    CHECK(answer(owner, "select to_regclass('one') is not null and to_regclass('two') is null") == "t");
    CHECK(answer(owner, "select count(*) from migration") == "1");

    std::vector<Migration> mended = broken;
    mended[1].sql = "create table two (x int)";
    CHECK(server::migrate(owner, mended) == std::vector<std::string>{"two", "three"});

    mended[0].sql = "create table one (y int)";
    CHECK_THROWS_AS(server::migrate(owner, mended), UserError); // what was applied was changed since
    CHECK_THROWS_AS(server::migrate(owner, std::span(broken).first(1)), UserError); // a newer program made it
}

TEST_CASE("killed at any moment, a migration can be taken up again") {
    const std::string whole = [] {
        scenes::School school;
        return answer(school.owner, tables);
    }();
    for (int k = 0; k < 12; ++k) {
        const std::string url = scenes::cluster().url(scenes::cluster().add_database(false), "tactus_owner");
        migrate_and_kill(url, std::chrono::milliseconds(5 + 7 * k));
        Connection owner(url);
        server::migrate(owner, server::shipped_migrations());
        CHECK(answer(owner, tables) == whole);
    }
}

TEST_CASE("programs that migrate at once wait for each other") {
    const std::string url = scenes::cluster().url(scenes::cluster().add_database(false), "tactus_owner");
    std::vector<std::size_t> applied(4);
    {
        std::vector<std::jthread> programs;
        for (std::size_t& count : applied) {
            programs.emplace_back([&] {
                Connection owner(url);
                count = server::migrate(owner, server::shipped_migrations()).size();
            });
        }
    }
    CHECK(applied[0] + applied[1] + applied[2] + applied[3] == server::shipped_migrations().size());
}

TEST_CASE("the server does not work as one whom row-level security does not bind") {
    scenes::School school;
    CHECK_THROWS_WITH_AS(server::require_ready(school.owner),
                         doctest::Contains("row-level security does not bind"), UserError);
    Connection app(scenes::cluster().url(school.database, "tactus_app"));
    CHECK_NOTHROW(server::require_ready(app));
    CHECK_NOTHROW(server::require_ready(school.worker));
    Connection bare(scenes::cluster().url(scenes::cluster().add_database(false), "tactus_app"));
    CHECK_THROWS_AS(server::require_ready(bare), UserError);
}
