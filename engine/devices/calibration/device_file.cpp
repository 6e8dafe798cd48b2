#include "engine/devices/calibration/device_file.hpp"

#include "engine/devices/wires/midi_pads.hpp"
#include "engine/devices/wires/osc_port.hpp"
#include "sim/authoring/table.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tactus::devices {

namespace {

constexpr std::size_t points_a_curve = press_words.size();

std::optional<PressCurve> read_curve(authoring::Table& table) {
    if (!table.has("press")) {
        return std::nullopt;
    }
    const std::vector<double> press = table.numbers("press", points_a_curve, {.low = 0, .high = 1});
    const std::vector<double> newtons = table.numbers("newtons", points_a_curve, {.low = 0, .high = 500});
    std::vector<PressCurve::Point> points{{0, 0}};
    for (std::size_t k = 0; k < std::min(press.size(), newtons.size()); ++k) {
        points.push_back({static_cast<float>(press[k]), static_cast<float>(newtons[k])});
    }
    auto curve = PressCurve::through(std::move(points));
    if (!curve) {
        table.complain("press", "does not rise together with newtons from light to firm",
                       "calibrate the device again, or delete this [[device]]");
    }
    return curve;
}

Calibration read_calibration(authoring::Table& table) {
    Calibration calibration{.curve = read_curve(table), .line = std::nullopt, .latency = std::nullopt};
    if (table.has("newtons_per_unit")) {
        calibration.line = ScaleLine{.zero = table.number_or("zero", 0),
                                     .newtons_per_unit = table.number("newtons_per_unit")};
    }
    if (table.has("latency_ms")) {
        calibration.latency =
            Latency{.median_ms = table.number("latency_ms", {.low = -500, .high = 500}),
                    .spread_ms = table.number("latency_spread_ms", {.low = 0, .high = 500})};
    }
    return calibration;
}

void check_address(authoring::Table& table, const char* key, const std::string& words) {
    if (!words.empty() && !parse_osc_address(words)) {
        table.complain(key, "\"" + words + "\" is no address",
                       R"(write it as "127.0.0.1:9000", or "" for off)");
    }
}

/// A text as TOML has it.
std::string quoted(const std::string& words) {
    std::string out = "\"";
    for (const char letter : words) {
        if (letter == '"' || letter == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
    return out + "\"";
}

void write_calibration(std::ostream& out, const std::string& id, const Calibration& calibration) {
    out << "\n[[device]]\nid = " << quoted(id) << "\n";
    if (calibration.curve) {
        const auto points = calibration.curve->points();
        const auto list = [&](const char* key, float PressCurve::Point::*value) {
            out << key << " = [";
            for (std::size_t k = 1; k < points.size(); ++k) { // the first is (0, 0)
                out << (k > 1 ? ", " : "") << points[k].*value;
            }
            out << "]\n";
        };
        out << "# light, medium, firm: share of the device's range, and the newtons it stands for\n";
        list("press", &PressCurve::Point::press);
        list("newtons", &PressCurve::Point::newtons);
    }
    if (calibration.line) {
        out << "# newtons = (reading - zero) * newtons_per_unit\nzero = " << calibration.line->zero
            << "\nnewtons_per_unit = " << calibration.line->newtons_per_unit << "\n";
    }
    if (calibration.latency) {
        out << "# median and quartile distance of the taps\nlatency_ms = " << calibration.latency->median_ms
            << "\nlatency_spread_ms = " << calibration.latency->spread_ms << "\n";
    }
}

} // namespace

DeviceFile read_device_file(const std::filesystem::path& file) {
    DeviceFile devices;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return devices;
    }
    authoring::Document document(authoring::read_text(file, 1U << 20U), file.string());
    authoring::Table root = document.root();
    for (authoring::Table& scale : root.rows("scale")) {
        devices.scales.push_back(
            {.port = scale.text("port"),
             .baud = static_cast<unsigned>(scale.number_or("baud", 115200, {.low = 300, .high = 4000000}))});
    }
    if (auto osc = root.optional_table("osc")) {
        devices.osc_listen = osc->text_or("listen", "");
        devices.osc_send = osc->text_or("send", "");
        check_address(*osc, "listen", devices.osc_listen);
        check_address(*osc, "send", devices.osc_send);
    }
    if (auto midi = root.optional_table("midi")) {
        devices.midi = midi->text_or("system", devices.midi);
        if (!midi_system_named(devices.midi)) {
            midi->complain("system", "\"" + devices.midi + "\" is no MIDI system",
                           R"(choose "auto", "alsa", "jack" or "off")");
        }
    }
    for (authoring::Table& row : root.rows("device")) {
        const std::string id = row.text("id");
        devices.calibrations[id] = read_calibration(row);
    }
    document.finish();
    return devices;
}

void write_device_file(const std::filesystem::path& file, const DeviceFile& devices) {
    std::ostringstream text;
    text.precision(9);
    text << "# Tactus: devices and their calibrations (README, Devices). Edit it while the program is "
            "closed.\n";
    for (const SerialPortSettings& scale : devices.scales) {
        text << "\n[[scale]]\nport = " << quoted(scale.port) << "\nbaud = " << scale.baud << "\n";
    }
    text << "\n[osc]\nlisten = " << quoted(devices.osc_listen) << "\nsend = " << quoted(devices.osc_send)
         << "\n\n[midi]\nsystem = " << quoted(devices.midi) << "\n";
    for (const auto& [id, calibration] : devices.calibrations) {
        write_calibration(text, id, calibration);
    }
    const std::filesystem::path fresh = file.string() + ".new"; // a full disk must not cost the old one
    std::ofstream out(fresh);
    out << text.str();
    out.close();
    std::error_code error;
    if (out) {
        std::filesystem::rename(fresh, file, error);
    }
    if (!out || error) {
        throw UserError(
            Complaint{file.string(), "cannot be written", "check the folder's permissions and free space"});
    }
}

} // namespace tactus::devices
