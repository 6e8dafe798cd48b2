#include "sim/server/record_store.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/json_text.hpp"

#include <httplib.h>
#include <vector>

namespace tactus::server {
namespace {

using nlohmann::json;

struct Waiting {
    std::string id;
    std::string body;
};

enum class Reply { taken, refused, later };

struct Tried {
    Reply reply = Reply::later;
    std::string error;
    bool unreachable = false;
};

/// "https://lrs.example/xapi" in two: what a client connects to, and the path before every request.
std::pair<std::string, std::string> split_url(const std::string& url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string::npos) {
        throw UserError(Complaint{url, "is no address of a record store", "write it as https://HOST/PATH"});
    }
    const std::size_t path = url.find('/', scheme + 3);
    std::string before = path == std::string::npos ? "" : url.substr(path);
    while (before.ends_with('/')) {
        before.pop_back();
    }
    return {url.substr(0, path), before};
}

/// The store adds keys of its own (stored, authority); what we said must be there unchanged.
bool says_the_same(const json& ours, const std::string& theirs) {
    const json stored = json::parse(theirs, nullptr, false);
    if (!stored.is_object()) {
        return false;
    }
    for (const char* key : {"actor", "verb", "object", "result"}) {
        if (!stored.contains(key) || stored.at(key) != ours.at(key)) {
            return false;
        }
    }
    return true;
}

Tried send(httplib::Client& client, const std::string& path, const Waiting& statement) {
    const httplib::Headers headers{{"X-Experience-API-Version", "1.0.3"}};
    json body = json::parse(statement.body);
    body["id"] = statement.id;
    const std::string place = path + "/statements?statementId=" + statement.id;
    const auto put = client.Put(place, headers, school::line_of(body), "application/json");
    if (!put) {
        return {Reply::later, "the store cannot be reached: " + httplib::to_string(put.error()), true};
    }
    if (put->status == 204 || put->status == 200) {
        return {Reply::taken, ""};
    }
    if (put->status == 409) {
        const auto stored = client.Get(place, headers);
        if (!stored || stored->status != 200) {
            return {Reply::later, "the store has a statement of this id and does not show it"};
        }
        return says_the_same(body, stored->body)
                   ? Tried{Reply::taken, ""}
                   : Tried{Reply::refused, "the store has another statement of this id"};
    }
    // A wrong password can be mended; a wrong statement cannot.
    const bool for_good = put->status >= 400 && put->status < 500 && put->status != 401 &&
                          put->status != 403 && put->status != 408 && put->status != 429;
    return {for_good ? Reply::refused : Reply::later, "the store answered " + std::to_string(put->status)};
}

/// Puts off their next try before anything is sent, so that two deliverers do not send the same.
std::vector<Waiting> take_due(Connection& worker, int limit) {
    std::vector<Waiting> due;
    worker.transact([&](Transaction& t) {
        due.clear();
        const Rows found = t.run(
            "update xapi_statement set tries = tries + 1,"
            " next_try = now() + least(interval '1 hour', interval '1 minute' * power(2, least(tries, 6)))"
            " where id in (select id from xapi_statement where state = 'waiting' and next_try <= now()"
            " order by next_try, id limit $1::integer for update skip locked) returning id, body",
            {std::to_string(limit)});
        for (const Row& row : found.rows) {
            due.push_back({.id = row.text(0), .body = row.text(1)});
        }
    });
    return due;
}

void note(Connection& worker, const Waiting& statement, const Tried& tried) {
    constexpr const char* states[] = {"delivered", "refused", "waiting"};
    worker.transact([&](Transaction& t) {
        t.run("update xapi_statement set state = $2, last_error = $3,"
              " delivered_at = case when $2 = 'delivered' then now() end where id = $1",
              {statement.id, states[static_cast<int>(tried.reply)], tried.error});
    });
}

} // namespace

Delivered deliver(Connection& worker, const RecordStore& store, int limit) {
    const auto [origin, path] = split_url(store.url);
    httplib::Client client(origin);
    client.set_connection_timeout(5);
    client.set_read_timeout(20);
    client.set_keep_alive(true);
    if (!store.user.empty()) {
        client.set_basic_auth(store.user, store.password);
    }
    Delivered delivered;
    for (const Waiting& statement : take_due(worker, limit)) {
        const Tried tried = send(client, path, statement);
        note(worker, statement, tried);
        ++(tried.reply == Reply::taken     ? delivered.delivered
           : tried.reply == Reply::refused ? delivered.refused
                                           : delivered.waiting);
        if (tried.unreachable) {
            break; // so are the others, each after its time-out
        }
    }
    return delivered;
}

} // namespace tactus::server
