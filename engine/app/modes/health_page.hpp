#pragma once
/// http://127.0.0.1:PORT/healthz: how the kiosk is, for whoever looks after it, on this computer alone.

#include "engine/app/modes/kiosk_health.hpp"

#include <memory>
#include <string>
#include <thread>

namespace tactus::app {

class HealthPage {
public:
    /// Listens on the loopback and answers on a thread of its own: 200 while pictures reach the screen, 503
    /// when they do not, both with health_json. Throws UserError when the port is taken. board must outlive
    /// it.
    HealthPage(const HealthBoard& board, int port);
    ~HealthPage();
    HealthPage(const HealthPage&) = delete;
    HealthPage& operator=(const HealthPage&) = delete;
    HealthPage(HealthPage&&) = delete;
    HealthPage& operator=(HealthPage&&) = delete;

    [[nodiscard]] int port() const; ///< that it listens on: the one given, or any free one for 0

private:
    struct State;
    std::unique_ptr<State> state_;
    std::thread thread_;
};

/// What the page of a kiosk on this computer says, and whether it says that all is well; nullopt when nobody
/// answers within two seconds.
struct HealthAnswer {
    bool ok = false;
    std::string json;
};

std::optional<HealthAnswer> ask_health(int port);

} // namespace tactus::app
