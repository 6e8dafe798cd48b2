#include "sim/records/archive.hpp"
#include "sim/records/digest.hpp"
#include "sim/records/rows.hpp"
#include "sim/replay/recording_error.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::records {

std::vector<Attempt> Archive::list(const AttemptQuery& query) const {
    std::vector<Attempt> attempts;
    database_.read([&](SQLite::Database& db) { attempts = select_attempts(db, query); });
    return attempts;
}

std::optional<Attempt> Archive::best(const std::string& profile, const std::string& drill) const {
    std::optional<Attempt> attempt;
    database_.read([&](SQLite::Database& db) { attempt = select_best(db, profile, drill); });
    return attempt;
}

std::optional<Attempt> Archive::class_best(const std::string& profile, const std::string& drill) const {
    const std::string name = class_of(profile);
    std::optional<Attempt> attempt;
    if (!profile.empty() && !name.empty()) {
        database_.read([&](SQLite::Database& db) { attempt = select_class_best(db, name, drill); });
    }
    return attempt;
}

AttemptCounts Archive::counts(const std::string& profile, const std::string& drill) const {
    AttemptCounts counts;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select count(*), total(graded), total(graded and passed) from attempt"
                                    " where profile = ? and drill = ?");
        query.bind(1, profile);
        query.bind(2, drill);
        query.executeStep();
        counts = {.all = query.getColumn(0).getInt(),
                  .graded = static_cast<int>(query.getColumn(1).getDouble()),
                  .passed = static_cast<int>(query.getColumn(2).getDouble())};
    });
    return counts;
}

std::optional<Attempt> Archive::find(const std::string& id) const {
    std::optional<Attempt> found;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select id from attempt where substr(id, 1, length(?1)) = ?1"
                                    " or substr(digest, 1, length(?1)) = ?1 limit 2");
        query.bind(1, id);
        if (id.empty() || !query.executeStep()) {
            return;
        }
        const std::string first = query.getColumn(0).getString();
        if (!query.executeStep()) {
            found = attempt_by(db, "id", first);
        }
    });
    return found;
}

namespace {

/// Whether the bytes are those that the attempt was made of, and their signature holds if they have one.
bool are_of(const Attempt& attempt, std::span<const std::uint8_t> bytes) {
    try {
        const auto signer = replay::signer_of(bytes, "attempt " + attempt.id);
        return recording_digest(bytes) == attempt.digest && (!signer || signer->holds);
    } catch (const replay::RecordingError& error) {
        if (error.damage() == replay::Damage::newer_format) {
            throw;
        }
        return false;
    }
}

} // namespace

std::string Archive::stored_bytes(const Attempt& attempt) const {
    std::string bytes;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select bytes from recording where attempt = ?");
        query.bind(1, attempt.id);
        if (query.executeStep()) {
            bytes = query.getColumn(0).getString();
        }
    });
    if (bytes.empty()) {
        throw UserError(Complaint{"attempt " + attempt.id,
                                  "has no recording: its file was lost before the records"
                                  " were brought up to date",
                                  "import the file if you find it"});
    }
    return bytes;
}

std::string Archive::recording_bytes(const Attempt& attempt) const {
    std::string bytes = stored_bytes(attempt);
    if (!are_of(attempt, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()})) {
        throw UserError(Complaint{"attempt " + attempt.id,
                                  "does not match its digest: the records were damaged",
                                  "put a backup back with `tactus-sim records restore FILE`"});
    }
    return bytes;
}

replay::Recording Archive::recording(const Attempt& attempt) const {
    const std::string bytes = recording_bytes(attempt);
    return replay::parse_recording({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()},
                                   "attempt " + attempt.id);
}

std::string Archive::result(const Attempt& attempt) const {
    std::string result;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select result from recording where attempt = ?");
        query.bind(1, attempt.id);
        if (query.executeStep()) {
            result = query.getColumn(0).getString();
        }
    });
    return result;
}

fs::path Archive::unpack(const Attempt& attempt) const {
    fs::path file = directory_ / "replays" / recording_name(attempt);
    std::error_code error;
    if (fs::exists(file, error)) {
        return file;
    }
    const std::string bytes = recording_bytes(attempt);
    const fs::path beside = fs::path(file) += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (out) {
        fs::rename(beside, file, error);
    }
    if (!out || error) {
        throw UserError(Complaint{file.string(), "the recording could not be written",
                                  "check that the folder may be written and has room"});
    }
    return file;
}

} // namespace tactus::records
