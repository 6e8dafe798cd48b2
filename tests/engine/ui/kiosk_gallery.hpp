#pragma once
/// The screens of a kiosk, with plausible contents, in any of its languages, to be drawn by tests.

#include "engine/ui/screens/kiosk_attract_screen.hpp"
#include "engine/ui/screens/kiosk_demo_screen.hpp"
#include "engine/ui/screens/kiosk_score_screen.hpp"
#include "engine/ui/screens/kiosk_staff_screen.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/drills/drill_file.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tactus::tests {

struct KioskGallery {
    using Draw = std::function<void(ui::Canvas&, ui::Interaction&, ui::Commands&)>;

    ui::Translation words;
    drills::Drill drill = drills::read_drill(authoring::asset_named("drills", "kiosk"));
    client::Client client = plain_client();
    anatomy::Anatomy anatomy = flat_anatomy();
    client::Phrases phrases = client::read_phrases(authoring::resource("assets/phrases/english.toml"));
    session::Snapshot now = snapshot_of_a_stroke();
    scoring::Score score;
    ui::QrCode link{"https://school.example/open-day?from=kiosk"};
    ui::KioskDemo demo;
    ui::PinPad pin{.typed = "123456789012", .wrong = true};
    std::vector<std::pair<std::string, std::string>> health{{"Version", "0.1.0"},
                                                            {"Devices", "mouse, Pen (not there)"}};
    std::vector<std::string> notes{"/var/lib/tactus: cannot be written; check its owner and free space"};

    explicit KioskGallery(ui::Language language = ui::Language::english) : words(language) {
        now.client.utterance = {
            .serial = 1, .t_s = 11, .phrase = "answer_unchanged", .state = {}, .value = 7};
        score.total = 71;
        score.reasons.push_back(
            {.group = scoring::Group::pressure, .measure = "time_in_band", .marks_lost = 9});
    }

    [[nodiscard]] ui::RunView view(int step) {
        now.progress.step = step;
        return {.now = now,
                .drill = drill,
                .client = client,
                .anatomy = anatomy,
                .phrases = phrases,
                .camera = render::preset_camera(render::CameraPreset::main),
                .device = ui::DeviceStatus{}};
    }

    std::map<std::string, Draw> screens() {
        std::map<std::string, Draw> all;
        const auto add = [&](const std::string& name, Draw draw) {
            all.emplace("kiosk " + name,
                        [this, draw = std::move(draw)](ui::Canvas& canvas, ui::Interaction& interaction,
                                                       ui::Commands& ask) {
                            canvas.set_translation(words);
                            draw(canvas, interaction, ask);
                        });
        };
        for (int scene = 0; scene < 4; ++scene) {
            add("attract " + std::to_string(scene),
                [scene](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
                    draw_attract_screen(c, i,
                                        {.hand = Vec2(700, 300),
                                         .free = Vec2(760, 380),
                                         .time_s = 3,
                                         .scene = scene,
                                         .missing = "Wacom One"},
                                        ask);
                });
        }
        for (int step = 0; step < static_cast<int>(drill.steps.size()); ++step) {
            add("demo " + std::to_string(step),
                [this, step](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
                    draw_kiosk_demo(c, i, view(step), std::nullopt, demo, ask);
                });
        }
        add("countdown", [this](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            draw_kiosk_demo(c, i, view(0), 2.4, demo, ask);
        });
        add("waits", [](ui::Canvas& c, ui::Interaction&, ui::Commands&) { ui::draw_kiosk_waits(c); });
        add("still there",
            [](ui::Canvas& c, ui::Interaction&, ui::Commands&) { ui::draw_still_there(c, 5); });
        add("score", [this](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            draw_kiosk_score(c, i, score, link, 7, ask);
        });
        add("pin", [this](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            draw_pin_screen(c, i, pin, 0, true, ask);
        });
        add("staff", [this](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            draw_staff_screen(c, i, {.health = health, .notes = notes, .volume_percent = 35}, ask);
        });
        return all;
    }
};

} // namespace tactus::tests
