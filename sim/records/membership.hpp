#pragma once
/// Who is in which class. All throw SQLite::Exception.

#include "sim/records/uuid.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace tactus::records {

/// The id of the class of that name, made when there is none.
std::string class_of_name(SQLite::Database& db, const std::string& name, UuidSource& ids,
                          std::int64_t now_unix_s);

/// Ids of the classes that a student is in.
std::vector<std::string> classes_of(SQLite::Database& db, const std::string& profile);

struct Membership {
    std::string class_id;
    std::string profile;
    bool joined = true; ///< false: left
    std::string who;    ///< said so; "" = nobody's name is known
};

/// Enters the change; false, and no row, when it is so already.
bool set_member(SQLite::Database& db, const Membership& change, UuidSource& ids, std::int64_t now_unix_s);

} // namespace tactus::records
