#include "sim/authoring/user_error.hpp"
#include "sim/server/event_log.hpp"
#include "sim/server/gradebook.hpp"
#include "tests/scenes/school.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace tactus;

namespace {

/// Ana's and Ben's attempt on the first station, both linked to their persons.
struct TwoStudents : scenes::School {
    school::Push anas = scenes::invented_push(1, server::new_id());
    school::Push bens = scenes::invented_push(2, server::new_id());

    TwoStudents() {
        push({anas, bens});
        link(anas.profile, ana);
        link(bens.profile, ben);
    }

    void says(const server::Scope& who, const std::string& kind, const std::string& attempt,
              const std::string& body) {
        pool.transact(who, [&](server::Transaction& t) {
            server::add_event(t, who,
                              nlohmann::json{{"id", server::new_id()},
                                             {"kind", kind},
                                             {"attempt", attempt},
                                             {"at", "2026-01-31T10:00:00Z"},
                                             {"body", nlohmann::json::parse(body)}}
                                  .dump());
        });
    }

    bool may(const server::Scope& who, const std::string& sql) {
        try {
            pool.transact(who, [&](server::Transaction& t) { t.run(sql); });
            return true;
        } catch (const server::DatabaseError& error) {
            CHECK(error.is_forbidden());
            return false;
        }
    }
};

constexpr const char* changed = R"({"score": 90, "passed": true, "why": "the device lost contact"})";

} // namespace

TEST_CASE("a student sees their own attempts and nobody else's, whatever is asked") {
    TwoStudents school;
    CHECK(school.sees(school.ana, "select string_agg(id::text, ',') from attempt") == school.anas.id);
    CHECK(school.sees(school.ana, "select count(*) from attempt where id = $1", {school.bens.id}) == "0");
    CHECK(school.sees(school.ana, "select string_agg(attempt::text, ',') from recording") == school.anas.id);
    CHECK(school.sees(school.ana, "select count(*) from person") == "1");
    CHECK(school.sees(school.ana, "select count(*) from profile") == "1");
    for (const char* table : {"flag", "verify_job", "xapi_statement", "live", "tombstone", "station"}) {
        CAPTURE(table);
        CHECK(school.sees(school.ana, std::string("select count(*) from ") + table) == "0");
    }
    CHECK(school.sees(school.teacher, "select count(*) from attempt") == "2");
    CHECK(school.sees(server::Scope{}, "select count(*) from attempt") == "0"); // nobody
    CHECK(school.sees(server::Scope{.school = school.id, .person = {}, .station = {}, .role = "student"},
                      "select count(*) from attempt") == "0");
}

TEST_CASE("another school's instructor sees nothing of this one") {
    TwoStudents school;
    const std::string other = server::school_named(school.owner, "Other School");
    const server::Scope stranger{
        .school = other,
        .person = server::add_person(
            school.owner, other,
            {.name = "Dr. Far", .role = "admin", .class_name = "", .password = scenes::password}),
        .station = {},
        .role = "admin"};
    for (const char* table :
         {"attempt", "recording", "profile", "event", "flag", "drill", "verify_job", "station"}) {
        CAPTURE(table);
        CHECK(school.sees(stranger, std::string("select count(*) from ") + table) == "0");
    }
    CHECK(school.sees(stranger, "select count(*) from person") == "1");

    // Nor can its station take an id of this school, or a student.
    const server::Scope station =
        server::bearer(school.pool, server::add_station(school.owner, other, "far")).value();
    school::Push same_id = scenes::invented_push(3, server::new_id());
    same_id.id = school.anas.id;
    CHECK(school.push_from(station, {same_id})[0].fate == school::Fate::refused);
    CHECK(school.push_from(station, {scenes::invented_push(4, school.anas.profile)})[0].fate ==
          school::Fate::refused);
    CHECK(school.truth("select count(*) from attempt") == "2");
}

TEST_CASE("passwords and tokens cannot be read by the server, and roles cannot be raised") {
    TwoStudents school;
    for (const char* sql :
         {"select password from person", "select token from station", "select token from login",
          "update person set role = 'admin'", "insert into login select '', id, now() from person",
          "update attempt set score = 100", "delete from event", "update event set body = '{}'",
          "update verify_job set state = 'agrees'", "update recording set signature = 'x'",
          "alter table attempt disable row level security", "set role tactus_owner",
          "create table public.mine (x int)"}) {
        CAPTURE(sql);
        CHECK_FALSE(school.may(school.head, sql));
    }
}

TEST_CASE("students ask for a review of their own; only those who teach override, with a reason") {
    TwoStudents school;
    CHECK_NOTHROW(school.says(school.ana, "review", school.anas.id, R"({"second": 41})"));
    CHECK_THROWS_AS(school.says(school.ana, "review", school.bens.id, "{}"), server::DatabaseError);
    CHECK_THROWS_AS(school.says(school.ana, "override", school.anas.id, changed), server::DatabaseError);
    CHECK_THROWS_AS(school.says(school.first, "override", school.anas.id, changed), server::DatabaseError);
    CHECK_THROWS_AS(
        school.says(school.teacher, "override", school.anas.id, R"({"score": 90, "passed": true})"),
        UserError);
    CHECK_THROWS_AS(school.says(school.teacher, "override", school.anas.id,
                                R"({"score": 900, "passed": true, "why": "x"})"),
                    UserError);
    CHECK_NOTHROW(school.says(school.teacher, "override", school.anas.id, changed));
    CHECK(school.sees(school.ana, "select count(*) from event") == "2");
    CHECK(school.sees(school.ben, "select count(*) from event") == "0");
}

TEST_CASE("the gradebook counts the last override and keeps the raw score beside it") {
    TwoStudents school;
    school.says(school.teacher, "override", school.anas.id,
                R"({"score": 10, "passed": false, "why": "wrong client"})");
    school.says(school.teacher, "override", school.anas.id, changed);
    nlohmann::json book;
    school.pool.transact(school.teacher, [&](server::Transaction& t) {
        book = nlohmann::json::parse(server::gradebook(t, {}));
    });
    REQUIRE(book["rows"].size() == 2);
    const auto& row = book["rows"][0];
    CHECK(row["student"] == "Ana");
    CHECK(row["class"] == "2B");
    CHECK(row["best"] == 90);
    CHECK(row["best_raw"] == 78.25);
    CHECK(row["overridden"] == 1);
    CHECK(book["rows"][1]["best"] == 78.25);

    nlohmann::json none;
    school.pool.transact(school.teacher, [&](server::Transaction& t) {
        none = nlohmann::json::parse(
            server::gradebook(t, {.drill = "", .class_name = "3A", .after = "", .limit = 10}));
    });
    CHECK(none["rows"].empty());
}

TEST_CASE("five wrong passwords lock a name for a minute, and a new password ends every login") {
    scenes::School school;
    server::PasswordCheck check;
    const auto log_in = [&](const std::string& name, const std::string& password) {
        return server::log_in(school.pool, check, {.school = "", .name = name, .password = password});
    };
    server::set_password(school.owner, school.id, "Ana", scenes::password);
    server::set_password(school.owner, school.id, "Ben", scenes::password);
    CHECK(school.truth("select bool_and(password like '$argon2id$%') from person where class = '2B'") == "t");
    const auto token = log_in("Ana", scenes::password);
    REQUIRE(token.has_value());
    CHECK(server::bearer(school.pool, *token)->person == school.ana.person);
    CHECK_FALSE(log_in("Nobody", scenes::password).has_value());
    CHECK_FALSE(server::bearer(school.pool, "").has_value());
    server::set_password(school.owner, school.id, "Ana", "another long one");
    CHECK_FALSE(server::bearer(school.pool, *token).has_value());

    CHECK_FALSE(log_in("Ben", "wrong").has_value());
    school.owner.transact(
        [](server::Transaction& t) { t.run("update person set failed_logins = 4 where name = 'Ben'"); });
    CHECK_FALSE(log_in("Ben", "wrong").has_value());
    CHECK_FALSE(log_in("Ben", scenes::password).has_value()); // right, and locked
    school.owner.transact([](server::Transaction& t) { t.run("update person set locked_until = now()"); });
    const auto later = log_in("Ben", scenes::password);
    REQUIRE(later.has_value());
    school.owner.transact([](server::Transaction& t) { t.run("update login set expires_at = now()"); });
    CHECK_FALSE(server::bearer(school.pool, *later).has_value());

    server::revoke_station(school.owner, school.id, "station 1");
    CHECK_FALSE(server::bearer(school.pool, school.first_token).has_value());
}
