#pragma once
/// What may be asked before a session, and what answers weigh (facts 5.1 and 5.6;
/// assets/intake/questions.toml).

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::client {

enum class QuestionKind : std::uint8_t {
    universal, ///< of everyone
    matrix,    ///< reflux or muscle?
    follow_up, ///< where an answer calls for it
};

struct Question {
    std::string id;
    QuestionKind kind = QuestionKind::universal;
    std::string ask;   ///< as the student says it
    double points = 1; ///< toward asking enough
    std::string usual; ///< what a client says whom it does not concern
    double yes = 0;    ///< of the matrix: log-odds for reflux
    double no = 0;
};

struct Questionnaire {
    std::vector<Question> questions;
    double reflux_above = 1.5;  ///< sum over the matrix: no muscle's pattern
    double muscle_below = -1.5; ///< a muscle's
    std::string emergency_question;
    double enough = 0.8; ///< share of the points that earns full marks

    /// nullptr = no such question.
    [[nodiscard]] const Question* find(std::string_view id) const;
};

/// Throws UserError with every complaint.
Questionnaire parse_questionnaire(std::string_view toml, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
Questionnaire read_questionnaire(const std::filesystem::path& file);

} // namespace tactus::client
