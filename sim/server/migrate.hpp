#pragma once
/// The database's tables, brought up to date by numbered SQL files (migrations/), which the program carries.

#include "sim/server/postgres.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::server {

struct Migration {
    int number = 0; ///< from 1, without gaps
    std::string_view name;
    std::string_view sql;
};

/// Those of this version, in order.
std::span<const Migration> shipped_migrations();

/// Applies what is missing, each migration in a transaction of its own together with its entry in the table
/// `migration`: a kill leaves some applied whole and the rest not at all, and the next call goes on. Programs
/// that do it at once wait for each other. Returns the names applied. Throws UserError: the database is of a
/// newer Tactus, or one that was applied has since been changed; DatabaseError.
std::vector<std::string> migrate(Connection& owner, std::span<const Migration> migrations);

/// Throws UserError unless the database is as this version wants it, and unless whoever is logged in is bound
/// by row-level security: neither a superuser nor the owner of the tables.
void require_ready(Connection& connection);

} // namespace tactus::server
