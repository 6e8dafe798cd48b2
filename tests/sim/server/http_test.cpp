#include "tests/scenes/online_school.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace tactus;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

struct Online : scenes::OnlineSchool {
    using OnlineSchool::OnlineSchool;

    [[nodiscard]] httplib::Client client(const std::string& token = "") const {
        httplib::Client made("127.0.0.1", http.port());
        if (!token.empty()) {
            made.set_default_headers({{"Authorization", "Bearer " + token}});
        }
        return made;
    }

    [[nodiscard]] int posted(const std::string& token, const std::string& path,
                             const std::string& body) const {
        return client(token).Post(path, body, "application/json")->status;
    }
};

/// A bare connection, for what a client library would not do.
struct Wire {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);

    explicit Wire(int port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }

    ~Wire() { close(socket); }

    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    [[nodiscard]] bool say(const std::string& text) const {
        return send(socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }

    /// Everything until the server closes.
    [[nodiscard]] std::string hear() const {
        std::string heard;
        std::array<char, 4096> part{};
        for (ssize_t size = 0; (size = recv(socket, part.data(), part.size(), 0)) > 0;) {
            heard.append(part.data(), static_cast<std::size_t>(size));
        }
        return heard;
    }
};

} // namespace

TEST_CASE("a person logs in, sees what is theirs, and logs out") {
    Online school;
    server::set_password(school.owner, school.id, "Ana", scenes::password);
    const school::Push push = scenes::invented_push(1, server::new_id());
    CHECK(school.posted(school.first_token, "/v1/attempts", school::batch_text({push})) == 200);
    school.link(push.profile, school.ana);

    const auto wrong =
        school.client().Post("/v1/login", R"({"name": "Ana", "password": "wrong"})", "application/json");
    CHECK(wrong->status == 401);
    const auto right = school.client().Post(
        "/v1/login", json{{"name", "Ana"}, {"password", scenes::password}}.dump(), "application/json");
    REQUIRE(right->status == 200);
    const std::string token = json::parse(right->body)["token"];
    const auto attempts = json::parse(school.client(token).Get("/v1/attempts?limit=10")->body);
    REQUIRE(attempts["rows"].size() == 1);
    CHECK(attempts["rows"][0]["id"] == push.id);
    CHECK(school.client(token).Get("/v1/attempts/" + push.id + "/recording")->body == push.recording);
    CHECK(json::parse(school.client(token)
                          .Get("/v1/attempts?after=" + attempts["next"].get<std::string>())
                          ->body)["rows"]
              .empty());
    CHECK(school.client(school.token_for(school.ben)).Get("/v1/attempts/" + push.id + "/recording")->status ==
          404);

    CHECK(school.posted(token, "/v1/logout", "{}") == 200);
    CHECK(school.client(token).Get("/v1/attempts")->status == 401);
}

TEST_CASE("each path is for whom it is for") {
    Online school;
    const std::string ana = school.token_for(school.ana);
    const std::string teacher = school.token_for(school.teacher);
    for (const char* path : {"/v1/gradebook", "/v1/flags", "/v1/status", "/v1/live"}) {
        CAPTURE(path);
        CHECK(school.client().Get(path)->status == 401);
        CHECK(school.client("no token of this server").Get(path)->status == 401);
        CHECK(school.client(ana).Get(path)->status == 403);
        CHECK(school.client(school.first_token).Get(path)->status == 403);
        CHECK(school.client(teacher).Get(path)->status == 200);
    }
    CHECK(school.posted(teacher, "/v1/attempts", R"({"attempts": []})") == 403);
    CHECK(school.posted(ana, "/v1/drills", "name = 'x'") == 403);
    CHECK(school.posted("", "/v1/attempts", "{}") == 401);
    CHECK(school.client().Get("/v1/health")->status == 200);
}

TEST_CASE(
    "a drill is published once, listed, and pulled by its hash; a wrong one is answered with its mistakes") {
    Online school;
    const std::string teacher = school.token_for(school.teacher);
    const std::string text = authoring::read_text(authoring::asset_named("drills", "effleurage"));
    const auto published = school.client(teacher).Post("/v1/drills", text, "application/toml");
    REQUIRE(published->status == 200);
    const std::string hash = json::parse(published->body)["hash"];
    CHECK(hash == records::digest_hex(text));
    CHECK(school.client(teacher).Post("/v1/drills", text, "application/toml")->status == 200);
    CHECK(json::parse(school.client(school.first_token).Get("/v1/drills")->body)["rows"].size() == 1);
    CHECK(school.client(school.first_token).Get("/v1/drills/" + hash)->body == text);
    CHECK(school.client(school.first_token).Get("/v1/drills/" + std::string(32, '0'))->status == 404);

    const auto wrong = school.client(teacher).Post("/v1/drills", "nonsense = 1\n", "application/toml");
    CHECK(wrong->status == 400);
    CHECK(wrong->body.find("nonsense") != std::string::npos);
}

TEST_CASE("the wall shows each station's last word and its age") {
    Online school;
    CHECK(school.posted(school.first_token, "/v1/live", R"({"student": "Ana", "pressure": 70})") == 200);
    CHECK(school.posted(school.first_token, "/v1/live",
                        R"({"student": "Ana", "pressure": 82, "alarm": "PAIN 8"})") == 200);
    CHECK(school.posted(school.first_token, "/v1/live", json{{"student", std::string(300, 'x')}}.dump()) ==
          400);
    const auto wall =
        json::parse(school.client(school.token_for(school.teacher)).Get("/v1/live")->body)["rows"];
    REQUIRE(wall.size() == 2);
    CHECK(wall[0]["live"]["pressure"] == 82);
    CHECK(wall[0]["age_s"] < 5);
    CHECK(wall[1]["live"].is_null());
    const auto page = school.client().Get("/wall");
    CHECK(page->get_header_value("Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(page->body.find("src=") == std::string::npos); // no script from elsewhere
}

TEST_CASE("hostile bodies are refused in words, and the server goes on") {
    Online school;
    std::string deep = R"({"attempts": )";
    deep += std::string(100'000, '[') + std::string(100'000, ']') + "}";
    std::string nested = R"({"x": )" + std::string(100, '[') + std::string(100, ']') + "}";
    for (
        const std::string& body :
        {deep, nested, std::string("{"), std::string("[]"), std::string("\0\xff", 2),
         std::string(R"({"attempts": 1})"), std::string(R"({"attempts": [1]})"),
         std::string(R"({"attempts": [{"id": "../../etc/passwd"}]})"),
         std::string(R"({"attempts": [{"id": 7, "profile": null}]})"),
         R"({"attempts": [)" + std::string(200, ' ') + "]",
         std::string(
             R"({"attempts": [{"id":"00000000-0000-0000-0000-000000000000","profile":"00000000-0000-0000-0000-000000000000","recording":"***"}]})")}) {
        const auto answer = school.client(school.first_token).Post("/v1/attempts", body, "application/json");
        REQUIRE(answer != nullptr);
        CHECK(answer->status == 400);
        CHECK(json::parse(answer->body)["error"]["what"].get<std::string>().size() > 5);
    }
    const std::string teacher = school.token_for(school.teacher);
    for (const char* path : {"/v1/attempts?limit=0", "/v1/attempts?limit=9999999999999",
                             "/v1/attempts?after=x", "/v1/attempts?after=1.x", "/v1/gradebook?limit=-1"}) {
        CHECK(school.client(teacher).Get(path)->status == 400);
    }
    CHECK(json::parse(school.client(teacher)
                          .Get("/v1/gradebook?drill=%27%3B%20drop%20table%20attempt%3B--")
                          ->body)["rows"]
              .empty());
    CHECK(school.posted(teacher, "/v1/events", R"({"id": "x"})") == 400);
    CHECK(school.posted(teacher, "/v1/events",
                        json{{"id", server::new_id()}, {"kind", "gossip"}, {"at", "2026-01-31"}}.dump()) ==
          400);
    CHECK(school.posted(teacher, "/v1/events",
                        json{{"id", server::new_id()}, {"kind", "comment"}, {"at", "noon"}}.dump()) == 400);
    for (const char* path :
         {"/../../etc/passwd", "/v1/drills/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/wall/../x",
          "/v1/attempts/00000000-0000-0000-0000-000000000000/../x"}) {
        CAPTURE(path);
        Wire wire(school.http.port());
        REQUIRE(wire.say(std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        CHECK(wire.hear().substr(9, 3) == "404");
    }
    CHECK(school.truth("select count(*) from attempt") == "0");
}

TEST_CASE("too much is refused by its head, before the body is read") {
    Online school;
    const auto head = [&](const std::string& token, const std::string& path, const std::string& length) {
        Wire wire(school.http.port());
        REQUIRE(wire.say(
            "POST " + path + " HTTP/1.1\r\nHost: x\r\n" +
            (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") +
            (length.empty() ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length + "\r\n") +
            "\r\n"));
        return wire.hear().substr(9, 3);
    };
    CHECK(head(school.first_token, "/v1/attempts", "10000000000") == "413");
    CHECK(head(school.first_token, "/v1/live", "5000") == "413");
    CHECK(head("", "/v1/login", "10485760") == "413");
    CHECK(head("", "/v1/attempts", "1000") == "401");
    CHECK(head(school.first_token, "/v1/attempts", "") == "411");
    CHECK(head(school.first_token, "/v1/attempts", "-1") == "411");
    CHECK(school.posted(school.first_token, "/v1/attempts",
                        json{{"attempts", std::string(10 << 20U, 'x')}}.dump()) == 400);
}

TEST_CASE("clients that send a byte now and then lose their connection, and nobody waits for them") {
    Online school(1500ms);
    std::vector<std::unique_ptr<Wire>> slow;
    for (int k = 0; k < 40; ++k) {
        slow.push_back(std::make_unique<Wire>(school.http.port()));
        REQUIRE(slow.back()->say("POST /v1/login HTTP/1.1\r\nX: "));
    }
    const auto start = std::chrono::steady_clock::now();
    bool dropped = false;
    double slowest_s = 0;
    while (!dropped && std::chrono::steady_clock::now() - start < 10s) {
        const auto asked = std::chrono::steady_clock::now();
        CHECK(school.client().Get("/v1/health")->status == 200);
        slowest_s = std::max(slowest_s,
                             std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count());
        dropped = true;
        for (const auto& wire : slow) {
            dropped = !wire->say("x") && dropped;
        }
        std::this_thread::sleep_for(50ms);
    }
    CHECK(dropped);
    CHECK(slowest_s < 5); // whoever is honest waits for the watch at most, not for the patience with each
}

TEST_CASE("a database that is away is said to be away, and used again when it is back") {
    Online school;
    server::Pool nowhere("host=/nowhere dbname=x user=y", 2);
    server::Api api(nowhere, "https://school.example");
    server::HttpServer http({.port = 0, .threads = 4}, api);
    std::jthread thread([&] { http.run(); });
    httplib::Client client("127.0.0.1", http.port());
    std::this_thread::sleep_for(50ms);
    CHECK(client.Get("/v1/health")->status == 503);
    http.stop();

    CHECK(school.client().Get("/v1/health")->status == 200);
    school.owner.transact([](server::Transaction& t) {
        t.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and "
              "pid <> pg_backend_pid()");
    });
    int failures = 0;
    while (school.client().Get("/v1/health")->status != 200 && failures < 20) {
        ++failures;
    }
    CHECK(failures <= 1); // one finds out; it throws the other dead ones away too
}
