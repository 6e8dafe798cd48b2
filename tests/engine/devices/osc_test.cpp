#include "engine/devices/wires/osc_packet.hpp"
#include "engine/devices/wires/osc_port.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <netinet/in.h>
#include <random>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace tactus;
using namespace tactus::devices;

namespace {

/// A UDP socket on the loopback, of the system's own making: the other end of the wire.
class Socket {
public:
    Socket() : number_(socket(AF_INET, SOCK_DGRAM, 0)) {
        sockaddr_in here = loopback(0);
        REQUIRE(bind(number_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
        socklen_t size = sizeof here;
        getsockname(number_, reinterpret_cast<sockaddr*>(&here), &size);
        port_ = ntohs(here.sin_port);
        const timeval patience{.tv_sec = 2, .tv_usec = 0};
        setsockopt(number_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }

    ~Socket() { close(number_); }

    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    Socket(Socket&&) = delete;
    Socket& operator=(Socket&&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }

    void send(std::uint16_t to, const std::vector<std::uint8_t>& bytes) const {
        sockaddr_in there = loopback(to);
        sendto(number_, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&there), sizeof there);
    }

    [[nodiscard]] std::vector<std::uint8_t> receive() const {
        std::array<std::uint8_t, 1024> buffer{};
        const ssize_t size = recv(number_, buffer.data(), buffer.size(), 0);
        REQUIRE(size > 0);
        return {buffer.begin(), buffer.begin() + size};
    }

private:
    static sockaddr_in loopback(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int number_;
    std::uint16_t port_ = 0;
};

std::uint16_t free_port() { return Socket().port(); }

OscMessage hand(std::int32_t side, float u, float force_n) {
    OscMessage message{.address = "/tactus/v1/hand", .arguments = {}};
    message.arguments.emplace_back(side);
    for (const float value : {u, 0.5F, force_n, 30.0F, 5.0F}) {
        message.arguments.emplace_back(value);
    }
    return message;
}

OscMessage numbered(std::int32_t number, float force_n) {
    OscMessage message = hand(1, 0.2F, force_n);
    message.arguments.emplace(message.arguments.begin(), number);
    return message;
}

std::vector<HandReading> heard(OscPort& port, std::size_t count) {
    std::vector<HandReading> readings;
    for (int tries = 0; tries < 200 && readings.size() < count; ++tries) {
        port.poll(readings);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    port.poll(readings);
    return readings;
}

} // namespace

TEST_CASE("a message is the bytes that the OSC 1.0 specification prints") {
    // From its example: /oscillator/4/frequency with the float 440.
    const std::vector<std::uint8_t> expected{0x2f, 0x6f, 0x73, 0x63, 0x69, 0x6c, 0x6c, 0x61, 0x74, 0x6f, 0x72,
                                             0x2f, 0x34, 0x2f, 0x66, 0x72, 0x65, 0x71, 0x75, 0x65, 0x6e, 0x63,
                                             0x79, 0x00, 0x2c, 0x66, 0x00, 0x00, 0x43, 0xdc, 0x00, 0x00};
    OscMessage message{.address = "/oscillator/4/frequency", .arguments = {}};
    message.arguments.emplace_back(440.0F);
    CHECK(osc_bytes(message) == expected);
    const auto back = parse_osc(expected);
    REQUIRE(back.has_value());
    CHECK(back->front() == message);
}

TEST_CASE("no packet, cut or made of chance, does more than be refused") {
    const auto whole = osc_bytes(hand(1, 0.2F, 20));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK_FALSE(parse_osc(std::span(whole).first(size)).has_value());
    }
    std::mt19937 chance(3);
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::uint8_t> packet = whole;
        for (int flips = 0; flips < 4; ++flips) {
            packet[chance() % packet.size()] = static_cast<std::uint8_t>(chance());
        }
        (void)parse_osc(packet);
    }
    // A bundle within a bundle within ... ends somewhere.
    std::vector<std::uint8_t> nested = whole;
    for (int depth = 0; depth < 50; ++depth) {
        std::vector<std::uint8_t> outer{'#', 'b', 'u', 'n', 'd', 'l', 'e', 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0};
        outer.push_back(static_cast<std::uint8_t>(nested.size() >> 8U));
        outer.push_back(static_cast<std::uint8_t>(nested.size()));
        outer.insert(outer.end(), nested.begin(), nested.end());
        nested = outer;
        CHECK(parse_osc(nested).has_value() == (depth < 4));
    }
}

TEST_CASE("a hand comes in over UDP with place, force and where the force came from") {
    const std::uint16_t port = free_port();
    OscPort osc(OscAddress{"127.0.0.1", port}, std::nullopt);
    const Socket sender;
    OscMessage measured = hand(0, -0.3F, 22);
    measured.arguments.emplace_back(std::string("measured"));
    sender.send(port, osc_bytes(hand(1, 0.3F, 18)));
    sender.send(port, osc_bytes(measured));
    const auto readings = heard(osc, 2);
    REQUIRE(readings.size() == 2);
    CHECK(*readings[0].hand == contact::Side::right);
    CHECK(readings[0].spine->x == doctest::Approx(0.3));
    CHECK(*readings[0].force_n == doctest::Approx(18));
    CHECK(*readings[0].angle_deg == doctest::Approx(30));
    CHECK(*readings[0].tilt_deg == doctest::Approx(5));
    CHECK(readings[0].source == ForceSource::inferred); // nobody said better
    CHECK(*readings[1].hand == contact::Side::left);
    CHECK(readings[1].source == ForceSource::measured);
    CHECK(osc.devices()[0].connected);
}

TEST_CASE("a pincer is closed over UDP, by no more than closed and for a hand that there is") {
    const std::uint16_t port = free_port();
    OscPort osc(OscAddress{"127.0.0.1", port}, std::nullopt);
    const Socket sender;
    const auto grip = [](std::int32_t side, float share) {
        OscMessage message{.address = "/tactus/v1/grip", .arguments = {}};
        message.arguments.emplace_back(side);
        message.arguments.emplace_back(share);
        return osc_bytes(message);
    };
    sender.send(port, grip(1, 1.5F));
    sender.send(port, grip(2, 0.5F));
    sender.send(port, grip(1, 0.75F));
    const auto readings = heard(osc, 1);
    REQUIRE(readings.size() == 1);
    CHECK(*readings[0].hand == contact::Side::right);
    CHECK(*readings[0].grip == doctest::Approx(0.75));
}

TEST_CASE("a thousand messages arrive in order, and late ones are dropped") {
    const std::uint16_t port = free_port();
    OscPort osc(OscAddress{"127.0.0.1", port}, std::nullopt);
    const Socket sender;
    std::vector<HandReading> readings;
    for (int k = 1; k <= 1000; ++k) {
        sender.send(port, osc_bytes(numbered(k, static_cast<float>(k % 100))));
        if (k % 50 == 0) {
            osc.poll(readings);
        }
    }
    sender.send(port, osc_bytes(numbered(500, 99)));
    const auto last = heard(osc, 1);
    CHECK(readings.size() + last.size() == 1000);
    sender.send(port, osc_bytes(numbered(1001, 42)));
    CHECK(heard(osc, 1).size() == 1);
}

TEST_CASE("what no hand can do is left out and counted") {
    const std::uint16_t port = free_port();
    OscPort osc(OscAddress{"127.0.0.1", port}, std::nullopt);
    const Socket sender;
    sender.send(port, osc_bytes(hand(7, 0, 10)));
    sender.send(port, osc_bytes(hand(1, 0, std::numeric_limits<float>::quiet_NaN())));
    sender.send(port, osc_bytes(hand(1, 0, -3)));
    sender.send(port, osc_bytes(hand(1, 1e9F, 10)));
    sender.send(port, {1, 2, 3});
    sender.send(port, osc_bytes({.address = "/other/thing", .arguments = {}}));
    sender.send(port, osc_bytes(hand(1, 0, 10)));
    CHECK(heard(osc, 1).size() == 1);
    CHECK(osc.devices()[0].trouble.starts_with("6 packets were not understood"));
}

TEST_CASE("a sender that falls silent is gone, for UDP has no plug") {
    const std::uint16_t port = free_port();
    OscPort osc(OscAddress{"127.0.0.1", port}, std::nullopt);
    const Socket sender;
    sender.send(port, osc_bytes(hand(1, 0, 10)));
    REQUIRE(heard(osc, 1).size() == 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    std::vector<HandReading> none;
    osc.poll(none);
    CHECK_FALSE(osc.devices()[0].connected);
    CHECK(osc.devices()[0].trouble == "has fallen silent");
}

TEST_CASE("force, depth, place and score go out for whoever listens") {
    const Socket listener;
    OscPort osc(std::nullopt, OscAddress{"127.0.0.1", listener.port()});
    osc.send({.hands = {{.side = contact::Side::right,
                         .force_n = 21,
                         .asked_n = 25,
                         .depth_mm = 8,
                         .pressure_kpa = 3,
                         .u = 0.2F,
                         .v = 0.4F}},
              .run_s = 12,
              .score = 71,
              .step = "Deepen"});
    const auto first = parse_osc(listener.receive());
    REQUIRE(first.has_value());
    CHECK(first->front().address == "/tactus/v1/out/hand");
    CHECK(std::get<std::int32_t>(first->front().arguments[0]) == 1);
    CHECK(std::get<float>(first->front().arguments[1]) == doctest::Approx(21));
    CHECK(std::get<float>(first->front().arguments[3]) == doctest::Approx(8));
    const auto second = parse_osc(listener.receive());
    REQUIRE(second.has_value());
    CHECK(std::get<float>(second->front().arguments[1]) == doctest::Approx(71));
    CHECK(std::get<std::string>(second->front().arguments[2]) == "Deepen");
}

TEST_CASE("an address that another program listens on is refused in one sentence") {
    const Socket other;
    CHECK_THROWS_AS(OscPort(OscAddress{"127.0.0.1", other.port()}, std::nullopt), UserError);
    CHECK(parse_osc_address("127.0.0.1:9000")->port == 9000);
    for (const char* wrong : {"", "9000", ":9000", "host:", "host:0", "host:99999", "host:9x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_osc_address(wrong).has_value());
    }
}
