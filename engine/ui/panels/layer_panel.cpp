#include "engine/ui/panels/layer_panel.hpp"

#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tactus::ui {

namespace {

constexpr std::array<std::string_view, 5> names{"Skin", "Fat", "Muscle", "Deep", "Bone"};
constexpr float before = 66; ///< the word

void draw_name(Canvas& canvas, const LayerView& view) {
    std::string name(view.name);
    name.front() = static_cast<char>(name.front() >= 'a' && name.front() <= 'z' ? name.front() - 'a' + 'A'
                                                                                : name.front());
    const float width = canvas.text_width(Face::body_strong, name) + 2 * 14;
    const float left = std::min(view.pointer.x + 22, canvas.size().x - margin - width);
    const Rect tag{left, std::max(view.pointer.y - 56, margin), width, 36};
    canvas.line(view.pointer, {tag.x + 6, tag.bottom()}, canvas.theme().text.at(.7F), 1);
    canvas.dot(view.pointer, 3, canvas.theme().text);
    panel(canvas, tag);
    canvas.text({tag.x + 14, tag.y + 8}, Face::body_strong, canvas.theme().text, name);
}

} // namespace

void draw_layer_panel(Canvas& canvas, const LayerView& view) {
    const Theme& theme = canvas.theme();
    const Rect rect = view.place;
    const float step = (rect.width - before) / static_cast<float>(names.size());
    panel(canvas, rect);
    canvas.text({rect.x + 18, rect.y + 19}, Face::body_strong, theme.text, "Layer");
    const float first = rect.x + before + step / 2;
    canvas.line({first, rect.y + 18}, {first + 4 * step, rect.y + 18}, theme.track, 2);
    canvas.line({first, rect.y + 18}, {first + static_cast<float>(view.layer) * step, rect.y + 18},
                theme.teal, 2);
    const int left = view.split ? std::max(view.layer - 2, 0) : view.layer;
    for (int k = 0; k < 5; ++k) {
        const Vec2 at(first + static_cast<float>(k) * step, rect.y + 18);
        const bool chosen = k == view.layer || k == left;
        canvas.dot(at, chosen ? 7.0F : 4.0F, chosen ? theme.teal : theme.text_third);
        canvas.text({at.x, rect.y + 29}, chosen ? Face::caption_strong : Face::caption,
                    chosen ? theme.text : theme.text_second, names[static_cast<std::size_t>(k)],
                    Align::centre);
    }
    if (!view.ready) {
        canvas.text({rect.middle().x, rect.y - layer_panel_words}, Face::body, theme.text_second,
                    "The layers are being laid bare...", Align::centre);
    } else if (!view.name.empty()) {
        draw_name(canvas, view);
    }
}

} // namespace tactus::ui
