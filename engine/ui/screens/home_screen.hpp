#pragma once
/// The first screen: what can be done here, beside a client at rest.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tactus::ui {

/// A drill to be done without feedback today.
struct DueTest {
    std::string drill; ///< id
    std::string name;
    std::string client;
    int days_late = 0;
};

/// An exam that is open for who practises.
struct OpenExamRow {
    std::string exam; ///< id
    std::string title;
    std::string second; ///< attempts left
    int left = 0;
};

struct HomeView {
    std::string_view student; ///< who practises; "" = guest
    std::span<const OpenExamRow> exams;
    std::span<const DueTest> due;       ///< tests without feedback, the latest first
    std::span<const std::string> notes; ///< short facts for the foot ("Software renderer: reduced picture")
};

void draw_home_screen(Canvas& canvas, Interaction& interaction, const HomeView& view, Commands& ask);

/// The name with its sign, top left.
void draw_brand(Canvas& canvas, Vec2 at);

/// Darkens the left side of the scene so that words on it can be read.
void draw_left_shade(Canvas& canvas);

} // namespace tactus::ui
