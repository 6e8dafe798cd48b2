#include "engine/app/hands/device_watch.hpp"
#include "engine/app/hands/force_origin.hpp"
#include "engine/app/hands/live_input.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::DeviceWatch;
using devices::DeviceKind;
using devices::DeviceState;
using devices::ForceSource;

namespace {

std::vector<DeviceState> plugged(DeviceKind kind, bool connected) {
    return {{.kind = DeviceKind::mouse, .id = "mouse", .name = "mouse"},
            {.kind = kind, .id = "it", .name = "The device", .connected = connected}};
}

} // namespace

TEST_CASE("a device in use that is pulled out is missed by its name until it is back") {
    DeviceWatch watch;
    CHECK(watch.update(plugged(DeviceKind::scale, true), {"it", "mouse"}) == DeviceWatch::Change::none);
    CHECK(watch.update(plugged(DeviceKind::scale, false), {}) == DeviceWatch::Change::lost);
    CHECK(watch.lost()->name == "The device");
    CHECK(watch.update(plugged(DeviceKind::scale, false), {}) == DeviceWatch::Change::none);
    CHECK(watch.update(plugged(DeviceKind::scale, true), {}) == DeviceWatch::Change::back);
    CHECK_FALSE(watch.lost().has_value());
    CHECK(watch.names() == "The device, mouse");
}

TEST_CASE("a device that was never used is not missed, nor is a silent OSC sender between strokes") {
    DeviceWatch watch;
    CHECK(watch.update(plugged(DeviceKind::pen, false), {}) == DeviceWatch::Change::none);
    DeviceWatch osc;
    osc.update(plugged(DeviceKind::osc, true), {"it"});
    osc.update(plugged(DeviceKind::osc, true), {});
    CHECK(osc.update(plugged(DeviceKind::osc, false), {}) == DeviceWatch::Change::none);
    DeviceWatch pressing;
    pressing.update(plugged(DeviceKind::osc, true), {"it"});
    CHECK(pressing.update(plugged(DeviceKind::osc, false), {"it"}) == DeviceWatch::Change::lost);
}

TEST_CASE("a run that goes on without a device does not miss it again until it was used again") {
    DeviceWatch watch;
    watch.update(plugged(DeviceKind::pen, true), {"it"});
    watch.update(plugged(DeviceKind::pen, false), {});
    watch.go_on_without();
    CHECK(watch.update(plugged(DeviceKind::pen, false), {}) == DeviceWatch::Change::none);
    watch.update(plugged(DeviceKind::pen, true), {"it"});
    CHECK(watch.update(plugged(DeviceKind::pen, false), {}) == DeviceWatch::Change::lost);
}

TEST_CASE("a grade shows the least of the sources that loaded the hands, but not a slip") {
    app::ForceTally tally;
    CHECK(tally.least() == ForceSource::inferred);
    for (int k = 0; k < 1000; ++k) {
        tally.add(ForceSource::measured);
    }
    CHECK(tally.least() == ForceSource::measured);
    tally.add(ForceSource::inferred);
    CHECK(tally.least() == ForceSource::measured);
    for (int k = 0; k < 100; ++k) {
        tally.add(ForceSource::mapped);
    }
    CHECK(tally.least() == ForceSource::mapped);
    CHECK(app::force_words({.device = "a cell", .source = ForceSource::measured}) ==
          "Force measured in newtons. Devices: a cell.");
}

TEST_CASE("the run's input knows by what its hands were moved and loaded") {
    app::LiveInput input;
    CHECK(input.origin().source == ForceSource::inferred);
    devices::HandTargets targets;
    targets[1] = devices::HandTarget{.pressing = true, .force_n = 30, .source = ForceSource::measured};
    input.name_devices("a cell, mouse");
    input.interrupt(targets);
    for (int step = 0; step < 50; ++step) {
        (void)input.next(0);
    }
    CHECK(input.origin().source == ForceSource::measured);
    CHECK(input.origin().device == "a cell, mouse");
}
