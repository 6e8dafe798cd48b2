#include "sim/records/archive.hpp"

#include "sim/records/backup.hpp"
#include "sim/records/calendar.hpp"
#include "sim/records/digest.hpp"
#include "sim/records/exam_merge.hpp"
#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace fs = std::filesystem;

namespace tactus::records {
Archive::Archive(const fs::path& directory) : directory_(directory), database_(directory) {}

Attempt Archive::add(const replay::Recording& recording, const RunFacts& facts) {
    const std::vector<std::uint8_t> bytes = station().sign(replay::recording_bytes(recording), facts.student);
    return keep(attempt_of(recording, recording_digest(bytes), facts), bytes, facts.result);
}

Attempt Archive::add_file(std::span<const std::uint8_t> bytes, const std::string& name,
                          const RunFacts& facts) {
    const replay::Opened opened = replay::open_recording(bytes, name);
    if (opened.signed_by && !opened.signed_by->holds) {
        throw UserError(Complaint{name, "its signature is forged: it is not that of the station it names",
                                  "copy the file again from where it was made"});
    }
    return keep(attempt_of(opened.recording, recording_digest(bytes), facts),
                station().sign(bytes, facts.student), facts.result);
}

Attempt Archive::keep(Attempt attempt, std::span<const std::uint8_t> bytes, const std::string& result) {
    database_.write([&](SQLite::Database& db) {
        if (const auto known = attempt_by(db, "digest", attempt.digest); known) {
            attempt = *known;
            return;
        }
        if (is_erased(db, {}, attempt.digest)) {
            throw UserError(Complaint{database_.file().string(), "this recording was erased here",
                                      "record the run again"});
        }
        attempt.id = ids_.next(wall_ms());
        attempt.profile = profile_of(db, attempt.student, ids_, wall_ms() / 1000);
        insert_attempt(db, attempt);
        insert_recording(db, attempt.id, {bytes.begin(), bytes.end()}, result);
    });
    return attempt;
}

const Station& Archive::station() {
    if (!station_) {
        station_.emplace(directory_);
    }
    return *station_;
}

bool Archive::take_over(const Archive& other, const Attempt& attempt, MergeReport& report) {
    std::string bytes;
    try {
        bytes = other.recording_bytes(attempt);
    } catch (const UserError&) { // its file was lost before the records were brought up to date
        bytes.clear();
    }
    const std::string result = other.result(attempt);
    bool taken = false;
    database_.write([&](SQLite::Database& db) {
        if (is_erased(db, attempt.id, attempt.digest)) {
            ++report.erased;
            return;
        }
        if (const auto same_id = attempt_by(db, "id", attempt.id); same_id) {
            if (same_id->digest != attempt.digest) {
                report.differing.push_back(attempt.id);
            }
            ++report.known;
            return;
        }
        if (attempt_by(db, "digest", attempt.digest)) {
            ++report.known;
            return;
        }
        Attempt ours = attempt;
        ours.profile = profile_of(db, attempt.student, ids_, wall_ms() / 1000);
        insert_attempt(db, ours);
        if (!bytes.empty()) {
            insert_recording(db, ours.id, bytes, result);
        }
        taken = true;
    });
    return taken;
}

MergeReport Archive::merge(const Archive& other) {
    MergeReport report;
    for (const Attempt& attempt : other.list()) {
        report.taken += take_over(other, attempt, report) ? 1 : 0;
    }
    merge_exam_rows(database_, other.database_.file(), report.exam_rows, report.differing);
    return report;
}

void Archive::back_up(const fs::path& file) const {
    if (fs::exists(file)) {
        throw UserError(Complaint{file.string(), "exists already", "choose a new name for the backup"});
    }
    database_.read([&](SQLite::Database& db) { records::back_up(db, file); });
}

} // namespace tactus::records
