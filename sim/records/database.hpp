#pragma once
/// The open database of a station: how it is opened, brought up to date, and what is said when it cannot be.

#include "sim/authoring/user_error.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace SQLite { // NOLINT(readability-identifier-naming): the library's own
class Database;
class Exception;
} // namespace SQLite

namespace tactus::records {

/// Whoever writes leaves the number of its process in DIR/tactus.lock, for those whom it keeps waiting.
///
/// One connection: WAL, synchronous FULL, foreign keys, 5 s of patience, secure delete. Not thread-safe;
/// other connections and processes may have the same file open.
class Database {
public:
    /// Opens or makes DIR/records.db. An older schema is brought up to date in one transaction after a copy
    /// was laid in DIR/backups. A damaged file is moved aside and the newest backup put in its place;
    /// notice() says so. A newer schema is opened for reading only. Throws UserError: locked, not writable.
    explicit Database(const std::filesystem::path& directory);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] SQLite::Database& connection() const { return *db_; }

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    [[nodiscard]] const std::string& notice() const { return notice_; } ///< "" or what had to be mended

    /// Runs `change` within BEGIN IMMEDIATE and commits, or rolls all of it back when it throws. Throws
    /// UserError.
    void write(const std::function<void(SQLite::Database&)>& change) const;

    /// Runs `question`, with SQLite's exceptions made UserErrors.
    void read(const std::function<void(SQLite::Database&)>& question) const;

    /// Moves the log into the file and leaves it empty. Throws UserError: another program reads the records.
    void empty_log() const;

    /// Throws UserError when a newer Tactus made the file.
    void require_writable() const;

private:
    void open();
    void bring_up_to_date();
    void note_holder() const;
    [[nodiscard]] UserError as_user_error(const SQLite::Exception& error) const;

    std::filesystem::path file_;
    std::string notice_;
    bool newer_ = false;
    std::unique_ptr<SQLite::Database> db_;
};

} // namespace tactus::records
