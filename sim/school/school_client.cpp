#include "sim/school/school_client.hpp"

#include "sim/school/json_text.hpp"

#include <httplib.h>

namespace tactus::school {
namespace {

constexpr int patience_s = 30;
constexpr int connect_patience_s = 3; ///< nothing breaks this off, so a program that ends waits for it

/// What the server says about its refusal, when it says something.
std::string told_reason(const httplib::Response& response) {
    const auto json = nlohmann::json::parse(response.body, nullptr, false);
    const auto error = json.is_object() ? json.find("error") : json.end();
    if (!json.is_object() || error == json.end() || !error->is_object() || !error->contains("what") ||
        !error->at("what").is_string()) {
        return "answered " + std::to_string(response.status);
    }
    return error->at("what").get<std::string>();
}

} // namespace

struct SchoolClient::Held {
    SchoolLink link;
    httplib::Client client;

    explicit Held(SchoolLink given) : link(std::move(given)), client(link.server) {
        client.set_connection_timeout(connect_patience_s);
        client.set_read_timeout(patience_s);
        client.set_write_timeout(patience_s);
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        client.set_default_headers({{"Authorization", "Bearer " + link.token}});
    }

    std::string body_of(const httplib::Result& result) const {
        if (!result) {
            throw SchoolUnreachable(Complaint{
                link.server, "the school's server cannot be reached: " + httplib::to_string(result.error()),
                "nothing is lost; push again when the network is there"});
        }
        if (result->status >= 502 && result->status <= 504) { // of nginx before it, or of its database
            throw SchoolUnreachable(Complaint{link.server, told_reason(*result),
                                              "nothing is lost; push again when the server is there"});
        }
        if (result->status != 200) {
            throw UserError(Complaint{link.server, told_reason(*result),
                                      result->status == 401
                                          ? "give the token that `tactus-server station add` printed"
                                          : "tell who runs the school's server"});
        }
        return result->body;
    }
};

SchoolClient::SchoolClient(SchoolLink link) : held_(std::make_unique<Held>(std::move(link))) {}

SchoolClient::~SchoolClient() = default;

std::string SchoolClient::get(const std::string& path) { return held_->body_of(held_->client.Get(path)); }

std::string SchoolClient::post(const std::string& path, const std::string& json) {
    return held_->body_of(held_->client.Post(path, json, "application/json"));
}

void SchoolClient::stop() { held_->client.stop(); }

} // namespace tactus::school
