#pragma once
/// A school for tests: a database of its own in a cluster that all tests share, two stations, four people.

#include "sim/records/digest.hpp"
#include "sim/school/wire.hpp"
#include "sim/server/merge.hpp"
#include "sim/server/people.hpp"
#include "tests/scenes/postgres_cluster.hpp"
#include "tests/scenes/recordings.hpp"

#include <sodium.h>

namespace tactus::scenes {

inline const std::string password = "correct horse battery";

/// One for the whole program: making it takes two seconds.
inline PostgresCluster& cluster() {
    static PostgresCluster made;
    return made;
}

struct School {
    PostgresCluster& home;
    std::string database = home.add_database();
    server::Connection owner{home.url(database, "tactus_owner")};
    server::Pool pool{home.url(database, "tactus_app"), 8};
    server::Connection worker{home.url(database, "tactus_worker")};
    std::string id = server::school_named(owner, "Massage School");
    std::string first_token = server::add_station(owner, id, "station 1");
    std::string second_token = server::add_station(owner, id, "station 2");
    server::Scope first = server::bearer(pool, first_token).value();
    server::Scope second = server::bearer(pool, second_token).value();
    server::Scope ana = add("Ana", "student");
    server::Scope ben = add("Ben", "student");
    server::Scope teacher = add("Dr. Low", "instructor");
    server::Scope head = add("Head", "admin");

    explicit School(PostgresCluster& in = cluster()) : home(in) {}

    /// With a password that fits nothing: hashing one takes long on purpose.
    server::Scope add(const std::string& name, const std::string& role) {
        const std::string person = server::new_id();
        owner.transact([&](server::Transaction& t) {
            t.run("insert into person (id, school, name, role, class, password) values ($1, $2, $3, $4, $5, "
                  "'')",
                  {person, id, name, role, role == "student" ? "2B" : ""});
        });
        return {.school = id, .person = person, .station = {}, .role = role};
    }

    /// What `who` sees as the first column of the first row.
    std::string sees(const server::Scope& who, const std::string& sql,
                     const std::vector<server::Value>& values = {}) {
        std::string text;
        pool.transact(who, [&](server::Transaction& t) { text = t.run(sql, values).one().text(0); });
        return text;
    }

    /// What the owner sees, past all policies.
    std::string truth(const std::string& sql) {
        std::string text;
        owner.transact([&](server::Transaction& t) { text = t.run(sql).one().text(0); });
        return text;
    }

    /// Says whose a profile is.
    void link(const std::string& profile, const server::Scope& person) {
        pool.transact(teacher, [&](server::Transaction& t) {
            t.run("update profile set person = $2 where id = $1", {profile, person.person});
        });
    }

    std::vector<school::Answer> push(const std::vector<school::Push>& batch) {
        return push_from(first, batch);
    }

    std::vector<school::Answer> push_from(const server::Scope& station,
                                          const std::vector<school::Push>& batch) {
        return server::merge(pool, station, batch, "https://school.example");
    }
};

/// Another attempt each time, of a few kilobytes; those with the same number have the same recording.
inline school::Push invented_push(int number, const std::string& profile, bool graded = true) {
    replay::Recording recording = invented_recording(24);
    recording.origin.started_at_unix_s += number;
    recording.ending.graded = graded;
    const std::vector<std::uint8_t> bytes = replay::recording_bytes(recording);
    return {.id = server::new_id(),
            .digest = records::digest_hex(bytes),
            .profile = profile,
            .student = "Student of " + profile.substr(30),
            .grade = "pass",
            .practice = graded ? "" : "practice",
            .result = R"({"score": {"total": 78.25}})",
            .recording = std::string(bytes.begin(), bytes.end())};
}

} // namespace tactus::scenes
