#pragma once
/// Pointer and keyboard over what was drawn: hover, click, focus. Buttons report themselves as they are
/// drawn; arrow keys and Tab walk the ones of the frame before, Enter and Space press the focused one.

#include "engine/devices/input_events.hpp"
#include "engine/ui/canvas.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tactus::ui {

using WidgetId = std::uint64_t;

WidgetId widget_id(std::string_view name);

class Interaction {
public:
    /// Once a frame before any widget. events: in framebuffer pixels; scale as the canvas has it.
    void begin(const devices::InputEvents& events, float scale, double elapsed_s = 0);

    /// The pointer presses what it rests on so long, once for each rest; 0 = it does not.
    void set_dwell(double seconds) { dwell_s_ = seconds; }

    /// Share 0..1 of a rest over something that can be pressed; 0 when nothing will come of it.
    [[nodiscard]] float dwell_share() const;

    /// A widget that can be pressed: registers it and says whether it was pressed in this frame.
    bool pressable(WidgetId id, const Rect& rect);

    /// Gives the focus to `id` when nothing on the screen has it: the screen's first choice.
    void prefer(WidgetId id);

    /// Gives the focus to `id`, which is on the screen: the page goes on to its next thing.
    void move_to(WidgetId id) { focus_ = id; }

    [[nodiscard]] bool hovered(const Rect& rect) const;

    [[nodiscard]] bool focused(WidgetId id) const { return focus_ == id; }

    [[nodiscard]] bool focus_visible() const {
        return by_keyboard_;
    } ///< the last move of the focus came from keys

    [[nodiscard]] bool held() const { return events_.pressed; }

    [[nodiscard]] Vec2 pointer() const { return pointer_; } ///< logical

    [[nodiscard]] const devices::InputEvents& events() const { return events_; }

    /// True when the pointer is over any widget of the last frame: the scene behind must not take the press.
    [[nodiscard]] bool over_widget() const;

private:
    struct Target {
        WidgetId id;
        Rect rect;
    };

    void rest(double elapsed_s);
    bool take_dwell(const Rect& rect);
    void walk();
    void step_focus(int by);
    void move_focus(Vec2 direction);

    devices::InputEvents events_;
    Vec2 pointer_ = Vec2(-1);
    float scale_ = 1;
    WidgetId focus_ = 0;
    WidgetId armed_ = 0; ///< went down on this one
    double dwell_s_ = 0;
    double rested_s_ = 0;  ///< of the pointer; negative once it has pressed
    Vec2 rest_ = Vec2(-1); ///< where it rests
    bool by_keyboard_ = false;
    bool confirm_ = false; ///< Enter or Space in this frame, not taken yet
    std::vector<Target> last_;
    std::vector<Target> now_;
};

} // namespace tactus::ui
