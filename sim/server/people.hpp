#pragma once
/// Who may come in: schools, persons, stations. Added by whoever owns the database, on its machine; checked
/// by the server, which can read no password and no token.

#include "sim/server/postgres.hpp"
#include "sim/server/secrets.hpp"

#include <optional>
#include <string>

namespace tactus::server {

struct NewPerson {
    std::string name;
    std::string role; ///< "student", "instructor", "admin"
    std::string class_name;
    std::string password;
};

// For the owner of the database. All throw UserError: the name is taken, unknown, or empty; DatabaseError.

/// Id of the school of that name, made when there is none; "" = the only one there is.
std::string school_named(Connection& owner, const std::string& name);
/// Id. A password has at least eight characters.
std::string add_person(Connection& owner, const std::string& school, const NewPerson& person);
/// Also ends every login.
void set_password(Connection& owner, const std::string& school, const std::string& name,
                  const std::string& password);
/// Ends a person's logins and deletes them; attempts stay with their profile.
void remove_person(Connection& owner, const std::string& school, const std::string& name);
/// The token that the station pushes with; it is told once. desk: an instructor works at it, and what it says
/// of classes and grades counts.
std::string add_station(Connection& owner, const std::string& school, const std::string& name,
                        bool desk = false);
void revoke_station(Connection& owner, const std::string& school, const std::string& name);

// For the server.

inline constexpr int login_hours = 12;

struct Credentials {
    std::string school; ///< "" = the only one
    std::string name;
    std::string password;
};

/// A token for twelve hours; nullopt: no such name, the wrong password, or locked for a minute after five
/// wrong ones. Throws DatabaseError.
std::optional<std::string> log_in(Pool& pool, PasswordCheck& check, const Credentials& given);
void log_out(Pool& pool, const std::string& token);

/// Whom a token belongs to, a person or a station; nullopt: nobody, any more. Throws DatabaseError.
std::optional<Scope> bearer(Pool& pool, const std::string& token);

} // namespace tactus::server
