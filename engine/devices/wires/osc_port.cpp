#include "engine/devices/wires/osc_port.hpp"

#include "engine/devices/wires/osc_packet.hpp"
#include "sim/authoring/user_error.hpp"

#include <array>
#include <asio.hpp>
#include <charconv>
#include <chrono>
#include <cmath>

namespace tactus::devices {

namespace {

using Clock = std::chrono::steady_clock;
using asio::ip::udp;

/// A hand that says nothing for so long is gone: UDP has no plug to pull.
constexpr auto packets_within = std::chrono::milliseconds(500);

/// Packets a frame: more is a flood, and the frame goes on.
constexpr int most_packets = 1000;

/// A sender that starts again counts from the beginning: a number so far back is not late, it is new.
constexpr std::int32_t latest_sequence = 1000;

constexpr float most_sent_n = 500;

bool within(float value, float low, float high) {
    return std::isfinite(value) && value >= low && value <= high;
}

udp::endpoint resolved(asio::io_context& io, const OscAddress& address, const char* key) {
    asio::error_code error;
    udp::resolver resolver(io);
    const auto found = resolver.resolve(udp::v4(), address.host, std::to_string(address.port), error);
    if (error || found.empty()) {
        throw UserError(Complaint{std::string(key) + " " + address.host, "is no host that can be found",
                                  "write it as 127.0.0.1:9000"});
    }
    return *found.begin();
}

} // namespace

std::optional<OscAddress> parse_osc_address(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return std::nullopt;
    }
    OscAddress address{.host = std::string(text.substr(0, colon))};
    const std::string_view digits = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    const bool whole = error == std::errc() && end == digits.data() + digits.size() && address.port > 0;
    return whole ? std::optional(address) : std::nullopt;
}

struct OscPort::State {
    asio::io_context io;
    udp::socket in{io};
    udp::socket out{io};
    std::optional<OscAddress> listen;
    std::optional<udp::endpoint> target;
    std::array<std::optional<std::int32_t>, contact::side_count> sequence;
    std::optional<Clock::time_point> last_heard;
    bool present = false;
    std::uint64_t misunderstood = 0;

    std::optional<HandReading> hand(const OscMessage& message);
    static std::optional<HandReading> force(const OscMessage& message);
    static std::optional<HandReading> grip(const OscMessage& message);
    std::optional<HandReading> understood(const OscMessage& message);
    void hear(std::span<const std::uint8_t> packet, std::vector<HandReading>& readings);
};

namespace {

/// The arguments of a message, taken one after the other; `good` falls when one is of another kind.
struct Arguments {
    std::span<const OscMessage::Argument> left;
    bool good = true;

    template <class Kind> Kind take() {
        if (left.empty() || !std::holds_alternative<Kind>(left.front())) {
            good = false;
            return {};
        }
        Kind value = std::get<Kind>(left.front());
        left = left.subspan(1);
        return value;
    }

    ForceSource take_source() {
        return left.empty() ? ForceSource::inferred : force_source_named(take<std::string>());
    }

    [[nodiscard]] bool next_is_whole() const {
        return left.size() > 1 && std::holds_alternative<std::int32_t>(left[1]);
    }
};

} // namespace

std::optional<HandReading> OscPort::State::hand(const OscMessage& message) {
    Arguments arguments{message.arguments};
    const auto number =
        arguments.next_is_whole() ? std::optional(arguments.take<std::int32_t>()) : std::nullopt;
    const auto hand = arguments.take<std::int32_t>();
    HandReading reading{.device = device_id, .contact = hand};
    reading.spine = Vec2(0);
    reading.spine->x = arguments.take<float>();
    reading.spine->y = arguments.take<float>();
    reading.force_n = arguments.take<float>();
    reading.angle_deg = arguments.take<float>();
    reading.tilt_deg = arguments.take<float>();
    reading.source = arguments.take_source();
    if (!arguments.good || !arguments.left.empty() || hand < 0 || hand >= contact::side_count ||
        !within(reading.spine->x, -2, 2) || !within(reading.spine->y, -1, 3) ||
        !within(*reading.force_n, 0, most_sent_n) || !within(*reading.angle_deg, -360, 360) ||
        !within(*reading.tilt_deg, -45, 45)) {
        return std::nullopt;
    }
    reading.hand = static_cast<contact::Side>(hand);
    auto& latest = sequence[static_cast<std::size_t>(hand)];
    if (number && latest && *number <= *latest && *number > *latest - latest_sequence) {
        reading.device.clear(); // late: understood, and left out
        return reading;
    }
    latest = number;
    return reading;
}

std::optional<HandReading> OscPort::State::force(const OscMessage& message) {
    Arguments arguments{message.arguments};
    const auto hand = arguments.take<std::int32_t>();
    HandReading reading{.device = device_id, .contact = 10 + hand};
    reading.force_n = arguments.take<float>();
    reading.source = arguments.take_source();
    if (!arguments.good || !arguments.left.empty() || hand < -1 || hand >= contact::side_count ||
        !within(*reading.force_n, 0, most_sent_n)) {
        return std::nullopt;
    }
    if (hand >= 0) {
        reading.hand = static_cast<contact::Side>(hand);
    }
    return reading;
}

std::optional<HandReading> OscPort::State::grip(const OscMessage& message) {
    Arguments arguments{message.arguments};
    const auto hand = arguments.take<std::int32_t>();
    HandReading reading{.device = device_id, .contact = hand};
    reading.grip = arguments.take<float>();
    if (!arguments.good || !arguments.left.empty() || hand < 0 || hand >= contact::side_count ||
        !within(*reading.grip, 0, 1)) {
        return std::nullopt;
    }
    reading.hand = static_cast<contact::Side>(hand);
    return reading;
}

std::optional<HandReading> OscPort::State::understood(const OscMessage& message) {
    if (message.address == "/tactus/v1/hand") {
        return hand(message);
    }
    if (message.address == "/tactus/v1/force") {
        return force(message);
    }
    if (message.address == "/tactus/v1/grip") {
        return grip(message);
    }
    if (message.address == "/tactus/v1/lift") {
        Arguments arguments{message.arguments};
        const auto hand = arguments.take<std::int32_t>();
        return arguments.good
                   ? std::optional(HandReading{.device = device_id, .contact = hand, .lifted = true})
                   : std::nullopt;
    }
    return std::nullopt;
}

void OscPort::State::hear(std::span<const std::uint8_t> packet, std::vector<HandReading>& readings) {
    const auto messages = parse_osc(packet);
    if (!messages) {
        ++misunderstood;
        return;
    }
    for (const OscMessage& message : *messages) {
        const auto reading = understood(message);
        if (!reading) {
            ++misunderstood;
        } else if (!reading->device.empty()) {
            readings.push_back(*reading);
            last_heard = Clock::now();
            present = true;
        }
    }
}

OscPort::OscPort(std::optional<OscAddress> listen, std::optional<OscAddress> send)
    : state_(std::make_unique<State>()) {
    state_->listen = std::move(listen);
    if (state_->listen) {
        const udp::endpoint here = resolved(state_->io, *state_->listen, "OSC in");
        asio::error_code error;
        state_->in.open(udp::v4(), error);
        state_->in.bind(here, error);
        if (error) {
            throw UserError(
                Complaint{"OSC in " + state_->listen->host + ":" + std::to_string(state_->listen->port),
                          "cannot be listened on (" + error.message() + ")",
                          "choose another port, or end the program that has it"});
        }
        state_->in.non_blocking(true, error);
    }
    if (send) {
        state_->target = resolved(state_->io, *send, "OSC out");
        asio::error_code error;
        state_->out.open(udp::v4(), error);
        state_->out.non_blocking(true, error);
    }
}

OscPort::~OscPort() = default;

void OscPort::poll(std::vector<HandReading>& readings) {
    State& state = *state_;
    std::array<std::uint8_t, 4096> buffer{};
    for (int packet = 0; state.listen && packet < most_packets; ++packet) {
        udp::endpoint from;
        asio::error_code error;
        const std::size_t size = state.in.receive_from(asio::buffer(buffer), from, 0, error);
        if (error) {
            break;
        }
        state.hear(std::span(buffer).first(size), readings);
    }
    if (state.present && Clock::now() - *state.last_heard > packets_within) {
        state.present = false;
    }
}

std::vector<DeviceState> OscPort::devices() const {
    const State& state = *state_;
    if (!state.listen) {
        return {};
    }
    const std::string address = state.listen->host + ":" + std::to_string(state.listen->port);
    std::string trouble;
    if (state.misunderstood > 0) {
        trouble = std::to_string(state.misunderstood) +
                  " packets were not understood; send /tactus/v1/hand ,ifffff as the README says";
    } else if (!state.last_heard) {
        trouble = "nothing has come in yet";
    } else if (!state.present) {
        trouble = "has fallen silent";
    }
    return {{.kind = DeviceKind::osc,
             .id = device_id,
             .name = "OSC on " + address,
             .connected = state.present,
             .trouble = trouble}};
}

void OscPort::send(const OscReport& report) {
    if (!state_->target) {
        return;
    }
    const auto post = [&](const OscMessage& message) {
        asio::error_code nobody_listens;
        state_->out.send_to(asio::buffer(osc_bytes(message)), *state_->target, 0, nobody_listens);
    };
    for (const OscReport::Hand& hand : report.hands) {
        OscMessage message{.address = "/tactus/v1/out/hand", .arguments = {}};
        message.arguments.emplace_back(static_cast<std::int32_t>(hand.side));
        for (const float figure :
             {hand.force_n, hand.asked_n, hand.depth_mm, hand.pressure_kpa, hand.u, hand.v}) {
            message.arguments.emplace_back(figure);
        }
        post(message);
    }
    OscMessage run{.address = "/tactus/v1/out/run", .arguments = {}};
    run.arguments.emplace_back(report.run_s);
    run.arguments.emplace_back(report.score);
    run.arguments.emplace_back(report.step);
    post(run);
}

} // namespace tactus::devices
