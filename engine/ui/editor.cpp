#include "engine/ui/editor.hpp"

#include "sim/authoring/number_text.hpp"

#include <array>

namespace tactus::ui {

using authoring::number_text;

std::string_view work_words(scoring::Work work) {
    constexpr std::array<std::string_view, 7> words{"words", "strokes", "beats",  "search",
                                                    "hold",  "stretch", "palpate"};
    return words[static_cast<std::size_t>(work)];
}

std::string where_words(const scoring::Task& task) {
    constexpr std::array<std::string_view, 3> sides{"left", "right", "both sides"};
    if (task.trigger_point) {
        return *task.trigger_point;
    }
    if (task.place) {
        return "place " + number_text(task.place->u) + ", " + number_text(task.place->v);
    }
    if (task.bone != contact::Hold::none) {
        return contact::hold_words(task.bone);
    }
    if (!task.zone) {
        return {};
    }
    const std::string side(sides[static_cast<std::size_t>(task.zone->sides)]);
    return task.line_u ? "line " + number_text(*task.line_u) + ", " + side : "zone, " + side;
}

std::string force_words(const scoring::Task& task) {
    return task.force_n ? number_text(task.force_n->low) + "-" + number_text(task.force_n->high) + " N" : "";
}

} // namespace tactus::ui
