#pragma once
/// Draws in logical pixels (a screen of 720 lines at scale 1) onto an ImGui draw list. Immediate: nothing is
/// kept.

#include "engine/devices/key_map.hpp"
#include "engine/ui/fonts.hpp"
#include "engine/ui/language.hpp"
#include "engine/ui/theme.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace tactus::ui {

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] bool contains(Vec2 point) const {
        return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
    }

    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }

    [[nodiscard]] Vec2 middle() const { return {x + width / 2, y + height / 2}; }

    [[nodiscard]] float right() const { return x + width; }

    [[nodiscard]] float bottom() const { return y + height; }

    [[nodiscard]] bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
};

/// Part of a circle, degrees clockwise from 3 o'clock, as on a watch face seen on screen.
struct Sweep {
    float from_deg = 0;
    float to_deg = 0;
};

/// Of an angle as a sweep has it.
inline constexpr float degrees_to_radians = 3.14159265F / 180.0F;

/// Where a text's anchor lies: its left, middle or right; always its top edge.
enum class Align { left, centre, right };

class Canvas {
public:
    /// scale: framebuffer pixels per logical pixel. Theme, fonts and list must outlive the canvas.
    Canvas(ImDrawList& list, const Theme& theme, const FontSet& fonts, float scale, Vec2 size_px);

    [[nodiscard]] const Theme& theme() const { return *theme_; }

    [[nodiscard]] Vec2 size() const { return size_; } ///< logical

    [[nodiscard]] float scale() const { return scale_; }

    /// Keys are drawn as the person has them; until this is told, as usual. keys must outlive the canvas.
    void set_keys(const devices::KeyMap& keys) { keys_ = &keys; }

    /// The name of the key that now does what the key of that name usually does: "H" -> "B". Other words
    /// stay.
    [[nodiscard]] std::string key_words(std::string_view usual) const;

    /// The language of what visitors read; English until this is told. words must outlive the canvas.
    void set_translation(const Translation& words) { translation_ = &words; }

    [[nodiscard]] const char* tr(const char* english) const { return translation()(english); }

    [[nodiscard]] std::string tr(const std::string& english) const { return translation()(english); }

    [[nodiscard]] const Translation& translation() const {
        static const Translation english;
        return translation_ != nullptr ? *translation_ : english;
    }

    /// For who works with the left hand, what stands around the client changes sides: the working hand's side
    /// stays as free as the right one's does.
    void mirror(bool on) { mirrored_ = on; }

    /// Where a panel that belongs at `rect` stands.
    [[nodiscard]] Rect placed(const Rect& rect) const {
        return {mirrored_ ? size_.x - rect.right() : rect.x, rect.y, rect.width, rect.height};
    }

    [[nodiscard]] Vec2 logical(Vec2 pixel) const { return pixel / scale_; }

    /// One line; returns its width. `at` is the anchor's top.
    float text(Vec2 at, Face face, Colour colour, std::string_view words, Align align = Align::left);
    /// One line cut with an ellipsis where it would pass `width`.
    float text_within(Vec2 at, float width, Face face, Colour colour, std::string_view words);

    /// How many of those lines had to be cut so far: tests of the languages look at it.
    [[nodiscard]] int cut_lines() const { return cut_lines_; }

    /// Words wrapped at `width`; returns the height used.
    float paragraph(Vec2 at, float width, Face face, Colour colour, std::string_view words);
    [[nodiscard]] float text_width(Face face, std::string_view words) const;
    [[nodiscard]] float paragraph_height(float width, Face face, std::string_view words) const;
    [[nodiscard]] static float line_height(Face face);

    void fill(const Rect& rect, Colour colour, float corner = 0);
    /// The picture under the interface, blurred as through frosted glass; nothing where the theme forgoes it.
    void glass(const Rect& rect, float corner);
    void outline(const Rect& rect, Colour colour, float corner, float thickness);
    void gradient(const Rect& rect, Colour top_left, Colour top_right, Colour bottom_right,
                  Colour bottom_left);
    void line(Vec2 from, Vec2 to, Colour colour, float thickness);
    void polyline(std::span<const Vec2> points, Colour colour, float thickness);
    void triangle(Vec2 a, Vec2 b, Vec2 c, Colour colour);
    void dot(Vec2 centre, float size, Colour colour);
    void ring(Vec2 centre, float size, Colour colour, float thickness);
    void arc(Vec2 centre, float size, Sweep sweep, Colour colour, float thickness);

    /// All drawing until unclip stays inside `rect`.
    void clip(const Rect& rect);
    void unclip();

private:
    [[nodiscard]] std::vector<std::string_view> wrapped(float width, Face face, std::string_view words) const;

    ImDrawList* list_;
    const Theme* theme_;
    const FontSet* fonts_;
    const devices::KeyMap* keys_ = nullptr;
    const Translation* translation_ = nullptr;
    float scale_;
    Vec2 size_;
    bool mirrored_ = false;
    int cut_lines_ = 0;
};

} // namespace tactus::ui
