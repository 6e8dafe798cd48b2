#include "sim/server/record_store.hpp"
#include "sim/server/xapi.hpp"
#include "tests/scenes/school.hpp"

#include <doctest/doctest.h>

#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

using namespace tactus;
using nlohmann::json;

namespace {

/// A learning record store that keeps what it is given, or answers as it is told to.
struct FakeStore {
    httplib::Server server;
    std::map<std::string, json> kept;
    int answer = 0; ///< 0 = as a store should
    int port = server.bind_to_any_port("127.0.0.1");
    std::jthread thread;

    FakeStore() {
        server.Put("/xapi/statements", [this](const httplib::Request& request, httplib::Response& response) {
            const std::string id = request.get_param_value("statementId");
            CHECK(request.get_header_value("X-Experience-API-Version") == "1.0.3");
            CHECK(request.get_header_value("Authorization").starts_with("Basic "));
            if (answer != 0) {
                response.status = answer;
            } else if (kept.contains(id)) {
                response.status = 409;
            } else {
                kept[id] = json::parse(request.body);
                kept[id]["stored"] = "2026-01-31T10:00:00Z"; // as stores add of their own
                response.status = 204;
            }
        });
        server.Get("/xapi/statements", [this](const httplib::Request& request, httplib::Response& response) {
            response.set_content(kept.at(request.get_param_value("statementId")).dump(), "application/json");
        });
        thread = std::jthread([this] { server.listen_after_bind(); });
    }

    ~FakeStore() { server.stop(); }

    [[nodiscard]] server::RecordStore address() const {
        return {.url = "http://127.0.0.1:" + std::to_string(port) + "/xapi",
                .user = "tactus",
                .password = "secret"};
    }
};

void all_due(scenes::School& school) {
    school.owner.transact([](server::Transaction& t) {
        t.run("update xapi_statement set state = 'waiting', next_try = now()");
    });
}

} // namespace

TEST_CASE("ids are UUIDv5 and durations ISO 8601") {
    CHECK(server::uuid_v5("http://www.example.com/") ==
          "fcde3c85-2270-590f-9e7c-ee003d65e0e2"); // python's uuid.uuid5
    CHECK(server::iso_duration(93.5) == "PT93.50S");
}

TEST_CASE("a graded attempt is completed, scored and passed, by a pseudonym and never by name") {
    scenes::School school;
    const school::Push push = scenes::invented_push(1, server::new_id());
    school.push({push});
    CHECK(school.truth("select string_agg(verb, ' ' order by verb) from xapi_statement") ==
          "completed passed scored");
    const json body = json::parse(school.truth("select body from xapi_statement where verb = 'scored'"));
    CHECK(body["actor"]["account"]["name"] == push.profile);
    CHECK(body.dump().find(push.student) == std::string::npos);
    CHECK(body["result"]["score"]["scaled"].get<double>() == doctest::Approx(0.7825));
    CHECK(body["object"]["id"].get<std::string>().starts_with("https://school.example/tactus/drill/"));
    CHECK(body["result"]["extensions"]["https://school.example/tactus/extension/flow"] == 70);

    school.push({scenes::invented_push(2, push.profile, false)});
    CHECK(school.truth("select count(*) from xapi_statement") == "5"); // practice neither passes nor fails
}

TEST_CASE("statements are delivered once; one that is there already counts only when it says the same") {
    scenes::School school;
    FakeStore store;
    school.push({scenes::invented_push(1, server::new_id())});
    CHECK(server::deliver(school.worker, store.address(), 10).delivered == 3);
    CHECK(store.kept.size() == 3);
    CHECK(server::deliver(school.worker, store.address(), 10).delivered == 0);

    all_due(school); // as when the server was killed after sending
    CHECK(server::deliver(school.worker, store.address(), 10).delivered == 3);
    all_due(school);
    store.kept.begin()->second["result"]["score"]["raw"] = 99;
    const server::Delivered again = server::deliver(school.worker, store.address(), 10);
    CHECK(again.delivered == 2);
    CHECK(again.refused == 1);
    CHECK(school.truth("select last_error from xapi_statement where state = 'refused'") ==
          "the store has another statement of this id");
}

TEST_CASE("what cannot be delivered waits longer each time and says why") {
    scenes::School school;
    FakeStore store;
    school.push({scenes::invented_push(1, server::new_id())});
    store.answer = 500;
    CHECK(server::deliver(school.worker, store.address(), 10).waiting == 3);
    CHECK(school.truth("select count(*) from xapi_statement where state = 'waiting' and tries = 1 and "
                       "last_error like '%500'"
                       " and next_try > now() + interval '50 seconds'") == "3");
    CHECK(server::deliver(school.worker, store.address(), 10).waiting == 0); // not due yet

    all_due(school);
    store.answer = 400;
    CHECK(server::deliver(school.worker, store.address(), 10).refused == 3);

    all_due(school);
    CHECK(server::deliver(school.worker, {.url = "http://127.0.0.1:1", .user = "", .password = ""}, 10)
              .waiting == 1);
    CHECK(school.truth("select count(*) from xapi_statement where last_error like '%cannot be reached%'") ==
          "1");
    CHECK_THROWS(server::deliver(school.worker, {.url = "lrs", .user = "", .password = ""}, 10));
}
