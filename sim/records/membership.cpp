#include "sim/records/membership.hpp"

#include "sim/records/calendar.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace tactus::records {

std::string class_of_name(SQLite::Database& db, const std::string& name, UuidSource& ids,
                          std::int64_t now_unix_s) {
    SQLite::Statement query(db, "select id from class where name = ?");
    query.bind(1, name);
    if (query.executeStep()) {
        return query.getColumn(0).getString();
    }
    const std::string id = ids.next(wall_ms());
    SQLite::Statement insert(db, "insert into class values (?, ?, ?)");
    insert.bind(1, id);
    insert.bind(2, name);
    insert.bind(3, now_unix_s);
    insert.exec();
    return id;
}

std::vector<std::string> classes_of(SQLite::Database& db, const std::string& profile) {
    std::vector<std::string> classes;
    SQLite::Statement query(db, "select class from member where profile = ? order by id");
    query.bind(1, profile);
    while (query.executeStep()) {
        classes.push_back(query.getColumn(0).getString());
    }
    return classes;
}

bool set_member(SQLite::Database& db, const Membership& change, UuidSource& ids, std::int64_t now_unix_s) {
    const std::vector<std::string> in = classes_of(db, change.profile);
    if ((std::ranges::find(in, change.class_id) != in.end()) == change.joined) {
        return false;
    }
    SQLite::Statement insert(db, "insert into membership values (?, ?, ?, ?, ?, ?)");
    insert.bind(1, ids.next(wall_ms()));
    insert.bind(2, change.class_id);
    insert.bind(3, change.profile);
    insert.bind(4, change.joined ? 1 : 0);
    insert.bind(5, now_unix_s);
    insert.bind(6, change.who);
    insert.exec();
    return true;
}

} // namespace tactus::records
