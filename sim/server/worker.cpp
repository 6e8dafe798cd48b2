#include "sim/server/worker.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/attempt.hpp"
#include "sim/records/digest.hpp"
#include "sim/replay/verify.hpp"

#include <array>
#include <unistd.h>

namespace tactus::server {
namespace {

struct Kept {
    std::string digest;
    std::string bytes;
    double score = 0;
    bool passed = false;
    bool graded = false;
    std::string drill_hash;
    std::string state_hash;
};

Kept read_kept(Connection& connection, const std::string& attempt) {
    Kept kept;
    connection.transact([&](Transaction& t) {
        const Rows found =
            t.run("select a.digest, a.score, a.passed, a.graded, a.drill_hash, a.state_hash, r.bytes"
                  " from attempt a join recording r on r.attempt = a.id where a.id = $1",
                  {attempt});
        if (found.empty()) {
            throw UserError(
                Complaint{"attempt " + attempt, "has no recording any more", "nothing is to be done"});
        }
        const Row& row = found.one();
        kept = {.digest = row.text(0),
                .bytes = row.bytes(6),
                .score = row.real(1),
                .passed = row.flag(2),
                .graded = row.flag(3),
                .drill_hash = row.text(4),
                .state_hash = row.text(5)};
    });
    return kept;
}

/// What the row says otherwise than the recording that it is of; "" = nothing.
std::string row_difference(const Kept& kept, const records::Attempt& made) {
    if (kept.score != made.score || kept.passed != made.passed || kept.graded != made.graded) {
        return "the records tell another score than the recording";
    }
    if (kept.drill_hash != made.drill_hash || kept.state_hash != made.state_hash) {
        return "the records tell another drill or another end than the recording";
    }
    return {};
}

} // namespace

std::string verify_attempt(Connection& connection, const std::string& attempt) {
    const Kept kept = read_kept(connection, attempt);
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(kept.bytes.data()),
                                              kept.bytes.size());
    const replay::Opened opened = replay::open_recording(bytes, "attempt " + attempt);
    if (records::recording_digest(bytes) != kept.digest) {
        return "the recording does not match the digest under which it was taken";
    }
    if (opened.signed_by && !opened.signed_by->holds) {
        return "the signature is not that of the station it names";
    }
    const std::string difference =
        row_difference(kept, records::attempt_of(opened.recording, kept.digest, {}));
    return difference.empty() ? replay::verify(opened.recording, 1).finding : difference;
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
