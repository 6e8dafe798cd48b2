#include "sim/server/http_server.hpp"

#include "sim/server/connection_watch.hpp"

#include <atomic>
#include <httplib.h>
#include <thread>

namespace tactus::server {

struct HttpServer::Held {
    httplib::Server server;
    int port = 0;
    std::unique_ptr<ConnectionWatch> watch;
    std::atomic<bool> serving = false;
    std::atomic<bool> stopped = false;
};

HttpServer::HttpServer(const HttpSettings& settings, Api& api) : held_(std::make_unique<Held>()) {
    httplib::Server& server = held_->server;
    server.new_task_queue = [threads = settings.threads] {
        return new httplib::ThreadPool(static_cast<std::size_t>(threads)); // httplib deletes it
    };
    server.set_read_timeout(settings.read_patience);
    server.set_write_timeout(settings.read_patience);
    server.set_keep_alive_max_count(10'000);
    server.set_keep_alive_timeout(5);
    server.set_tcp_nodelay(true);
    api.add_to(server);
    held_->port = settings.port;
    const bool bound = settings.port == 0 ? (held_->port = server.bind_to_any_port(settings.host)) > 0
                                          : server.bind_to_port(settings.host, settings.port);
    if (!bound) {
        throw UserError(Complaint{settings.host + ":" + std::to_string(settings.port),
                                  "cannot be listened on",
                                  "choose another --port, or end the program that has it"});
    }
    held_->watch = std::make_unique<ConnectionWatch>(held_->port, settings.connection_lifetime);
}

HttpServer::~HttpServer() { stop(); }

int HttpServer::port() const { return held_->port; }

void HttpServer::run() {
    held_->serving = true;
    if (!held_->stopped) {
        held_->server.listen_after_bind();
    }
    held_->serving = false;
}

void HttpServer::stop() {
    held_->stopped = true;
    while (held_->serving) { // httplib forgets a stop that comes before it has begun
        held_->server.stop();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace tactus::server
