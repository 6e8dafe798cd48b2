#include "engine/render/ui_texture.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/room.hpp"
#include "engine/ui/screens/replay_bar.hpp"
#include "tests/engine/ui/fonts.hpp"
#include "tests/engine/ui/gallery.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tactus;
using namespace tactus::ui;
using tests::Draw;
using tests::Gallery;

namespace {

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

/// Where a screen has panels of glass, in pixels.
std::vector<ImVec4> panels_of(ImGuiLayer& layer, const Draw& draw, float scale, Vec2 size) {
    const Theme theme;
    Interaction interaction;
    Commands ask;
    interaction.begin({}, scale);
    Canvas canvas(layer.begin_frame(size, 0.016F), theme, layer.fonts(), scale, size);
    draw(canvas, interaction, ask);
    const ImDrawData* data = layer.end_frame();
    std::vector<ImVec4> panels;
    for (int list = 0; list < data->CmdListsCount; ++list) {
        const ImDrawList& drawn = *data->CmdLists[list];
        for (const ImDrawCmd& command : drawn.CmdBuffer) {
            if ((render::UiTexture)command.GetTexID() != render::glass_texture) {
                continue;
            }
            ImVec4 box(1e9F, 1e9F, -1e9F, -1e9F);
            for (unsigned index = 0; index < command.ElemCount; ++index) {
                const ImDrawIdx corner = drawn.IdxBuffer[static_cast<int>(command.IdxOffset + index)];
                const ImVec2 at = drawn.VtxBuffer[static_cast<int>(command.VtxOffset + corner)].pos;
                box = {std::min(box.x, at.x), std::min(box.y, at.y), std::max(box.z, at.x),
                       std::max(box.w, at.y)};
            }
            panels.push_back(box);
        }
    }
    return panels;
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
        const bool around_client =
            name.starts_with("run") || name.starts_with("pause") || name.starts_with("settings");
        const Vec2 room = around_client                    ? run_room
                          : name.starts_with("kiosk")      ? kiosk_room
                          : name.starts_with("replay bar") ? replay_room
                                                           : page_room;
        Interaction interaction;
        INFO(name);
        CHECK(vertices_outside(layer, interaction, screen.second, 1.5F, room * 1.5F) == 0);
    }
}

TEST_CASE("panels around the client lie beside each other and within the window, in the least room as in the "
          "usual") {
    ImGuiLayer layer(nullptr, 1.5F);
    tests::bake_fonts();
    Gallery gallery;
    for (const Vec2& room : {run_room, Vec2(1280, 720)}) {
        for (const auto& screen : gallery.screens()) {
            const bool around_client = screen.first.starts_with("run") && screen.first != "run's caption";
            if (!around_client) {
                continue;
            }
            const std::vector<ImVec4> panels = panels_of(layer, screen.second, 1.5F, room * 1.5F);
            INFO(screen.first << " in " << room.x << " x " << room.y);
            CHECK(panels.size() >= 5);
            for (std::size_t a = 0; a < panels.size(); ++a) {
                CHECK(panels[a].x >= 0);
                CHECK(panels[a].y >= 0);
                CHECK(panels[a].z <= room.x * 1.5F);
                CHECK(panels[a].w <= room.y * 1.5F);
                for (std::size_t b = a + 1; b < panels.size(); ++b) {
                    CAPTURE(a);
                    CAPTURE(b);
                    CHECK((panels[a].z <= panels[b].x || panels[b].z <= panels[a].x ||
                           panels[a].w <= panels[b].y || panels[b].w <= panels[a].y));
                }
            }
        }
    }
}

TEST_CASE(
    "for the left hand every panel of a run stands where its mirror image would, and none over the back") {
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    gallery.now.hands = {}; // no arrow on the body
    constexpr Vec2 size(1280, 720);
    const auto panels = [&](bool mirrored) {
        return panels_of(
            layer,
            [&](Canvas& canvas, Interaction&, Commands&) {
                canvas.mirror(mirrored);
                draw_hud_screen(canvas, gallery.view(), gallery.hud);
            },
            1, size);
    };
    const std::vector<ImVec4> usual = panels(false);
    const std::vector<ImVec4> mirrored = panels(true);
    REQUIRE(usual.size() >= 5);
    REQUIRE(mirrored.size() == usual.size());
    for (std::size_t k = 0; k < usual.size(); ++k) {
        CHECK(mirrored[k].x == doctest::Approx(size.x - usual[k].z));
        CHECK(mirrored[k].z == doctest::Approx(size.x - usual[k].x));
        CHECK(mirrored[k].y == doctest::Approx(usual[k].y));
        const bool beside_back = mirrored[k].z <= 480 || mirrored[k].x >= 900;
        CHECK((beside_back || mirrored[k].w <= 130 || mirrored[k].y >= 570));
    }
}

TEST_CASE("settings say how large lists can be where that is less than what is set") {
    CHECK(percent_with(page_room, Vec2(1280, 720)) == 105);
    CHECK(percent_with(run_room, Vec2(1280, 720)) == 150);
    CHECK(percent_with(page_room, Vec2(1920, 1080)) == 105); // words grow with the window already
    CHECK(usual_scale(Vec2(1920, 1080)) == doctest::Approx(1.5F));
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    const auto drawn = [&] {
        Interaction interaction;
        Commands ask;
        const Theme theme;
        interaction.begin({}, 1);
        Canvas canvas(layer.begin_frame(Vec2(1280, 720), 0.016F), theme, layer.fonts(), 1, Vec2(1280, 720));
        gallery.screens().at("settings")(canvas, interaction, ask);
        return layer.end_frame()->TotalVtxCount;
    };
    gallery.settings.scale_percent = 105;
    const int without = drawn();
    gallery.settings.scale_percent = 106;
    CHECK(drawn() > without + 100); // a line more
}

TEST_CASE("in the room that a replay keeps, its bar stands on the client's panel and under the pressure's") {
    const float bar_top = replay_room.y - margin - 84 - replay_bar_lift(replay_room);
    CHECK(replay_bar_lift({1280, 720}) == 24); // side by side the bar is that much higher
    CHECK(bar_top >= 380);                     // header of three lines, then the dial with its figures
}

TEST_CASE("Esc leaves every card") {
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    auto screens = gallery.screens();
    for (const char* name : {"welcome",
                             "welcome 4",
                             "progress",
                             "no progress",
                             "students",
                             "new student",
                             "drills",
                             "brief",
                             "replays",
                             "settings",
                             "settings of sound",
                             "settings of keys",
                             "settings of the school",
                             "settings without a school",
                             "help",
                             "pause",
                             "devices",
                             "presses",
                             "weights",
                             "latency",
                             "replay bar",
                             "compare",
                             "result",
                             "talk",
                             "preparation",
                             "carousel",
                             "clients",
                             "atlas",
                             "instructor",
                             "edited drills",
                             "no edited drill",
                             "editor drill",
                             "classes",
                             "roster pasted",
                             "exam order",
                             "gradebook",
                             "marking",
                             "reviews",
                             "ask review"}) {
        INFO(name);
        CHECK(asked_by_escape(layer, screens.at(name)) == 1);
    }
}

TEST_CASE("the card's buttons hold their words, even all six of them") {
    const Theme theme;
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    Gallery gallery;
    for (const auto& [name, draw] : gallery.screens()) {
        if (name.starts_with("result")) {
            INFO(name);
            Interaction interaction;
            Commands ask;
            interaction.begin({}, 1);
            Canvas canvas(layer.begin_frame({1280, 720}, 0.016F), theme, layer.fonts(), 1, {1280, 720});
            draw(canvas, interaction, ask);
            layer.end_frame();
            CHECK(canvas.cut_lines() == 0);
        }
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
