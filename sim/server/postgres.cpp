#include "sim/server/postgres.hpp"

#include <charconv>
#include <pqxx/pqxx>
#include <sodium.h>

// Version 7 deprecates bit by bit what version 6 only has.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace tactus::server {
namespace {

const std::string no_text;

#if PQXX_VERSION_MAJOR >= 7
pqxx::params params_of(const std::vector<Value>& parameters) {
    pqxx::params params;
    for (const Value& value : parameters) {
        if (value) {
            params.append(*value);
        } else {
            params.append();
        }
    }
    return params;
}

pqxx::result execute(pqxx::work& work, const std::string& sql, const std::vector<Value>& parameters) {
    return work.exec_params(sql, params_of(parameters));
}

pqxx::result execute(pqxx::work& work, const std::string& sql, const std::vector<Value>& parameters,
                     const std::string& bytes) {
    pqxx::params params = params_of(parameters);
    const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
    params.append(std::basic_string<std::byte>(first, bytes.size()));
    return work.exec_params(sql, params);
}
#else
/// A null pointer is a null to this version.
std::vector<const char*> pointers_to(const std::vector<Value>& parameters) {
    std::vector<const char*> pointers;
    for (const Value& value : parameters) {
        pointers.push_back(value ? value->c_str() : nullptr);
    }
    return pointers;
}

pqxx::result execute(pqxx::work& work, const std::string& sql, const std::vector<Value>& parameters) {
    const auto pointers = pointers_to(parameters);
    return work.exec_params(sql, pqxx::prepare::make_dynamic_params(pointers.begin(), pointers.end()));
}

pqxx::result execute(pqxx::work& work, const std::string& sql, const std::vector<Value>& parameters,
                     const std::string& bytes) {
    const auto pointers = pointers_to(parameters);
    return work.exec_params(sql, pqxx::prepare::make_dynamic_params(pointers.begin(), pointers.end()),
                            pqxx::binarystring(bytes));
}
#endif

Rows rows_of(const pqxx::result& result) {
    Rows rows{.rows = {}, .affected = static_cast<std::int64_t>(result.affected_rows())};
    rows.rows.reserve(static_cast<std::size_t>(result.size()));
    for (const auto& row : result) {
        std::vector<Value> columns;
        columns.reserve(static_cast<std::size_t>(row.size()));
        for (const auto& field : row) {
            columns.push_back(field.is_null() ? Value() : Value(std::string(field.c_str(), field.size())));
        }
        rows.rows.emplace_back(std::move(columns));
    }
    return rows;
}

/// PostgreSQL writes several lines; one is enough for a log.
std::string first_line(const std::string& words) { return words.substr(0, words.find('\n')); }

/// Runs `action`; what libpqxx throws becomes a DatabaseError.
template <class Action> auto translated(const Action& action) {
    try {
        return action();
    } catch (const pqxx::broken_connection& error) {
        throw DatabaseError(first_line(error.what()), "08006");
    } catch (const pqxx::insufficient_privilege& error) { // whose state version 6 forgets
        throw DatabaseError(first_line(error.what()), "42501");
    } catch (const pqxx::sql_error& error) {
        throw DatabaseError(first_line(error.what()), error.sqlstate());
    } catch (const pqxx::failure& error) {
        throw DatabaseError(first_line(error.what()), "XX000");
    }
}

} // namespace

const std::string& Row::text(std::size_t column) const {
    const Value& value = columns_.at(column);
    return value ? *value : no_text;
}

std::int64_t Row::whole(std::size_t column) const {
    const std::string& digits = text(column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

double Row::real(std::size_t column) const {
    const std::string& digits = text(column);
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool Row::flag(std::size_t column) const { return text(column) == "t"; }

std::string Row::bytes(std::size_t column) const {
    const std::string& hex = text(column); // "\x" and two digits a byte
    if (hex.size() < 2) {
        return {};
    }
    std::string bytes((hex.size() - 2) / 2, '\0');
    sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data() + 2,
                   hex.size() - 2, nullptr, nullptr, nullptr);
    return bytes;
}

const Row& Rows::one() const {
    if (rows.empty()) {
        throw DatabaseError("a row was expected and there is none", "02000");
    }
    return rows.front();
}

Rows Transaction::run(const std::string& sql, const std::vector<Value>& parameters) {
    return translated([&] { return rows_of(execute(*static_cast<pqxx::work*>(work_), sql, parameters)); });
}

Rows Transaction::run_with_bytes(const std::string& sql, const std::vector<Value>& parameters,
                                 const std::string& bytes) {
    return translated(
        [&] { return rows_of(execute(*static_cast<pqxx::work*>(work_), sql, parameters, bytes)); });
}

void Transaction::script(const std::string& sql) {
    translated([&] { static_cast<pqxx::work*>(work_)->exec(sql); });
}

struct Connection::Held {
    pqxx::connection connection;

    explicit Held(const std::string& url) : connection(url) {}
};

Connection::Connection(const std::string& url)
    : held_(translated([&] { return std::make_unique<Held>(url); })) {}

Connection::~Connection() = default;

void Connection::transact(const Work& work) {
    translated([&] {
        pqxx::work open(held_->connection);
        Transaction transaction(&open);
        work(transaction);
        open.commit();
    });
}

bool Connection::is_open() const { return held_->connection.is_open(); }

std::unique_ptr<Connection> Pool::take() {
    std::unique_lock lock(mutex_);
    given_back_.wait(lock, [&] { return free_ > 0; });
    --free_;
    if (idle_.empty()) {
        return nullptr;
    }
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        ++free_;
        if (connection && connection->is_open()) {
            idle_.push_back(std::move(connection));
        } else {
            idle_.clear(); // the database went away under all of them
        }
    }
    given_back_.notify_one();
}

void Pool::transact(const Scope& scope, const Work& work) {
    std::unique_ptr<Connection> connection = take();
    try {
        if (!connection) {
            connection = std::make_unique<Connection>(url_);
        }
        connection->transact([&](Transaction& transaction) {
            transaction.run(
                "select set_config('tactus.school', $1, true), set_config('tactus.person', $2, true),"
                " set_config('tactus.station', $3, true), set_config('tactus.role', $4, true)",
                {scope.school, scope.person, scope.station, scope.role});
            work(transaction);
        });
    } catch (...) {
        give_back(std::move(connection));
        throw;
    }
    give_back(std::move(connection));
}

} // namespace tactus::server
