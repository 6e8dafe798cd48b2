#pragma once
/// PostgreSQL as the server uses it: statements with parameters in transactions, on a few kept connections.
/// postgres.cpp alone includes libpqxx and hides what differs between its versions (6.4 to 7.10).

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace tactus::server {

/// What the database refused or could not do.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(const std::string& what, std::string sql_state)
        : std::runtime_error(what), sql_state_(std::move(sql_state)) {}

    [[nodiscard]] const std::string& sql_state() const { return sql_state_; } ///< five characters

    /// The connection is gone or cannot be made: worth another try later.
    [[nodiscard]] bool is_unreachable() const { return sql_state_.starts_with("08"); }

    /// Row-level security or a missing grant stood against it.
    [[nodiscard]] bool is_forbidden() const { return sql_state_ == "42501"; }

private:
    std::string sql_state_;
};

using Value = std::optional<std::string>; ///< as text; nullopt = null

/// One row of an answer, column by column.
class Row {
public:
    explicit Row(std::vector<Value> columns) : columns_(std::move(columns)) {}

    [[nodiscard]] bool is_null(std::size_t column) const { return !columns_.at(column); }

    [[nodiscard]] const std::string& text(std::size_t column) const; ///< "" for null
    [[nodiscard]] std::int64_t whole(std::size_t column) const;      ///< 0 for null
    [[nodiscard]] double real(std::size_t column) const;             ///< 0 for null
    [[nodiscard]] bool flag(std::size_t column) const;               ///< false for null
    [[nodiscard]] std::string bytes(std::size_t column) const;       ///< of a bytea; "" for null

private:
    std::vector<Value> columns_;
};

struct Rows {
    std::vector<Row> rows;
    std::int64_t affected = 0; ///< by an insert, update or delete

    [[nodiscard]] bool empty() const { return rows.empty(); }

    [[nodiscard]] const Row& one() const; ///< the first; throws DatabaseError when there is none
};

/// Within Connection::transact. All throw DatabaseError.
class Transaction {
public:
    /// $1, $2, ... stand for the parameters.
    Rows run(const std::string& sql, const std::vector<Value>& parameters = {});
    /// The last parameter is `bytes`, sent as they are.
    Rows run_with_bytes(const std::string& sql, const std::vector<Value>& parameters,
                        const std::string& bytes);
    /// Several statements without parameters.
    void script(const std::string& sql);

private:
    friend class Connection;

    explicit Transaction(void* work) : work_(work) {}

    void* work_; ///< a pqxx::work
};

using Work = std::function<void(Transaction&)>;

/// One connection. Not thread-safe.
class Connection {
public:
    /// url: "postgresql://..." or "host=... dbname=...". Throws DatabaseError: unreachable.
    explicit Connection(const std::string& url);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Commits when `work` returns, rolls all of it back when it throws. Throws DatabaseError and what `work`
    /// throws.
    void transact(const Work& work);

    [[nodiscard]] bool is_open() const;

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

/// Who asks; policies of the database (migrations/004_rights.sql) decide by it. Empty = nobody.
struct Scope {
    std::string school;
    std::string person;
    std::string station;
    std::string role; ///< "student", "instructor", "admin", "station"
};

/// At most `limit` connections, made when needed and kept; a broken one is replaced. Thread-safe.
class Pool {
public:
    Pool(std::string url, int limit) : url_(std::move(url)), free_(limit) {}

    /// Runs `work` in a transaction in the name of `scope`. Waits for a free connection. Throws as transact.
    void transact(const Scope& scope, const Work& work);

private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    std::string url_;
    std::mutex mutex_;
    std::condition_variable given_back_;
    int free_; ///< connections that may still be taken
    std::vector<std::unique_ptr<Connection>> idle_;
};

} // namespace tactus::server
