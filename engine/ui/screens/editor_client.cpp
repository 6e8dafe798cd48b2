/// The drill's own client: how to have one, what is told of them, and how the body answers.

#include "engine/ui/screens/editor_client_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "sim/client/response_file.hpp"

#include <array>

namespace tactus::ui {

namespace {

constexpr float tab_height = 30;

/// How the body answers, as a teacher says it.
constexpr std::array<ClientField, 8> body_rows{{
    {"response", 0, "ppt_factor", "Bears pressure", "times the usual", 0.05F},
    {"response", 0, "resting_tone", "Tone at rest", "", 0.01F},
    {"response", 0, "guard_threshold", "Guards from", "discomfort", 0.5F},
    {"response", 0, "guard_gain", "Guards by", "a point above", 0.01F},
    {"response", 0, "redness_gain", "Reddens", "times the usual", 0.1F},
    {"response", 0, "redness_decay", "Redness lasts", "times the usual", 0.1F},
    {"response", 0, "stroke_speed_limit_m_s", "Fast is a stroke of", "m/s", 0.05F},
    {"response", 0, "joint_speed_limit_deg_s", "Fast is a joint at", "degrees/s", 5},
}};

void draw_tabs_of_client(const EditorFrame& frame, const Rect& rect) {
    constexpr std::array<std::string_view, 6> words{"Who", "Told", "Talk", "Limits", "Areas", "Body"};
    std::array<Chip, words.size()> row{};
    for (std::size_t k = 0; k < words.size(); ++k) {
        row[k] = {words[k], frame.editor.client_tab == static_cast<ClientTab>(k)};
    }
    if (const auto pressed = chips(frame, rect, row)) {
        frame.editor.client_tab = static_cast<ClientTab>(*pressed);
    }
}

void draw_as_shipped(const EditorFrame& frame, const Rect& rect) {
    Canvas& canvas = frame.canvas;
    const std::string& name = frame.view.client.name;
    float y = rect.y + 14;
    y += canvas.paragraph({rect.x, y}, rect.width, Face::body_strong, canvas.theme().text,
                          name + " lies here as everywhere.") +
         10;
    y += canvas.paragraph(
             {rect.x, y}, rect.width, Face::body, canvas.theme().text_second,
             "Change what they tell, what they bear and where, how their body answers and which "
             "decision is right. It holds in this drill alone and is kept in its file, so that it "
             "goes along when the drill is copied, exported, published or frozen.") +
         20;
    const std::string label = "Change " + name + " for this drill";
    const float width = std::min(rect.width, canvas.text_width(Face::body_strong, label) + 48);
    if (button(canvas, frame.interaction, {rect.x, y, width, 40}, label,
               {.kind = ButtonKind::primary, .id = "own client"})) {
        frame.editor.wanted_own = frame.view.client.id;
    }
}

void draw_tab(ClientFrame& client, const Rect& rect) {
    switch (client.of.editor.client_tab) {
    case ClientTab::who:
        return;
    case ClientTab::words:
        draw_words_of_client(client, rect);
        return;
    case ClientTab::talk:
        draw_talk_of_client(client, rect);
        return;
    case ClientTab::limits:
        draw_limits_of_client(client, rect);
        return;
    case ClientTab::areas:
        draw_areas_of_client(client, rect);
        return;
    case ClientTab::body:
        draw_body_of_client(client, rect);
        return;
    }
}

} // namespace

void draw_words_of_client(ClientFrame& frame, const Rect& rect) {
    client::Client& now = frame.now;
    const client::Client* base = frame.base;
    float y = rect.y;
    const auto line = [&](std::string_view table, std::string_view key, std::string_view title,
                          std::string& text, const std::string* before, std::string_view hint) {
        words_field(frame, {rect.x, y, rect.width, 57}, {table, 0, key, title, ""}, text, before, hint);
        y += 63;
    };
    line("", "name", "Name", now.name, base != nullptr ? &base->name : nullptr, "As the student reads it");
    line("", "story", "Story", now.story, base != nullptr ? &base->story : nullptr,
         "A few lines for the list");
    line("case", "lesson", "Lesson, for the instructor", now.condition.lesson,
         base != nullptr ? &base->condition.lesson : nullptr, "What is to be learnt from this client");
    number_field(frame, {rect.x, y, rect.width, client_row_height},
                 {"", 0, "complaint", "Pain they bring", "", 0.5F},
                 EditedNumber{now.complaint_now,
                              {.low = 0, .high = 10},
                              base != nullptr ? std::optional(base->complaint_now) : std::nullopt});
    y += client_row_step;
    number_field(frame, {rect.x, y, rect.width, client_row_height},
                 {"response", 0, "truthfulness", "Truthful by", "", 0.05F},
                 EditedRow<client::Response>{now.response, base != nullptr ? &base->response : nullptr,
                                             client::response_keys()});
    y += client_row_step + 4;
    note_line(frame.of, {rect.x, y}, rect.width - 60, "The right decision");
    std::array<Chip, client::urgency_count> codes{};
    for (std::size_t k = 0; k < codes.size(); ++k) {
        const auto urgency = static_cast<client::Urgency>(k);
        codes[k] = {client::urgency_code(urgency), now.condition.decision.urgency == urgency};
    }
    if (const auto pressed = chips(frame.of, {rect.x, y + 20, rect.width, 32}, codes)) {
        now.condition.decision.urgency = static_cast<client::Urgency>(*pressed);
        frame.edited("the decision");
    }
    if (base != nullptr && base->condition.decision.urgency != now.condition.decision.urgency &&
        text_link(frame.of.canvas, frame.of.interaction, {rect.right() - 38, y}, "Reset", {},
                  "reset urgency")) {
        now.condition.decision.urgency = base->condition.decision.urgency;
        frame.edited("the decision");
    }
    note_line(frame.of, {rect.x, y + 58}, rect.width, client::urgency_words(now.condition.decision.urgency));
}

void draw_body_of_client(ClientFrame& frame, const Rect& rect) {
    float y = rect.y;
    for (const ClientField& field : body_rows) {
        number_field(frame, {rect.x, y, rect.width, client_row_height}, field,
                     EditedRow<client::Response>{frame.now.response,
                                                 frame.base != nullptr ? &frame.base->response : nullptr,
                                                 client::response_keys()});
        y += client_row_step;
    }
    const bool slow = frame.now.response.slow_reddener;
    const std::array<Chip, 2> row{Chip{"Reddens as usual", !slow}, Chip{"Hardly reddens", slow}};
    if (const auto pressed = chips(frame.of, {rect.x, y + 2, rect.width, 32}, row)) {
        frame.now.response.slow_reddener = *pressed == 1;
        frame.edited("the redness");
    }
}

void draw_own_client(const EditorFrame& frame, const Rect& rect) {
    draw_tabs_of_client(frame, {rect.x, rect.y, rect.width, tab_height});
    const Rect fields{rect.x, rect.y + tab_height + 10, rect.width, rect.height - tab_height - 10};
    if (frame.editor.client_tab == ClientTab::who) {
        draw_client_fields(frame, fields);
        return;
    }
    if (frame.edit.own == nullptr || frame.edit.own->client.id != frame.edit.drill.client) {
        draw_as_shipped(frame, fields);
        return;
    }
    drills::OwnClient own = *frame.edit.own;
    ClientFrame client{.of = frame, .now = own.client, .base = frame.view.base};
    draw_tab(client, fields);
    if (client.changed) {
        frame.edit.own = std::make_shared<const drills::OwnClient>(std::move(own));
    }
}

} // namespace tactus::ui
