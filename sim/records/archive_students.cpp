#include "sim/records/archive.hpp"
#include "sim/records/membership.hpp"
#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <ctime>

namespace tactus::records {

namespace {

/// Enters a value under two keys, in the place of the one that was there.
void put(SQLite::Database& db, const char* sql, const std::array<std::string, 3>& values) {
    SQLite::Statement statement(db, sql);
    for (std::size_t k = 0; k < values.size(); ++k) {
        statement.bind(static_cast<int>(k) + 1, values[k]);
    }
    statement.exec();
}

} // namespace

std::vector<Profile> Archive::profiles() const {
    std::vector<Profile> profiles;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select id, name, created from profile where id <> '' order by name");
        while (query.executeStep()) {
            profiles.push_back({.id = query.getColumn(0).getString(),
                                .name = query.getColumn(1).getString(),
                                .created_unix_s = query.getColumn(2).getInt64()});
        }
    });
    return profiles;
}

std::optional<std::string> Archive::profile_named(const std::string& student) const {
    std::optional<std::string> id;
    database_.read([&](SQLite::Database& db) { id = find_profile(db, student); });
    return id;
}

std::string Archive::make_profile(const std::string& student) {
    std::string id;
    database_.write([&](SQLite::Database& db) { id = profile_of(db, student, ids_, std::time(nullptr)); });
    return id;
}

void Archive::set_school_number(const std::string& profile, const std::string& number) {
    database_.write([&](SQLite::Database& db) {
        SQLite::Statement put(db, "insert or replace into school_number values (?, ?)");
        put.bind(1, profile);
        put.bind(2, number);
        put.exec();
    });
}

void Archive::set_setting(const std::string& profile, const std::string& key, const std::string& value) {
    database_.write([&](SQLite::Database& db) {
        put(db, "insert or replace into setting values (?, ?, ?)", {profile, key, value});
    });
}

std::map<std::string, std::string> Archive::settings(const std::string& profile) const {
    std::map<std::string, std::string> settings;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select key, value from setting where profile = ?");
        query.bind(1, profile);
        while (query.executeStep()) {
            settings.emplace(query.getColumn(0).getString(), query.getColumn(1).getString());
        }
    });
    return settings;
}

void Archive::set_class(const std::string& profile, const std::string& name) {
    database_.write([&](SQLite::Database& db) {
        const std::int64_t now = std::time(nullptr);
        const std::string meant = name.empty() ? "" : class_of_name(db, name, ids_, now);
        for (const std::string& other : classes_of(db, profile)) {
            if (other != meant) {
                set_member(db, {.class_id = other, .profile = profile, .joined = false}, ids_, now);
            }
        }
        if (!meant.empty()) {
            set_member(db, {.class_id = meant, .profile = profile, .joined = true}, ids_, now);
        }
    });
}

std::string Archive::class_of(const std::string& profile) const {
    std::string name;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select name from member join class on class.id = member.class"
                                    " where profile = ? order by member.id desc limit 1");
        query.bind(1, profile);
        name = query.executeStep() ? query.getColumn(0).getString() : "";
    });
    return name;
}

void Archive::set_learning(const std::string& profile, const std::string& drill, const std::string& state) {
    database_.write([&](SQLite::Database& db) {
        put(db, "insert or replace into learning values (?, ?, ?)", {profile, drill, state});
    });
}

std::optional<std::string> Archive::learning(const std::string& profile, const std::string& drill) const {
    std::optional<std::string> state;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select state from learning where profile = ? and drill = ?");
        query.bind(1, profile);
        query.bind(2, drill);
        if (query.executeStep()) {
            state = query.getColumn(0).getString();
        }
    });
    return state;
}

} // namespace tactus::records
