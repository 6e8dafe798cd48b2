#include "engine/ui/screens/drills_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/rows.hpp"

#include <algorithm>
#include <numbers>

namespace tactus::ui {

namespace {

std::string task_band_words(const scoring::Band& band, double factor, const char* unit, int decimals = 0) {
    return rounded(factor * band.low, decimals) + "-" + rounded(factor * band.high, decimals) + " " + unit;
}

void draw_drill_list(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue,
                     DrillsScreen& state, const Rect& rect) {
    constexpr float row_step = 50;
    constexpr float top = 28;
    const int shown = static_cast<int>((rect.height - top) / row_step);
    const int count = static_cast<int>(catalogue.drills.size());
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text_second, "Drill");
    const bool focused = std::ranges::any_of(catalogue.drills, [&](const drills::Drill& drill) {
        return interaction.focused(widget_id("drill " + drill.id));
    });
    turn_rows(interaction, state.first, rect, shown, count, focused);
    for (int k = state.first; k < std::min(count, state.first + shown); ++k) {
        const drills::Drill& drill = catalogue.drills[static_cast<std::size_t>(k)];
        const std::string time =
            (is_own(catalogue, drill.id) ? "yours, " : "") + spoken_time(drill.duration_s());
        const ListRow row{
            .title = drill.name, .second = {}, .aside = time, .chosen = state.drill == drill.id};
        const Rect place{rect.x, rect.y + top + row_step * static_cast<float>(k - state.first), rect.width,
                         row_step - 8};
        if (list_row(canvas, interaction, place, row, widget_id("drill " + drill.id))) {
            state.drill = drill.id;
            state.client = drill.client;
            state.clients = {};
        }
    }
    draw_rows_note(canvas, {rect.right(), rect.y}, state.first, shown, count);
}

/// Whom the drill can be done with: its own client first.
std::vector<const client::Client*> clients_of(const Catalogue& catalogue, const drills::Drill& drill,
                                              const std::string& sought) {
    std::vector<const client::Client*> all = clients_with(catalogue.of_drills, sought);
    std::erase_if(all, [&](const client::Client* own) { return own->id != drill.client; });
    const std::vector<const client::Client*> others = clients_with(catalogue.clients, sought);
    all.insert(all.end(), others.begin(), others.end());
    if (!drill.clients.empty()) {
        std::erase_if(all, [&](const client::Client* client) {
            return std::ranges::find(drill.clients, client->id) == drill.clients.end();
        });
    }
    return all;
}

void draw_clients(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue, DrillsScreen& state,
                  const Rect& rect) {
    const drills::Drill& drill = *find_drill(catalogue, state.drill);
    canvas.text({rect.x, rect.y}, Face::body_strong, canvas.theme().text_second, "Client");
    if (drill.cards > 0) {
        canvas.paragraph({rect.x, rect.y + 28}, rect.width, Face::body, canvas.theme().text_second,
                         std::to_string(drill.cards) + " of " + std::to_string(drill.clients.size()) +
                             " clients, drawn by lot. Who comes is part of the task.");
        return;
    }
    draw_client_list(canvas, interaction, clients_of(catalogue, drill, state.clients.sought), state.client,
                     state.clients, {rect.x, rect.y + 28, rect.width, rect.height - 28});
}

/// What the first step asks in which there is anything to do.
const scoring::Task& first_work(const drills::Drill& drill) {
    const auto step = std::ranges::find_if(drill.steps, [](const drills::Step& each) {
        return scoring::work_of(each.task) != scoring::Work::nothing;
    });
    return step == drill.steps.end() ? drill.steps.front().task : step->task;
}

void draw_chosen_drill(Canvas& canvas, const drills::Drill& drill, const client::Client* client,
                       const Rect& rect) {
    const Theme& theme = canvas.theme();
    float y =
        rect.y + canvas.paragraph({rect.x, rect.y}, rect.width, Face::title, theme.text, drill.name) + 6;
    const std::string steps =
        std::to_string(drill.steps.size()) + (drill.steps.size() == 1 ? " step" : " steps");
    canvas.text({rect.x, y}, Face::caption, theme.text_second,
                (drill.catalogue.empty() ? "" : drill.catalogue + ", ") + drill.technique + ", " + steps);
    y += 26;
    y += canvas.paragraph({rect.x, y}, rect.width, Face::body, theme.text_second, drill.brief) + 12;
    for (const std::string& line : task_lines(first_work(drill))) {
        canvas.dot({rect.x + 5, y + 10}, 3, theme.teal);
        canvas.text({rect.x + 18, y}, Face::body, theme.text, line);
        y += 24;
    }
    if (client != nullptr) {
        y += 14;
        canvas.text({rect.x, y}, Face::body_strong, theme.text, client->name);
        canvas.paragraph({rect.x, y + 22}, rect.width, Face::body, theme.text_second, client->story);
    }
}

} // namespace

std::vector<std::string> task_lines(const scoring::Task& task) {
    std::vector<std::string> lines;
    if (task.force_n) {
        lines.push_back("Pressure " + task_band_words(*task.force_n, 1, "N"));
    }
    if (task.return_force_n) {
        lines.push_back("Light return, at most " + rounded(task.return_force_n->high) + " N");
    }
    if (task.speed_m_s) {
        lines.push_back("Speed " + task_band_words(*task.speed_m_s, 100, "cm/s"));
    }
    if (task.strokes_per_min) {
        lines.push_back(task_band_words(*task.strokes_per_min, 1, "strokes a minute"));
    }
    if (task.beat_hz) {
        lines.push_back(task_band_words(*task.beat_hz, 1, "beats a second", 1));
    }
    if (task.trigger_point) {
        lines.push_back("Trigger point " + *task.trigger_point);
    }
    if (task.bone != contact::Hold::none) {
        lines.push_back("Hold the " + contact::hold_words(task.bone) + " (J changes what is held)");
    }
    if (task.bend_rad_s) {
        lines.push_back(task_band_words(*task.bend_rad_s, 180 / std::numbers::pi, "degrees a second"));
    }
    if (task.points_to_mark > 0) {
        lines.push_back("Mark " + std::to_string(task.points_to_mark) + " knots with M");
    }
    if (!task.products.empty()) {
        lines.push_back("Hands: " + std::string(contact::product_name(task.products.front())));
    }
    if (task.hold_s > 0) {
        lines.push_back("Hold " + rounded(task.hold_s) + " s");
    }
    return lines;
}

void draw_drills_screen(Canvas& canvas, Interaction& interaction, const Catalogue& catalogue,
                        DrillsScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 1120, 620);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    canvas.text({left, sheet.y + 32}, Face::card_title, theme.text, "Choose a drill");
    if (catalogue.drills.empty() || catalogue.clients.empty()) {
        std::string words = "No drill or no client could be read from assets/.";
        for (const std::string& problem : catalogue.problems) {
            words += "\n" + problem;
        }
        canvas.paragraph({left, sheet.y + 90}, sheet.width - 80, Face::body, theme.amber, words);
    } else {
        if (find_drill(catalogue, state.drill) == nullptr) {
            state.drill = catalogue.drills.front().id;
            state.client = catalogue.drills.front().client;
        }
        if (find_client(catalogue, state.client) == nullptr) {
            state.client = catalogue.clients.front().id;
        }
        interaction.prefer(widget_id("Continue"));
        const float column = (sheet.width - 80 - 2 * 28) / 3;
        draw_drill_list(canvas, interaction, catalogue, state,
                        {left, sheet.y + 88, column, sheet.height - 88 - 96});
        draw_clients(canvas, interaction, catalogue, state,
                     {left + column + 28, sheet.y + 88, column, sheet.height - 88 - 96});
        draw_chosen_drill(canvas, *find_drill(catalogue, state.drill), find_client(catalogue, state.client),
                          {left + 2 * (column + 28), sheet.y + 88, column, 0});
        if (!catalogue.problems.empty()) {
            canvas.text_within({left, sheet.bottom() - 92}, sheet.width - 80, Face::caption, theme.amber,
                               catalogue.problems.front());
        }
        const Rect go{sheet.right() - 40 - 200, sheet.bottom() - 62, 200, 40};
        const bool start = button(canvas, interaction, go, "Continue", {ButtonKind::primary, "Enter"});
        if (start) {
            ask(ChooseDrill{state.drill, state.client});
        }
    }
    const bool back =
        button(canvas, interaction, {left, sheet.bottom() - 62, 130, 40}, "Back", {ButtonKind::quiet, "Esc"});
    if (back || interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
