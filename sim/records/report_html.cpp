#include "sim/records/report_html.hpp"

#include "sim/records/lost_marks.hpp"
#include "sim/records/page_html.hpp"
#include "sim/records/plot_svg.hpp"

#include <algorithm>
#include <iomanip>
#include <map>
#include <sstream>

namespace tactus::records {
namespace {

constexpr std::size_t steps_a_point = 24; // ten points a second

float input_force(const session::InputFrame& frame) {
    float force = 0;
    for (const auto& hand : frame.hands) {
        force = std::max(force, hand ? hand->force_n : 0.0F);
    }
    return force;
}

/// The greater of both hands' input forces; the band is that of the first step that has one.
std::string force_plot(const replay::Recording& recording) {
    LinePlot plot{.title = "Force of the input over time",
                  .x_label = "seconds",
                  .y_label = "N, the band asked for shaded",
                  .x_max = std::max(1.0, recording.duration_s())};
    double greatest = 10;
    for (std::size_t k = 0; k < recording.frames.size(); k += steps_a_point) {
        const double force = input_force(recording.frames[k]);
        greatest = std::max(greatest, force);
        plot.line.push_back({static_cast<double>(k) * session::step_s, force});
    }
    for (const drills::Step& step : recording.setup.drill.steps) {
        if (step.task.force_n) {
            plot.band = {step.task.force_n->low, step.task.force_n->high};
            greatest = std::max(greatest, plot.band->high);
            break;
        }
    }
    plot.y_max = 1.1 * greatest;
    return svg_line(plot);
}

void write_reasons(const std::string& result, std::ostream& out) {
    const std::vector<LostMark> lost = lost_marks(result);
    if (lost.empty()) {
        return;
    }
    out << "<ul>";
    for (const LostMark& mark : lost) {
        out << "<li>";
        if (mark.critical) {
            out << "<strong>Critical</strong>: ";
        } else {
            out << "&minus;" << mark.marks << ": ";
        }
        out << escaped(mark.what);
        if (mark.moment_s >= 0 && !mark.critical) { // its sentence tells when
            out << " (at " << mark.moment_s << " s)";
        }
        out << ' ' << escaped(mark.advice) << "</li>";
    }
    out << "</ul>\n";
}

void write_attempt(const Archive& archive, const Attempt& attempt, std::ostream& out) {
    const std::string grade = attempt.grade.empty() ? (attempt.passed ? "pass" : "fail") : attempt.grade;
    out << "<article><h3>" << when_words(attempt.started_at_unix_s) << ": " << attempt.score << " of 100, "
        << (attempt.graded ? escaped(grade) : "practice (" + escaped(attempt.practice) + ")")
        << "</h3><small>" << escaped(attempt.client_name) << ", " << attempt.duration_s << " s, force "
        << escaped(attempt.force_source) << ", rubric " << escaped(attempt.rubric) << ", version "
        << escaped(attempt.sim_version) << "</small>\n";
    for (const scoring::Group group :
         {scoring::Group::pressure, scoring::Group::flow, scoring::Group::targeting}) {
        out << svg_bar(std::string(scoring::group_name(group)),
                       attempt.groups[static_cast<std::size_t>(group)]);
    }
    try {
        out << force_plot(archive.recording(attempt));
    } catch (const UserError& error) {
        out << "<p>No force to show: " << escaped(error.what()) << "</p>\n";
    }
    write_reasons(archive.result(attempt), out);
    out << "</article>\n";
}

/// What the rubric of that attempt asks for; nullopt = its recording is lost.
std::optional<double> pass_mark(const Archive& archive, const Attempt& attempt) {
    try {
        return archive.recording(attempt).setup.rubric.pass;
    } catch (const UserError&) {
        return std::nullopt;
    }
}

/// attempts: newest first, of one drill.
std::string learning_curve(const std::vector<Attempt>& attempts, std::optional<double> pass) {
    LinePlot plot{.title = "Score by attempt",
                  .x_label = "graded attempt",
                  .y_label = pass ? "score, passing shaded" : "score",
                  .x_max = 1,
                  .y_max = 100,
                  .line = {},
                  .band = pass ? std::optional(PlotBand{*pass, 100}) : std::nullopt};
    for (const Attempt& attempt : attempts) {
        plot.x_max += attempt.graded ? 1 : 0;
    }
    double number = plot.x_max;
    for (const Attempt& attempt : attempts) {
        if (attempt.graded) {
            plot.line.push_back({--number, attempt.score});
        }
    }
    plot.marked = {plot.line.rbegin(), plot.line.rend()};
    return plot.line.empty() ? "<p>No graded attempt yet.</p>\n" : svg_line(plot);
}

} // namespace

void write_report(const Archive& archive, const std::string& student, std::ostream& out) {
    const auto profile = archive.profile_named(student);
    if (!profile) {
        throw UserError(Complaint{student, "nobody of that name is in the records",
                                  "see `tactus-sim records list` for the names"});
    }
    const std::string name = escaped(student.empty() ? "Guest" : student);
    std::map<std::string, std::vector<Attempt>> drills;
    for (const Attempt& attempt : archive.list({.profile = profile, .drill = {}, .after = {}})) {
        drills[attempt.drill].push_back(attempt);
    }
    std::ostringstream page;
    page << std::fixed << std::setprecision(1);
    page << page_head(name) << "<h1>" << name << "</h1>\n";
    if (drills.empty()) {
        page << "<p>No attempts yet.</p>\n";
    }
    for (const auto& [id, attempts] : drills) {
        page << "<section><h2>" << escaped(attempts.front().drill_name) << "</h2>\n"
             << learning_curve(attempts, pass_mark(archive, attempts.front()));
        for (const Attempt& attempt : attempts) {
            write_attempt(archive, attempt, page);
        }
        page << "</section>\n";
    }
    page << "</body></html>\n";
    out << page.str();
}

} // namespace tactus::records
