#include "engine/ui/screens/help_screen.hpp"

#include "engine/devices/key_map.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/key_cap.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <array>
#include <string>

namespace tactus::ui {

namespace {

using devices::ActionGroup;

constexpr float help_line_step = 23;

struct HelpLine {
    const char* key;
    const char* meaning;
};

/// What no key map holds.
constexpr std::array pointer_lines{
    HelpLine{"Press", "touch; release lifts the hand off"},
    HelpLine{"Move", "stroke along the skin, or pull a bone"},
    HelpLine{"Wheel", "force, 2 N a notch"},
    HelpLine{"Shift, drag", "force, up is more"},
    HelpLine{"Ctrl", "press and lift more slowly"},
    HelpLine{"Right, drag", "look from elsewhere"},
    HelpLine{"Esc", "pause, leave, back"},
    HelpLine{"Enter", "what has the ring; Tab, arrows move it"},
};

/// Draws a column from the top down.
class HelpColumn {
public:
    HelpColumn(Canvas& canvas, Vec2 at, float width) : canvas_(&canvas), at_(at), width_(width) {}

    void head(std::string_view words) {
        canvas_->text(at_, Face::body_strong, canvas_->theme().teal, words);
        at_.y += help_line_step + 4;
    }

    void line(std::string_view key, std::string_view meaning) {
        constexpr float keys = 92;
        key_cap(*canvas_, at_, key, canvas_->theme().text);
        canvas_->text_within({at_.x + keys, at_.y + 3}, width_ - keys, Face::caption,
                             canvas_->theme().text_second, meaning);
        at_.y += help_line_step;
    }

    void group(ActionGroup group) {
        for (const devices::Action& action : devices::actions()) {
            if (action.group == group) {
                line(devices::key_name(action.usual), action.words);
            }
        }
    }

    void gap() { at_.y += 12; }

private:
    Canvas* canvas_;
    Vec2 at_;
    float width_;
};

} // namespace

void draw_help_screen(Canvas& canvas, Interaction& interaction, Commands& ask) {
    const Rect sheet = centred(canvas, 1130, 637);
    card(canvas, sheet);
    canvas.text({sheet.x + 40, sheet.y + 26}, Face::card_title, canvas.theme().text, "Keys");
    canvas.text({sheet.right() - 40, sheet.y + 34}, Face::body, canvas.theme().text_second,
                "Every one can be changed: Settings, Keys", Align::right);
    const float width = (sheet.width - 80 - 60) / 3;
    const float top = sheet.y + 76;
    const auto left = [&](int column) { return sheet.x + 40 + static_cast<float>(column) * (width + 30); };

    HelpColumn pointer(canvas, {left(0), top}, width);
    pointer.head("Pointer");
    for (const HelpLine& each : pointer_lines) {
        pointer.line(each.key, each.meaning);
    }
    pointer.gap();
    pointer.head("Your hand");
    pointer.group(ActionGroup::hand);

    HelpColumn tools(canvas, {left(1), top}, width);
    tools.head("What presses");
    tools.group(ActionGroup::tool);
    tools.gap();
    tools.head("Runs and cards");
    tools.group(ActionGroup::run);

    HelpColumn screen(canvas, {left(2), top}, width);
    screen.head("What is shown");
    screen.group(ActionGroup::screen);
    screen.gap();
    screen.head("Replays and comparisons");
    screen.group(ActionGroup::replay);

    interaction.prefer(widget_id("Close"));
    const bool close = button(canvas, interaction, {sheet.x + 40, sheet.bottom() - 56, 130, 40}, "Close",
                              {ButtonKind::primary, "Esc"});
    if (close || interaction.events().struck(devices::Key::escape) ||
        interaction.events().struck(devices::Key::f1) || interaction.events().typed == "?") {
        ask(ShowHelp{false});
    }
}

} // namespace tactus::ui
