/// What people ask for: attempts, events and classes after a cursor, the gradebook, flags, the wall.

#include "sim/school/json_text.hpp"
#include "sim/server/api.hpp"
#include "sim/server/class_log.hpp"
#include "sim/server/cursor.hpp"
#include "sim/server/drill_shelf.hpp"
#include "sim/server/event_log.hpp"
#include "sim/server/gradebook.hpp"
#include "sim/server/live_wall.hpp"

#include <charconv>
#include <httplib.h>

namespace tactus::server {
namespace {

using httplib::Request;
using httplib::Response;

constexpr const char* teachers = "instructor admin";
constexpr int page_limit = 1000;

int limit_of(const Request& request, int usual) {
    const std::string text = request.get_param_value("limit");
    int limit = usual;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (!text.empty() &&
        (error != std::errc() || end != text.data() + text.size() || limit < 1 || limit > page_limit)) {
        throw Refusal{400, "limit is not from 1 to 1000", "see sim/server/README.md"};
    }
    return limit;
}

PageAsked page_of(const Request& request) {
    return {.after = request.get_param_value("after"), .limit = limit_of(request, 100)};
}

GradebookAsked gradebook_of(const Request& request) {
    return {.drill = request.get_param_value("drill"),
            .class_name = request.get_param_value("class"),
            .after = request.get_param_value("after"),
            .limit = limit_of(request, page_limit)};
}

Refusal no_attempt() { return {404, "there is no such attempt", "see GET /v1/attempts"}; }

} // namespace

void Api::add_people_routes(httplib::Server& server) {
    /// A question whose answer is JSON that the database made.
    const auto ask = [&](const char* path, const char* roles,
                         std::function<std::string(Transaction&, const Request&)> question) {
        server.Get(path, guarded(roles, [this, question = std::move(question)](
                                            const Scope& who, const Request& request, Response& response) {
                       std::string text;
                       pool_.transact(who, [&](Transaction& t) { text = question(t, request); });
                       response.set_content(text, json_type);
                   }));
    };
    ask("/v1/attempts", "student instructor admin", [](Transaction& t, const Request& request) {
        return feed_page(t, "select * from attempt", page_of(request));
    });
    ask("/v1/events", "", [](Transaction& t, const Request& request) {
        return feed_page(t, "select * from event", page_of(request));
    });
    ask("/v1/class", "",
        [](Transaction& t, const Request& request) { return class_page(t, page_of(request)); });
    ask("/v1/erasures", "station admin",
        [](Transaction& t, const Request& request) { return erasure_page(t, page_of(request)); });
    ask("/v1/gradebook", teachers,
        [](Transaction& t, const Request& request) { return gradebook(t, gradebook_of(request)); });
    ask("/v1/flags", teachers, [](Transaction& t, const Request&) { return flags(t); });
    ask("/v1/status", teachers, [](Transaction& t, const Request&) { return school_status(t); });
    ask("/v1/live", teachers, [](Transaction& t, const Request&) { return live_wall(t); });

    server.Get(R"(/v1/attempts/([0-9a-f-]{36}))",
               guarded("", [this](const Scope& who, const Request& request, Response& response) {
                   std::optional<std::string> card;
                   pool_.transact(who, [&](Transaction& t) { card = attempt_card(t, request.matches[1]); });
                   if (!card) {
                       throw no_attempt();
                   }
                   response.set_content(*card, json_type);
               }));
    server.Get(R"(/v1/attempts/([0-9a-f-]{36})/recording)",
               guarded("", [this](const Scope& who, const Request& request, Response& response) {
                   Rows found;
                   pool_.transact(who, [&](Transaction& t) {
                       found = t.run("select bytes from recording where attempt = $1", {request.matches[1]});
                   });
                   if (found.empty()) {
                       throw no_attempt();
                   }
                   response.set_content(found.one().bytes(0), "application/octet-stream");
               }));
    server.Post("/v1/events",
                guarded("", [this](const Scope& who, const Request& request, Response& response) {
                    pool_.transact(who, [&](Transaction& t) { add_event(t, who, request.body); });
                    response.set_content("{}", json_type);
                }));
    server.Post(
        "/v1/drills", guarded(teachers, [this](const Scope& who, const Request& request, Response& response) {
            std::string hash;
            pool_.transact(who, [&](Transaction& t) { hash = publish_drill(t, who.school, request.body); });
            response.set_content(school::line_of({{"hash", hash}}), json_type);
        }));
}

} // namespace tactus::server
