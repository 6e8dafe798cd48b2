#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <sqlite3.h>
#include <string>

namespace tactus::scenes {

/// Runs SQL as another program would; returns SQLite's message, "" = done, and the values joined in `values`.
inline std::string sql(const std::filesystem::path& file, const std::string& statement,
                       std::string* values = nullptr) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    char* message = nullptr;
    sqlite3_exec(
        db, statement.c_str(),
        [](void* to, int count, char** row, char**) {
            for (int k = 0; to != nullptr && k < count; ++k) {
                *static_cast<std::string*>(to) +=
                    (row[k] == nullptr ? std::string("-") : row[k]) + std::string("\n");
            }
            return 0;
        },
        values, &message);
    const std::string said = message == nullptr ? "" : message;
    sqlite3_free(message);
    sqlite3_close(db);
    return said;
}

/// Takes away what schemas 4 and 5 added to schema 3.
inline constexpr const char* drop_exam_tables =
    "drop table row_delivery; drop view member; drop table review_answer; drop table review; drop table "
    "mark_undo; drop table mark;"
    " drop table handed_in; drop table sitting; drop table exam_change; drop table seen_row; drop table exam;"
    " drop table membership; drop table class";

} // namespace tactus::scenes
