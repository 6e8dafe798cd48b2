#include "engine/app/modes/health_page.hpp"

#include "engine/platform/steady_clock.hpp"
#include "sim/authoring/user_error.hpp"

#include <asio.hpp>
#include <chrono>
#include <cstdint>

namespace tactus::app {

namespace {

using asio::ip::tcp;
using namespace std::chrono_literals;

constexpr std::size_t longest_request = 2048;
constexpr auto answer_within = 2s;

std::string answer_to(const std::string& request, const HealthBoard& board) {
    const auto page = [](const char* status, const char* type, const std::string& body) {
        return std::string("HTTP/1.1 ") + status + "\r\nContent-Type: " + type +
               "\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n" + body;
    };
    if (!request.starts_with("GET ")) {
        return page("405 Method Not Allowed", "text/plain", "only GET\n");
    }
    if (!request.starts_with("GET /healthz ")) {
        return page("404 Not Found", "text/plain", "see /healthz\n");
    }
    const KioskHealth health = board.read(platform::steady_s());
    return page(health.healthy() ? "200 OK" : "503 Service Unavailable", "application/json",
                health_json(health) + "\n");
}

/// One question and its answer; whoever says nothing is hung up on.
class Call : public std::enable_shared_from_this<Call> {
public:
    Call(tcp::socket socket, const HealthBoard& board)
        : socket_(std::move(socket)), timer_(socket_.get_executor()), board_(&board) {}

    void serve() {
        timer_.expires_after(answer_within);
        timer_.async_wait([call = shared_from_this()](const asio::error_code& error) {
            if (!error) {
                asio::error_code ignored;
                call->socket_.close(ignored);
            }
        });
        asio::async_read_until(socket_, asio::dynamic_buffer(request_, longest_request), "\r\n\r\n",
                               [call = shared_from_this()](const asio::error_code& error, std::size_t) {
                                   if (error) {
                                       call->timer_.cancel();
                                   } else {
                                       call->reply();
                                   }
                               });
    }

private:
    void reply() {
        answer_ = answer_to(request_, *board_);
        asio::async_write(socket_, asio::buffer(answer_),
                          [call = shared_from_this()](const asio::error_code&, std::size_t) {
                              asio::error_code ignored;
                              call->socket_.shutdown(tcp::socket::shutdown_both, ignored);
                              call->timer_.cancel();
                          });
    }

    tcp::socket socket_;
    asio::steady_timer timer_;
    const HealthBoard* board_;
    std::string request_;
    std::string answer_;
};

tcp::endpoint loopback(int port) {
    return {asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)};
}

} // namespace

struct HealthPage::State {
    const HealthBoard* board;
    asio::io_context context;
    tcp::acceptor acceptor{context};

    void accept() {
        acceptor.async_accept([this](const asio::error_code& error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) {
                return;
            }
            if (!error) {
                std::make_shared<Call>(std::move(socket), *board)->serve();
            }
            accept();
        });
    }
};

HealthPage::HealthPage(const HealthBoard& board, int port) : state_(std::make_unique<State>()) {
    state_->board = &board;
    try {
        state_->acceptor.open(tcp::v4());
        state_->acceptor.set_option(tcp::acceptor::reuse_address(true));
        state_->acceptor.bind(loopback(port));
        state_->acceptor.listen();
    } catch (const std::system_error& error) {
        throw UserError(Complaint{"health page, 127.0.0.1:" + std::to_string(port),
                                  "cannot be listened on: " + std::string(error.what()),
                                  "name another health_port in kiosk.toml"});
    }
    state_->accept();
    thread_ = std::thread([state = state_.get()] { state->context.run(); });
}

HealthPage::~HealthPage() {
    state_->context.stop();
    thread_.join();
}

int HealthPage::port() const { return state_->acceptor.local_endpoint().port(); }

std::optional<HealthAnswer> ask_health(int port) {
    asio::io_context context;
    tcp::socket socket(context);
    std::string answer;
    bool connected = false;
    socket.async_connect(loopback(port), [&](const asio::error_code& error) {
        if (error) {
            return;
        }
        connected = true;
        asio::async_write(socket,
                          asio::buffer(std::string_view("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                          [&](const asio::error_code&, std::size_t) {});
        asio::async_read(socket, asio::dynamic_buffer(answer, 1U << 16U),
                         [&](const asio::error_code&, std::size_t) {}); // up to the end
    });
    context.run_for(answer_within);
    const std::size_t body = answer.find("\r\n\r\n");
    if (!connected || body == std::string::npos) {
        return std::nullopt;
    }
    std::string json = answer.substr(body + 4);
    while (json.ends_with('\n')) {
        json.pop_back();
    }
    return HealthAnswer{.ok = answer.starts_with("HTTP/1.1 200"), .json = std::move(json)};
}

} // namespace tactus::app
