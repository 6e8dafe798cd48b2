#include "engine/devices/calibration/device_file.hpp"
#include "engine/devices/device_set.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace tactus;
using namespace tactus::devices;

namespace {

std::filesystem::path scratch() {
    const auto folder =
        std::filesystem::temp_directory_path() / ("tactus-devices-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    return folder / "devices.toml";
}

std::string complaint_of(const std::string& text) {
    std::ofstream(scratch()) << text;
    try {
        (void)read_device_file(scratch());
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

/// A wire that says what it is told.
class ToldWire final : public Wire {
public:
    explicit ToldWire(std::vector<HandReading> told) : told_(std::move(told)) {}

    void poll(std::vector<HandReading>& readings) override {
        readings.insert(readings.end(), told_.begin(), told_.end());
    }

    [[nodiscard]] std::vector<DeviceState> devices() const override { return {}; }

private:
    std::vector<HandReading> told_;
};

/// A wire that says what it is told once, as a device does that speaks less often than it is asked.
class SaysOnce final : public Wire {
public:
    explicit SaysOnce(std::vector<HandReading>& next) : next_(&next) {}

    void poll(std::vector<HandReading>& readings) override {
        readings.insert(readings.end(), next_->begin(), next_->end());
        next_->clear();
    }

    [[nodiscard]] std::vector<DeviceState> devices() const override { return {}; }

private:
    std::vector<HandReading>* next_;
};

} // namespace

TEST_CASE("what was written about devices is read again") {
    DeviceFile file;
    file.scales = {{.port = "/dev/serial/by-id/my \"plate\"", .baud = 9600}};
    file.osc_listen = "127.0.0.1:9000";
    file.midi = "off";
    file.calibrations["pen Wacom"] = {.curve =
                                          PressCurve::through({{0, 0}, {0.2F, 5}, {0.5F, 15}, {0.9F, 40}}),
                                      .line = std::nullopt,
                                      .latency = Latency{.median_ms = 42, .spread_ms = 11}};
    file.calibrations["/dev/ttyUSB0"].line = ScaleLine{.zero = 8123.5, .newtons_per_unit = 4.6e-4};
    write_device_file(scratch(), file);
    const DeviceFile again = read_device_file(scratch());
    CHECK(again.scales[0].port == file.scales[0].port);
    CHECK(again.scales[0].baud == 9600);
    CHECK(again.osc_listen == file.osc_listen);
    CHECK(again.midi == "off");
    CHECK(again.calibrations == file.calibrations);
    CHECK(read_device_file("/no/such/file").midi == "auto");
}

TEST_CASE("a mistake in the file is answered with place, reason and mend") {
    CHECK(complaint_of("[osc]\nlisten = \"9000\"\n").find("write it as \"127.0.0.1:9000\"") !=
          std::string::npos);
    CHECK(complaint_of("[midi]\nsystem = \"windows\"\n").find("is no MIDI system") != std::string::npos);
    CHECK(complaint_of("[[device]]\nid = \"pen\"\npress = [0.5, 0.4, 0.9]\nnewtons = [5, 15, 40]\n")
              .find("does not rise") != std::string::npos);
    CHECK(complaint_of("[[scale]]\nprot = \"/dev/ttyUSB0\"\n").find("port") != std::string::npos);
    CHECK(complaint_of("[[scale]]\nport = 3\nbaud = -1\n").find("baud") != std::string::npos);
}

TEST_CASE("readings leave the set in newtons, by each device's own calibration") {
    DeviceFile file;
    file.calibrations["cell"].line = ScaleLine{.zero = 1000, .newtons_per_unit = 0.01};
    file.calibrations["pen"].curve = PressCurve::through({{0, 0}, {0.1F, 5}, {0.2F, 15}, {0.3F, 40}});
    std::vector<HandReading> told;
    told.push_back({.device = "cell", .load = 3000.0, .source = ForceSource::measured});
    told.push_back({.device = "cell", .load = 900.0, .source = ForceSource::measured});
    told.push_back({.device = "other cell", .load = 3000.0, .source = ForceSource::measured});
    told.push_back({.device = "pen", .press = 0.2F, .source = ForceSource::mapped});
    told.push_back({.device = "other pen", .press = 0.5F, .source = ForceSource::mapped});
    std::vector<std::unique_ptr<Wire>> wires;
    wires.push_back(std::make_unique<ToldWire>(told));
    DeviceSet set(file, scratch(), std::move(wires));
    const auto& readings = set.poll(0);
    CHECK(*readings[0].force_n == doctest::Approx(20));
    CHECK(*readings[1].force_n == 0);
    CHECK_FALSE(readings[2].force_n.has_value()); // counts mean nothing without a calibration
    CHECK(*readings[3].force_n == doctest::Approx(15));
    CHECK(*readings[4].force_n == doctest::Approx(15)); // half of the range is a medium press
    set.calibrate("pen", {});
    CHECK(read_device_file(scratch()).calibrations.contains("cell"));
    CHECK_FALSE(read_device_file(scratch()).calibrations.contains("pen"));
}

TEST_CASE("the zero of a load cell that drifted is taken again, with the slope it had") {
    DeviceFile file;
    file.calibrations["cell"].line = ScaleLine{.zero = 1000, .newtons_per_unit = 0.01};
    std::vector<std::unique_ptr<Wire>> wires;
    wires.push_back(std::make_unique<ToldWire>(
        std::vector<HandReading>{{.device = "cell", .load = 900.0, .source = ForceSource::measured}}));
    DeviceSet set(file, scratch(), std::move(wires));
    for (int frame = 0; frame < 240; ++frame) {
        set.poll(frame / 60.0);
    }
    REQUIRE(set.off_zero().has_value());
    CHECK(set.off_zero()->device == "cell");
    CHECK(set.off_zero()->newtons == doctest::Approx(-1));
    CHECK_FALSE(set.pressed());
    set.take_zero("cell");
    CHECK_FALSE(set.off_zero().has_value());
    CHECK(set.calibration("cell").line->zero == doctest::Approx(900));
    CHECK(set.calibration("cell").line->newtons_per_unit == doctest::Approx(0.01));
    CHECK(read_device_file(scratch()).calibrations.at("cell").line->zero == doctest::Approx(900));
}

TEST_CASE("what lies on a load cell lies there between its readings, and what rested is forgotten with it") {
    std::vector<HandReading> next;
    std::vector<std::unique_ptr<Wire>> wires;
    wires.push_back(std::make_unique<SaysOnce>(next));
    DeviceSet set(DeviceFile{}, scratch(), std::move(wires));
    const auto say = [&](double newtons, double t_s) {
        next.push_back({.device = "cell",
                        .load = newtons,
                        .force_n = static_cast<float>(newtons),
                        .source = ForceSource::measured});
        set.poll(t_s);
    };
    say(12, 0);
    CHECK(set.pressed());
    set.poll(0.02);
    CHECK(set.pressed());
    for (int reading = 0; reading < 50; ++reading) {
        say(0.9, 1 + 0.1 * reading);
    }
    CHECK_FALSE(set.pressed());
    CHECK(set.off_zero().has_value());
    set.poll(9); // pulled out meanwhile
    CHECK_FALSE(set.off_zero().has_value());
}
