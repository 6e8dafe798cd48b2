#include "sim/client/questionnaire.hpp"

#include "sim/authoring/table.hpp"

#include <algorithm>

namespace tactus::client {
namespace {

using authoring::Table;

constexpr authoring::Range log_odds{.low = -5, .high = 5};

Question read_question(Table& row) {
    Question question;
    question.id = row.text("id");
    question.kind = static_cast<QuestionKind>(row.choice("kind", {"universal", "matrix", "follow_up"}));
    question.ask = row.text("ask");
    question.points = row.number("points", {.low = 0, .high = 10});
    if (question.kind == QuestionKind::matrix) {
        question.yes = row.number("yes", log_odds);
        question.no = row.number("no", log_odds);
    } else {
        question.usual = row.text("usual");
    }
    return question;
}

} // namespace

const Question* Questionnaire::find(std::string_view id) const {
    const auto found = std::ranges::find(questions, id, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

Questionnaire parse_questionnaire(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    Questionnaire all;
    Table matrix = root.table("matrix");
    all.reflux_above = matrix.number("reflux_above", log_odds);
    all.muscle_below = matrix.number("muscle_below", log_odds);
    all.emergency_question = matrix.text("emergency_question");
    all.enough = matrix.number("enough", {.low = 0.1, .high = 1});
    for (Table& row : root.rows("question")) {
        Question question = read_question(row);
        if (all.find(question.id) != nullptr) {
            row.complain("id", "`" + question.id + "` stands twice", "remove one of the two");
        }
        all.questions.push_back(std::move(question));
    }
    if (all.find(all.emergency_question) == nullptr) {
        matrix.complain("emergency_question", "no question is called `" + all.emergency_question + "`",
                        "name one of the questions below");
    }
    document.finish();
    return all;
}

Questionnaire read_questionnaire(const std::filesystem::path& file) {
    return parse_questionnaire(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::client
