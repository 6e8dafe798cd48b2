/// What the drill asks for as a whole: words, client, marks, and where it is kept.

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/screens/editor_parts.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/stepper.hpp"
#include "engine/ui/widgets/text_field.hpp"
#include "sim/authoring/number_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tactus::ui {

namespace {

using authoring::number_text;

/// The default client comes first; of several at least one stays.
void choose_client(drills::Drill& drill, const std::string& id, bool several) {
    if (!several) {
        drill.clients.clear();
        drill.client = id;
        return;
    }
    if (drill.clients.empty()) {
        drill.clients = {drill.client};
    }
    if (std::erase(drill.clients, id) == 0) {
        drill.clients.push_back(id);
    } else if (drill.clients.empty()) {
        drill.clients = {id};
    }
    drill.client = drill.clients.front();
}

/// The drill's own client as it is, the shipped ones, those of other drills.
std::vector<const client::Client*> listed_clients(const EditorFrame& frame) {
    const std::string& sought = frame.editor.clients.sought;
    std::vector<const client::Client*> listed;
    const auto& own = frame.edit.own;
    if (own != nullptr && (sought.empty() || !clients_with({own->client}, sought).empty())) {
        listed.push_back(&own->client);
    }
    for (const auto* shelf : {&frame.view.catalogue.clients, &frame.view.catalogue.of_drills}) {
        for (const client::Client* client : clients_with(*shelf, sought)) {
            if (own == nullptr || client->id != own->client.id) {
                listed.push_back(client);
            }
        }
    }
    return listed;
}

bool of_another_drill(const EditorFrame& frame, const std::string& id) {
    const bool own = frame.edit.own != nullptr && frame.edit.own->client.id == id;
    return !own && std::ranges::find(frame.view.catalogue.of_drills, id, &client::Client::id) !=
                       frame.view.catalogue.of_drills.end();
}

/// "pass 75, each group 50, safety 70" and what fails the drill at once.
std::vector<std::string> rubric_words(const scoring::Rubric& rubric) {
    std::vector<std::string> words{"Passed from " + number_text(rubric.pass) + " on, with " +
                                       number_text(rubric.pass_group) + " in every group and " +
                                       number_text(rubric.pass_safety) + " in safety.",
                                   "Failed at once: discomfort " + number_text(rubric.critical_discomfort) +
                                       ", a thrust, the stop word " + "ignored for " +
                                       number_text(rubric.stop_ignored_s) + " s, and loads above"};
    std::string caps;
    for (const scoring::LoadCap& cap : rubric.caps) {
        const double least = cap.critical_thumb_n > 0 ? cap.critical_thumb_n : cap.critical_palm_n;
        const std::string limit = number_text(least) + " N at " + drills::place_words(cap.region, {});
        if (least > 0 &&
            caps.find(limit) == std::string::npos) { // a box may have a cap for each of its parts
            caps += (caps.empty() ? "" : "; ") + limit;
        }
    }
    words.push_back(caps + ".");
    return words;
}

} // namespace

void draw_drill_fields(const EditorFrame& frame, const Rect& rect) {
    drills::Drill& drill = frame.edit.drill;
    float y = rect.y;
    const auto line = [&](std::string& text, std::string_view key, std::string_view title,
                          std::string_view hint) {
        note_line(frame, {rect.x, y}, rect.width, title);
        edited_text(frame, {rect.x, y + 19, rect.width, 40}, text, key, hint, false);
        y += 68;
    };
    line(drill.name, "name", "Name", "What the drill is called in the list");
    line(drill.technique, "technique", "Technique", "Swedish, deep tissue, trigger point ...");
    line(drill.brief, "brief", "Goal", "What the student is to learn, in a sentence or two");
    note_line(frame, {rect.x, y}, rect.width, "Feedback: what the student sees of the measures");
    std::array<Chip, 4> levels{};
    for (std::size_t k = 0; k < levels.size(); ++k) {
        const auto level = static_cast<drills::Feedback>(k);
        levels[k] = {feedback_title(level), drill.feedback == level};
    }
    if (const auto pressed = chips(frame, {rect.x, y + 20, rect.width, 32}, levels)) {
        drill.feedback = static_cast<drills::Feedback>(*pressed);
        frame.edit.what = "the feedback";
    }
    note_line(frame, {rect.x, y + 56}, rect.width, feedback_meaning(drill.feedback));
    y += 84;
    const std::array<Chip, 2> talk{Chip{"Straight to the steps", !drill.interview},
                                   Chip{"Talk with the client first", drill.interview}};
    if (const auto pressed = chips(frame, {rect.x, y, rect.width, 32}, talk)) {
        drill.interview = *pressed == 1;
        frame.edit.what = "the talk";
    }
    note_line(frame, {rect.x, y + 44}, rect.width,
              std::to_string(drill.steps.size()) + (drill.steps.size() == 1 ? " step, " : " steps, ") +
                  spoken_time(drill.duration_s()) +
                  ". Attempts are counted by the class that it is set for.");
}

void draw_client_fields(const EditorFrame& frame, const Rect& rect) {
    drills::Drill& drill = frame.edit.drill;
    Editor& editor = frame.editor;
    const bool several = editor.several_clients || drill.clients.size() > 1;
    const std::array<Chip, 2> how{Chip{"One client", !several}, Chip{"Several to choose from", several}};
    if (const auto pressed = chips(frame, {rect.x, rect.y, rect.width, 32}, how)) {
        editor.several_clients = *pressed == 1;
        if (!editor.several_clients && !drill.clients.empty()) {
            choose_client(drill, drill.client, false);
            frame.edit.what = "the clients";
        }
    }
    std::string who = "With " + frame.view.client.name + ", " + frame.view.client.condition.name + ".";
    if (drill.clients.size() > 1) {
        who = "First " + frame.view.client.name + ", of " + std::to_string(drill.clients.size()) + ":";
        for (const std::string& id : drill.clients) {
            const client::Client* known = find_client(frame.view.catalogue, id);
            who += " " + (known != nullptr ? known->name : id) + (id == drill.clients.back() ? "" : ",");
        }
    }
    const std::string_view trouble = frame.trouble("client", false);
    note_line(frame, {rect.x, rect.y + 40}, rect.width, trouble.empty() ? who : trouble, !trouble.empty());
    note_line(frame, {rect.x, rect.y + 58}, rect.width, frame.view.client.condition.lesson);
    std::string chosen = drill.client;
    if (draw_client_list(frame.canvas, frame.interaction, listed_clients(frame), chosen, editor.clients,
                         {rect.x, rect.y + 104, rect.width, rect.height - 104})) {
        if (of_another_drill(frame, chosen)) { // that drill's file brings it: this one gets a copy
            editor.wanted_own = chosen;
            return;
        }
        choose_client(drill, chosen, several);
        frame.edit.what = "the client";
    }
}

void draw_mark_fields(const EditorFrame& frame, const Rect& rect) {
    constexpr std::array<std::string_view, scoring::group_count> titles{
        "Pressure", "Flow", "Targeting", "Safety", "Communication", "Sequence"};
    drills::Drill& drill = frame.edit.drill;
    float y = rect.y;
    for (std::size_t g = 0; g < titles.size(); ++g) {
        const Stepper row{.title = titles[g],
                          .value = static_cast<int>(std::lround(drill.weights[g])),
                          .low = 0,
                          .high = 100,
                          .step = 5,
                          .unit = ""};
        if (const auto wanted = stepper(frame.canvas, frame.interaction, {rect.x, y, rect.width, 40}, row)) {
            drill.weights[g] = *wanted;
            frame.edit.what = "a weight";
        }
        y += 44;
    }
    const double sum = std::accumulate(drill.weights.begin(), drill.weights.end(), 0.0);
    note_line(frame, {rect.x, y + 2}, rect.width,
              "The weights add to " + number_text(sum) + (sum == 100 ? "." : "; make them add to 100."),
              sum != 100);
    y += 30;
    note_line(frame, {rect.x, y + 8}, 60, "Rubric");
    std::vector<Chip> rubrics;
    for (const std::string& id : frame.view.rubrics) {
        rubrics.push_back({id, id == drill.rubric});
    }
    if (const auto pressed = chips(frame, {rect.x + 62, y, rect.width - 62, 32}, rubrics)) {
        drill.rubric = frame.view.rubrics[*pressed];
        frame.edit.what = "the rubric";
    }
    y += 42;
    for (const std::string& words : rubric_words(frame.view.rubric)) {
        y += frame.canvas.paragraph({rect.x, y}, rect.width, Face::caption, frame.canvas.theme().text_second,
                                    words) +
             2;
    }
}

void draw_file_fields(const EditorFrame& frame, const Rect& rect) {
    using Deed = DoInEditor::Deed;
    const EditorStanding& standing = frame.view.standing;
    Canvas& canvas = frame.canvas;
    const Theme& theme = canvas.theme();
    float y = rect.y;
    const auto paragraph = [&](std::string_view words) {
        y += canvas.paragraph({rect.x, y}, rect.width, Face::body, theme.text_second, words) + 12;
    };
    paragraph(standing.saved
                  ? "Saved as " + standing.file + ". It stands in the list of drills, marked as yours."
                  : "A draft: it is kept as you write it, and comes back after a crash. Save puts it into "
                    "the list of drills, as " +
                        standing.file + ".");
    paragraph(standing.frozen_hash.empty()
                  ? "Freeze holds the drill as it is now, its rubric and its clients, for an exam. Nobody "
                    "can change "
                    "it then; what you edit afterwards is another drill."
                  : "Frozen as " + standing.frozen_hash + ". What you change from here on is another drill.");
    note_line(frame, {rect.x, y}, rect.width, "Write a copy to a file");
    const bool enter =
        text_field(canvas, frame.interaction, {rect.x, y + 20, rect.width - 120, 40}, frame.editor.path,
                   {.name = "export path", .hint = "/home/me/my-drill.toml", .longest = 400});
    if (button(canvas, frame.interaction, {rect.right() - 110, y + 20, 110, 40}, "Export") || enter) {
        frame.ask(DoInEditor{Deed::write_file, frame.editor.path});
    }
}

} // namespace tactus::ui
