#include "engine/app/pages/device_pages.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

using namespace tactus;
using namespace tactus::devices;

namespace {

/// A wire on which the test says what comes next.
class SpokenWire final : public Wire {
public:
    SpokenWire(DeviceState device, std::vector<HandReading>& next)
        : device_(std::move(device)), next_(&next) {}

    void poll(std::vector<HandReading>& readings) override {
        readings.insert(readings.end(), next_->begin(), next_->end());
        next_->clear();
    }

    [[nodiscard]] std::vector<DeviceState> devices() const override { return {device_}; }

private:
    DeviceState device_;
    std::vector<HandReading>* next_;
};

/// The pages with one device, on a screen that nobody sees, frame by frame at 60 Hz; nothing else is touched.
struct Bench {
    std::vector<HandReading> next;
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("tactus-pages-" + std::to_string(getpid()) + ".toml");
    DeviceSet set;
    app::DevicePages pages;
    ui::ImGuiLayer layer{nullptr, 1};
    ui::Theme theme;
    ui::Interaction interaction;
    ui::Commands ask;
    double t_s = 0;

    explicit Bench(DeviceKind kind) : set(make(kind, next, file)) { tests::bake_fonts(); }

    ~Bench() { std::filesystem::remove(file); }

    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    Bench(Bench&&) = delete;
    Bench& operator=(Bench&&) = delete;

    static DeviceSet make(DeviceKind kind, std::vector<HandReading>& next,
                          const std::filesystem::path& file) {
        std::vector<std::unique_ptr<Wire>> wires;
        wires.push_back(
            std::make_unique<SpokenWire>(DeviceState{.kind = kind, .id = "it", .name = "It"}, next));
        return {DeviceFile{}, file, std::move(wires)};
    }

    void frame() {
        t_s += 1.0 / 60;
        set.poll(t_s);
        interaction.begin({}, 1);
        ui::Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
        pages.show(canvas, interaction, set, t_s, false, ask);
        (void)layer.end_frame();
    }

    void frames(double seconds) {
        for (const double end = t_s + seconds; t_s < end;) {
            frame();
        }
    }

    void press(float height, double seconds) {
        next.push_back({.device = "it", .press = height, .source = ForceSource::mapped});
        frames(seconds);
        next.push_back({.device = "it", .press = 0.0F, .source = ForceSource::mapped});
        frames(0.2);
    }

    void load(double reading, double seconds) {
        for (const double end = t_s + seconds; t_s < end;) {
            next.push_back({.device = "it", .load = reading, .source = ForceSource::measured});
            frame();
        }
    }

    [[nodiscard]] bool left() {
        for (const ui::Command& command : ask.take()) {
            if (std::holds_alternative<ui::ShowPage>(command)) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

TEST_CASE("a pen is calibrated, taken back, kept and left with nothing but the pen") {
    Bench bench(DeviceKind::pen);
    bench.pages.open_calibration("it", bench.set);
    for (const float height : {0.2F, 0.2F, 0.2F, 0.5F, 0.5F, 0.5F, 0.9F, 0.9F, 0.9F}) {
        CHECK_FALSE(bench.set.calibration("it").curve.has_value());
        bench.press(height, 0.3);
    }
    REQUIRE(bench.set.calibration("it").curve.has_value());
    CHECK(bench.set.calibration("it").curve->newtons(0.5F) == doctest::Approx(15));
    CHECK(read_device_file(bench.file).calibrations.at("it").curve.has_value());
    bench.press(0.5F, 0.2);
    CHECK_FALSE(bench.set.calibration("it").curve.has_value());
    bench.press(0.5F, 0.2);
    CHECK(bench.set.calibration("it").curve.has_value());
    CHECK_FALSE(bench.left());
    bench.press(0.5F, 1.5);
    CHECK(bench.left());
}

TEST_CASE("a load cell is calibrated by what lies on it") {
    Bench bench(DeviceKind::scale);
    bench.pages.open_calibration("it", bench.set);
    bench.load(1000, 1.5);
    bench.load(3000, 1.5);
    CHECK_FALSE(bench.set.calibration("it").line.has_value());
    bench.load(11000, 1.5);
    REQUIRE(bench.set.calibration("it").line.has_value());
    CHECK(bench.set.calibration("it").line->newtons(3000) == doctest::Approx(9.80665));
    CHECK(bench.set.calibration("it").line->zero == doctest::Approx(1000));
}

TEST_CASE("a load cell may take its zero alone and keep its slope") {
    Bench bench(DeviceKind::scale);
    bench.set.calibrate(
        "it", {.curve = {}, .line = ScaleLine{.zero = 1000, .newtons_per_unit = 0.01}, .latency = {}});
    bench.pages.open_calibration("it", bench.set);
    bench.load(1200, 1.5);
    bench.pages.keep_tare(bench.set);
    CHECK(bench.set.calibration("it").line->newtons(1200) == doctest::Approx(0));
    CHECK(bench.set.calibration("it").line->newtons(2200) == doctest::Approx(10));
    bench.pages.undo(bench.set);
    CHECK(bench.set.calibration("it").line->zero == doctest::Approx(1000));
}

TEST_CASE("latency is measured by the device's own taps") {
    Bench bench(DeviceKind::pen);
    bench.pages.open_latency("it", bench.set);
    for (int tap = 1; tap <= TapLatency::wanted_taps; ++tap) {
        bench.frames(tap * TapLatency::cue_period_s + 0.05 - bench.t_s);
        bench.press(0.5F, 0.1);
    }
    REQUIRE(bench.set.calibration("it").latency.has_value());
    CHECK(bench.set.calibration("it").latency->median_ms ==
          doctest::Approx(60).epsilon(0.3)); // a frame is 17 ms
}

TEST_CASE("scattered taps are refused, and nothing is kept") {
    Bench scattered(DeviceKind::pen);
    scattered.pages.open_latency("it", scattered.set);
    for (int tap = 1; tap <= TapLatency::wanted_taps; ++tap) {
        scattered.frames(tap * TapLatency::cue_period_s + 0.08 * (tap % 4) - scattered.t_s);
        scattered.press(0.5F, 0.1);
    }
    CHECK_FALSE(scattered.set.calibration("it").latency.has_value());
}
