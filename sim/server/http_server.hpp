#pragma once
/// The listening server: its threads, its time-outs, and an end to every connection that lasts too long.

#include "sim/server/api.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace tactus::server {

struct HttpSettings {
    std::string host = "127.0.0.1";
    int port = 8413; ///< 0 = any that is free
    int threads = 64;
    std::chrono::milliseconds read_patience{5'000};         ///< for the next bytes of a request
    std::chrono::milliseconds connection_lifetime{120'000}; ///< however busy it is
};

class HttpServer {
public:
    /// Listens when this returns. Throws UserError: the address is taken or is none.
    HttpServer(const HttpSettings& settings, Api& api);
    ~HttpServer(); ///< stops

    [[nodiscard]] int port() const;

    /// Serves until stop(), which any thread may call.
    void run();
    void stop();

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace tactus::server
