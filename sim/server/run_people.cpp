/// migrate, user, station, list, status: what whoever owns the database does.

#include "sim/authoring/table.hpp"
#include "sim/server/commands.hpp"
#include "sim/server/gradebook.hpp"
#include "sim/server/migrate.hpp"
#include "sim/server/people.hpp"

#include <iostream>

namespace tactus::server {
namespace {

using Wanted = PeopleOptions::Action;

/// From the file, or by chance.
std::string chosen_password(const PeopleOptions& options) {
    std::string password;
    if (options.password_file.empty()) {
        password = new_token().substr(0, 16);
    } else if (options.password_file == "-") {
        std::getline(std::cin, password);
    } else {
        password = authoring::read_text(options.password_file, 4096);
        password = password.substr(0, password.find('\n'));
    }
    return password;
}

bool wants_password(Wanted action) { return action == Wanted::add_person || action == Wanted::set_password; }

/// One that was made by chance is told, this once.
void tell_password(const PeopleOptions& options, const std::string& password, std::ostream& out) {
    if (options.password_file.empty()) {
        out << "password of " << options.name << ": " << password << '\n';
    }
}

void list(Connection& owner, const std::string& school, std::ostream& out) {
    owner.transact([&](Transaction& t) {
        for (const Row& row :
             t.run("select role, name, class from person where school = $1 order by role, name", {school})
                 .rows) {
            out << row.text(0) << "  " << row.text(1) << (row.text(2).empty() ? "" : "  class " + row.text(2))
                << '\n';
        }
        for (const Row& row : t.run("select name, revoked_at is not null, (select count(*) from attempt a "
                                    "where a.station = s.id),"
                                    " desk from station s where school = $1 order by name",
                                    {school})
                                  .rows) {
            out << "station  " << row.text(0) << "  " << row.text(2) << " attempts"
                << (row.flag(3) ? "  desk" : "") << (row.flag(1) ? "  revoked" : "") << '\n';
        }
    });
}

} // namespace

int run_migrate(const DatabaseOptions& options, std::ostream& out) {
    Connection owner(options.database);
    const std::vector<std::string> done = migrate(owner, shipped_migrations());
    for (const std::string& name : done) {
        out << "applied " << name << '\n';
    }
    out << (done.empty() ? "the tables are up to date\n" : "");
    return 0;
}

int run_status(const DatabaseOptions& options, std::ostream& out) {
    Connection owner(options.database);
    owner.transact([&](Transaction& t) { out << school_status(t) << '\n'; });
    return 0;
}

int run_people(const PeopleOptions& options, std::ostream& out) {
    Connection owner(options.database);
    const std::string school = school_named(owner, options.school);
    const std::string password = wants_password(options.action) ? chosen_password(options) : "";
    switch (options.action) {
    case Wanted::add_person:
        add_person(owner, school,
                   {.name = options.name,
                    .role = options.role,
                    .class_name = options.class_name,
                    .password = password});
        tell_password(options, password, out);
        return 0;
    case Wanted::set_password:
        set_password(owner, school, options.name, password);
        tell_password(options, password, out);
        return 0;
    case Wanted::remove_person:
        remove_person(owner, school, options.name);
        return 0;
    case Wanted::add_station:
        out << "token of " << options.name << ": " << add_station(owner, school, options.name, options.desk)
            << '\n';
        return 0;
    case Wanted::revoke_station:
        revoke_station(owner, school, options.name);
        return 0;
    case Wanted::list:
        list(owner, school, out);
        return 0;
    }
    return 0;
}

} // namespace tactus::server
