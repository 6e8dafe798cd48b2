#pragma once
/// The station's records: one row an attempt in a SQLite file, its recording beside it. Append-only: an
/// attempt is never edited; erasing a student leaves a tombstone so that a merge cannot bring the attempts
/// back.

#include "sim/replay/recording.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace tactus::records {

struct Attempt {
    std::string id;      ///< hex digest of the recording: the same file twice is the same attempt
    std::string student; ///< display name; "" = guest
    std::string drill;
    std::string client;
    std::int64_t started_at_unix_s = 0;
    double duration_s = 0;
    double score = 0;
    bool passed = false;
    bool graded = false;
    std::string sim_version;
    std::string recording; ///< file name within the archive's `replays` folder
};

class Archive {
public:
    /// Opens or makes DIR/records.db. Throws UserError: not writable, locked by another program, damaged, or
    /// made by a newer version (user_version above ours).
    explicit Archive(const std::filesystem::path& directory);
    ~Archive();
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// Writes the recording under replays/ and its row, in that order. Returns the attempt; adding the same
    /// recording again changes nothing. Throws UserError.
    Attempt add(const replay::Recording& recording, const std::string& student);

    /// Newest first. student: "" = everyone.
    [[nodiscard]] std::vector<Attempt> list(const std::string& student = {}) const;

    [[nodiscard]] std::filesystem::path recording_path(const Attempt& attempt) const;

    /// Takes over every attempt of another archive that is neither here nor erased here; returns how many.
    int merge(const Archive& other);

    /// Deletes a student's recordings and name; returns how many attempts.
    int erase(const std::string& student);

private:
    struct Database;
    bool take_over(const Archive& other, const Attempt& attempt);
    std::unique_ptr<Database> database_;
    std::filesystem::path directory_;
};

/// Attempts as CSV with a header, RFC 4180 quoting.
void write_csv(const std::vector<Attempt>& attempts, std::ostream& out);

} // namespace tactus::records
