#pragma once
/// A student's seat at exams: those that are open, the one that was chosen as it was frozen, and what is
/// handed in. The instructor's side is ClassDesk.

#include "engine/app/run/run_order.hpp"
#include "engine/app/session/machine_speed.hpp"
#include "engine/app/stores/students.hpp"
#include "engine/ui/screens/home_screen.hpp"
#include "sim/records/class_book.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::app {

/// An exam, and all that a run of it needs, by value.
struct ExamPaper {
    exams::Exam exam;
    drills::Drill drill;
    scoring::Rubric rubric;
    client::Client client;
};

/// Throws UserError where the exam cannot be taken on this computer, or not with these settings. aided: the
/// press is made easier, and nobody has allowed it.
void require_fit(const exams::Exam& exam, const MachineSpeed& speed, bool aided);

class ExamSeat {
public:
    /// data: the folder of the records.
    explicit ExamSeat(std::filesystem::path data) : data_(std::move(data)) {}

    /// Reads which exams are open for who practises. Throws UserError.
    void look(const Students& students, std::int64_t now_unix_s);

    /// As home shows them.
    [[nodiscard]] const std::vector<ui::OpenExamRow>& open_exams() const { return open_; }

    /// Chooses one, by id. Throws UserError, and the choice is as it was.
    void take(const std::string& exam);

    /// The exam that is chosen; null = none.
    [[nodiscard]] const ExamPaper* paper() const { return paper_ ? &*paper_ : nullptr; }

    void leave() { paper_.reset(); }

    /// Counts as an attempt of that student from here on. There is a paper. Throws UserError where it may not
    /// be taken here or now.
    void sit_down(const std::string& profile, const MachineSpeed& speed, bool aided);

    /// The run that is handed in. There is a paper. aided: the press is made easier; counts: all the same.
    /// Throws UserError when its rubric cannot be read.
    [[nodiscard]] RunOrder order(tissue::Setting setting, bool aided, bool counts) const;

    /// Of the paper. note: how well this computer solves the tissue.
    void draw_brief(ui::Canvas& canvas, ui::Interaction& interaction, std::string_view note,
                    ui::Commands& ask) const;

    /// Links a run, done with that client, to the paper; returns what its card shall say. Throws UserError.
    [[nodiscard]] std::string hand_in(const records::Attempt& attempt, const client::Client& treated) const;

private:
    std::filesystem::path data_;
    std::vector<ui::OpenExamRow> open_;
    std::optional<ExamPaper> paper_;
    records::Sitting sitting_; ///< the last one at the paper
};

} // namespace tactus::app
