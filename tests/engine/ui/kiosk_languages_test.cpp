/// Four languages and a stretched one: every word is translated, none is clipped.

#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/kiosk_words.hpp"
#include "engine/ui/room.hpp"
#include "tests/engine/ui/drawn_page.hpp"
#include "tests/engine/ui/kiosk_gallery.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

using namespace tactus;
using namespace tactus::ui;

namespace {

constexpr std::array all_languages{Language::english, Language::german, Language::french, Language::spanish,
                                   Language::stretched};

/// Letters, not bytes.
std::size_t letters(const std::string& words) {
    return static_cast<std::size_t>(std::ranges::count_if(
        words, [](char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; }));
}

} // namespace

TEST_CASE("each language has words of its own, whatever the environment asks for") {
    begin_translations();
    CHECK(std::string(Translation(Language::english)("Once more")) == "Once more");
    CHECK(std::string(Translation(Language::german)("Once more")) == "Noch einmal");
    CHECK(std::string(Translation(Language::french)("Once more")) == "Encore une fois");
    CHECK(std::string(Translation(Language::spanish)("Once more")) == "Otra vez");
    CHECK(std::string(Translation(Language::german)("no such words")) == "no such words");
    CHECK(std::string(Translation(Language::german)("")).empty());
    CHECK(filled(Translation(Language::french)("{n} of 5 stars"), "{n}", "3") == "3 étoiles sur 5");
}

TEST_CASE("the stretched language is longer by some 40 %") {
    begin_translations();
    const std::string english = "Watch the ring at your hand: teal means the pressure is right.";
    const std::string stretched = Translation(Language::stretched)(english);
    CHECK(letters(stretched) > english.size() * 13 / 10);
    CHECK(letters(stretched) < english.size() * 15 / 10);
}

TEST_CASE("no line of a kiosk is cut in any language, in the least room as in the usual") {
    begin_translations();
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    const Theme theme;
    for (const Language language : all_languages) {
        tests::KioskGallery gallery(language);
        for (const Vec2& room : {kiosk_room, Vec2(1280, 720)}) {
            for (const auto& [name, draw] : gallery.screens()) {
                if (name == "kiosk staff") {
                    continue; // figures of any length, in English
                }
                Interaction interaction;
                Commands ask;
                interaction.begin({}, 1);
                Canvas canvas(layer.begin_frame(room, 0.016F), theme, layer.fonts(), 1, room);
                draw(canvas, interaction, ask);
                const ImDrawData* data = layer.end_frame();
                INFO(language_code(language) << ", " << name << ", " << room.x);
                CHECK(canvas.cut_lines() == 0);
                CHECK(data->TotalVtxCount > 50);
            }
        }
    }
}

TEST_CASE("the score's words end above its buttons in every language, whatever the tip") {
    begin_translations();
    ImGuiLayer layer(nullptr, 1);
    tests::bake_fonts();
    const Theme theme;
    for (const Language language : all_languages) {
        const Translation tr(language);
        for (const char* measure :
             {"time_in_band", "ramp", "hold", "discomfort", "smoothness", "stroke_time"}) {
            scoring::Score score;
            score.reasons.push_back({.measure = measure, .marks_lost = 3});
            Interaction interaction;
            Commands ask;
            interaction.begin({}, 1);
            Canvas canvas(layer.begin_frame(kiosk_room, 0.016F), theme, layer.fonts(), 1, kiosk_room);
            canvas.set_translation(tr);
            INFO(language_code(language) << ", " << measure);
            CHECK(draw_kiosk_score(canvas, interaction, score, QrCode("https://a.example"), 7, ask) >= 0);
            layer.end_frame();
        }
    }
}

TEST_CASE("visitors' screens hold no words that translators never see") {
    // A literal of two words or a capital with letters after it, which no tr(...) holds and no comment.
    const std::regex words("\"([A-Z][a-z]+[^\"]*|[^\"]*[a-z] [a-z][^\"]*)\"");
    const std::regex translated("(tr|translated_later)\\(\"|widget_id\\(|#include|static_assert");
    for (const char* file : {"screens/kiosk_attract_screen.cpp", "screens/kiosk_demo_screen.cpp",
                             "screens/kiosk_score_screen.cpp", "kiosk_words.cpp", "still_picture.cpp"}) {
        std::ifstream in(std::string(TACTUS_SOURCE_DIR "/engine/ui/") + file);
        REQUIRE(in);
        std::string before;
        for (std::string line; std::getline(in, line); before = line) {
            const std::string code = line.substr(0, line.find("//"));
            const bool goes_on = before.find("tr(\"") != std::string::npos && before.back() == '"';
            INFO(file << ": " << line);
            CHECK(
                (goes_on || !std::regex_search(code, words) || std::regex_search(before + code, translated)));
        }
    }
}

TEST_CASE("the tip speaks of what cost most, and of the way it was missed") {
    const Translation english;
    scoring::Score score;
    CHECK(visitor_tip(english, score) == "Slow and steady: that is the whole secret.");
    score.reasons.push_back(
        {.measure = "check_ins", .marks_lost = 9}); // nothing that a visitor was asked for
    score.reasons.push_back({.measure = "speed", .value = 40, .target = 20, .marks_lost = 5});
    CHECK(visitor_tip(english, score).starts_with("Slow down"));
    score.reasons.back().value = 2;
    CHECK(visitor_tip(english, score).starts_with("A little quicker"));
}

TEST_CASE("what the client says is translated with its number in it") {
    begin_translations();
    client::Phrases phrases;
    phrases.sentences["answer_good"] = "A {value}. That feels good.";
    CHECK(client_sentence(Translation(Language::german), phrases,
                          {.serial = 1, .phrase = "answer_good", .state = {}, .value = 4.4F}) ==
          "Eine 4. Das tut gut.");
    CHECK(client_sentence(Translation(), phrases, {.phrase = "unknown", .state = {}}).empty());
}

TEST_CASE("steps that ask for work are the three cues") {
    const tests::KioskGallery gallery;
    CHECK(cue_of(gallery.drill, 0).of == 3);
    CHECK(cue_of(gallery.drill, 0).number == 0);
    CHECK(cue_of(gallery.drill, 1).number == 1);
    CHECK(cue_of(gallery.drill, 3).number == 3);
    CHECK(cue_of(gallery.drill, 4).number == 3);
}

TEST_CASE("any press, key or turn of the wheel begins; a language and the staff's corner do not") {
    tests::Page720 page;
    const auto draw = [](Canvas& canvas, Interaction& interaction, Commands& ask) {
        draw_attract_screen(canvas, interaction, {}, ask);
    };
    const auto begins = [&](const devices::InputEvents& events) {
        const auto asked = page.frame(events, draw);
        return asked.size() == 1 && std::holds_alternative<StartDrill>(asked.front());
    };
    const auto press_at = [&](Vec2 place) {
        devices::InputEvents down;
        down.pointer = place;
        down.trail = {place};
        down.pressed = down.press_began = true;
        down.press_place = place;
        page.frame(down, draw);
        devices::InputEvents up;
        up.pointer = place;
        up.trail = {place};
        up.press_ended = true;
        return page.frame(up, draw);
    };
    page.frame({}, draw);
    CHECK(begins(tests::striking(devices::Key::space)));
    CHECK(begins(tests::striking(devices::Key::left)));
    devices::InputEvents wheel;
    wheel.wheel = 1;
    CHECK(begins(wheel));
    CHECK_FALSE(begins({}));
    CHECK_FALSE(begins(tests::striking(devices::Key::escape)));
    const auto anywhere = press_at({800, 400});
    REQUIRE(anywhere.size() == 1);
    CHECK(std::holds_alternative<StartDrill>(anywhere.front()));
    CHECK(press_at({40, 40}).empty());
    const auto german = press_at({1280 - margin - 3 * 126 + 20, margin + 20});
    REQUIRE(german.size() == 1);
    REQUIRE(std::holds_alternative<ChooseLanguage>(german.front()));
    CHECK(std::get<ChooseLanguage>(german.front()).language == Language::german);
}

TEST_CASE("the PIN is typed by touch or keyboard, and while the door is shut not at all") {
    tests::Page720 page;
    PinPad pad;
    double wait_s = 0;
    const auto draw = [&](Canvas& canvas, Interaction& interaction, Commands& ask) {
        draw_pin_screen(canvas, interaction, pad, wait_s, true, ask);
    };
    page.frame(tests::typing("12a34"), draw);
    CHECK(pad.typed == "1234");
    page.frame(tests::striking(devices::Key::backspace), draw);
    CHECK(pad.typed == "123");
    const auto asked = page.frame(tests::striking(devices::Key::enter), draw);
    REQUIRE_FALSE(asked.empty());
    CHECK(std::get<EnterPin>(asked.front()).pin == "123");
    CHECK(pad.typed.empty());
    wait_s = 12;
    page.frame(tests::typing("99"), draw);
    CHECK(pad.typed.empty());
}
