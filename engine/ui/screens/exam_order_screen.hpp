#pragma once
/// A new exam: which drill is frozen for it, which attempts count, what the instructor ticks.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

struct ExamOrderView {
    std::string_view class_name;
    const Catalogue& catalogue;
    std::string_view said;
};

struct ExamOrderScreen {
    ExamDraft draft;
    int first = 0; ///< drill at the top
};

void draw_exam_order_screen(Canvas& canvas, Interaction& interaction, const ExamOrderView& view,
                            ExamOrderScreen& state, Commands& ask);

} // namespace tactus::ui
