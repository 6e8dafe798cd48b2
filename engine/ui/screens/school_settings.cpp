#include "engine/ui/screens/school_settings.hpp"

#include "engine/ui/widgets/button.hpp"
#include "sim/records/calendar.hpp"

#include <ctime>

namespace tactus::ui {

namespace {

using SchoolLine = school::SchoolNews::Line;

constexpr float school_name_width = 110;
constexpr float school_row_step = 32;

/// A name and what stands behind it, one below the other.
class FactRows {
public:
    FactRows(Canvas& canvas, const Rect& area) : canvas_(&canvas), area_(area), y_(area.y + 6) {}

    void row(std::string_view name, std::string_view words, std::optional<Colour> mark = std::nullopt) {
        canvas_->text({area_.x + 2, y_ + 1}, Face::caption, canvas_->theme().text_second, name);
        float left = area_.x + school_name_width;
        if (mark) {
            canvas_->dot({left + 5, y_ + 10}, 5, *mark);
            left += 20;
        }
        canvas_->text_within({left, y_}, area_.right() - left, Face::body, canvas_->theme().text, words);
        y_ += school_row_step;
    }

    void paragraph(std::string_view name, Colour colour, std::string_view words) {
        canvas_->text({area_.x + 2, y_ + 1}, Face::caption, canvas_->theme().text_second, name);
        y_ += canvas_->paragraph({area_.x + school_name_width, y_}, area_.width - school_name_width,
                                 Face::body, colour, words) +
              10;
    }

    [[nodiscard]] float y() const { return y_; }

private:
    Canvas* canvas_;
    Rect area_;
    float y_;
};

void draw_no_school(Canvas& canvas, const Rect& area, std::string_view trouble) {
    const Theme& theme = canvas.theme();
    float y = area.y + 6;
    const auto say = [&](Face face, Colour colour, std::string_view words) {
        y += canvas.paragraph({area.x + 2, y}, area.width - 4, face, colour, words) + gap;
    };
    if (!trouble.empty()) {
        say(Face::title, theme.amber, "The school that is set up cannot be used.");
        say(Face::body, theme.text, trouble);
        return;
    }
    say(Face::title, theme.text, "No school is set up, and none is needed.");
    say(Face::body, theme.text_second,
        "All runs are kept on this computer. Where a school has a server, students' runs, exams and marks "
        "can "
        "go there by themselves, whenever it can be reached; guests' runs stay here.");
    say(Face::body, theme.text_second,
        "Who runs the server gives this station a name and a token. Then, in a terminal, once:");
    const std::string_view command = "tactus-sim records push --server http://HOST:8413 --token TOKEN";
    canvas.fill({area.x + 2, y, area.width - 4, 40}, theme.raised, radius);
    canvas.text_within({area.x + 16, y + 11}, area.width - 32, Face::body, theme.text, command);
    y += 40 + gap;
    say(Face::caption, theme.text_second,
        "Come back to this page afterwards; Tactus need not be started anew.");
}

Colour line_colour(const Theme& theme, SchoolLine line) {
    switch (line) {
    case SchoolLine::connected:
        return theme.teal;
    case SchoolLine::trying:
        return theme.text_third;
    case SchoolLine::offline:
    case SchoolLine::refused:
        break;
    }
    return theme.amber;
}

} // namespace

std::string moment_words(std::int64_t unix_s, std::int64_t now_unix_s) {
    if (unix_s == 0) {
        return "never";
    }
    constexpr const char* day = "%Y-%j";
    const bool today = records::local_words(unix_s, day) == records::local_words(now_unix_s, day);
    return today ? "today, " + records::local_words(unix_s, "%H:%M")
                 : records::local_words(unix_s, "%d %b, %H:%M");
}

std::string line_words(const school::SchoolNews& news, std::int64_t now_unix_s) {
    const std::string since = " since " + moment_words(news.since_unix_s, now_unix_s);
    switch (news.line) {
    case SchoolLine::trying:
        return "looking for the school";
    case SchoolLine::connected:
        return "connected" + since;
    case SchoolLine::offline:
        return "offline" + since + "; tried again by itself";
    case SchoolLine::refused:
        return "not let in" + since + "; tried again by itself";
    }
    return {};
}

std::string waiting_words(int waiting) {
    return waiting == 0   ? "nothing"
           : waiting == 1 ? "1 run or mark, kept here until it is taken"
                          : std::to_string(waiting) + " runs and marks, kept here until they are taken";
}

bool draw_school_settings(Canvas& canvas, Interaction& interaction, const Rect& area,
                          const SchoolView& view) {
    if (!view.news) {
        draw_no_school(canvas, area, view.trouble);
        return false;
    }
    const school::SchoolNews& news = *view.news;
    const Theme& theme = canvas.theme();
    FactRows rows(canvas, area);
    rows.row("School", news.school.empty() ? "not told yet" : news.school);
    rows.row("Address", view.address);
    rows.row("This station", news.station.empty() ? "not told yet" : news.station);
    rows.row("State", line_words(news, view.now_unix_s), line_colour(theme, news.line));
    rows.row("Waiting", waiting_words(news.waiting));
    const std::string pushed = news.pushed > 0 ? "; " + std::to_string(news.pushed) + " taken" : "";
    rows.row("Last push", moment_words(news.pushed_at_unix_s, view.now_unix_s) + pushed);
    if (news.not_taken > 0) {
        rows.row("Not taken", std::to_string(news.not_taken) + "; an instructor sees why at the school");
    }
    if (!news.fault.empty()) {
        rows.paragraph("Fault", theme.amber, news.fault + ".");
    }
    return button(canvas, interaction, {area.x + school_name_width, rows.y() + 8, 160, 40}, "Push now",
                  {ButtonKind::primary});
}

} // namespace tactus::ui
