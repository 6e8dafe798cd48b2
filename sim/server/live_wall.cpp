#include "sim/server/live_wall.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"

namespace tactus::server {

void tell_live(Transaction& transaction, const Scope& station, const std::string& text) {
    if (text.size() > school::live_limit_bytes) {
        throw UserError(Complaint{"body", "is longer than 300 bytes", "shorten it"});
    }
    const nlohmann::json live = school::parse_object(text, "body");
    transaction.script("set local synchronous_commit = off"); // half a second later it is said again
    transaction.run("insert into live (station, school, body, seen_at) values ($1, $2, $3, clock_timestamp())"
                    " on conflict (station) do update set body = excluded.body, seen_at = excluded.seen_at",
                    {station.station, station.school, school::line_of(live)});
}

std::string live_wall(Transaction& transaction) {
    return transaction
        .run("select json_build_object('rows', coalesce(json_agg(w order by w.station), '[]'::json)) from "
             "(select s.name as station,"
             " extract(epoch from clock_timestamp() - l.seen_at)::real as age_s, l.body as live"
             " from station s left join live l on l.station = s.id where s.revoked_at is null) w")
        .one()
        .text(0);
}

} // namespace tactus::server
