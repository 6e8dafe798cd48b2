#include "engine/devices/wires/scale_protocol.hpp"
#include "engine/devices/wires/serial_scale.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>

using namespace tactus::devices;

namespace {

/// A pseudo-terminal: what is written here comes out of a serial port that any program can open.
class Terminal {
public:
    Terminal() : master_(posix_openpt(O_RDWR | O_NOCTTY)) {
        REQUIRE(grantpt(master_) == 0);
        REQUIRE(unlockpt(master_) == 0);
    }

    ~Terminal() { pull_out(); }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    Terminal(Terminal&&) = delete;
    Terminal& operator=(Terminal&&) = delete;

    [[nodiscard]] std::string port() const { return ptsname(master_); }

    void say(const std::string& bytes) const {
        REQUIRE(write(master_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }

    void pull_out() {
        if (master_ >= 0) {
            close(master_);
            master_ = -1;
        }
    }

private:
    int master_;
};

/// Polls for up to two seconds until `done`.
bool until(SerialScale& scale, std::vector<HandReading>& readings, const std::function<bool()>& done) {
    for (int tries = 0; tries < 400; ++tries) {
        scale.poll(readings);
        if (done()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

} // namespace

TEST_CASE("a line of the scale is read in every unit that it may have") {
    CHECK(parse_scale_line("N,1000,12.5")->total == doctest::Approx(12.5));
    CHECK(parse_scale_line("N,1000,1,2,3,4")->total == doctest::Approx(10));
    CHECK(parse_scale_line("N,1000,1,2,3,4")->cells.size() == 4);
    CHECK(*parse_scale_line("N,1000,1")->sent_us == 1000);
    CHECK(parse_scale_line("12.5 N")->total == doctest::Approx(12.5));
    CHECK(parse_scale_line("1000 g\r")->total == doctest::Approx(9.80665));
    CHECK(parse_scale_line("1 kg")->total == doctest::Approx(9.80665));
    CHECK(parse_scale_line("-8388608")->unit == ScaleReading::Unit::counts);
    CHECK(parse_scale_line("12.5 N*76")->total == doctest::Approx(12.5));
    for (const char* wrong : {"", "N", "N,", "N,1", "N,x,1", "N,1,1,2,3,4,5", "N,1,1,", "12.5 lb", "nan N",
                              "inf", "1e9 N", "12.5 N*00", "12.5 N*5", "12 13 N", "hello"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_scale_line(wrong).has_value());
    }
}

TEST_CASE("the head of a line that was sent before we listened is no reading") {
    ScaleLines lines;
    CHECK(lines.feed("3.5 N\n").empty()); // of "123.5 N"
    const auto next = lines.feed("123.5 N\n# a word\n\n5 ");
    REQUIRE(next.size() == 1);
    CHECK(next[0].total == doctest::Approx(123.5));
    CHECK(lines.feed("N\n").size() == 1);
    CHECK(lines.bad_lines() == 0);
}

TEST_CASE("garbage costs its own line and no more") {
    ScaleLines lines;
    lines.feed("\n");
    std::mt19937 chance(7);
    for (int round = 0; round < 300; ++round) {
        std::string garbage;
        for (int k = 0; k < 200; ++k) {
            const char byte = static_cast<char>(chance() % 256);
            garbage += byte == '\n' ? ' ' : byte;
        }
        const auto readings = lines.feed("x" + garbage + "\n7.5 N\n");
        REQUIRE(readings.size() == 1);
        CHECK(readings[0].total == doctest::Approx(7.5));
    }
    CHECK(lines.bad_lines() == 300);
}

TEST_CASE("newtons come from bytes on a pseudo-terminal, and garbage on it does no harm") {
    Terminal terminal;
    SerialScale scale({.port = terminal.port()});
    std::vector<HandReading> readings;
    scale.poll(readings); // opens
    terminal.say("9 N\nN,1000,10.0,2.5\n\xff\xfe garbage \x01\n1000 g\n84000\n");
    REQUIRE(until(scale, readings, [&] { return readings.size() == 3; }));
    CHECK(*readings[0].force_n == doctest::Approx(12.5));
    CHECK(*readings[1].force_n == doctest::Approx(9.80665));
    CHECK_FALSE(readings[2].force_n.has_value()); // counts wait for a calibration
    CHECK(*readings[2].load == doctest::Approx(84000));
    CHECK(readings[0].source == ForceSource::measured);
    CHECK(readings[0].device == terminal.port());
    CHECK(scale.devices()[0].connected);
    CHECK(scale.devices()[0].trouble == "1 lines could not be read");
}

TEST_CASE("a load cell that is pulled out says so at once") {
    Terminal terminal;
    SerialScale scale({.port = terminal.port()});
    std::vector<HandReading> readings;
    scale.poll(readings);
    terminal.say("\n5 N\n");
    REQUIRE(until(scale, readings, [&] { return scale.devices()[0].connected; }));
    terminal.pull_out();
    CHECK(until(scale, readings, [&] { return !scale.devices()[0].connected; }));
    CHECK(scale.devices()[0].trouble.find("was pulled out") != std::string::npos);
}

TEST_CASE("a load cell that comes back is heard again") {
    const std::string link = "/tmp/tactus-scale-" + std::to_string(getpid());
    auto first = std::make_unique<Terminal>();
    REQUIRE(symlink(first->port().c_str(), link.c_str()) == 0);
    SerialScale scale({.port = link});
    std::vector<HandReading> readings;
    scale.poll(readings);
    first->say("\n5 N\n");
    REQUIRE(until(scale, readings, [&] { return !readings.empty(); }));
    first.reset();
    REQUIRE(until(scale, readings, [&] { return !scale.devices()[0].connected; }));
    Terminal second;
    unlink(link.c_str());
    REQUIRE(symlink(second.port().c_str(), link.c_str()) == 0);
    second.say("\n6 N\n");
    const bool back = until(scale, readings, [&] { return scale.devices()[0].connected; });
    unlink(link.c_str());
    REQUIRE(back);
    CHECK(*readings.back().force_n == doctest::Approx(6));
}

TEST_CASE("a port that is not there is no disaster") {
    SerialScale scale({.port = "/dev/no-such-port"});
    std::vector<HandReading> readings;
    scale.poll(readings);
    CHECK(readings.empty());
    CHECK_FALSE(scale.devices()[0].connected);
    CHECK(scale.devices()[0].trouble.find("plug the load cell in") != std::string::npos);
}
