#include "engine/ui/interaction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tactus::ui {

using devices::Key;

WidgetId widget_id(std::string_view name) {
    WidgetId hash = 14695981039346656037ULL; // FNV-1a
    for (const char letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    }
    return hash == 0 ? 1 : hash;
}

void Interaction::begin(const devices::InputEvents& events, float scale, double elapsed_s) {
    events_ = events;
    scale_ = scale;
    const Vec2 before = pointer_;
    pointer_ = events.pointer / scale;
    if (pointer_ != before || events.press_began) {
        by_keyboard_ = false;
    }
    if (events.press_began) {
        armed_ = 0;
    }
    last_ = std::exchange(now_, {});
    if (std::ranges::none_of(last_, [&](const Target& target) { return target.id == focus_; })) {
        focus_ = 0;
    }
    // With Control a key is a page's own.
    confirm_ = std::ranges::any_of(events.keys, [](const devices::KeyPress& press) {
        return (press.key == Key::enter || press.key == Key::space) && !press.repeated && !press.control;
    });
    rest(elapsed_s);
    walk();
}

void Interaction::rest(double elapsed_s) {
    constexpr float tremor = 6; // logical pixels that are still a rest
    if (events_.press_began || glm::length(pointer_ - rest_) > tremor) {
        rest_ = pointer_;
        rested_s_ = events_.press_began ? -1 : 0; // who presses need not rest
    } else if (rested_s_ >= 0) {
        rested_s_ += elapsed_s;
    }
}

bool Interaction::take_dwell(const Rect& rect) {
    if (dwell_s_ <= 0 || rested_s_ < dwell_s_ || !rect.contains(pointer_)) {
        return false;
    }
    rested_s_ = -1;
    return true;
}

float Interaction::dwell_share() const {
    return dwell_s_ > 0 && rested_s_ > 0 && over_widget()
               ? static_cast<float>(std::min(1.0, rested_s_ / dwell_s_))
               : 0.0F;
}

void Interaction::walk() {
    if (last_.empty()) {
        return;
    }
    for (const devices::KeyPress& press : events_.keys) {
        switch (press.key) {
        case Key::tab:
            step_focus(press.shift ? -1 : 1);
            break;
        case Key::left:
            move_focus({-1, 0});
            break;
        case Key::right:
            move_focus({1, 0});
            break;
        case Key::up:
            move_focus({0, -1});
            break;
        case Key::down:
            move_focus({0, 1});
            break;
        default:
            break;
        }
    }
}

void Interaction::step_focus(int by) {
    by_keyboard_ = true;
    const auto at = std::ranges::find_if(last_, [&](const Target& target) { return target.id == focus_; });
    const auto count = static_cast<std::ptrdiff_t>(last_.size());
    const std::ptrdiff_t index = at == last_.end() ? (by > 0 ? -1 : 0) : at - last_.begin();
    focus_ = last_[static_cast<std::size_t>((index + by + count) % count)].id;
}

void Interaction::move_focus(Vec2 direction) {
    by_keyboard_ = true;
    const auto from = std::ranges::find_if(last_, [&](const Target& target) { return target.id == focus_; });
    if (from == last_.end()) {
        focus_ = last_.front().id;
        return;
    }
    float best = std::numeric_limits<float>::max();
    for (const Target& target : last_) {
        const Vec2 way = target.rect.middle() - from->rect.middle();
        const float ahead = glm::dot(way, direction);
        const float aside = std::fabs(way.x * direction.y - way.y * direction.x);
        // What lies ahead, and rather straight ahead than near.
        if (ahead > 1 && ahead + 2.5F * aside < best) {
            best = ahead + 2.5F * aside;
            focus_ = target.id;
        }
    }
}

bool Interaction::pressable(WidgetId id, const Rect& rect) {
    now_.push_back({id, rect});
    if (events_.press_place && rect.contains(*events_.press_place / scale_)) {
        armed_ = id;
        focus_ = id;
    }
    bool fired = false;
    if (events_.press_ended && armed_ == id) {
        fired = rect.contains(pointer_);
        armed_ = 0;
    }
    if (take_dwell(rect)) {
        focus_ = id;
        fired = true;
    }
    if (confirm_ && focus_ == id) {
        confirm_ = false;
        fired = true;
    }
    return fired;
}

void Interaction::prefer(WidgetId id) {
    if (focus_ == 0) {
        focus_ = id;
    }
}

bool Interaction::hovered(const Rect& rect) const { return rect.contains(pointer_); }

bool Interaction::over_widget() const {
    const std::vector<Target>& targets = now_.empty() ? last_ : now_;
    return std::ranges::any_of(targets, [&](const Target& target) { return target.rect.contains(pointer_); });
}

} // namespace tactus::ui
