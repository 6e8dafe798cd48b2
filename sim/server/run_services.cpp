/// serve, worker, deliver: what runs until it is told to stop.

#include "sim/authoring/table.hpp"
#include "sim/server/commands.hpp"
#include "sim/server/http_server.hpp"
#include "sim/server/migrate.hpp"
#include "sim/server/record_store.hpp"
#include "sim/server/worker.hpp"
#include "sim/session/version.hpp"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

namespace tactus::server {
namespace {

constexpr int connections = 16; ///< of one server; PostgreSQL allows a hundred as it comes
constexpr std::chrono::seconds idle_wait{2};

/// SIGINT and SIGTERM, taken as messages and not as interruptions. Made before any thread.
class StopSignals {
public:
    StopSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }

    void wait() const {
        int which = 0;
        sigwait(&set_, &which);
    }

    /// True when one came within the time.
    [[nodiscard]] bool wait_for(std::chrono::seconds time) const {
        const timespec limit{.tv_sec = time.count(), .tv_nsec = 0};
        return sigtimedwait(&set_, nullptr, &limit) > 0;
    }

private:
    sigset_t set_{};
};

std::string first_line_of(const std::string& file) {
    const std::string text = file.empty() ? "" : authoring::read_text(file, 4096);
    return text.substr(0, text.find('\n'));
}

/// Does `round` for ever with pauses where it returns that nothing was to be done; a database that is away is
/// waited for. `once`: until nothing is to be done.
void keep_at_it(const StopSignals& signals, bool once, const std::string& database,
                const std::function<bool(Connection&)>& round) {
    std::unique_ptr<Connection> connection;
    for (bool stop = false; !stop;) {
        bool busy = false;
        try {
            if (!connection) {
                connection = std::make_unique<Connection>(database);
                require_ready(*connection);
            }
            busy = round(*connection);
        } catch (const DatabaseError& error) {
            if (once || !error.is_unreachable()) {
                throw;
            }
            std::cerr << "tactus-server: " << error.what() << "; trying again" << std::endl;
            connection.reset();
        }
        stop = signals.wait_for(busy   ? std::chrono::seconds(0)
                                : once ? std::chrono::seconds(0)
                                       : idle_wait) ||
               (once && !busy);
    }
}

} // namespace

int run_serve(const ServeOptions& options, std::ostream& out) {
    const StopSignals signals;
    {
        Connection connection(options.database);
        require_ready(connection);
    }
    Pool pool(options.database, connections);
    Api api(pool, options.home_page);
    HttpServer server({.host = options.host, .port = options.port, .threads = options.threads}, api);
    out << "listening on http://" << options.host << ":" << server.port() << std::endl;
    std::thread waiting([&] {
        signals.wait();
        server.stop();
    });
    server.run();
    waiting.join();
    return 0;
}

int run_worker(const WorkOptions& options, std::ostream& out) {
    const StopSignals signals;
    const Claim claim{.worker = worker_name(),
                      .sim_versions = {std::string(session::sim_version())},
                      .batch = options.batch};
    WorkDone total;
    keep_at_it(signals, options.once, options.database, [&](Connection& connection) {
        const WorkDone done = work_off_batch(connection, claim);
        total.agree += done.agree;
        total.differ += done.differ;
        total.lost += done.lost;
        return done.agree + done.differ + done.lost > 0;
    });
    out << claim.worker << ": " << total.agree << " runs agree, " << total.differ << " differ, " << total.lost
        << " were taken by another worker" << std::endl;
    return total.differ == 0 ? 0 : 1;
}

int run_deliver(const DeliverOptions& options, std::ostream& out) {
    const StopSignals signals;
    const RecordStore store{
        .url = options.url, .user = options.user, .password = first_line_of(options.password_file)};
    keep_at_it(signals, options.once, options.database, [&](Connection& connection) {
        const Delivered done = deliver(connection, store, 100);
        if (done.delivered + done.refused + done.waiting > 0) {
            out << done.delivered << " statements delivered, " << done.refused << " refused, " << done.waiting
                << " to be tried again" << std::endl;
        }
        return done.delivered + done.refused > 0;
    });
    return 0;
}

} // namespace tactus::server
