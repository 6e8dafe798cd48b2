#pragma once
/// Open Sound Control over UDP: phones, gloves and lab kit in, figures for lab kit out.
///
/// In:  /tactus/v1/hand   ,ifffff[s]  hand (0 left, 1 right), u, v, force N, angle deg, tilt deg, [force
/// source]
///      /tactus/v1/hand   ,iifffff[s] the same after a sequence number: late ones are dropped
///      /tactus/v1/force  ,if[s]      hand (-1: all hands together), force N, [force source]: place by the
///      pointer
///      /tactus/v1/grip   ,if         hand, 0 open .. 1 closed: of a pincer
///      /tactus/v1/lift   ,i          that hand is away
/// Force source: "measured", "mapped" or "inferred" (the default): what the sender knows of its own newtons.
/// Out: see OscReport.

#include "engine/devices/device.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace tactus::devices {

/// "HOST:PORT" of UDP.
struct OscAddress {
    std::string host; ///< a name or a number; other machines reach only what is not 127.0.0.1
    std::uint16_t port = 0;
};

/// nullopt when it is not HOST:PORT with a port from 1 to 65535.
std::optional<OscAddress> parse_osc_address(std::string_view text);

/// What goes out once a frame, one message a hand and one for the run:
///      /tactus/v1/out/hand  ,iffffff  hand (0 left, 1 right), force N, asked N, depth mm, pressure kPa, u, v
///      /tactus/v1/out/run   ,ffs      seconds of the run, score so far 0..100 (-1: none), step
struct OscReport {
    struct Hand {
        contact::Side side;
        float force_n, asked_n, depth_mm, pressure_kpa, u, v;
    };

    std::vector<Hand> hands; ///< those that are there
    float run_s = 0;
    float score = -1;
    std::string step;
};

class OscPort final : public Wire {
public:
    static constexpr const char* device_id = "osc";

    /// listen: where hands come in; send: where reports go; nullopt: not at all. Throws UserError when the
    /// address cannot be listened on.
    OscPort(std::optional<OscAddress> listen, std::optional<OscAddress> send);
    ~OscPort() override;
    OscPort(const OscPort&) = delete;
    OscPort& operator=(const OscPort&) = delete;
    OscPort(OscPort&&) = delete;
    OscPort& operator=(OscPort&&) = delete;

    void poll(std::vector<HandReading>& readings) override;
    [[nodiscard]] std::vector<DeviceState> devices() const override;

    /// Never waits and never fails: nobody need be listening.
    void send(const OscReport& report);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tactus::devices
