#include "sim/authoring/number_text.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/condition_keys.hpp"

namespace tactus::client {
namespace {

using authoring::number_text;
using authoring::quoted_text;

/// Writes lines under one table after the other.
class Lines {
public:
    explicit Lines(std::string_view path) : path_(path), out_("[" + path_ + "]\n") {}

    void table(std::string_view name) { out_ += "\n[" + path_ + "." + std::string(name) + "]\n"; }

    void row(std::string_view name) { out_ += "\n[[" + path_ + "." + std::string(name) + "]]\n"; }

    void line(std::string_view key, std::string_view value) {
        out_.append(key).append(" = ").append(value).append("\n");
    }

    void text(std::string_view key, std::string_view value) { line(key, quoted_text(value)); }

    void flag(std::string_view key, bool value) { line(key, value ? "true" : "false"); }

    template <class Texts> void texts(std::string_view key, const Texts& values) {
        std::string list;
        for (const std::string& value : values) {
            list.append(list.empty() ? "" : ", ").append(quoted_text(value));
        }
        line(key, "[" + list + "]");
    }

    template <class Row> void numbers(std::span<const NumberKey<Row>> keys, const Row& row) {
        for (const NumberKey<Row>& key : keys) {
            line(key.key, number_text(row.*key.member));
        }
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string path_;
    std::string out_;
};

void write_places(Lines& lines, const Condition& condition) {
    for (const SkinArea& area : condition.areas) {
        lines.row("area");
        lines.text("id", area.id);
        lines.text("name", area.name);
        lines.numbers(area_keys(), area);
        lines.flag("square", area.square);
        lines.flag("visible", area.visible);
    }
    for (const ConditionCap& cap : condition.caps) {
        lines.row("cap");
        lines.text("place", cap.place);
        lines.numbers(cap_keys(), cap);
    }
    for (const TechniqueBan& ban : condition.bans) {
        lines.row("ban");
        lines.texts("techniques", ban.techniques);
        lines.text("place", ban.place);
        lines.text("why", ban.why);
        lines.flag("critical", ban.critical);
    }
    for (const BodyEventRule& rule : condition.events) {
        lines.row("event");
        lines.text("kind", event_kind_name(rule.kind));
        lines.text("place", rule.place);
        lines.numbers(event_keys(), rule);
        lines.flag("critical", rule.critical);
        lines.text("answer", rule.answer);
    }
}

std::vector<std::string> answered(const Condition& condition, bool yes) {
    std::vector<std::string> questions;
    for (const auto& [question, answer] : condition.matrix) {
        if (answer == yes) {
            questions.push_back(question);
        }
    }
    return questions;
}

} // namespace

std::string write_condition(const Condition& condition, std::string_view path) {
    Lines lines(path);
    lines.text("id", condition.id);
    lines.text("code", condition.code);
    lines.text("name", condition.name);
    lines.text("lesson", condition.lesson);
    lines.text("scope", scope_name(condition.scope));
    lines.numbers(limit_keys(), condition);
    lines.texts("banned_ingredients", condition.banned_ingredients);
    lines.texts("positions", condition.positions);
    lines.flag("position_critical", condition.position_critical);
    lines.texts("adaptations", condition.adaptations);
    lines.texts("matrix_yes", answered(condition, true));
    lines.texts("matrix_no", answered(condition, false));
    lines.table("grading");
    lines.numbers(weight_keys(), condition.weights);
    lines.table("decision");
    lines.text("urgency", urgency_code(condition.decision.urgency));
    lines.texts("must_ask", condition.decision.must_ask);
    lines.texts("key_questions", condition.decision.key);
    for (const auto& [question, answer] : condition.answers) {
        lines.row("answer");
        lines.text("question", question);
        lines.text("says", answer.says);
        lines.text("first", answer.first);
    }
    for (const auto& [question, points] : condition.question_points) {
        lines.row("asking");
        lines.text("question", question);
        lines.line("points", number_text(points));
    }
    for (const auto& [id, worth] : condition.wordings) {
        std::vector<std::string> fits;
        for (const Urgency urgency : worth.fits) {
            fits.emplace_back(urgency_code(urgency));
        }
        lines.row("wording");
        lines.text("id", id);
        lines.text("kind", wording_kind_name(worth.kind));
        lines.texts("fits", fits);
    }
    write_places(lines, condition);
    return lines.take();
}

} // namespace tactus::client
