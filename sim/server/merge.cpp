#include "sim/server/merge.hpp"

#include "sim/server/cursor.hpp"
#include "sim/server/pushed_run.hpp"
#include "sim/server/xapi.hpp"

#include <nlohmann/json.hpp>

namespace tactus::server {
namespace {

using school::Answer;
using school::Fate;
using school::Push;

std::string text_of(double value) { return nlohmann::json(value).dump(); } // shortest that reads back

Value text_of(const std::optional<double>& value) { return value ? Value(text_of(*value)) : Value(); }

std::string text_of(bool value) { return value ? "t" : "f"; }

bool insert_attempt(Transaction& t, const Scope& station, const records::Attempt& a) {
    std::vector<Value> values{a.id,
                              station.school,
                              a.profile,
                              station.station,
                              a.digest,
                              a.drill,
                              a.drill_name,
                              a.drill_hash,
                              a.rubric,
                              a.rubric_hash,
                              a.client,
                              a.client_name,
                              std::to_string(a.started_at_unix_s),
                              text_of(a.duration_s),
                              text_of(a.score)};
    for (const std::optional<double>& group : a.groups) {
        values.push_back(text_of(group));
    }
    for (const std::string& text : {text_of(a.passed), a.grade, text_of(a.graded), a.practice, a.feedback,
                                    a.force_source, a.setting, a.sim_version, a.state_hash}) {
        values.emplace_back(text);
    }
    return t.run("insert into attempt values "
                 "($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,"
                 "$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30, greatest(clock_timestamp(),"
                 " (select max(received_at) from attempt where school = $2) + interval '1 microsecond'))"
                 " on conflict do nothing",
                 values)
               .affected == 1;
}

void raise_flag(Transaction& t, const Scope& station, const Answer& answer, const char* kind) {
    t.run("insert into flag (school, attempt, kind, station, detail) values ($1, $2, $3, $4, $5)"
          " on conflict do nothing",
          {station.school, answer.id, kind, station.station, answer.why});
}

bool run_is_erased(Transaction& t, const Push& push) {
    return !t.run("select 1 from tombstone where id = $1 or digest = $2", {push.id, push.digest}).empty();
}

/// Why an attempt could not be inserted: what stands in its place.
Answer standing_run(Transaction& t, const Scope& station, const PushedRun& run) {
    Answer answer{.id = run.attempt.id, .fate = Fate::known, .why = {}};
    const Rows by_id = t.run("select digest from attempt where id = $1", {run.attempt.id});
    if (!by_id.empty()) {
        const std::string& ours = by_id.one().text(0);
        if (ours != run.attempt.digest) {
            answer.fate = Fate::differs;
            answer.why =
                "another recording, " + run.attempt.digest + ", was pushed for it; " + ours + " was kept";
            raise_flag(t, station, answer, "differs");
        }
        return answer;
    }
    const Rows by_digest = t.run("select id, profile from attempt where digest = $1", {run.attempt.digest});
    if (by_digest.empty()) {
        answer.fate = Fate::refused;
        answer.why = "its id is taken";
    } else if (by_digest.one().text(1) != run.attempt.profile) {
        answer.fate = Fate::copied;
        answer.why = "the same recording is attempt " + by_digest.one().text(0) + " of another student";
        raise_flag(t, station, answer, "copied");
    }
    return answer;
}

/// The first key that a station signs with is its own; one that nobody in the school has is flagged.
void check_signer(Transaction& t, const Scope& station, const PushedRun& run) {
    if (run.signer.empty() ||
        !t.run("select trust_key($1, $2)", {station.station, run.signer}).one().text(0).empty()) {
        return;
    }
    raise_flag(t, station,
               {.id = run.attempt.id,
                .fate = Fate::taken,
                .why = "it was signed by a station that this school does not know, " + run.signer},
               "unsound");
}

Answer take_run(Transaction& t, const Scope& station, const Push& push, const PushedRun& run) {
    if (run_is_erased(t, push)) {
        return {.id = push.id, .fate = Fate::erased, .why = {}};
    }
    t.run("insert into profile (id, school, name, station) values ($1, $2, $3, $4) on conflict do nothing",
          {push.profile, station.school, push.student, station.station});
    if (t.run("select 1 from profile where id = $1", {push.profile}).empty()) {
        return {.id = push.id, .fate = Fate::refused, .why = "its student belongs to another school"};
    }
    if (!insert_attempt(t, station, run.attempt)) {
        return standing_run(t, station, run);
    }
    t.run_with_bytes("insert into recording (attempt, signature, result, bytes) values ($1, $2, $3, $4)",
                     {push.id, run.signature, push.result.empty() ? Value() : Value(push.result)},
                     push.recording);
    check_signer(t, station, run);
    return {.id = push.id, .fate = Fate::taken, .why = {}};
}

} // namespace

std::vector<Answer> merge(Pool& pool, const Scope& station, const std::vector<Push>& batch,
                          const std::string& home_page) {
    std::vector<PushedRun> runs; // read before the line, not in it
    runs.reserve(batch.size());
    for (const Push& push : batch) {
        runs.push_back(read_pushed(push));
    }
    std::vector<Answer> answers;
    pool.transact(station, [&](Transaction& t) {
        answers.clear();
        take_turn(t, station.school);
        for (std::size_t k = 0; k < batch.size(); ++k) {
            if (!runs[k].refusal.empty()) {
                answers.push_back({.id = batch[k].id, .fate = Fate::refused, .why = runs[k].refusal});
                raise_flag(t, station, answers.back(), "unsound");
                continue;
            }
            answers.push_back(take_run(t, station, batch[k], runs[k]));
            if (answers.back().fate == Fate::taken) {
                queue_statements(t, station.school, statements_of(runs[k].attempt, home_page));
            }
        }
    });
    return answers;
}

namespace {

/// The clock of the moment under the school's turn: whoever reads on from a cursor misses none.
void lay_tombstone(Transaction& t, const Scope& station, const Erased& one) {
    t.run(
        "insert into tombstone (school, id, digest, laid_at) values ($1, $2, $3, greatest(clock_timestamp(),"
        " (select max(laid_at) from tombstone where school = $1) + interval '1 microsecond'))"
        " on conflict do nothing",
        {station.school, one.id, one.digest});
}

bool is_of_another_station(Transaction& t, const Scope& station, const Erased& one) {
    return t
        .run("select exists (select from attempt where id = $1 and station <> $2)"
             " or exists (select from class_row where id = $1 and station <> $2)"
             " or exists (select from profile where id = $1 and station <> $2)",
             {one.id, station.station})
        .one()
        .flag(0);
}

} // namespace

int erase(Pool& pool, const Scope& station, const std::vector<Erased>& erased) {
    int deleted = 0;
    pool.transact(station, [&](Transaction& t) {
        deleted = 0;
        take_turn(t, station.school);
        for (const Erased& one : erased) {
            if (is_of_another_station(t, station, one)) {
                continue;
            }
            lay_tombstone(t, station, one);
            deleted += static_cast<int>(t.run("delete from attempt where id = $1", {one.id}).affected);
            t.run("delete from class_row where id = $1", {one.id});
        }
        for (const Erased& one : erased) { // students, when nothing is theirs any more
            t.run("delete from profile p where id = $1 and station = $2"
                  " and not exists (select from attempt where profile = p.id)"
                  " and not exists (select from class_row where profile = p.id)",
                  {one.id, station.station});
        }
    });
    return deleted;
}

} // namespace tactus::server
