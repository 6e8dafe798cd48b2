/// A program that runs beside its school: pushing in the background, with the school there, away and back.

#include "sim/records/archive.hpp"
#include "sim/school/courier.hpp"
#include "sim/school/live.hpp"
#include "tests/scenes/online_school.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>

using namespace tactus;
using namespace std::chrono_literals;
using Line = school::SchoolNews::Line;

namespace {

school::CourierPace quick() {
    return {.live = 20ms, .sign_of_life = 50ms, .errand = 100ms, .pauses = school::Pauses(20ms, 100ms)};
}

void keep(const std::filesystem::path& data, int number, const std::string& student = "Ana") {
    replay::Recording recording = scenes::invented_recording(24);
    recording.origin.started_at_unix_s += number;
    records::Archive(data).add(recording,
                               {.student = student, .grade = "pass", .practice = "", .result = "{}"});
}

/// Until it is so, for at most ten seconds.
bool comes_true(const std::function<bool()>& condition) {
    for (int tries = 0; tries < 1000; ++tries) {
        if (condition()) {
            return true;
        }
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

/// A port that nobody listens on, for as long as nobody takes it.
int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    close(socket);
    return ntohs(address.sin_port);
}

/// Accepts and never answers.
struct DeafServer {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    int port = 0;

    DeafServer() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(listen(socket, 8) == 0);
        socklen_t size = sizeof address;
        getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
    }

    ~DeafServer() { close(socket); }

    DeafServer(const DeafServer&) = delete;
    DeafServer& operator=(const DeafServer&) = delete;
};

} // namespace

TEST_CASE("pauses grow to the longest and begin anew after a success") {
    school::Pauses pauses(5s, 60s);
    std::vector<std::int64_t> waited;
    for (int k = 0; k < 6; ++k) {
        waited.push_back(pauses.next().count() / 1000);
    }
    CHECK(waited == std::vector<std::int64_t>{5, 10, 20, 40, 60, 60});
    pauses.reset();
    CHECK(pauses.next() == 5s);
}

TEST_CASE("what the wall is told fits its 300 bytes and stays text, whatever the names") {
    school::Live live{.student = "Ana",
                      .drill = "Long effleurage",
                      .state = {},
                      .step = 2,
                      .steps = 6,
                      .pressure = 81.6,
                      .flow = std::nullopt,
                      .targeting = 40,
                      .alarm = "pain 8"};
    CHECK(nlohmann::json::parse(school::live_text(live)) ==
          nlohmann::json::parse(R"({"student": "Ana", "drill": "Long effleurage", "step": 2, "steps": 6,
                                    "pressure": 82, "targeting": 40, "alarm": "pain 8"})"));
    CHECK(school::live_text({}) == "{}");
    for (const std::string& name : {std::string(500, 'x'), std::string(300, '\x01'), std::string(200, '"')}) {
        live.student = live.drill = live.alarm = live.state = name;
        CHECK(school::live_text(live).size() <= school::live_limit_bytes);
    }
    std::string umlauts;
    for (int k = 0; k < 100; ++k) {
        umlauts += "\xC3\xA4";
    }
    live.student = "A" + umlauts;
    const auto cut = nlohmann::json::parse(school::live_text(live)).at("student").get<std::string>();
    CHECK(cut.size() % 2 == 1); // whole letters behind the first
    CHECK(live.student.starts_with(cut));
}

TEST_CASE("a run that was kept arrives at the school by itself, once, and the guest's stays") {
    scenes::OnlineSchool school;
    scenes::Folder data("courier");
    school::Courier courier(data.path, {.server = school.address(), .token = school.first_token}, quick());
    CHECK(comes_true([&] { return courier.news().line == Line::connected; }));
    CHECK_FALSE(std::filesystem::exists(data.path / "records.db")); // whoever looks begins no records
    keep(data.path, 1);
    keep(data.path, 2, "");
    courier.push_now();
    CHECK(comes_true([&] { return school.truth("select count(*) from attempt") == "1"; }));
    CHECK(comes_true([&] { return courier.news().waiting == 0 && courier.news().pushed_at_unix_s > 0; }));
    const school::SchoolNews news = courier.news();
    CHECK(news.school == "Massage School");
    CHECK(news.station == "station 1");
    CHECK(news.fault.empty());
}

TEST_CASE("with the server down the station goes on and the queue grows; when it is back all arrives once") {
    scenes::School school;
    scenes::Folder data("courier-offline");
    const int port = free_port();
    keep(data.path, 1);
    school::Courier courier(
        data.path, {.server = "http://127.0.0.1:" + std::to_string(port), .token = school.first_token},
        quick());
    CHECK(comes_true([&] { return courier.news().line == Line::offline; }));
    CHECK(courier.news().waiting == 1);
    CHECK(courier.news().fault.find("cannot be reached") != std::string::npos);
    const auto before = std::chrono::steady_clock::now();
    for (int k = 2; k <= 5; ++k) {
        keep(data.path, k);
        courier.push_now();
    }
    CHECK(comes_true([&] { return courier.news().waiting == 5; }));
    CHECK(std::chrono::steady_clock::now() - before < 5s);
    CHECK(records::Archive(data.path).outbox().last_error.find("cannot be reached") != std::string::npos);

    server::Api api{school.pool, "https://school.example"};
    server::HttpServer http({.port = port, .threads = 4}, api);
    std::jthread serving([&] { http.run(); });
    CHECK(comes_true([&] { return courier.news().line == Line::connected && courier.news().waiting == 0; }));
    CHECK(school.truth("select count(*) from attempt") == "5");
    CHECK(school.truth("select count(*) from flag") == "0");
    CHECK(records::Archive(data.path).outbox().last_error.empty());
    http.stop();
}

TEST_CASE("during a run the wall hears of it and nothing is pushed; afterwards it is") {
    scenes::OnlineSchool school;
    scenes::Folder data("courier-run");
    school::Courier courier(data.path, {.server = school.address(), .token = school.first_token}, quick());
    CHECK(comes_true([&] { return courier.news().line == Line::connected; }));
    courier.show({.student = "Ana", .drill = "Long effleurage", .step = 1, .steps = 3}, true);
    CHECK(comes_true(
        [&] { return school.truth("select count(*) from live where body->>'student' = 'Ana'") == "1"; }));
    std::this_thread::sleep_for(50ms); // an errand that was under way ends
    keep(data.path, 1);
    courier.push_now();
    for (int step = 2; step <= 3; ++step) {
        courier.show({.student = "Ana", .drill = "Long effleurage", .step = step, .steps = 3}, true);
        CHECK(comes_true(
            [&] { return school.truth("select body->>'step' from live") == std::to_string(step); }));
    }
    CHECK(school.truth("select count(*) from attempt") == "0");
    courier.show({.student = "Ana"}, false);
    CHECK(comes_true([&] { return school.truth("select count(*) from attempt") == "1"; }));
    CHECK(comes_true([&] { return school.truth("select body::text from live") == R"({"student": "Ana"})"; }));
}

TEST_CASE("a station that was revoked is told so, keeps its runs, and is let in again by a new token") {
    scenes::OnlineSchool school;
    scenes::Folder data("courier-revoked");
    keep(data.path, 1);
    server::revoke_station(school.owner, school.id, "station 1");
    {
        school::Courier courier(data.path, {.server = school.address(), .token = school.first_token},
                                quick());
        CHECK(comes_true([&] { return courier.news().line == Line::refused; }));
        CHECK(courier.news().fault.find("token is unknown") != std::string::npos);
        CHECK(courier.news().waiting == 1);
    }
    const school::Courier courier(data.path, {.server = school.address(), .token = school.second_token},
                                  quick());
    CHECK(comes_true([&] { return courier.news().waiting == 0; }));
}

TEST_CASE("ending waits for nobody: neither for a server that never answers nor for one that is away") {
    scenes::Folder data("courier-end");
    keep(data.path, 1);
    const DeafServer deaf;
    for (const int port : {deaf.port, free_port()}) {
        auto courier = std::make_unique<school::Courier>(
            data.path,
            school::SchoolLink{.server = "http://127.0.0.1:" + std::to_string(port), .token = "x"});
        std::this_thread::sleep_for(200ms);
        const auto before = std::chrono::steady_clock::now();
        courier.reset();
        CHECK(std::chrono::steady_clock::now() - before < 1s);
    }
}
