#include "sim/server/api.hpp"

#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"
#include "sim/server/people.hpp"
#include "sim/server/wall_page.hpp"
#include "sim/session/version.hpp"

#include <charconv>
#include <httplib.h>
#include <iostream>
#include <utility>

namespace tactus::server {
namespace {

constexpr std::size_t small_body_bytes = 4096;
constexpr std::string_view bearer_word = "Bearer ";

void send_json(httplib::Response& response, const std::string& text) {
    response.set_content(text, "application/json");
}

void send_refusal(httplib::Response& response, const Refusal& refusal) {
    response.status = refusal.status;
    send_json(response, school::line_of({{"error", {{"what", refusal.what}, {"mend", refusal.mend}}}}));
}

/// Refuses a request whose body was not read, and ends its connection: what is left of the body must not be
/// taken for the next request. httplib has no word for that, but closes where a provider breaks off.
void send_refusal_and_close(httplib::Response& response, const Refusal& refusal) {
    send_refusal(response, refusal);
    response.set_header("Connection", "close");
    const std::string text = std::exchange(response.body, std::string());
    response.set_content_provider(text.size(), "application/json",
                                  [text](std::size_t, std::size_t, httplib::DataSink& sink) {
                                      sink.write(text.data(), text.size());
                                      return false;
                                  });
}

Refusal refusal_of(const DatabaseError& error) {
    if (error.is_unreachable()) {
        return {.status = 503, .what = "the database cannot be reached", .mend = "try again later"};
    }
    if (error.is_forbidden()) {
        return {
            .status = 403, .what = "this is not yours to see or do", .mend = "log in as somebody who may"};
    }
    if (error.sql_state().starts_with("22") || error.sql_state().starts_with("23")) { // data, constraint
        return {.status = 400, .what = "a value is of the wrong kind", .mend = "see sim/server/README.md"};
    }
    return {.status = 500, .what = "the server failed; its log says why", .mend = "tell who runs it"};
}

/// Runs a handler; what it throws becomes an answer, and what nobody expected a line on standard error.
template <class Handler> void answer_all(httplib::Response& response, const Handler& handler) {
    try {
        handler();
    } catch (const Refusal& refusal) {
        send_refusal(response, refusal);
    } catch (const UserError& error) {
        send_refusal(response, {.status = 400, .what = error.what(), .mend = "see sim/server/README.md"});
    } catch (const DatabaseError& error) {
        const Refusal refusal = refusal_of(error);
        if (refusal.status >= 500) {
            std::cerr << "tactus-server: " << error.what() << std::endl;
        }
        send_refusal(response, refusal);
    } catch (const std::exception& error) {
        std::cerr << "tactus-server: " << error.what() << std::endl;
        send_refusal(response, refusal_of(DatabaseError(error.what(), "XX000")));
    }
}

std::string token_of(const httplib::Request& request) {
    const std::string header = request.get_header_value("Authorization");
    return header.starts_with(bearer_word) ? header.substr(bearer_word.size()) : std::string();
}

/// Why a request is not even read, judged by its head alone; 0 = read it.
int refused_at_the_gate(const httplib::Request& request) {
    const bool has_body = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (!has_body) {
        return 0;
    }
    if (request.path != "/v1/login" && token_of(request).empty()) {
        return 401;
    }
    const std::string length = request.get_header_value("Content-Length");
    std::size_t bytes = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (length.empty() || error != std::errc() || end != length.data() + length.size()) {
        return 411;
    }
    const bool small =
        request.path == "/v1/login" || request.path == "/v1/logout" || request.path == "/v1/live";
    return bytes > (small ? small_body_bytes : school::body_limit_bytes) ? 413 : 0;
}

} // namespace

void Api::add_to(httplib::Server& server) {
    add_gate(server);
    add_doors(server);
    add_station_routes(server);
    add_people_routes(server);
}

void Api::add_gate(httplib::Server& server) {
    server.set_payload_max_length(school::body_limit_bytes);
    server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}});
    server.set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
        const int status = refused_at_the_gate(request);
        if (status == 0) {
            return httplib::Server::HandlerResponse::Unhandled;
        }
        send_refusal_and_close(response, {.status = status,
                                          .what = status == 401   ? "a token is missing"
                                                  : status == 411 ? "the length of the body is missing"
                                                                  : "the body is too large",
                                          .mend = "see sim/server/README.md"});
        return httplib::Server::HandlerResponse::Handled;
    });
    server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (response.body.empty() && response.get_header_value("Connection") != "close") {
            send_refusal(response, {.status = response.status,
                                    .what = response.status == 404 ? "there is nothing here"
                                                                   : "the request cannot be read",
                                    .mend = "see sim/server/README.md"});
        }
    });
}

void Api::add_doors(httplib::Server& server) {
    server.Get("/v1/health", [this](const httplib::Request&, httplib::Response& response) {
        answer_all(response, [&] {
            pool_.transact({}, [](Transaction& t) { t.run("select 1"); });
            send_json(response,
                      school::line_of({{"status", "ok"}, {"version", std::string(session::sim_version())}}));
        });
    });
    server.Post("/v1/login", [this](const httplib::Request& request, httplib::Response& response) {
        answer_all(response, [&] {
            const auto given = school::parse_object(request.body, "body");
            const auto token = log_in(pool_, passwords_,
                                      {.school = school::text_of(given, "school", small_body_bytes),
                                       .name = school::text_of(given, "name", small_body_bytes),
                                       .password = school::text_of(given, "password", small_body_bytes)});
            if (!token) {
                throw Refusal{401,
                              "name and password do not fit, or five did not and a minute has not passed",
                              "try again"};
            }
            send_json(response, school::line_of({{"token", *token}, {"expires_in_s", login_hours * 3600}}));
        });
    });
    server.Post("/v1/logout", guarded("", [this](const Scope&, const httplib::Request& request,
                                                 httplib::Response& response) {
                    log_out(pool_, token_of(request));
                    send_json(response, "{}");
                }));
    server.Get("/wall", [](const httplib::Request&, httplib::Response& response) {
        response.set_header("Content-Security-Policy", std::string(wall_policy));
        response.set_content(std::string(wall_page), "text/html; charset=utf-8");
    });
}

Api::Open Api::guarded(const std::string& roles, Answer answer) {
    return [this, roles, answer = std::move(answer)](const httplib::Request& request,
                                                     httplib::Response& response) {
        answer_all(response, [&] { answer(caller(request, roles), request, response); });
    };
}

Scope Api::caller(const httplib::Request& request, const std::string& roles) {
    const std::string token = token_of(request);
    const auto scope = token.empty() ? std::nullopt : bearer(pool_, token);
    if (!scope) {
        throw Refusal{401, "the token is unknown or has expired", "log in again"};
    }
    if (!roles.empty() && (" " + roles + " ").find(" " + scope->role + " ") == std::string::npos) {
        throw Refusal{403, "this is for: " + roles, "log in as one of them"};
    }
    return *scope;
}

} // namespace tactus::server
