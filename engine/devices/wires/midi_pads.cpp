#include "engine/devices/wires/midi_pads.hpp"

#include "engine/devices/wires/jack_watch.hpp"
#include "engine/devices/wires/midi_press.hpp"

#include <RtMidi.h>
#include <algorithm>
#include <chrono>
#include <filesystem>

namespace tactus::devices {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto look_time = std::chrono::seconds(2);
constexpr const char* own_port = "Tactus:pads";

RtMidi::Api api_of(MidiSystem system) {
    return system == MidiSystem::jack ? RtMidi::UNIX_JACK : RtMidi::LINUX_ALSA;
}

/// RtMidi would print what it cannot do; a device says so itself.
void say_nothing(RtMidiError::Type, const std::string&, void*) {}

/// Ports of the system itself, and our own, are nobody's pads.
bool is_pads(const std::string& name) {
    return name.find("Midi Through") == std::string::npos && name.find("Tactus") == std::string::npos;
}

} // namespace

struct MidiPads::Port {
    std::string name;
    std::unique_ptr<RtMidiIn> in;
    MidiPress press;
    double t_s = 0;
    bool connected = true;
};

struct MidiPads::State {
    MidiSystem system = MidiSystem::off;
    std::unique_ptr<JackWatch> server; ///< of JACK alone
    std::unique_ptr<RtMidiIn> finder;
    std::vector<Port> ports;
    Clock::time_point next_look;
    std::string trouble;

    [[nodiscard]] std::unique_ptr<RtMidiIn> client(const std::string& name) const;
    void start();
    void look();
    void lose_server();
};

std::unique_ptr<RtMidiIn> MidiPads::State::client(const std::string& name) const {
    auto made = std::make_unique<RtMidiIn>(api_of(system), name, 1024);
    made->setErrorCallback(say_nothing, nullptr);
    made->ignoreTypes(true, true, true); // no system exclusive, clock or active sensing
    return made;
}

void MidiPads::State::start() {
    if (system == MidiSystem::jack) {
        server = std::make_unique<JackWatch>();
        if (!server->server_runs()) {
            trouble = trouble.empty() ? "no JACK server runs; start it, and the pads are found" : trouble;
            return;
        }
    }
    try {
        finder = client("Tactus");
        Port own{.name = own_port, .in = client("Tactus"), .press = {}};
        own.in->openVirtualPort("pads");
        std::erase_if(ports, [](const Port& port) { return port.name == own_port; });
        ports.push_back(std::move(own));
        trouble.clear();
    } catch (const RtMidiError& error) {
        finder.reset();
        trouble =
            "no MIDI (" + error.getMessage() + "); start the sound system, or set [midi] system = \"off\"";
    }
}

void MidiPads::State::look() {
    std::vector<std::string> names;
    for (unsigned port = 0; port < finder->getPortCount(); ++port) {
        names.push_back(finder->getPortName(port));
    }
    for (Port& port : ports) {
        port.connected = port.name == own_port || std::ranges::find(names, port.name) != names.end();
    }
    for (std::size_t number = 0; number < names.size(); ++number) {
        auto known = std::ranges::find(ports, names[number], &Port::name);
        const bool open = known != ports.end() && known->in != nullptr;
        if (open || !is_pads(names[number])) {
            continue;
        }
        try {
            Port port{.name = names[number], .in = client("Tactus"), .press = {}};
            port.in->openPort(static_cast<unsigned>(number), "pads in");
            if (known != ports.end()) {
                *known = std::move(port);
            } else {
                ports.push_back(std::move(port));
            }
        } catch (const RtMidiError&) {
            trouble = names[number] + " cannot be opened; another program may hold it";
        }
    }
    for (Port& port : ports) { // what was pulled out is opened anew when it comes back
        if (!port.connected) {
            port.in.reset();
        }
    }
}

/// What hung on the server is unplugged, until a server runs again.
void MidiPads::State::lose_server() {
    for (Port& port : ports) {
        port.connected = false;
        port.in.reset();
    }
    finder.reset();
    trouble = "the JACK server has ended; start it again, and the pads are found anew";
}

std::optional<MidiSystem> midi_system_named(std::string_view name) {
    if (name == "auto") {
        std::error_code none;
        return std::filesystem::exists("/dev/snd/seq", none) ? MidiSystem::alsa : MidiSystem::off;
    }
    return name == "off"    ? std::optional(MidiSystem::off)
           : name == "alsa" ? std::optional(MidiSystem::alsa)
           : name == "jack" ? std::optional(MidiSystem::jack)
                            : std::nullopt;
}

MidiPads::MidiPads(MidiSystem system) : state_(std::make_unique<State>()) {
    state_->system = system;
    if (system != MidiSystem::off) {
        state_->start();
    }
}

MidiPads::~MidiPads() = default;

void MidiPads::poll(std::vector<HandReading>& readings) {
    State& state = *state_;
    if (state.finder != nullptr && state.server != nullptr && !state.server->server_runs()) {
        state.lose_server();
    }
    if (const Clock::time_point now = Clock::now(); now >= state.next_look) {
        state.next_look = now + look_time;
        if (state.finder == nullptr && state.system == MidiSystem::jack) {
            state.start();
        }
        if (state.finder != nullptr) {
            state.look();
        }
    }
    std::vector<unsigned char> message;
    for (Port& port : state.ports) {
        while (port.in != nullptr) {
            port.t_s += port.in->getMessage(&message);
            if (message.empty()) {
                break;
            }
            if (const auto press = port.press.hear(port.t_s, message)) {
                readings.push_back({.device = port.name, .press = *press, .source = ForceSource::mapped});
            }
        }
    }
}

std::vector<DeviceState> MidiPads::devices() const {
    std::vector<DeviceState> all;
    if (state_->finder == nullptr && !state_->trouble.empty()) {
        all.push_back({.kind = DeviceKind::midi,
                       .id = "midi",
                       .name = "MIDI",
                       .connected = false,
                       .trouble = state_->trouble});
    }
    for (const Port& port : state_->ports) {
        all.push_back({.kind = DeviceKind::midi,
                       .id = port.name,
                       .name = port.name,
                       .connected = port.connected,
                       .trouble = {}});
    }
    return all;
}

} // namespace tactus::devices
