#include "sim/server/migrate.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/digest.hpp"

#include <optional>

namespace tactus::server {
namespace {

constexpr const char* ledger =
    "create table if not exists migration (number integer primary key, name text not null,"
    " digest text not null, applied_at timestamptz not null default now())";

/// Held until the transaction ends. The number is ours alone: "tactus" in ASCII.
constexpr const char* one_at_a_time = "select pg_advisory_xact_lock(x'746163747573'::bigint)";

/// The digest under which a migration was applied; nullopt = it was not.
std::optional<std::string> applied(Transaction& t, const Migration& migration) {
    const Rows found =
        t.run("select digest from migration where number = $1", {std::to_string(migration.number)});
    return found.empty() ? std::nullopt : std::optional(found.one().text(0));
}

bool apply(Transaction& t, const Migration& migration) {
    const std::string digest = records::digest_hex(migration.sql);
    t.run(one_at_a_time);
    if (const auto known = applied(t, migration); known) {
        if (*known != digest) {
            throw UserError(Complaint{"migration " + std::string(migration.name),
                                      "is not what was applied to this database under its number",
                                      "use the version of tactus-server that made the database"});
        }
        return false;
    }
    t.script(std::string(migration.sql));
    t.run("insert into migration (number, name, digest) values ($1, $2, $3)",
          {std::to_string(migration.number), std::string(migration.name), digest});
    return true;
}

void require_not_newer(Connection& connection, std::size_t known) {
    connection.transact([&](Transaction& t) {
        if (t.run("select coalesce(max(number), 0) from migration").one().whole(0) >
            static_cast<std::int64_t>(known)) {
            throw UserError(Complaint{"database", "was made by a newer tactus-server", "update this one"});
        }
    });
}

} // namespace

std::vector<std::string> migrate(Connection& owner, std::span<const Migration> migrations) {
    owner.transact([](Transaction& t) {
        t.run(one_at_a_time);
        t.script(ledger);
    });
    require_not_newer(owner, migrations.size());
    std::vector<std::string> done;
    for (const Migration& migration : migrations) {
        owner.transact([&](Transaction& t) {
            if (apply(t, migration)) {
                done.emplace_back(migration.name);
            }
        });
    }
    return done;
}

void require_ready(Connection& connection) {
    connection.transact([](Transaction& t) {
        if (t.run("select to_regclass('public.migration')").one().is_null(0)) {
            throw UserError(Complaint{"database", "has no tables of Tactus yet",
                                      "run `tactus-server migrate --database URL` as the owner"});
        }
        const auto wanted = static_cast<std::int64_t>(shipped_migrations().size());
        const std::int64_t found = t.run("select coalesce(max(number), 0) from migration").one().whole(0);
        if (found != wanted) {
            throw UserError(
                Complaint{"database",
                          "is of version " + std::to_string(found) + ", this tactus-server of " +
                              std::to_string(wanted),
                          found < wanted ? "run `tactus-server migrate`" : "update this tactus-server"});
        }
        const Rows who =
            t.run("select rolsuper or rolbypassrls or pg_has_role(current_user, (select relowner from "
                  "pg_class where"
                  " oid = 'public.attempt'::regclass), 'member') from pg_roles where rolname = current_user");
        if (who.one().flag(0)) {
            throw UserError(Complaint{"database",
                                      "is used as its owner, whom row-level security does not bind",
                                      "log in as tactus_app, or as tactus_worker to verify"});
        }
    });
}

} // namespace tactus::server
