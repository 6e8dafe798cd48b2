/// What stations ask for: push, erase, pull drills, say what they show.

#include "sim/school/class_wire.hpp"
#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"
#include "sim/server/api.hpp"
#include "sim/server/class_log.hpp"
#include "sim/server/drill_shelf.hpp"
#include "sim/server/live_wall.hpp"
#include "sim/server/merge.hpp"

#include <httplib.h>

namespace tactus::server {
namespace {

constexpr std::size_t erased_limit = 10'000;

std::vector<Erased> parse_erased(const std::string& text) {
    const auto json = school::parse_object(text, "body");
    const auto rows = json.find("erased");
    if (rows == json.end() || !rows->is_array() || rows->size() > erased_limit) {
        throw UserError(Complaint{"erased", "is no list of at most 10000", "see sim/server/README.md"});
    }
    std::vector<Erased> erased;
    for (const auto& row : *rows) {
        erased.push_back({.id = row.is_object() ? school::text_of(row, "id", 36) : "",
                          .digest = row.is_object() ? school::text_of(row, "digest", 32) : ""});
        if (!school::is_uuid(erased.back().id)) {
            throw UserError(
                Complaint{"erased", "has a row without the id of an attempt", "see sim/server/README.md"});
        }
    }
    return erased;
}

} // namespace

void Api::add_station_routes(httplib::Server& server) {
    using httplib::Request;
    using httplib::Response;
    server.Post("/v1/attempts",
                guarded("station", [this](const Scope& who, const Request& request, Response& response) {
                    const auto batch = school::parse_batch(request.body);
                    response.set_content(school::answers_text(merge(pool_, who, batch, home_page_)),
                                         json_type);
                }));
    server.Post("/v1/erasures",
                guarded("station", [this](const Scope& who, const Request& request, Response& response) {
                    const int deleted = erase(pool_, who, parse_erased(request.body));
                    response.set_content(school::line_of({{"deleted", deleted}}), json_type);
                }));
    server.Post("/v1/class",
                guarded("station", [this](const Scope& who, const Request& request, Response& response) {
                    const auto rows = school::parse_rows(request.body, "body");
                    response.set_content(school::answers_text(take_class_rows(pool_, who, rows)), json_type);
                }));
    server.Get(
        "/v1/station", guarded("station", [this](const Scope& who, const Request&, Response& response) {
            pool_.transact(who, [&](Transaction& t) { response.set_content(station_card(t), json_type); });
        }));
    server.Post("/v1/live",
                guarded("station", [this](const Scope& who, const Request& request, Response& response) {
                    pool_.transact(who, [&](Transaction& t) { tell_live(t, who, request.body); });
                    response.set_content("{}", json_type);
                }));
    server.Get("/v1/drills", guarded("", [this](const Scope& who, const Request&, Response& response) {
                   pool_.transact(who,
                                  [&](Transaction& t) { response.set_content(drill_list(t), json_type); });
               }));
    server.Get(R"(/v1/drills/([0-9a-f]{32}))",
               guarded("", [this](const Scope& who, const Request& request, Response& response) {
                   std::optional<std::string> text;
                   pool_.transact(who, [&](Transaction& t) { text = drill_text(t, request.matches[1]); });
                   if (!text) {
                       throw Refusal{404, "there is no such drill", "see GET /v1/drills"};
                   }
                   response.set_content(*text, "application/toml");
               }));
}

} // namespace tactus::server
