#include "engine/devices/wires/midi_pads.hpp"
#include "engine/devices/wires/midi_press.hpp"
#include "tests/engine/devices/other_process.hpp"

#include <doctest/doctest.h>

#include <RtMidi.h>
#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <unistd.h>

using namespace tactus::devices;
using tactus::tests::OtherProcess;

namespace {

template <class... Bytes> std::array<std::uint8_t, sizeof...(Bytes)> bytes(Bytes... byte) {
    return {static_cast<std::uint8_t>(byte)...};
}

} // namespace

TEST_CASE("channel pressure presses, and letting the pad go releases") {
    MidiPress press;
    CHECK_FALSE(press.hear(0, bytes(0x90, 60, 100)).has_value());
    CHECK(press.struck());
    CHECK(*press.hear(0.2, bytes(0xD0, 0x4D)) == doctest::Approx(77 / 127.0));
    CHECK_FALSE(press.hear(0.3, bytes(0xD0, 0x4D)).has_value()); // no change, nothing to say
    CHECK(*press.hear(0.4, bytes(0x80, 60, 0)) == 0);
}

TEST_CASE("a pad's own pressure counts by the hardest pad") {
    MidiPress press;
    press.hear(0, bytes(0x90, 60, 100));
    press.hear(0, bytes(0x90, 64, 100));
    CHECK(*press.hear(0.1, bytes(0xA0, 60, 40)) == doctest::Approx(40 / 127.0));
    CHECK(*press.hear(0.2, bytes(0xA1, 64, 90)) == doctest::Approx(90 / 127.0));
    CHECK(*press.hear(0.3, bytes(0x90, 64, 0)) == doctest::Approx(40 / 127.0)); // note-on at 0 is a release
}

TEST_CASE("the zero that some instruments send when a note begins is no release") {
    MidiPress press;
    press.hear(0, bytes(0x90, 60, 100));
    press.hear(0.2, bytes(0xD0, 80));
    press.hear(1.0, bytes(0x90, 62, 100));
    CHECK_FALSE(press.hear(1.01, bytes(0xD0, 0)).has_value());
    CHECK(*press.hear(1.2, bytes(0xD0, 0)) == 0);
}

TEST_CASE("messages that are cut or are about other things change nothing") {
    MidiPress press;
    CHECK_FALSE(press.hear(0, {}).has_value());
    CHECK_FALSE(press.hear(0, bytes(0xD0)).has_value());
    CHECK_FALSE(press.hear(0, bytes(0xD0, 0xFF)).has_value());
    CHECK_FALSE(press.hear(0, bytes(0xB0, 1, 64)).has_value());
    CHECK_FALSE(press.hear(0, bytes(0xE0, 1, 64)).has_value());
}

TEST_CASE("aftertouch comes over the wire of a JACK server") {
    // A server of its own name on no sound card: other sessions of this machine do not meet it.
    const std::string name = "tactus-test-" + std::to_string(getpid());
    setenv("JACK_DEFAULT_SERVER", name.c_str(), 1);
    setenv("JACK_NO_AUDIO_RESERVATION", "1", 1);
    OtherProcess jackd({"jackd", "-n", name, "-r", "-d", "dummy", "-r", "48000", "-p", "256"});
    if (!jackd.started()) {
        MESSAGE(
            "jackd is not installed (engine/install_packages.sh tests): MIDI was not tested over its wire");
        return;
    }
    std::unique_ptr<RtMidiOut> player;
    for (int tries = 0; tries < 100 && player == nullptr; ++tries) { // the server takes a moment to start
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        try {
            auto made = std::make_unique<RtMidiOut>(RtMidi::UNIX_JACK, "Player");
            made->openVirtualPort("out");
            player = std::move(made);
        } catch (const RtMidiError&) {
            continue;
        }
    }
    REQUIRE(player != nullptr);
    const auto pads = std::make_unique<MidiPads>(MidiSystem::jack);
    std::vector<HandReading> readings;
    const std::vector<unsigned char> firm{0xD0, 0x4D};
    for (int tries = 0; tries < 60 && readings.empty(); ++tries) { // found within its two seconds
        pads->poll(readings);
        player->sendMessage(&firm);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    REQUIRE_FALSE(readings.empty());
    CHECK(*readings[0].press == doctest::Approx(77 / 127.0));
    CHECK(readings[0].source == ForceSource::mapped);
    CHECK(readings[0].device.find("Player") != std::string::npos);
    SUBCASE("the pads are pulled out") { player.reset(); }
    SUBCASE("the server is killed") { jackd.end(SIGKILL); }
    bool unplugged = false;
    for (int tries = 0; tries < 50 && !unplugged; ++tries) {
        pads->poll(readings);
        for (const DeviceState& device : pads->devices()) {
            unplugged = unplugged || (device.id == readings[0].device && !device.connected);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    CHECK(unplugged);
}
