#pragma once
/// The drill editor with plausible contents, to be drawn by tests: a long drill, faults, warnings, every tab.

#include "engine/ui/screens/editor_list_screen.hpp"
#include "engine/ui/screens/editor_screen.hpp"
#include "engine/ui/screens/instructor_screen.hpp"
#include "sim/drills/step_edits.hpp"
#include "tests/engine/ui/fake_run.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tactus::tests {

/// The back as the tests see it: u and v lie straight on the right of the screen.
inline constexpr Vec2 back_middle(920, 120);
inline constexpr Vec2 back_scale(200, 380);

inline Vec2 seen(Vec2 spine) { return back_middle + spine * back_scale; }

struct EditorGallery {
    using Draw = std::function<void(ui::Canvas&, ui::Interaction&, ui::Commands&)>;

    client::Client client = plain_client();
    anatomy::Anatomy anatomy = flat_anatomy();
    ui::Catalogue catalogue;
    ui::Editor editor;
    ui::EditorStanding standing{.file = "/home/somebody/.local/share/tactus/drills/new-drill.toml"};
    scoring::Rubric rubric;
    std::vector<std::string> rubrics{"default"};
    std::vector<drills::Fault> faults;
    std::vector<std::string> warnings;
    std::vector<client::ClientFault> client_faults;
    client::Client base;
    client::Questionnaire questions;
    std::vector<drills::ForceLimit> limits{{.force_n = 15, .place = "kidneys"},
                                           {.force_n = 60, .place = "kidneys", .critical = true}};
    ui::EditorListScreen list;
    std::vector<ui::EditorEntry> entries;

    EditorGallery() {
        drills::Drill drill = drills::new_drill("new-drill", client.id);
        drill.name = "A drill with a name that goes on and on for a while, and then some more";
        for (std::size_t k = 0; k < 11; ++k) {
            drills::add_step(drill, k, drills::new_step(static_cast<drills::Beginning>(k % 3)));
        }
        drill.steps[2].task.trigger_point = "LS1 right";
        drill.steps[2].task.place.reset();
        editor.history = drills::EditHistory(drill);
        editor.history.edit(drill, "nothing");
        catalogue.clients.assign(40, client);
        for (std::size_t k = 0; k < 40; ++k) {
            catalogue.clients[k].id = "adler" + std::to_string(k);
        }
        for (int k = 0; k < 25; ++k) {
            questions.questions.push_back(
                {.id = "question" + std::to_string(k),
                 .ask = "What makes it better or worse: movement, rest, meals, a position, or anything else?",
                 .usual = "Moving helps, sitting makes it worse, and so does standing for a long time."});
        }
        client.condition.caps = {{.place = "KID", .palm_n = 8, .thumb_n = 2}};
        for (int k = 0; k < 20; ++k) {
            entries.push_back(
                {.drill = std::to_string(k),
                 .name = "A drill with a name that goes on and on for a while, and then some more",
                 .second = "trigger point, 12 steps, 10 min 30 s",
                 .aside = "draft"});
        }
    }

    [[nodiscard]] ui::EditorView view() const {
        const client::Client* own = editor.history.file().brings(editor.history.now().client);
        return {.catalogue = catalogue,
                .client = own != nullptr ? *own : client,
                .base = own != nullptr ? &base : nullptr,
                .client_faults = client_faults,
                .questions = questions,
                .anatomy = &anatomy,
                .faults = faults,
                .warnings = warnings,
                .limits = limits,
                .rubric = rubric,
                .rubrics = rubrics,
                .standing = standing,
                .seen_at = [](Vec2 spine) -> std::optional<Vec2> { return seen(spine); },
                .place_under = [](Vec2 logical) -> std::optional<Vec2> {
                    return (logical - back_middle) / back_scale;
                }};
    }

    [[nodiscard]] Draw on(ui::EditorTab tab, ui::StepTab step_tab = ui::StepTab::words) {
        return [this, tab, step_tab](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            editor.tab = tab;
            editor.step_tab = step_tab;
            ui::draw_editor_screen(c, i, view(), editor, ask);
        };
    }

    /// The drill's client becomes its own, with every kind of thing that can be changed.
    void have_own_client() {
        base = client;
        drills::DrillFile file = editor.history.file();
        drills::OwnClient own{.client = client, .base = client.id};
        own.client.id = client.id + "-1a2b3c";
        own.client.name = "Mrs. Wolkenstein-Trostburg with a name that goes on";
        client::Condition& condition = own.client.condition;
        for (int k = 0; k < 4; ++k) {
            condition.areas.push_back({.id = "area-" + std::to_string(k + 1),
                                       .name = "the strained muscle beside the shoulder blade",
                                       .u = 0.2F * static_cast<float>(k),
                                       .v = 0.3F,
                                       .square = k % 2 == 1});
        }
        for (const char* place : {"ANY", "area-1", "MTV", "LLS", "R12", "SCA", "SPN_BAND"}) {
            condition.caps.push_back({place, 90, 45, 220, 160});
        }
        condition.answers["question2"] = {.says = std::string(200, 'w'), .first = "I would rather not say."};
        condition.decision.must_ask = {"question2"};
        condition.decision.key = {"question0", "question2"};
        own.client.response.truthfulness = 0.35F;
        drills::give_own_client(file, std::move(own));
        editor.history.edit(std::move(file), "the own client");
    }

    [[nodiscard]] Draw on_client(ui::ClientTab tab) {
        return [this, tab](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            editor.client_tab = tab;
            on(ui::EditorTab::client)(c, i, ask);
            editor.client_tab = ui::ClientTab::who;
        };
    }

    /// The same with a client that is the drill's own.
    [[nodiscard]] Draw on_own_client(ui::ClientTab tab, bool faulty = false) {
        return [this, tab, faulty](ui::Canvas& c, ui::Interaction& i, ui::Commands& ask) {
            const drills::EditHistory before = editor.history;
            have_own_client();
            editor.question = 2;
            if (faulty) {
                client_faults = {
                    {"response", 0, "ppt_factor", "is 19, outside 0.2 to 2; choose a value in that range"},
                    {"response", 0, "guard_threshold", "is 1, outside 2 to 10; choose a value in that range"},
                    {"case.cap", 0, "palm_n",
                     "is missing, as is every other limit; give palm_n, thumb_n or a critical one"},
                    {"case.area", 0, "name", "is empty; write a text between the quotes"}};
            }
            on_client(tab)(c, i, ask);
            client_faults.clear();
            editor.history = before;
        };
    }

    /// The drill as it lies after `draw` was pressed and typed on.
    [[nodiscard]] const drills::Drill& drill() const { return editor.history.now(); }

    std::map<std::string, Draw> screens() {
        using ui::Canvas;
        using ui::Commands;
        using ui::EditorTab;
        using ui::Interaction;
        using ui::StepTab;
        std::map<std::string, Draw> all{
            {"instructor",
             [](Canvas& c, Interaction& i, Commands& ask) { ui::draw_instructor_screen(c, i, ask); }},
            {"edited drills",
             [this](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_editor_list_screen(c, i,
                                             {.entries = entries,
                                              .folder = "/home/somebody/.local/share/tactus/drills",
                                              .removed = entries.front().name},
                                             list, ask);
             }},
            {"no edited drill",
             [this](Canvas& c, Interaction& i, Commands& ask) {
                 ui::draw_editor_list_screen(c, i, {.entries = {}, .folder = "/drills"}, list, ask);
             }},
            {"editor drill", on(EditorTab::drill)},
            {"editor client", on(EditorTab::client)},
            {"editor marks", on(EditorTab::marks)},
            {"editor file", on(EditorTab::file)},
            {"editor faults",
             [this](Canvas& c, Interaction& i, Commands& ask) {
                 faults = {{std::nullopt, "name", "is empty; write a text between the quotes"},
                           {0, "force_n", "runs from 60 to 20; put the lower value first, or take it out"},
                           {0, "name", "is empty; write a text between the quotes"}};
                 warnings = {
                     "No stripping at mid-thoracic vertebrae of Mrs. Wolkenstein-Trostburg: the bone under "
                     "it is brittle."};
                 on(EditorTab::steps, StepTab::force)(c, i, ask);
                 faults.clear();
                 warnings.clear();
             }},
        };
        using ui::ClientTab;
        all.emplace("editor client as shipped", on_client(ClientTab::limits));
        int at = 0;
        for (const ClientTab tab : {ClientTab::who, ClientTab::words, ClientTab::talk, ClientTab::limits,
                                    ClientTab::areas, ClientTab::body}) {
            const std::string name = "editor own client tab " + std::to_string(++at);
            all.emplace(name, on_own_client(tab));
            all.emplace(name + " with faults", on_own_client(tab, true));
        }
        int number = 0;
        for (const StepTab tab :
             {StepTab::words, StepTab::force, StepTab::pace, StepTab::where, StepTab::tools, StepTab::kind}) {
            const std::string name = "editor step tab " + std::to_string(++number);
            all.emplace(name, on(EditorTab::steps, tab));
            all.emplace(name + " of a point", [this, tab](Canvas& c, Interaction& i, Commands& ask) {
                editor.step = 2;
                on(EditorTab::steps, tab)(c, i, ask);
                editor.step = 0;
            });
        }
        return all;
    }
};

} // namespace tactus::tests
