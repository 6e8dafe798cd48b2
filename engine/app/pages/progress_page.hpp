#pragma once
/// How the one who practises is getting on: read from the records when a page opens, and written as a report
/// when it is asked for.

#include "engine/ui/commands.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "engine/ui/screens/progress_screen.hpp"
#include "sim/records/archive.hpp"

#include <filesystem>
#include <future>
#include <span>
#include <string>
#include <vector>

namespace tactus::app {

class ProgressPage {
public:
    /// data: the folder of the records; a look begins none.
    explicit ProgressPage(std::filesystem::path data) : data_(std::move(data)) {}

    /// Of that student at those drills. Throws UserError, and shows nothing then.
    void read(const records::Profile& student, std::span<const drills::Drill> drills);

    /// Shows nothing: home has nothing to say of a guest.
    void clear();

    /// Tests without feedback that are due, as home shows them.
    [[nodiscard]] std::vector<ui::DueTest> due() const;

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const records::Profile& student,
              ui::Commands& ask);

    /// Begins to write a student's report, unless one is being written, on a thread of its own: the force of
    /// every run is read from its recording. student: name, "" = guest.
    void write_report(const std::string& student);

    /// Once a frame: says on the page and on standard output where the report was written. Throws UserError
    /// when it could not be.
    void update();

    /// Nothing is said of reports any more: somebody else practises.
    void forget_report() { said_.clear(); }

    /// Of the report.
    [[nodiscard]] const std::string& said() const { return said_; }

private:
    std::filesystem::path data_;
    ui::Progress progress_;
    ui::ProgressScreen screen_;
    std::future<std::filesystem::path> writing_;
    std::string said_;
};

} // namespace tactus::app
