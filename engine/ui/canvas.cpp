#include "engine/ui/canvas.hpp"

#include "engine/render/ui_texture.hpp"

#include <imgui.h>

#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, colour.opacity); }

float height_of(Face face) { return faces[static_cast<std::size_t>(face)].size * font_height_per_em; }

} // namespace

Canvas::Canvas(ImDrawList& list, const Theme& theme, const FontSet& fonts, float scale, Vec2 size_px)
    : list_(&list), theme_(&theme), fonts_(&fonts), scale_(scale), size_(size_px / scale) {}

float Canvas::text_width(Face face, std::string_view words) const {
    if (words.empty()) { // ImGui takes no words for a text that ends with a zero
        return 0;
    }
    ImFont* font = fonts_->of(face);
    const float size = height_of(face) * scale_;
    return font->CalcTextSizeA(size, 1e9F, 0, words.data(), words.data() + words.size()).x / scale_;
}

float Canvas::line_height(Face face) { return std::ceil(faces[static_cast<std::size_t>(face)].size * 1.3F); }

std::string Canvas::key_words(std::string_view usual) const {
    if (keys_ != nullptr) {
        if (const auto key = devices::key_named(usual)) {
            return devices::key_name(keys_->now_for(*key));
        }
    }
    return std::string(usual);
}

float Canvas::text(Vec2 at, Face face, Colour colour, std::string_view words, Align align) {
    if (words.empty()) {
        return 0;
    }
    const float width = text_width(face, words);
    const float left = align == Align::left ? at.x : align == Align::centre ? at.x - width / 2 : at.x - width;
    // Whole pixels: glyphs of an atlas blur between them.
    const ImVec2 place(std::round(left * scale_), std::round(at.y * scale_));
    list_->AddText(fonts_->of(face), height_of(face) * scale_, place, packed(colour), words.data(),
                   words.data() + words.size());
    return width;
}

float Canvas::text_within(Vec2 at, float width, Face face, Colour colour, std::string_view words) {
    if (text_width(face, words) <= width) {
        return text(at, face, colour, words);
    }
    ++cut_lines_;
    std::string cut(words);
    while (!cut.empty() && text_width(face, cut + "...") > width) {
        do { // never inside a UTF-8 sequence
            cut.pop_back();
        } while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U);
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0xC0U) {
            cut.pop_back();
        }
    }
    return text(at, face, colour, cut + "...");
}

std::vector<std::string_view> Canvas::wrapped(float width, Face face, std::string_view words) const {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    std::size_t last_fit = 0;
    for (std::size_t at = 0; at <= words.size(); ++at) {
        const bool at_end = at == words.size();
        if (!at_end && words[at] != ' ' && words[at] != '\n') {
            continue;
        }
        if (last_fit > begin && text_width(face, words.substr(begin, at - begin)) > width) {
            lines.push_back(words.substr(begin, last_fit - begin));
            begin = last_fit + 1;
        }
        last_fit = at;
        if (at_end || words[at] == '\n') {
            lines.push_back(words.substr(begin, at - begin));
            begin = at + 1;
            last_fit = begin;
        }
    }
    return lines;
}

float Canvas::paragraph(Vec2 at, float width, Face face, Colour colour, std::string_view words) {
    const float line_step = line_height(face);
    float y = at.y;
    for (const std::string_view line : wrapped(width, face, words)) {
        text({at.x, y}, face, colour, line);
        y += line_step;
    }
    return y - at.y;
}

float Canvas::paragraph_height(float width, Face face, std::string_view words) const {
    return line_height(face) * static_cast<float>(wrapped(width, face, words).size());
}

void Canvas::fill(const Rect& rect, Colour colour, float corner) {
    list_->AddRectFilled(ImVec2(rect.x * scale_, rect.y * scale_),
                         ImVec2(rect.right() * scale_, rect.bottom() * scale_), packed(colour),
                         corner * scale_);
}

void Canvas::glass(const Rect& rect, float corner) {
    if (!theme_->glass) {
        return;
    }
    const ImVec2 low(rect.x * scale_, rect.y * scale_);
    const ImVec2 high(rect.right() * scale_, rect.bottom() * scale_);
    const ImVec2 from(rect.x / size_.x, rect.y / size_.y);
    const ImVec2 to(rect.right() / size_.x, rect.bottom() / size_.y);
    // A pointer up to ImGui 1.91, an integer after.
    const ImTextureID texture = (ImTextureID)render::glass_texture; // NOLINT(*-no-int-to-ptr,*-use-auto)
    list_->AddImageRounded(texture, low, high, from, to, IM_COL32_WHITE, corner * scale_);
}

void Canvas::outline(const Rect& rect, Colour colour, float corner, float thickness) {
    list_->AddRect(ImVec2(rect.x * scale_, rect.y * scale_),
                   ImVec2(rect.right() * scale_, rect.bottom() * scale_), packed(colour), corner * scale_, 0,
                   thickness * scale_);
}

void Canvas::gradient(const Rect& rect, Colour top_left, Colour top_right, Colour bottom_right,
                      Colour bottom_left) {
    list_->AddRectFilledMultiColor(ImVec2(rect.x * scale_, rect.y * scale_),
                                   ImVec2(rect.right() * scale_, rect.bottom() * scale_), packed(top_left),
                                   packed(top_right), packed(bottom_right), packed(bottom_left));
}

void Canvas::line(Vec2 from, Vec2 to, Colour colour, float thickness) {
    list_->AddLine(ImVec2(from.x * scale_, from.y * scale_), ImVec2(to.x * scale_, to.y * scale_),
                   packed(colour), thickness * scale_);
}

void Canvas::polyline(std::span<const Vec2> points, Colour colour, float thickness) {
    std::vector<ImVec2> pixels;
    pixels.reserve(points.size());
    for (const Vec2& point : points) {
        pixels.emplace_back(point.x * scale_, point.y * scale_);
    }
    list_->AddPolyline(pixels.data(), static_cast<int>(pixels.size()), packed(colour), 0, thickness * scale_);
}

void Canvas::triangle(Vec2 a, Vec2 b, Vec2 c, Colour colour) {
    list_->AddTriangleFilled(ImVec2(a.x * scale_, a.y * scale_), ImVec2(b.x * scale_, b.y * scale_),
                             ImVec2(c.x * scale_, c.y * scale_), packed(colour));
}

void Canvas::dot(Vec2 centre, float size, Colour colour) {
    list_->AddCircleFilled(ImVec2(centre.x * scale_, centre.y * scale_), size * scale_, packed(colour));
}

void Canvas::ring(Vec2 centre, float size, Colour colour, float thickness) {
    list_->AddCircle(ImVec2(centre.x * scale_, centre.y * scale_), size * scale_, packed(colour), 0,
                     thickness * scale_);
}

void Canvas::arc(Vec2 centre, float size, Sweep sweep, Colour colour, float thickness) {
    const int segments =
        std::max(4, static_cast<int>(std::fabs(sweep.to_deg - sweep.from_deg) * size * scale_ / 240.0F));
    list_->PathClear();
    list_->PathArcTo(ImVec2(centre.x * scale_, centre.y * scale_), size * scale_,
                     sweep.from_deg * degrees_to_radians, sweep.to_deg * degrees_to_radians, segments);
    list_->PathStroke(packed(colour), 0, thickness * scale_);
}

void Canvas::clip(const Rect& rect) {
    list_->PushClipRect(ImVec2(rect.x * scale_, rect.y * scale_),
                        ImVec2(rect.right() * scale_, rect.bottom() * scale_), true);
}

void Canvas::unclip() { list_->PopClipRect(); }

} // namespace tactus::ui
