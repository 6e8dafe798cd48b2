#include "sim/server/people.hpp"

#include "sim/authoring/user_error.hpp"

namespace tactus::server {
namespace {

constexpr std::size_t shortest_password = 8;
constexpr const char* unique_violation = "23505";

void require_name(const std::string& name, const char* of_what) {
    if (name.empty() || name.size() > 200) {
        throw UserError(Complaint{std::string("name of the ") + of_what, "is empty or longer than 200 bytes",
                                  "give a name"});
    }
}

void require_password(const std::string& password) {
    if (password.size() < shortest_password || password.size() > 1000) {
        throw UserError(
            Complaint{"password", "is shorter than 8 characters or longer than 1000", "choose another one"});
    }
}

/// Runs `work`; a name that is taken becomes a UserError.
void add_person(Connection& owner, const std::string& name, const Work& work) {
    try {
        owner.transact(work);
    } catch (const DatabaseError& error) {
        if (error.sql_state() == unique_violation) {
            throw UserError(Complaint{name, "is taken in this school", "choose another name"});
        }
        throw;
    }
}

void require_found(const Rows& rows, const std::string& name) {
    if (rows.affected == 0) {
        throw UserError(Complaint{name, "is not known in this school", "see `tactus-server list`"});
    }
}

} // namespace

std::string school_named(Connection& owner, const std::string& name) {
    std::string id;
    owner.transact([&](Transaction& t) {
        const Rows all = t.run("select id from school where name = $1 or $1 = ''", {name});
        if (name.empty() && all.rows.size() > 1) {
            throw UserError(Complaint{"--school", "is needed: there are several schools here", "name one"});
        }
        id = all.empty() ? new_id() : all.one().text(0);
        if (all.empty()) {
            t.run("insert into school (id, name) values ($1, $2)", {id, name.empty() ? "school" : name});
        }
    });
    return id;
}

std::string add_person(Connection& owner, const std::string& school, const NewPerson& person) {
    require_name(person.name, "person");
    require_password(person.password);
    std::string id = new_id();
    add_person(owner, person.name, [&](Transaction& t) {
        t.run("insert into person (id, school, name, role, class, password) values ($1, $2, $3, $4, $5, $6)",
              {id, school, person.name, person.role, person.class_name, password_hash(person.password)});
    });
    return id;
}

void set_password(Connection& owner, const std::string& school, const std::string& name,
                  const std::string& password) {
    require_password(password);
    owner.transact([&](Transaction& t) {
        require_found(t.run("update person set password = $3, failed_logins = 0, locked_until = '-infinity'"
                            " where school = $1 and name = $2",
                            {school, name, password_hash(password)}),
                      name);
        t.run("delete from login where person in (select id from person where school = $1 and name = $2)",
              {school, name});
    });
}

void remove_person(Connection& owner, const std::string& school, const std::string& name) {
    owner.transact([&](Transaction& t) {
        require_found(t.run("delete from person where school = $1 and name = $2", {school, name}), name);
    });
}

std::string add_station(Connection& owner, const std::string& school, const std::string& name, bool desk) {
    require_name(name, "station");
    std::string token = new_token();
    add_person(owner, name, [&](Transaction& t) {
        t.run("insert into station (id, school, name, token, desk) values ($1, $2, $3, $4, $5)",
              {new_id(), school, name, token_key(token), desk ? "t" : "f"});
    });
    return token;
}

void revoke_station(Connection& owner, const std::string& school, const std::string& name) {
    owner.transact([&](Transaction& t) {
        require_found(
            t.run("update station set revoked_at = now() where school = $1 and name = $2", {school, name}),
            name);
    });
}

std::optional<std::string> log_in(Pool& pool, PasswordCheck& check, const Credentials& given) {
    std::string person;
    std::string hash;
    pool.transact({}, [&](Transaction& t) {
        const Rows found =
            t.run("select person, password, locked from login_secret($1, $2)", {given.school, given.name});
        if (!found.empty()) {
            person = found.one().text(0);
            hash = found.one().flag(2) ? std::string() : found.one().text(1); // locked: nothing fits
        }
    });
    // Outside of any transaction: hashing takes long on purpose.
    if (!check.fits(hash, given.password)) {
        if (!person.empty() && !hash.empty()) {
            pool.transact({}, [&](Transaction& t) { t.run("select login_failed($1)", {person}); });
        }
        return std::nullopt;
    }
    std::string token = new_token();
    pool.transact({}, [&](Transaction& t) {
        t.run("select login_passed($1, $2, make_interval(hours => $3))",
              {person, token_key(token), std::to_string(login_hours)});
    });
    return token;
}

void log_out(Pool& pool, const std::string& token) {
    pool.transact({}, [&](Transaction& t) { t.run("select logout($1)", {token_key(token)}); });
}

std::optional<Scope> bearer(Pool& pool, const std::string& token) {
    std::optional<Scope> scope;
    pool.transact({}, [&](Transaction& t) {
        const Rows found = t.run("select school, person, station, role from bearer($1)", {token_key(token)});
        if (!found.empty()) {
            const Row& row = found.one();
            scope = Scope{
                .school = row.text(0), .person = row.text(1), .station = row.text(2), .role = row.text(3)};
        }
    });
    return scope;
}

} // namespace tactus::server
