#include "sim/records/migration.hpp"

#include "sim/authoring/table.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/rows.hpp"
#include "sim/records/schema.hpp"
#include "sim/records/uuid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr std::size_t file_limit_bytes = std::size_t{256} << 20U;

/// What schema 1 knew, for a recording that cannot be read any more.
Attempt bare_attempt(SQLite::Statement& old) {
    return {.id = {},
            .digest = old.getColumn(0).getString(),
            .profile = {},
            .student = old.getColumn(1).getString(),
            .drill = old.getColumn(2).getString(),
            .drill_name = old.getColumn(2).getString(),
            .drill_hash = {},
            .rubric = {},
            .rubric_hash = {},
            .client = old.getColumn(3).getString(),
            .client_name = old.getColumn(3).getString(),
            .started_at_unix_s = old.getColumn(4).getInt64(),
            .duration_s = old.getColumn(5).getDouble(),
            .score = old.getColumn(6).getDouble(),
            .groups = {},
            .passed = old.getColumn(7).getInt() != 0,
            .grade = {},
            .graded = old.getColumn(8).getInt() != 0,
            .practice = old.getColumn(8).getInt() != 0 ? "" : "practice",
            .feedback = {},
            .force_source = {},
            .setting = {},
            .sim_version = old.getColumn(9).getString(),
            .state_hash = {}};
}

void take_old_attempt(SQLite::Database& db, SQLite::Statement& old, const fs::path& replays,
                      UuidSource& ids) {
    Attempt attempt = bare_attempt(old);
    std::optional<std::string> bytes;
    try {
        const fs::path file = replays / fs::path(old.getColumn(10).getString()).filename();
        bytes = authoring::read_text(file, file_limit_bytes);
        const replay::Recording recording = replay::parse_recording(
            {reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}, file.string());
        attempt = attempt_of(recording, attempt.digest, {.student = attempt.student});
    } catch (const UserError&) {
        bytes.reset(); // the row is kept all the same
    }
    attempt.id = ids.next(attempt.started_at_unix_s * 1000);
    attempt.profile = profile_of(db, attempt.student, ids, attempt.started_at_unix_s);
    insert_attempt(db, attempt);
    if (bytes) {
        insert_recording(db, attempt.id, *bytes, {});
    }
}

} // namespace

void migrate_from_1(SQLite::Database& db, const fs::path& replays) {
    db.exec("alter table attempt rename to attempt_1");
    db.exec("alter table erased rename to erased_1");
    create_schema(db);
    db.exec("insert into erased select id, id from erased_1");
    UuidSource ids;
    SQLite::Statement old(db,
                          "select id, student, drill, client, started_at, duration_s, score, passed, graded,"
                          " sim_version, recording from attempt_1 order by started_at, id");
    while (old.executeStep()) {
        take_old_attempt(db, old, replays, ids);
    }
    old.reset();
    db.exec("drop table attempt_1");
    db.exec("drop table erased_1");
}

} // namespace tactus::records
