#pragma once
/// A school with its server on a free port of the loopback.

#include "sim/authoring/table.hpp"
#include "sim/server/http_server.hpp"
#include "tests/scenes/school.hpp"

#include <thread>

namespace tactus::scenes {

struct OnlineSchool : School {
    server::Api api{pool, "https://school.example"};
    server::HttpServer http;
    std::jthread thread{[this] { http.run(); }};

    explicit OnlineSchool(std::chrono::milliseconds lifetime = std::chrono::seconds(60))
        : http({.port = 0,
                .threads = 48,
                .read_patience = std::chrono::seconds(2),
                .connection_lifetime = lifetime},
               api) {}

    ~OnlineSchool() { http.stop(); }

    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(http.port()); }

    /// A token as after a login, without its hashing.
    std::string token_for(const server::Scope& who) {
        std::string token = server::new_token();
        owner.transact([&](server::Transaction& t) {
            t.run("insert into login values ($1, $2, now() + interval '1 hour')",
                  {server::token_key(token), who.person});
        });
        return token;
    }
};

} // namespace tactus::scenes
