#pragma once
/// The HTTP interface, version 1; sim/server/README.md lists every path. httplib is included by api*.cpp and
/// http_server.cpp alone.

#include "sim/authoring/user_error.hpp"
#include "sim/server/postgres.hpp"
#include "sim/server/secrets.hpp"

#include <functional>
#include <string>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace tactus::server {

inline constexpr const char* json_type = "application/json";

/// What an answer other than 200 says: {"error":{"what","mend"}}.
struct Refusal {
    int status = 400;
    std::string what;
    std::string mend;
};

/// The routes and what they need. Thread-safe; outlives the server that it is added to.
class Api {
public:
    /// home_page: of the school, "https://school.example": names actors and drills in xAPI.
    Api(Pool& pool, std::string home_page) : pool_(pool), home_page_(std::move(home_page)) {}

    void add_to(httplib::Server& server);

private:
    using Answer = std::function<void(const Scope&, const httplib::Request&, httplib::Response&)>;
    using Open = std::function<void(const httplib::Request&, httplib::Response&)>;

    void add_gate(httplib::Server& server);
    void add_doors(httplib::Server& server);
    void add_station_routes(httplib::Server& server);
    void add_people_routes(httplib::Server& server);

    /// A handler for whoever has a token; `roles` lists who, with spaces between; "" = everybody.
    Open guarded(const std::string& roles, Answer answer);
    Scope caller(const httplib::Request& request, const std::string& roles);

    Pool& pool_;
    std::string home_page_;
    PasswordCheck passwords_;
};

} // namespace tactus::server
