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
        return {.catalogue = catalogue,
                .client = client,
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
