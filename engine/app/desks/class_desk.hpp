#pragma once
/// The instructor's desk: what the pages of classes, exams and grades show, and what is done on them.

#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/screens/classes_screen.hpp"
#include "engine/ui/screens/exam_order_screen.hpp"
#include "engine/ui/screens/gradebook_screen.hpp"
#include "engine/ui/screens/marking_screen.hpp"
#include "engine/ui/screens/reviews_screen.hpp"
#include "engine/ui/screens/roster_screen.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class ClassDesk {
public:
    /// data: the folder of the records, which begin with the first class.
    explicit ClassDesk(std::filesystem::path data) : data_(std::move(data)) {}

    /// True for the pages that are the desk's.
    [[nodiscard]] static bool owns(ui::Page page);

    /// Reads what a page shows. Throws UserError.
    void open(ui::Page page);

    void draw(ui::Page page, ui::Canvas& canvas, ui::Interaction& interaction, const ui::Catalogue& catalogue,
              ui::Commands& ask);

    /// Does what a page asks; asks for another page or a replay where that follows. Throws UserError.
    void obey(const ui::ClassDeed& deed, const ui::Catalogue& catalogue, ui::Commands& ask);

private:
    /// A student's exam that is on the screen.
    struct Marked {
        exams::Exam exam;
        std::string profile;
        std::string student;
        exams::Standing standing;
        std::vector<exams::Mark> marks;
        std::vector<ui::MarkedAttempt> attempts;
    };

    void read();
    void read_marked();
    void choose(const std::string& class_id);
    void look_at(const std::string& text, const std::string& source);
    void enter_roster();
    void open_exam(const ui::ExamDraft& draft, const ui::Catalogue& catalogue);
    void mark_exam(const std::string& exam, const std::string& profile);
    void say(const ui::SayMarks& act, ui::Commands& ask);
    void undo(const std::string& exam);
    void write_gradebook();
    void write_report(const ui::WriteExamReport& wanted);
    void watch(const ui::WatchAttempt& wanted, ui::Commands& ask);
    void tell(const std::string& line); ///< on the page and on standard output

    std::filesystem::path data_;
    std::string who_;
    std::string said_;
    std::vector<records::Class> classes_;
    std::string chosen_; ///< id of a class; "" = none
    exams::Gradebook grades_;
    std::vector<records::Member> members_;
    std::vector<exams::RosterEntry> looked_at_;
    std::vector<Complaint> complaints_;
    std::vector<records::Review> reviews_;
    std::optional<Marked> marked_;
    ui::ClassesScreen classes_screen_;
    ui::RosterScreen roster_screen_;
    ui::ExamOrderScreen order_screen_;
    ui::GradebookScreen gradebook_screen_;
    ui::MarkingScreen marking_screen_;
    ui::ReviewsScreen reviews_screen_;
};

} // namespace tactus::app
