/// What the drill's own client answers to each question, and which questions the case turns on.

#include "engine/ui/screens/editor_client_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/rows.hpp"
#include "sim/client/condition_edits.hpp"
#include "sim/client/interview.hpp"

#include <algorithm>
#include <array>

namespace tactus::ui {

namespace {

constexpr float question_row_step = 29;
constexpr float question_row_height = 27;
constexpr float fields_height = 212;

bool holds(const std::vector<std::string>& list, const std::string& name) {
    return std::ranges::find(list, name) != list.end();
}

void draw_client_questions(ClientFrame& frame, const Rect& rect) {
    const std::vector<client::Question>& questions = frame.of.view.questions.questions;
    Editor& editor = frame.of.editor;
    const int shown = std::max(
        1, static_cast<int>((rect.height + question_row_step - question_row_height) / question_row_step));
    const int count = static_cast<int>(questions.size());
    const std::size_t before = editor.question;
    turn_rows(frame.of.interaction, editor.first_question, rect, shown, count, false);
    for (int k = editor.first_question; k < std::min(count, editor.first_question + shown); ++k) {
        const auto index = static_cast<std::size_t>(k);
        const client::Question& question = questions[index];
        const Rect row{rect.x, rect.y + question_row_step * static_cast<float>(k - editor.first_question),
                       rect.width, question_row_height};
        if (row_ground(frame.of.canvas, frame.of.interaction, row, editor.question == index,
                       widget_id("asked " + question.id))) {
            editor.question = index;
        }
        const Theme& theme = frame.of.canvas.theme();
        const bool own = frame.now.condition.answers.contains(question.id);
        const bool must = holds(frame.now.condition.decision.must_ask, question.id);
        const bool key = holds(frame.now.condition.decision.key, question.id);
        frame.of.canvas.text_within({row.x + 10, row.y + 5}, 160, Face::caption, theme.text, question.ask);
        frame.of.canvas.text_within(
            {row.x + 178, row.y + 5}, row.width - 178 - 58, own ? Face::caption_strong : Face::caption,
            own ? theme.text : theme.text_second, client::answer_to(frame.now.condition, question, 1));
        frame.of.canvas.text({row.right() - 8, row.y + 5}, Face::caption_strong, theme.teal,
                             must  ? "must"
                             : key ? "key"
                                   : "",
                             Align::right);
    }
    if (editor.question != before) {
        const int at = static_cast<int>(editor.question);
        editor.first_question = std::clamp(editor.first_question, at - shown + 1, at);
    }
}

/// The row of the file that an answer stands in: they are written in the order of their questions' names.
std::size_t row_of(const client::Condition& condition, const std::string& question) {
    return static_cast<std::size_t>(
        std::distance(condition.answers.begin(), condition.answers.lower_bound(question)));
}

const client::Answer* answer_of(const client::Client* client, const std::string& question) {
    const auto found = client == nullptr ? std::map<std::string, client::Answer>::const_iterator{}
                                         : client->condition.answers.find(question);
    return client == nullptr || found == client->condition.answers.end() ? nullptr : &found->second;
}

void draw_weight(ClientFrame& frame, const client::Question& question, const Rect& rect) {
    client::Condition& condition = frame.now.condition;
    const bool must = holds(condition.decision.must_ask, question.id);
    const bool key = holds(condition.decision.key, question.id);
    const std::array<Chip, 2> row{Chip{"The case turns on it", key}, Chip{"Not asked, the case fails", must}};
    if (const auto pressed = chips(frame.of, rect, row)) {
        if (*pressed == 0) {
            client::set_key_question(condition, frame.of.view.questions, question.id, !key);
        } else {
            client::set_must_ask(condition, question.id, !must);
        }
        frame.edited("what must be asked");
    }
}

} // namespace

void draw_talk_of_client(ClientFrame& frame, const Rect& rect) {
    const std::vector<client::Question>& questions = frame.of.view.questions.questions;
    if (questions.empty()) {
        frame.of.canvas.paragraph(
            {rect.x, rect.y}, rect.width, Face::body, frame.of.canvas.theme().text_second,
            "The questions of the talk could not be read; see assets/intake/questions.toml.");
        return;
    }
    frame.of.editor.question = std::min(frame.of.editor.question, questions.size() - 1);
    draw_client_questions(frame, {rect.x, rect.y, rect.width, rect.height - fields_height});
    const client::Question& question = questions[frame.of.editor.question];
    client::Condition& condition = frame.now.condition;
    const client::Answer* known = answer_of(&frame.now, question.id);
    client::Answer answer = known != nullptr ? *known : client::Answer{};
    const client::Answer before = answer;
    const client::Answer* base = answer_of(frame.base, question.id);
    const client::Answer none;
    const client::Answer& base_answer = base != nullptr ? *base : none;
    const bool can_reset = frame.base != nullptr;
    const std::size_t row = row_of(condition, question.id);
    float y = rect.bottom() - fields_height + 8;
    frame.of.canvas.text_within({rect.x, y}, rect.width, Face::body_strong, frame.of.canvas.theme().text,
                                question.ask);
    y += 26;
    const std::string usual = "As anyone: " + client::answer_to({}, question, 1);
    words_field(frame, {rect.x, y, rect.width, 57}, {"case.answer", row, "says", "Answers", ""}, answer.says,
                can_reset ? &base_answer.says : nullptr, usual);
    y += 63;
    words_field(frame, {rect.x, y, rect.width, 57},
                {"case.answer", row, "first", "The first time, instead", ""}, answer.first,
                can_reset ? &base_answer.first : nullptr, "Nothing else: tells at once");
    y += 66;
    if (answer != before) {
        client::set_answer(condition, question.id, std::move(answer));
    }
    draw_weight(frame, question, {rect.x, y, rect.width, 32});
}

} // namespace tactus::ui
