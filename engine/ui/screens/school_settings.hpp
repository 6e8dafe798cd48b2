#pragma once
/// The tab of the settings that shows a station's school: who it is, whether it answers, and what waits.

#include "engine/ui/interaction.hpp"
#include "sim/school/news.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tactus::ui {

struct SchoolView {
    std::optional<school::SchoolNews> news; ///< nullopt = no school is set up
    std::string address;
    std::string trouble; ///< why the school that is set up cannot be used; empty = nothing
    std::int64_t now_unix_s = 0;
};

/// "connected", "offline since 14:05; tried again by itself".
std::string line_words(const school::SchoolNews& news, std::int64_t now_unix_s);

/// "nothing", "3 runs and marks of classes".
std::string waiting_words(int waiting);

/// "today, 14:05", "12 May, 09:30", "never".
std::string moment_words(std::int64_t unix_s, std::int64_t now_unix_s);

/// True when "Push now" was pressed.
bool draw_school_settings(Canvas& canvas, Interaction& interaction, const Rect& area, const SchoolView& view);

} // namespace tactus::ui
