#include "engine/ui/screens/help_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/key_cap.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <array>
#include <span>

namespace tactus::ui {

namespace {

struct Line {
    const char* key;
    const char* meaning;
};

constexpr std::array hand_keys{
    Line{"Press", "touch; release lifts the hand off"},
    Line{"Move", "stroke along the skin"},
    Line{"Wheel", "force target, 2 N a notch"},
    Line{"Shift + drag", "force target, up is more"},
    Line{"Ctrl", "press and lift more slowly"},
    Line{"1 - 9, 0", "palm, thumb, fingertips, heel, ..."},
    Line{"K, hold F", "pinch: gather, lift; let go: lay down"},
    Line{"J, hold F", "hold a bone; move: pull; F: lift"},
    Line{"O", "on the hands: oil, lotion, gel, dry"},
    Line{"Q E", "turn the hand"},
    Line{"L", "hands: right, left, mirrored, in turn, ..."},
    Line{"M", "mark a point under the hand"},
    Line{"A", "ask the client how it feels"},
    Line{"T", "take a load cell's zero again"},
};

constexpr std::array screen_keys{
    Line{"H", "pressure map on the skin"},
    Line{"X", "lay the body bare, layer by layer"},
    Line{"Shift + X", "keep the left side two layers less"},
    Line{"C", "coverage"},
    Line{"G", "ghost hands and the way they take"},
    Line{"V", "look from above, close, aside"},
    Line{"Z", "the hand that presses, from close by"},
    Line{"+ -", "nearer, farther"},
    Line{"Tab", "hide the panels"},
    Line{"Esc P", "pause, and back"},
    Line{"R", "retry"},
    Line{"Space", "start, confirm, play a replay"},
    Line{"N", "next drill"},
    Line{", .", "step a replay by a frame"},
    Line{"Right button", "drag to look from elsewhere"},
    Line{"F1 ?", "this page"},
    Line{"F3", "frame figures"},
    Line{"F11", "full screen"},
    Line{"F12", "save a picture"},
};

void draw_lines(Canvas& canvas, std::string_view title, std::span<const Line> lines, Vec2 at) {
    canvas.text(at, Face::body_strong, canvas.theme().teal, title);
    float y = at.y + 32;
    for (const Line& line : lines) {
        key_cap(canvas, {at.x, y}, line.key, canvas.theme().text);
        canvas.text({at.x + 116, y + 2}, Face::body, canvas.theme().text_second, line.meaning);
        y += 28;
    }
}

} // namespace

void draw_help_screen(Canvas& canvas, Interaction& interaction, Commands& ask) {
    const Rect sheet = centred(canvas, 900, 650);
    card(canvas, sheet);
    canvas.text({sheet.x + 40, sheet.y + 30}, Face::card_title, canvas.theme().text, "Help");
    draw_lines(canvas, "Your hand", hand_keys, {sheet.x + 40, sheet.y + 90});
    draw_lines(canvas, "The screen", screen_keys, {sheet.x + 470, sheet.y + 90});
    interaction.prefer(widget_id("Close"));
    const bool close = button(canvas, interaction, {sheet.x + 40, sheet.bottom() - 62, 130, 40}, "Close",
                              {ButtonKind::primary, "Esc"});
    if (close || interaction.events().struck(devices::Key::escape) ||
        interaction.events().struck(devices::Key::f1)) {
        ask(ShowHelp{false});
    }
}

} // namespace tactus::ui
