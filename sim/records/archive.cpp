#include "sim/records/archive.hpp"

#include "sim/authoring/user_error.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <sodium.h>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr int schema_version = 1;
constexpr int busy_timeout_ms = 5000;

std::string digest_hex(const std::vector<std::uint8_t>& bytes) {
    std::array<unsigned char, 16> digest{};
    crypto_generichash_blake2b(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
    std::array<char, 2 * digest.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

UserError database_error(const fs::path& file, const SQLite::Exception& error) {
    const std::string mend = error.getErrorCode() == 5    ? "close the other program that uses it"
                             : error.getErrorCode() == 11 ? "move it aside; Tactus will start a new one"
                             : error.getErrorCode() == 26
                                 ? "move it aside; Tactus will start a new one"
                                 : "check that the folder may be written and has room";
    return UserError(
        Complaint{file.string(), std::string("the records cannot be used: ") + error.what(), mend});
}

Attempt row(SQLite::Statement& query) {
    Attempt attempt;
    attempt.id = query.getColumn(0).getString();
    attempt.student = query.getColumn(1).getString();
    attempt.drill = query.getColumn(2).getString();
    attempt.client = query.getColumn(3).getString();
    attempt.started_at_unix_s = query.getColumn(4).getInt64();
    attempt.duration_s = query.getColumn(5).getDouble();
    attempt.score = query.getColumn(6).getDouble();
    attempt.passed = query.getColumn(7).getInt() != 0;
    attempt.graded = query.getColumn(8).getInt() != 0;
    attempt.sim_version = query.getColumn(9).getString();
    attempt.recording = query.getColumn(10).getString();
    return attempt;
}

} // namespace

struct Archive::Database {
    fs::path file;
    SQLite::Database db;

    explicit Database(const fs::path& path)
        : file(path), db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {
        db.exec("pragma journal_mode = wal");
        db.exec("pragma synchronous = full");
        const int found = db.execAndGet("pragma user_version").getInt();
        if (found > schema_version) {
            throw UserError(
                Complaint{file.string(), "was made by a newer Tactus", "update Tactus on this station"});
        }
        SQLite::Transaction change(db);
        db.exec("create table if not exists attempt (id text primary key, student text not null, drill text "
                "not null,"
                " client text not null, started_at integer not null, duration_s real not null, score real "
                "not null,"
                " passed integer not null, graded integer not null, sim_version text not null,"
                " recording text not null)");
        db.exec("create table if not exists erased (id text primary key)");
        db.exec("pragma user_version = " + std::to_string(schema_version));
        change.commit();
    }

    [[nodiscard]] bool insert(const Attempt& attempt) const {
        SQLite::Statement insert(db, "insert into attempt select ?,?,?,?,?,?,?,?,?,?,?"
                                     " where not exists (select 1 from erased where id = ?)"
                                     " on conflict (id) do nothing");
        insert.bind(1, attempt.id);
        insert.bind(2, attempt.student);
        insert.bind(3, attempt.drill);
        insert.bind(4, attempt.client);
        insert.bind(5, attempt.started_at_unix_s);
        insert.bind(6, attempt.duration_s);
        insert.bind(7, attempt.score);
        insert.bind(8, attempt.passed ? 1 : 0);
        insert.bind(9, attempt.graded ? 1 : 0);
        insert.bind(10, attempt.sim_version);
        insert.bind(11, attempt.recording);
        insert.bind(12, attempt.id);
        return insert.exec() > 0;
    }
};

Archive::Archive(const fs::path& directory) : directory_(directory) {
    std::error_code error;
    fs::create_directories(directory / "replays", error);
    if (error) {
        throw UserError(Complaint{directory.string(),
                                  "the folder for records cannot be made: " + error.message(),
                                  "choose a folder that may be written (--data)"});
    }
    try {
        database_ = std::make_unique<Database>(directory / "records.db");
    } catch (const SQLite::Exception& failure) {
        throw database_error(directory / "records.db", failure);
    }
}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Attempt Archive::add(const replay::Recording& recording, const std::string& student) {
    Attempt attempt{.id = digest_hex(replay::recording_bytes(recording)),
                    .student = student,
                    .drill = recording.setup.drill.id,
                    .client = recording.setup.client.id,
                    .started_at_unix_s = recording.origin.started_at_unix_s,
                    .duration_s = recording.duration_s(),
                    .score = recording.ending.score_total,
                    .passed = recording.ending.passed,
                    .graded = recording.ending.graded,
                    .sim_version = recording.origin.sim_version};
    attempt.recording = attempt.drill + "-" + attempt.id.substr(0, 12) + ".tactus";
    replay::write_recording(recording_path(attempt), recording);
    try {
        static_cast<void>(database_->insert(attempt)); // the same run is here already: it stays as it is
    } catch (const SQLite::Exception& failure) {
        throw database_error(database_->file, failure);
    }
    return attempt;
}

std::vector<Attempt> Archive::list(const std::string& student) const {
    try {
        SQLite::Statement query(
            database_->db, "select id, student, drill, client, started_at, duration_s, score, passed, graded,"
                           " sim_version, recording from attempt where ?1 = '' or student = ?1"
                           " order by started_at desc, id");
        query.bind(1, student);
        std::vector<Attempt> attempts;
        while (query.executeStep()) {
            attempts.push_back(row(query));
        }
        return attempts;
    } catch (const SQLite::Exception& failure) {
        throw database_error(database_->file, failure);
    }
}

fs::path Archive::recording_path(const Attempt& attempt) const {
    return directory_ / "replays" / attempt.recording;
}

bool Archive::take_over(const Archive& other, const Attempt& attempt) {
    SQLite::Transaction change(database_->db);
    if (!database_->insert(attempt)) {
        return false;
    }
    std::error_code error;
    fs::copy_file(other.recording_path(attempt), recording_path(attempt), fs::copy_options::skip_existing,
                  error);
    if (error) {
        throw UserError(Complaint{other.recording_path(attempt).string(),
                                  "cannot be copied: " + error.message(),
                                  "check both folders and merge again"});
    }
    change.commit();
    return true;
}

int Archive::merge(const Archive& other) {
    int taken = 0;
    try {
        for (const Attempt& attempt : other.list()) {
            taken += take_over(other, attempt) ? 1 : 0;
        }
    } catch (const SQLite::Exception& failure) {
        throw database_error(database_->file, failure);
    }
    return taken;
}

int Archive::erase(const std::string& student) {
    const std::vector<Attempt> attempts = list(student);
    try {
        SQLite::Transaction change(database_->db);
        for (const Attempt& attempt : attempts) {
            SQLite::Statement tombstone(database_->db, "insert or ignore into erased values (?)");
            tombstone.bind(1, attempt.id);
            tombstone.exec();
            SQLite::Statement erase(database_->db, "delete from attempt where id = ?");
            erase.bind(1, attempt.id);
            erase.exec();
        }
        change.commit();
    } catch (const SQLite::Exception& failure) {
        throw database_error(database_->file, failure);
    }
    for (const Attempt& attempt : attempts) {
        std::error_code ignored;
        fs::remove(recording_path(attempt), ignored);
    }
    return static_cast<int>(attempts.size());
}

namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

} // namespace

void write_csv(const std::vector<Attempt>& attempts, std::ostream& out) {
    out << "id,student,drill,client,started_at_unix_s,duration_s,score,passed,graded,sim_version,recording\n";
    for (const Attempt& attempt : attempts) {
        out << attempt.id << ',' << quoted(attempt.student) << ',' << quoted(attempt.drill) << ','
            << quoted(attempt.client) << ',' << attempt.started_at_unix_s << ',' << attempt.duration_s << ','
            << attempt.score << ',' << attempt.passed << ',' << attempt.graded << ',' << attempt.sim_version
            << ',' << quoted(attempt.recording) << '\n';
    }
}

} // namespace tactus::records
