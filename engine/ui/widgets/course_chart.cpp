#include "engine/ui/widgets/course_chart.hpp"

#include <algorithm>
#include <string>

namespace tactus::ui {

namespace {

constexpr int days_a_week = 7;
constexpr float legend = 24;      ///< above the chart
constexpr float course_foot = 22; ///< below it, for the weeks

} // namespace

void draw_course_chart(Canvas& canvas, const CourseChart& chart, const Rect& rect) {
    const Theme& theme = canvas.theme();
    const Rect plot{rect.x + 26, rect.y + legend, rect.width - 26, rect.height - legend - course_foot};
    canvas.fill(plot, theme.text.at(0.055F), 8);
    const auto place = [&](double day, double pain) {
        return Vec2(plot.x + plot.width * static_cast<float>(day / std::max(1, chart.days)),
                    plot.bottom() - plot.height * static_cast<float>(std::clamp(pain / 10, 0.0, 1.0)));
    };
    for (const int pain : {0, 5, 10}) {
        const float y = place(0, pain).y;
        canvas.text({plot.x - 8, y - 9}, Face::caption, theme.text_third, std::to_string(pain), Align::right);
        canvas.line({plot.x, y}, {plot.right(), y}, theme.edge, 1);
    }
    const int weeks = chart.days / days_a_week;
    for (int week = 0; week <= weeks; week += weeks > 6 ? 2 : 1) {
        canvas.text({place(week * days_a_week, 0).x, plot.bottom() + 4}, Face::caption, theme.text_third,
                    "week " + std::to_string(week), week == weeks ? Align::right : Align::left);
    }
    for (const double day : chart.visits) {
        const float x = place(day, 0).x;
        canvas.line({x, plot.y}, {x, plot.bottom()}, theme.text.at(0.14F), 1);
        canvas.triangle({x - 5, plot.bottom()}, {x + 5, plot.bottom()}, {x, plot.bottom() - 8}, theme.teal);
    }
    float x = plot.x;
    for (const CourseLine& line : chart.lines) {
        std::vector<Vec2> points;
        for (std::size_t day = 0; day < line.pain.size(); ++day) {
            points.push_back(place(static_cast<double>(day), line.pain[day]));
        }
        canvas.polyline(points, line.colour, line.thickness);
        if (!points.empty()) {
            canvas.dot(points.back(), line.thickness + 1, line.colour);
        }
        canvas.line({x, rect.y + 9}, {x + 18, rect.y + 9}, line.colour, line.thickness);
        x += 26 + canvas.text({x + 24, rect.y}, Face::caption, theme.text_second, line.words) + 20;
    }
}

} // namespace tactus::ui
