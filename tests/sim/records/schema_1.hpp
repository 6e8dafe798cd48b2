#pragma once
/// What another program does to the records: SQL of its own, and the records as the version before this one
/// left them.

#include "tests/sim/records/sql.hpp"

#include <filesystem>
#include <string>

namespace tactus::scenes {

/// A data folder of the version before this one, without attempts.
inline void begin_schema_1(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "replays");
    REQUIRE(sql(folder / "records.db",
                "create table attempt (id text primary key, student text not null, drill text not null,"
                " client text not null, started_at integer not null, duration_s real not null, score real "
                "not null,"
                " passed integer not null, graded integer not null, sim_version text not null,"
                " recording text not null); create table erased (id text primary key);"
                "insert into erased values ('dead'); pragma user_version = 1;")
                .empty());
}

inline std::string attempt_1(const std::string& digest, const std::string& student, const std::string& file,
                             int started) {
    return "insert into attempt values ('" + digest + "', '" + student + "', 'effleurage', 'anna', " +
           std::to_string(started) + ", 1, 50, 1, 1, '0.1', '" + file + "');";
}

} // namespace tactus::scenes
