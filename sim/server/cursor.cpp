#include "sim/server/cursor.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/wire.hpp"

namespace tactus::server {
namespace {

/// Microseconds since 1970 and the id, "1790000000000000.0190..."
struct Place {
    std::string microseconds = "-1";
    std::string id = "00000000-0000-0000-0000-000000000000";
};

Place parse_place(const std::string& cursor) {
    if (cursor.empty()) {
        return {};
    }
    const std::size_t dot = cursor.find('.');
    Place place{.microseconds = cursor.substr(0, dot),
                .id = dot == std::string::npos ? "" : cursor.substr(dot + 1)};
    const bool digits = !place.microseconds.empty() && place.microseconds.size() < 18 &&
                        place.microseconds.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || !school::is_uuid(place.id)) {
        throw UserError(Complaint{"after", "is no cursor of this server", "take `next` of the page before"});
    }
    return place;
}

} // namespace

void take_turn(Transaction& transaction, const std::string& school) {
    transaction.run("select pg_advisory_xact_lock(hashtextextended($1, 0))", {school});
}

std::string feed_page(Transaction& transaction, const std::string& select, const PageAsked& asked) {
    const Place place = parse_place(asked.after);
    const Rows page = transaction.run(
        "with page as (" + select +
            " where (received_at, id) > ('epoch'::timestamptz + $1::bigint * interval '1 microsecond', "
            "$2::uuid)"
            " order by received_at, id limit $3::integer),"
            " last as (select received_at, id from page order by received_at desc, id desc limit 1)"
            " select json_build_object('rows', coalesce((select json_agg(page) from page), '[]'::json), "
            "'next',"
            " coalesce((select (extract(epoch from received_at) * 1000000)::bigint || '.' || id from last), "
            "$4))",
        {place.microseconds, place.id, std::to_string(asked.limit), asked.after});
    return page.one().text(0);
}

} // namespace tactus::server
