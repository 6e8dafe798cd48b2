#include "sim/server/event_log.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"
#include "sim/server/cursor.hpp"

namespace tactus::server {
namespace {

using nlohmann::json;

constexpr std::size_t event_word_limit = 200;
constexpr std::size_t reason_limit = 2000;

void check_override(const json& body) {
    const auto score = body.find("score");
    const bool in_range =
        score != body.end() && score->is_number() && score->get<double>() >= 0 && score->get<double>() <= 100;
    const auto passed = body.find("passed");
    if (!in_range || passed == body.end() || !passed->is_boolean()) {
        throw UserError(Complaint{"body", "an override wants a score from 0 to 100 and passed, true or false",
                                  "see sim/server/README.md"});
    }
    if (school::text_of(body, "why", reason_limit).empty()) {
        throw UserError(Complaint{"body.why", "is missing: an override tells its reason", "say why"});
    }
}

void link(Transaction& transaction, const json& body) {
    const std::string profile = school::text_of(body, "profile", event_word_limit);
    const std::string person = school::text_of(body, "person", event_word_limit);
    if (!school::is_uuid(profile) || !(person.empty() || school::is_uuid(person))) {
        throw UserError(Complaint{"body", "a link wants the ids of a profile and of a person",
                                  "see sim/server/README.md"});
    }
    const Rows changed = transaction.run("update profile set person = $2 where id = $1",
                                         {profile, person.empty() ? Value() : Value(person)});
    if (changed.affected == 0) {
        throw UserError(Complaint{"body.profile", "is no profile that you may link", "see GET /v1/attempts"});
    }
}

} // namespace

void add_event(Transaction& transaction, const Scope& by, const std::string& text) {
    const json event = school::parse_object(text, "event");
    const std::string id = school::text_of(event, "id", event_word_limit);
    const std::string kind = school::text_of(event, "kind", event_word_limit);
    const std::string attempt = school::text_of(event, "attempt", event_word_limit);
    const json body = event.value("body", json::object());
    if (!school::is_uuid(id) || !(attempt.empty() || school::is_uuid(attempt)) || !body.is_object()) {
        throw UserError(Complaint{"event",
                                  "wants a UUID as id, one as attempt or none, and an object as body",
                                  "see sim/server/README.md"});
    }
    if (kind == "override") {
        check_override(body);
    }
    take_turn(transaction, by.school);
    const Rows taken = transaction.run(
        "insert into event (id, school, kind, attempt, by_person, station, at, body, received_at)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, greatest(clock_timestamp(),"
        " (select max(received_at) from event where school = $2) + interval '1 microsecond')) on conflict do "
        "nothing",
        {id, by.school, kind, attempt.empty() ? Value() : Value(attempt),
         by.person.empty() ? Value() : Value(by.person), by.station.empty() ? Value() : Value(by.station),
         school::text_of(event, "at", event_word_limit), school::line_of(body)});
    if (kind == "link" && taken.affected == 1) {
        link(transaction, body);
    }
}

} // namespace tactus::server
