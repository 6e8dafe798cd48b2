#include "engine/app/pages/device_pages.hpp"

#include "engine/ui/screens/devices_screen.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::app {

namespace {

/// Pairs of weights that a school has: bags of flour, bottles, dumbbells. Kilograms.
constexpr std::array<std::array<double, 2>, 4> usual_weights{{{1, 5}, {0.5, 2}, {2, 10}, {5, 20}}};

/// A press is a tap from here on: of a range, and of a load cell's own newtons.
constexpr float tap_level = 0.05F;
constexpr float full_force_n = 40;

} // namespace

void DevicePages::draw_list(ui::Canvas& canvas, ui::Interaction& interaction, const devices::DeviceSet& set,
                            ui::Commands& ask) {
    std::vector<ui::DeviceRow> rows;
    const auto off_zero = set.off_zero();
    for (const devices::DeviceState& device : set.devices()) {
        const bool off = off_zero && off_zero->device == device.id;
        rows.push_back({.device = device,
                        .calibration = set.calibration(device.id),
                        .rests_at_n = off ? std::optional(off_zero->newtons) : std::nullopt});
    }
    ui::draw_devices_screen(canvas, interaction, rows, set.file().string(), ask);
}

void DevicePages::open(const std::string& device, const devices::DeviceSet& set, Kind kind) {
    const std::vector<devices::DeviceState> all = set.devices();
    const devices::DeviceState* state = devices::DeviceSet::find(all, device);
    *this = {};
    kind_ = kind;
    device_ = device;
    name_ = state != nullptr ? state->name : device;
    before_ = set.calibration(device);
}

void DevicePages::open_calibration(const std::string& device, const devices::DeviceSet& set) {
    const std::vector<devices::DeviceState> all = set.devices();
    const devices::DeviceState* state = devices::DeviceSet::find(all, device);
    const bool scale = state != nullptr && state->kind == devices::DeviceKind::scale;
    open(device, set, scale ? Kind::scale : Kind::press);
}

void DevicePages::open_latency(const std::string& device, const devices::DeviceSet& set) {
    open(device, set, Kind::latency);
}

void DevicePages::change_weights() {
    weights_ = (weights_ + 1) % usual_weights.size();
    scale_ = devices::ScaleCalibration(usual_weights[weights_][0], usual_weights[weights_][1]);
}

bool DevicePages::complete() const {
    return kind_ == Kind::press   ? presses_.complete()
           : kind_ == Kind::scale ? scale_.complete()
                                  : taps_.complete();
}

void DevicePages::set_level(double t_s, float level) {
    const bool tapped = level > tap_level && level_ <= tap_level;
    level_ = level;
    if (end_.done) {
        return;
    }
    if (kind_ == Kind::press) {
        presses_.hear(t_s, level);
    } else if (kind_ == Kind::latency && tapped) {
        taps_.tap(t_s);
    }
}

void DevicePages::hear(const devices::HandReading& reading, double t_s) {
    if (reading.device != device_) {
        return;
    }
    if (reading.lifted) {
        set_level(t_s, 0);
        return;
    }
    if (reading.load) {
        reading_ = *reading.load;
        knows_newtons_ = reading.force_n.has_value();
        if (kind_ == Kind::scale && !end_.done) {
            scale_.hear(t_s, reading_);
        }
        // Before it is calibrated a cell has no newtons: the new line knows them as soon as it is made.
        const auto& line = after_.line ? after_.line : before_.line;
        const float force_n = line ? line->newtons(reading_) : reading.force_n.value_or(0);
        set_level(t_s, std::clamp(force_n / full_force_n, 0.0F, 1.0F));
    } else if (reading.press) {
        set_level(t_s, *reading.press);
    } else if (reading.force_n) {
        set_level(t_s, std::clamp(*reading.force_n / full_force_n, 0.0F, 1.0F));
    } else { // a finger on a panel without pressure
        set_level(t_s, 1);
    }
}

void DevicePages::hear_mouse(const ui::Interaction& interaction, double t_s) {
    const devices::InputEvents& events = interaction.events();
    if (device_ != "mouse" || interaction.over_widget()) {
        return;
    }
    if (events.press_began) {
        set_level(t_s, 1);
    }
    if (!events.pressed) {
        set_level(t_s, 0);
    }
}

void DevicePages::finish(devices::DeviceSet& set) {
    end_.done = true;
    gesture_ = {};
    after_ = before_;
    if (kind_ == Kind::press) {
        after_.curve = presses_.curve(end_.refused);
    } else if (kind_ == Kind::scale) {
        after_.line = scale_.line(end_.refused);
    } else if (taps_.refused()) {
        end_.refused = "your taps were too scattered; watch one ring land before you begin";
    } else {
        after_.latency = taps_.figure();
    }
    if (end_.refused.empty()) {
        toggle(set);
    }
}

void DevicePages::keep_tare(devices::DeviceSet& set) {
    if (kind_ != Kind::scale || end_.done || scale_.rests().empty() || !knows_newtons_) {
        return;
    }
    after_ = before_;
    after_.line = before_.line.value_or(devices::ScaleLine{});
    after_.line->zero = scale_.rests().front().middle;
    end_.done = true;
    toggle(set);
}

void DevicePages::toggle(devices::DeviceSet& set) {
    end_.kept = !end_.kept;
    set.calibrate(device_, end_.kept ? after_ : before_);
}

void DevicePages::undo(devices::DeviceSet& set) {
    if (end_.done && end_.refused.empty()) {
        toggle(set);
    } else if (end_.done) { // refused: once more from the beginning
        const std::size_t weights = weights_;
        open(std::string(device_), set, kind_);
        weights_ = weights;
        scale_ = devices::ScaleCalibration(usual_weights[weights_][0], usual_weights[weights_][1]);
    } else if (kind_ == Kind::press) {
        presses_.undo();
    } else if (kind_ == Kind::scale) {
        scale_.undo();
    } else {
        taps_.undo();
    }
}

void DevicePages::show(ui::Canvas& canvas, ui::Interaction& interaction, devices::DeviceSet& set,
                       double wall_s, bool reduced_motion, ui::Commands& ask) {
    for (const devices::HandReading& reading : set.readings()) {
        hear(reading, wall_s);
    }
    hear_mouse(interaction, wall_s);
    if (end_.done) {
        switch (gesture_.hear(wall_s, level_ > tap_level)) {
        case devices::PressGesture::Said::toggle:
            undo(set);
            break;
        case devices::PressGesture::Said::leave:
            ask(ui::ShowPage{ui::Page::devices});
            break;
        case devices::PressGesture::Said::nothing:
            break;
        }
    } else if (complete()) {
        finish(set);
    }
    draw(canvas, interaction, wall_s, reduced_motion, ask);
}

void DevicePages::draw(ui::Canvas& canvas, ui::Interaction& interaction, double wall_s, bool reduced_motion,
                       ui::Commands& ask) const {
    switch (kind_) {
    case Kind::press:
        ui::draw_press_page(canvas, interaction,
                            {.device = name_, .presses = presses_, .press_now = level_, .end = end_}, ask);
        break;
    case Kind::scale:
        ui::draw_scale_page(canvas, interaction,
                            {.device = name_,
                             .scale = scale_,
                             .weights_kg = usual_weights[weights_],
                             .reading_now = reading_,
                             .can_tare = knows_newtons_ && scale_.stage() > 0,
                             .end = end_},
                            ask);
        break;
    case Kind::latency:
        ui::draw_latency_page(canvas, interaction,
                              {.device = name_,
                               .taps = taps_,
                               .approach = static_cast<float>(devices::TapLatency::approach(wall_s)),
                               .still = reduced_motion,
                               .end = end_},
                              ask);
        break;
    }
}

} // namespace tactus::app
