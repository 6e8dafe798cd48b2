#include "sim/server/worker.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/audit.hpp"

#include <array>
#include <unistd.h>

namespace tactus::server {
namespace {

struct Kept {
    records::Attempt row;
    std::string bytes;
    std::vector<records::KnownStation> known; ///< of all schools: a key is nobody else's
};

constexpr const char* kept_sql =
    "select a.id, a.digest, a.profile, p.name, drill, drill_name, drill_hash, rubric, rubric_hash, client, "
    "client_name,"
    " grade, practice, feedback, force_source, setting, sim_version, state_hash, started_at, duration_s, "
    "score, passed,"
    " graded, bytes, pressure, flow, targeting, safety, communication, sequence"
    " from attempt a join profile p on p.id = a.profile join recording r on r.attempt = a.id where a.id = $1";

/// In the order of kept_sql.
Kept kept_of(const Row& row) {
    Kept kept;
    records::Attempt& a = kept.row;
    std::size_t column = 0;
    for (std::string* text :
         {&a.id, &a.digest, &a.profile, &a.student, &a.drill, &a.drill_name, &a.drill_hash, &a.rubric,
          &a.rubric_hash, &a.client, &a.client_name, &a.grade, &a.practice, &a.feedback, &a.force_source,
          &a.setting, &a.sim_version, &a.state_hash}) {
        *text = row.text(column++);
    }
    a.started_at_unix_s = row.whole(column++);
    a.duration_s = row.real(column++);
    a.score = row.real(column++);
    a.passed = row.flag(column++);
    a.graded = row.flag(column++);
    kept.bytes = row.bytes(column++);
    for (std::optional<double>& group : a.groups) {
        group = row.is_null(column) ? std::nullopt : std::optional(row.real(column));
        ++column;
    }
    return kept;
}

Kept read_kept(Connection& connection, const std::string& attempt) {
    Kept kept;
    connection.transact([&](Transaction& t) {
        const Rows found = t.run(kept_sql, {attempt});
        if (found.empty()) {
            throw UserError(
                Complaint{"attempt " + attempt, "has no recording any more", "nothing is to be done"});
        }
        kept = kept_of(found.one());
        for (const Row& station : t.run("select name, public_key from station where public_key <> ''").rows) {
            if (const auto key = replay::key_from_text(station.text(1)); key) {
                kept.known.push_back({.name = station.text(0), .key = *key});
            }
        }
    });
    return kept;
}

} // namespace

std::string verify_attempt(Connection& connection, const std::string& attempt) {
    const Kept kept = read_kept(connection, attempt);
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(kept.bytes.data()),
                                              kept.bytes.size());
    const records::Audit audit =
        records::audit(bytes, &kept.row, "attempt " + attempt, {.known = kept.known, .threads = 1});
    switch (audit.verdict) {
    case records::Verdict::verified:
    case records::Verdict::unsigned_run:
    case records::Verdict::foreign_station: // flagged when it was pushed
        return {};
    default:
        return std::string(records::verdict_name(audit.verdict)) + ": " + audit.finding;
    }
}

WorkDone work_off_batch(Connection& connection, const Claim& claim) {
    WorkDone done;
    for (const std::string& attempt : server::claim(connection, claim)) {
        std::string finding;
        try {
            finding = verify_attempt(connection, attempt);
        } catch (const UserError& error) {
            finding = error.what();
        }
        const Outcome outcome = finding.empty() ? Outcome::agrees : Outcome::differs;
        if (!finish(connection, claim, attempt, outcome, finding)) {
            ++done.lost;
        } else {
            ++(outcome == Outcome::agrees ? done.agree : done.differ);
        }
    }
    return done;
}

std::string worker_name() {
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    return std::string(host.data()) + "-" + std::to_string(getpid());
}

} // namespace tactus::server
