#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "engine/ui/screens/calibration_screen.hpp"
#include "engine/ui/screens/devices_screen.hpp"
#include "engine/ui/screens/drills_screen.hpp"
#include "engine/ui/screens/help_screen.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/hud_screen.hpp"
#include "engine/ui/screens/kiosk_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "engine/ui/screens/replays_screen.hpp"
#include "engine/ui/screens/result_screen.hpp"
#include "engine/ui/screens/settings_screen.hpp"
#include "tests/engine/ui/fake_run.hpp"
#include "tests/engine/ui/fonts.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>
#include <map>
#include <string>

using namespace tactus;
using namespace tactus::ui;

namespace {

using Draw = std::function<void(Canvas&, Interaction&, Commands&)>;

/// Every screen with plausible contents, by name.
struct Gallery {
    drills::Drill drill = tests::stroke_drill();
    client::Client client = tests::plain_client();
    anatomy::Anatomy anatomy = tests::flat_anatomy();
    session::Snapshot now = tests::snapshot_of_a_stroke();
    client::Phrases phrases;
    Catalogue catalogue{.drills = {drill}, .clients = {client}, .problems = {}};
    scoring::Score score;
    std::vector<ForcePoint> force;
    std::vector<ReplayEntry> replays;
    DrillsScreen drills_screen;
    ReplaysScreen replays_screen;
    ResultScreen result_screen;
    std::vector<DeviceRow> device_rows{
        9, DeviceRow{
               .device = {.kind = devices::DeviceKind::scale,
                          .id = "cell",
                          .name = "load cell on /dev/serial/by-id/usb-Arduino_LLC_Arduino_Micro-if00",
                          .connected = false,
                          .trouble = "/dev/serial/by-id/usb-Arduino_LLC_Arduino_Micro-if00 cannot be opened"},
               .calibration = {}}};
    devices::PressCalibration presses;
    devices::ScaleCalibration scale{1, 5};
    devices::TapLatency taps;
    HudScreen hud;
    Settings settings;
    std::vector<std::string> facts{"A device: software renderer, reduced picture"};

    Gallery() {
        for (int index = 1; index < 16; ++index) {
            catalogue.clients.push_back(client);
            catalogue.clients.back().id += std::to_string(index);
        }
        score.total = 71;
        score.groups = {80, 60, 75, 100, 50, 90};
        score.grade = "pass";
        score.next_time = "Slow down on the way up, and count one to five from the sacrum to the shoulder.";
        for (int index = 0; index < 12; ++index) {
            score.reasons.push_back(
                {.group = scoring::Group::flow,
                 .measure = "measure " + std::to_string(index),
                 .what = "In range for 71 % of the contact, mostly too hard toward the shoulders.",
                 .marks_lost = 4,
                 .moment_s = 12.0 + index,
                 .advice = "Lighten as the hand passes the shoulder blade."});
            replays.push_back({.file = "/r/" + std::to_string(index),
                               .drill = "Long effleurage",
                               .client = "Mr. Adler",
                               .when = "24 Nov, 12:10",
                               .score = 71,
                               .duration_s = 60,
                               .graded = true});
        }
        for (int index = 0; index < 600; ++index) {
            force.push_back({.t_s = 0.1F * static_cast<float>(index),
                             .force_n = index == 300 ? 70.0F : 30.0F,
                             .low_n = 20,
                             .high_n = 45});
        }
    }

    [[nodiscard]] RunView view() const {
        return {.now = now,
                .drill = drill,
                .client = client,
                .anatomy = anatomy,
                .phrases = phrases,
                .camera = render::preset_camera(render::CameraPreset::main),
                .options = {.heat_map = true},
                .device = DeviceStatus{}};
    }

    std::map<std::string, Draw> screens() {
        return {
            {"home", [&](Canvas& c, Interaction& i, Commands& ask) { draw_home_screen(c, i, facts, ask); }},
            {"drills", [&](Canvas& c, Interaction& i,
                           Commands& ask) { draw_drills_screen(c, i, catalogue, drills_screen, ask); }},
            {"brief",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_brief_screen(c, i, {.drill = drill, .client = client, .note = "Tissue: fine"}, ask);
             }},
            {"replays", [&](Canvas& c, Interaction& i,
                            Commands& ask) { draw_replays_screen(c, i, replays, replays_screen, ask); }},
            {"settings", [&](Canvas& c, Interaction& i,
                             Commands& ask) { draw_settings_screen(c, i, settings, facts, ask); }},
            {"help", [&](Canvas& c, Interaction& i, Commands& ask) { draw_help_screen(c, i, ask); }},
            {"pause",
             [&](Canvas& c, Interaction& i, Commands& ask) { draw_pause_screen(c, i, true, {}, ask); }},
            {"devices",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_devices_screen(c, i, device_rows, "/home/somebody/.config/tactus/devices.toml", ask);
             }},
            {"presses",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_press_page(c, i, {.device = "A pen", .presses = presses, .press_now = 0.4F, .end = {}},
                                 ask);
             }},
            {"weights",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_scale_page(
                     c, i,
                     {.device = "A load cell",
                      .scale = scale,
                      .weights_kg = {1, 5},
                      .reading_now = -8388607.25,
                      .end = {.done = true, .kept = false, .refused = "the two weights read alike"}},
                     ask);
             }},
            {"latency",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_latency_page(
                     c, i, {.device = "A pen", .taps = taps, .approach = 0.1F, .still = false, .end = {}},
                     ask);
             }},
            {"pause without a device",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_pause_screen(c, i, true, "load cell on /dev/serial/by-id/usb-A-plate", ask);
             }},
            {"replay bar",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_replay_bar(c, i, {.at_s = 20, .duration_s = 60}, ask);
             }},
            {"result",
             [&](Canvas& c, Interaction& i, Commands& ask) {
                 draw_result_screen(c, i,
                                    {.drill = drill,
                                     .client = client,
                                     .score = score,
                                     .duration_s = 60,
                                     .best = 80.0,
                                     .force = force,
                                     .note = "",
                                     .recording = "/home/a/.local/share/tactus/replays/effleurage.tactus"},
                                    result_screen, ask);
             }},
            {"run", [&](Canvas& c, Interaction&, Commands&) { draw_hud_screen(c, view(), hud); }},
            {"countdown", [&](Canvas& c, Interaction&,
                              Commands&) { draw_countdown(c, 2.5, "Glide both palms to the shoulders."); }},
            {"kiosk", [&](Canvas& c, Interaction& i,
                          Commands& ask) { draw_attract_screen(c, i, Vec2(900, 380), 0.5F, ask); }},
            {"stars",
             [&](Canvas& c, Interaction& i, Commands& ask) { draw_kiosk_result(c, i, score, 5, ask); }},
            {"still there", [&](Canvas& c, Interaction& i, Commands&) { draw_still_there(c, i, 5); }},
        };
    }
};

/// Draws one frame; the vertices that lie outside the screen, beyond the width of a soft edge.
int vertices_outside(ImGuiLayer& layer, Interaction& interaction, const Draw& draw, float scale, Vec2 size) {
    const Theme theme;
    Commands ask;
    interaction.begin({}, scale);
    Canvas canvas(layer.begin_frame(size, 0.016F), theme, layer.fonts(), scale, size);
    draw(canvas, interaction, ask);
    const ImDrawData* data = layer.end_frame();
    int outside = 0;
    for (int list = 0; list < data->CmdListsCount; ++list) {
        for (const ImDrawCmd& command : data->CmdLists[list]->CmdBuffer) {
            const bool whole_screen =
                command.ClipRect.z - command.ClipRect.x >= size.x; // clipped lists may run on
            for (unsigned index = 0; whole_screen && index < command.ElemCount; ++index) {
                const ImVec2 at =
                    data->CmdLists[list]
                        ->VtxBuffer[static_cast<int>(command.VtxOffset) +
                                    data->CmdLists[list]
                                        ->IdxBuffer[static_cast<int>(command.IdxOffset + index)]]
                        .pos;
                outside += at.x < -2 || at.y < -2 || at.x > size.x + 2 || at.y > size.y + 2 ? 1 : 0;
            }
        }
    }
    return outside;
}

/// What Esc asks for on a screen.
std::size_t asked_by_escape(ImGuiLayer& layer, const Draw& draw) {
    const Theme theme;
    const Vec2 size(1280, 720);
    Interaction interaction;
    Commands ask;
    devices::InputEvents escape;
    escape.keys.push_back({.key = devices::Key::escape});
    interaction.begin(escape, 1);
    Canvas canvas(layer.begin_frame(size, 0.016F), theme, layer.fonts(), 1, size);
    draw(canvas, interaction, ask);
    layer.end_frame();
    return ask.take().size();
}

} // namespace

TEST_CASE("every screen stays within its edges at every scale") {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
        ImGuiLayer layer(nullptr, scale);
        tests::bake_fonts();
        Gallery gallery;
        for (const auto& screen : gallery.screens()) {
            const auto& name = screen.first;
            Interaction interaction;
            INFO(name << " at " << scale);
            const Vec2 size(1280 * scale, 720 * scale);
            CHECK(vertices_outside(layer, interaction, screen.second, scale, size) == 0);
        }
    }
}

TEST_CASE("words set to 150 and 200 % in a small window clip nothing: each screen keeps the room it needs") {
    ImGuiLayer layer(nullptr, 1.5F);
    tests::bake_fonts();
    Gallery gallery;
    for (const auto& screen : gallery.screens()) {
        const auto& name = screen.first;
        const bool around_client = name.starts_with("run") || name.starts_with("pause") || name == "settings";
        const Vec2 room = around_client ? run_room : name.starts_with("kiosk") ? kiosk_room : page_room;
        Interaction interaction;
        INFO(name);
        CHECK(vertices_outside(layer, interaction, screen.second, 1.5F, room * 1.5F) == 0);
    }
}

TEST_CASE("Esc leaves every card") {
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    auto screens = gallery.screens();
    for (const char* name : {"drills", "brief", "replays", "settings", "help", "pause", "devices", "presses",
                             "weights", "latency", "replay bar", "result"}) {
        INFO(name);
        CHECK(asked_by_escape(layer, screens.at(name)) == 1);
    }
}

TEST_CASE("panels stand in the outer thirds and not over the back") {
    const Theme theme;
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    gallery.now.hands = {}; // no arrow on the body
    Interaction interaction;
    interaction.begin({}, 1);
    Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
    draw_hud_screen(canvas, gallery.view(), gallery.hud);
    const ImDrawData* data = layer.end_frame();
    const Rect back{480, 130, 420, 440}; // where the main camera shows it
    int over = 0;
    for (int list = 0; list < data->CmdListsCount; ++list) {
        for (const ImDrawVert& vertex : data->CmdLists[list]->VtxBuffer) {
            over += back.contains({vertex.pos.x, vertex.pos.y}) ? 1 : 0;
        }
    }
    CHECK(over == 0);
}
