#include "sim/server/class_log.hpp"

#include "sim/school/json_text.hpp"

#include <algorithm>
#include <array>

namespace tactus::server {
namespace {

using nlohmann::json;
using school::Answer;
using school::Fate;

constexpr std::size_t id_length = 36;
constexpr std::size_t word_limit = 200;

/// Whom and what a row is about.
struct Parts {
    Value profile;
    Value attempt;
    Value review;
    std::string why_not; ///< "" = it can be taken
};

constexpr std::array kinds{"class",     "membership", "exam",      "exam_change", "sitting",
                           "handed_in", "mark",       "mark_undo", "review",      "review_answer"};
constexpr std::array everybodys{"sitting", "handed_in", "review"};

/// A run is granted again by the station that it went wrong at.
bool is_grant_of_station(const records::ClassRow& row, const json& body) {
    return row.kind == "mark" && school::text_of(body, "kind", word_limit) == "grant" &&
           school::text_of(body, "who", word_limit) == "this station";
}

/// "" = it may. The policies of the database say the same; here it is an answer about one row.
std::string why_not_to_say(bool at_desk, const records::ClassRow& row, const json& body) {
    if (std::ranges::find(kinds, row.kind) == kinds.end()) {
        return "this server does not know what a " + row.kind + " is";
    }
    const bool may = at_desk || std::ranges::find(everybodys, row.kind) != everybodys.end() ||
                     is_grant_of_station(row, body);
    return may ? "" : "only a station that was added with --desk may say it";
}

/// An id that the body names; nullopt where it names none.
Value named(const json& body, const char* key) {
    const std::string id = school::text_of(body, key, id_length);
    return id.empty() ? Value() : Value(id);
}

/// What the row alone tells.
Parts parts_of(bool at_desk, const records::ClassRow& row) {
    const json body = json::parse(row.body);
    Parts parts{.profile = named(body, "profile"),
                .attempt = named(body, "attempt"),
                .review = named(body, "review"),
                .why_not = why_not_to_say(at_desk, row, body)};
    for (const Value& id : {parts.profile, parts.attempt, parts.review}) {
        if (parts.why_not.empty() && id && !school::is_uuid(*id)) {
            parts.why_not = "it names somebody or something without a UUID";
        }
    }
    return parts;
}

/// Enters its student, and finds the attempt that it goes with; sets why_not where that is not here.
void find_here(Transaction& t, const Scope& station, const records::ClassRow& row, Parts& parts) {
    if (parts.profile) {
        t.run(
            "insert into profile (id, school, name, station) values ($1, $2, $3, $4) on conflict do nothing",
            {*parts.profile, station.school, row.student, station.station});
        if (t.run("select 1 from profile where id = $1", {*parts.profile}).empty()) {
            parts.why_not = "its student belongs to another school";
        }
    }
    if (parts.review) { // an answer goes where its review goes
        const Rows review =
            t.run("select attempt from class_row where kind = 'review' and id = $1", {*parts.review});
        parts.attempt = review.empty() ? Value() : Value(review.one().text(0));
        parts.why_not = review.empty() ? "its review is not here" : parts.why_not;
    }
    if (parts.attempt && t.run("select 1 from attempt where id = $1", {*parts.attempt}).empty()) {
        parts.why_not = "its attempt is not here";
    }
}

bool is_erased(Transaction& t, const records::ClassRow& row, const Parts& parts) {
    return !t.run("select 1 from tombstone where id in ($1, $2, $3)", {row.id, parts.profile, parts.attempt})
                .empty();
}

Answer standing_row(Transaction& t, const Scope& station, const records::ClassRow& row) {
    Answer answer{.id = row.id, .fate = Fate::known, .why = {}};
    const Rows same = t.run("select body = $3::jsonb from class_row where kind = $1 and id = $2",
                            {row.kind, row.id, row.body});
    if (!same.one().flag(0)) {
        answer.fate = Fate::differs;
        answer.why = "another " + row.kind + " was pushed under its id; the first was kept";
        t.run("insert into flag (school, attempt, kind, station, detail) values ($1, $2, 'differs', $3, $4)"
              " on conflict do nothing",
              {station.school, row.id, station.station, answer.why});
    }
    return answer;
}

Answer take_row(Transaction& t, const Scope& station, bool at_desk, const records::ClassRow& row) {
    if (!t.run("select 1 from class_row where kind = $1 and id = $2", {row.kind, row.id}).empty()) {
        return standing_row(t, station, row);
    }
    Parts parts = parts_of(at_desk, row);
    if (parts.why_not.empty() && is_erased(t, row, parts)) {
        return {.id = row.id, .fate = Fate::erased, .why = {}};
    }
    if (parts.why_not.empty()) {
        find_here(t, station, row, parts);
    }
    if (!parts.why_not.empty()) {
        return {.id = row.id, .fate = Fate::refused, .why = parts.why_not};
    }
    const bool taken =
        t.run("insert into class_row (school, kind, id, profile, attempt, station, body, received_at)"
              " values ($1, $2, $3, $4, $5, $6, $7, greatest(clock_timestamp(),"
              " (select max(received_at) from class_row where school = $1) + interval '1 microsecond'))"
              " on conflict do nothing",
              {station.school, row.kind, row.id, parts.profile, parts.attempt, station.station, row.body})
            .affected == 1;
    return taken ? Answer{.id = row.id, .fate = Fate::taken, .why = {}} : standing_row(t, station, row);
}

} // namespace

std::vector<Answer> take_class_rows(Pool& pool, const Scope& station,
                                    const std::vector<records::ClassRow>& rows) {
    std::vector<Answer> answers;
    pool.transact(station, [&](Transaction& t) {
        answers.clear();
        take_turn(t, station.school);
        const bool at_desk = t.run("select at_a_desk()").one().flag(0);
        for (const records::ClassRow& row : rows) {
            answers.push_back(take_row(t, station, at_desk, row));
        }
    });
    return answers;
}

std::string class_page(Transaction& transaction, const PageAsked& asked) {
    return feed_page(
        transaction,
        "select * from (select c.kind, c.id, coalesce(p.name, '') as student, c.body, c.received_at"
        " from class_row c left join profile p on p.id = c.profile) c",
        asked);
}

std::string erasure_page(Transaction& transaction, const PageAsked& asked) {
    return feed_page(transaction,
                     "select * from (select id, digest, laid_at as received_at from tombstone) t", asked);
}

std::string station_card(Transaction& transaction) {
    return transaction
        .run("select json_build_object('school', s.name, 'station', t.name, 'desk', t.desk)"
             " from station t join school s on s.id = t.school where t.id = my_station()")
        .one()
        .text(0);
}

std::optional<std::string> attempt_card(Transaction& transaction, const std::string& id) {
    const Rows found = transaction.run(
        "select json_build_object('id', a.id, 'digest', a.digest, 'profile', a.profile, 'student', p.name,"
        " 'grade', a.grade, 'practice', a.practice, 'result', r.result) from attempt a"
        " join profile p on p.id = a.profile join recording r on r.attempt = a.id where a.id = $1",
        {id});
    return found.empty() ? std::nullopt : std::optional(found.one().text(0));
}

} // namespace tactus::server
