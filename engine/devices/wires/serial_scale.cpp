#include "engine/devices/wires/serial_scale.hpp"

#include "engine/devices/wires/scale_protocol.hpp"

#include <array>
#include <asio.hpp>
#include <chrono>
#include <utility>

namespace tactus::devices {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto retry_time = std::chrono::seconds(1);

/// A cell that says nothing for so long is as good as pulled out (an HX711 gives ten readings a second).
constexpr auto readings_within = std::chrono::seconds(2);

} // namespace

struct SerialScale::State {
    explicit State(SerialPortSettings from) : settings(std::move(from)) {}

    SerialPortSettings settings;
    asio::io_context io;
    asio::serial_port port{io};
    std::array<char, 4096> buffer{};
    ScaleLines lines;
    std::vector<ScaleReading> heard;
    std::string trouble;
    Clock::time_point next_try;
    Clock::time_point last_heard;
    bool speaks = false;
    bool broken = false;

    void open();
    void close(const std::string& why);
    void listen();
};

void SerialScale::State::open() {
    next_try = Clock::now() + retry_time;
    asio::error_code error;
    port.open(settings.port, error);
    if (error) {
        trouble = settings.port + " cannot be opened (" + error.message() +
                  "); plug the load cell in, or add yourself to the group dialout";
        return;
    }
    port.set_option(asio::serial_port_base::baud_rate(settings.baud), error);
    lines.restart();
    trouble = settings.port + " says nothing; look at the cell's power and at its baud rate, " +
              std::to_string(settings.baud) + " here";
    last_heard = Clock::now();
    broken = false;
    listen();
}

void SerialScale::State::close(const std::string& why) {
    asio::error_code ignored;
    port.close(ignored);
    io.restart();
    io.poll(); // lets go of what waited on the port
    speaks = false;
    trouble = why;
    next_try = Clock::now() + retry_time;
}

void SerialScale::State::listen() {
    port.async_read_some(asio::buffer(buffer), [this](const asio::error_code& error, std::size_t count) {
        if (error) {
            broken = error != asio::error::operation_aborted;
            return;
        }
        for (ScaleReading& reading : lines.feed({buffer.data(), count})) {
            heard.push_back(std::move(reading));
        }
        listen();
    });
}

SerialScale::SerialScale(SerialPortSettings settings)
    : state_(std::make_unique<State>(std::move(settings))) {}

SerialScale::~SerialScale() {
    asio::error_code ignored;
    state_->port.close(ignored);
}

void SerialScale::poll(std::vector<HandReading>& readings) {
    State& state = *state_;
    const Clock::time_point now = Clock::now();
    if (!state.port.is_open()) {
        if (now < state.next_try) {
            return;
        }
        state.open();
    }
    state.io.restart();
    state.io.poll();
    for (const ScaleReading& heard : std::exchange(state.heard, {})) {
        HandReading reading{.device = state.settings.port, .source = ForceSource::measured};
        reading.load = heard.total;
        if (heard.unit == ScaleReading::Unit::newton) {
            reading.force_n = static_cast<float>(heard.total);
        }
        readings.push_back(reading);
        state.last_heard = now;
        state.speaks = true;
        state.trouble.clear();
    }
    if (state.broken) {
        state.close(state.settings.port + " was pulled out");
    } else if (state.port.is_open() && now - state.last_heard > readings_within && state.speaks) {
        state.speaks = false;
        state.trouble = state.settings.port + " has fallen silent; look at its cable and power";
    }
}

std::vector<DeviceState> SerialScale::devices() const {
    const State& state = *state_;
    std::string trouble = state.trouble;
    if (trouble.empty() && state.lines.bad_lines() > 0) {
        trouble = std::to_string(state.lines.bad_lines()) + " lines could not be read";
    }
    return {{.kind = DeviceKind::scale,
             .id = state.settings.port,
             .name = "load cell on " + state.settings.port,
             .connected = state.speaks,
             .trouble = trouble}};
}

} // namespace tactus::devices
