#include "engine/ui/panels/practice_panel.hpp"

#include "engine/ui/widgets/choice_button.hpp"
#include "engine/ui/widgets/figures.hpp"

#include <string>

namespace tactus::ui {

namespace {

constexpr float practice_gap = 6;
constexpr float practice_title_width = 72;
constexpr float practice_height = 36;

/// Buttons side by side behind a title.
class PracticeRow {
public:
    PracticeRow(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string_view title)
        : canvas_(&canvas), interaction_(&interaction), at_{rect.x + practice_title_width, rect.y},
          width_((rect.width - practice_title_width - 2 * practice_gap) / 3),
          starts_(interaction.events().struck(devices::Key::space)) {
        canvas.text({rect.x, rect.y + 8}, Face::body_strong, canvas.theme().text, title);
    }

    bool choice(std::string_view label, bool chosen) {
        const bool pressed =
            choice_button(*canvas_, *interaction_, {at_.x, at_.y, width_, practice_height}, label, chosen);
        at_.x += width_ + practice_gap;
        return pressed && !starts_; // Space starts the drill, wherever the focus is
    }

private:
    Canvas* canvas_;
    Interaction* interaction_;
    Vec2 at_;
    float width_;
    bool starts_;
};

} // namespace

float draw_practice_choice(Canvas& canvas, Interaction& interaction, const PracticeChoice& choice,
                           const Rect& rect, Commands& ask) {
    PracticeRow speeds(canvas, interaction, rect, "Speed");
    for (const double speed : practice_speeds) {
        if (speeds.choice(rounded(100 * speed) + " %", speed == choice.speed)) {
            ask(ChooseSpeed{speed});
        }
    }
    const Rect below{rect.x, rect.y + practice_height + practice_gap, rect.width, practice_height};
    PracticeRow ways(canvas, interaction, below, "Practise");
    if (ways.choice("Whole", choice.practice == Practice::whole)) {
        ask(ChoosePractice{Practice::whole});
    }
    if (choice.ladder_step && ways.choice("Ladder", choice.practice == Practice::ladder)) {
        // Pressed again: the next step that can be looped.
        const int again = choice.practice == Practice::ladder ? 1 : 0;
        ask(ChoosePractice{Practice::ladder, *choice.ladder_step + again});
    }
    if (ways.choice("Wait", choice.practice == Practice::wait)) {
        ask(ChoosePractice{Practice::wait});
    }
    return 2 * practice_height + practice_gap;
}

} // namespace tactus::ui
