#include "engine/ui/screens/devices_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

namespace tactus::ui {

namespace {

constexpr std::size_t most_rows = 6;

std::string state_words(const DeviceRow& row) {
    if (row.rests_at_n) {
        return "rests at " + rounded(*row.rests_at_n, 1) + " N: hands off, then T takes its zero";
    }
    if (!row.device.trouble.empty()) {
        return row.device.trouble;
    }
    std::string words(devices::kind_word(row.device.kind));
    words += row.device.connected ? ", works" : ", not plugged in";
    if (can_be_calibrated(row.device.kind)) {
        const bool done = row.calibration.curve || row.calibration.line;
        words += done ? ", calibrated" : ", not calibrated";
    }
    return words;
}

} // namespace

bool can_be_calibrated(devices::DeviceKind kind) {
    return kind != devices::DeviceKind::mouse && kind != devices::DeviceKind::osc;
}

void draw_devices_screen(Canvas& canvas, Interaction& interaction, std::span<const DeviceRow> rows,
                         const std::string& file, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 720, 600);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, "Devices");
    float y = sheet.y + 84;
    for (const DeviceRow& row : rows.first(std::min(rows.size(), most_rows))) {
        const std::string& id = row.device.id;
        const bool force = can_be_calibrated(row.device.kind);
        const WidgetId calibrate = widget_id(id);
        interaction.prefer(calibrate);
        if (list_row(canvas, interaction, {left, y, width - 170, 58},
                     {.title = row.device.name,
                      .second = state_words(row),
                      .aside = force ? "Calibrate" : "",
                      .chosen = interaction.focused(calibrate)},
                     calibrate) &&
            force) {
            ask(CalibrateDevice{id});
        }
        const WidgetId latency = widget_id("latency of " + id);
        const std::string figure =
            row.calibration.latency ? rounded(row.calibration.latency->median_ms) + " ms" : "not measured";
        if (list_row(
                canvas, interaction, {left + width - 160, y, 160, 58},
                {.title = "Latency", .second = figure, .aside = "", .chosen = interaction.focused(latency)},
                latency)) {
            ask(MeasureLatency{id});
        }
        if (row.rests_at_n && interaction.events().struck(devices::key_of('t'))) {
            ask(TakeZero{id});
        }
        y += 66;
    }
    canvas.text_within({left, sheet.bottom() - 96}, width, Face::caption, theme.text_second,
                       "Load cells, OSC and MIDI are named in " + file);
    if (button(canvas, interaction, {left, sheet.bottom() - 62, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::settings});
    }
}

} // namespace tactus::ui
