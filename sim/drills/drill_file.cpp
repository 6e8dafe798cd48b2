#include "sim/drills/drill_file.hpp"

#include "sim/anatomy/trigger_points.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"
#include "sim/drills/drill_keys.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace tactus::drills {

namespace {

using authoring::number_text;
using authoring::quoted_text;
using authoring::Range;
using authoring::Table;
using scoring::Band;

constexpr float cm_per_m = 100;
constexpr float mm_per_m = 1000;
constexpr float kpa_per_pa = 0.001F;
constexpr double longest_step_s = 3600;

std::optional<Band> read_band(Table& row, std::string_view key, Range range, float per_si = 1) {
    const auto ends = row.optional_band(key, range);
    if (!ends) {
        return std::nullopt;
    }
    return Band{static_cast<float>(ends->first / per_si), static_cast<float>(ends->second / per_si)};
}

std::optional<scoring::Zone> read_zone(Table& row) {
    const auto u = row.optional_band("zone_u", {0, 1.2});
    const auto v = row.optional_band("zone_v", {-0.2, 1.4});
    const int sides = row.choice_or("zone_sides", side_words(), 2);
    if (row.has("zone_u") != row.has("zone_v")) {
        row.complain(row.has("zone_u") ? "zone_v" : "zone_u", "is missing", "a zone needs zone_u and zone_v");
    }
    if (!u || !v) {
        if (row.has("zone_sides") && !row.has("zone_u")) {
            row.complain("zone_sides", "stands without a zone", "add zone_u and zone_v");
        }
        return std::nullopt;
    }
    return scoring::Zone{static_cast<float>(u->first), static_cast<float>(u->second),
                         static_cast<float>(v->first), static_cast<float>(v->second),
                         static_cast<scoring::Zone::Sides>(sides)};
}

void read_point(Table& row, scoring::Task& task) {
    if (!row.has("trigger_point")) {
        row.text_or("trigger_point", "");
    } else {
        const std::string id = row.text("trigger_point");
        const std::size_t blank = id.find(' ');
        const std::string side = blank == std::string::npos ? "" : id.substr(blank + 1);
        if (!id.empty() && anatomy::trigger_point_site(id.substr(0, blank)) == nullptr) {
            std::string known;
            for (const anatomy::TriggerPointSite& site : anatomy::trigger_point_sites()) {
                known += (known.empty() ? "" : ", ") + std::string(site.id);
            }
            row.complain("trigger_point", "names `" + id.substr(0, blank) + "`", "the sites are: " + known);
        } else if (!id.empty() && side != "left" && side != "right") {
            row.complain("trigger_point", "is `" + id + "`", "write site and side, like \"LS1 right\"");
        }
        task.trigger_point = id;
    }
    if (const auto hold = read_band(row, "hold_s", {1, 600})) {
        task.hold_s = hold->low;
        task.hold_max_s = hold->high;
    }
    task.hold_discomfort = read_band(row, "hold_discomfort", {0, 10});
    for (const std::string_view key : {"hold_s", "hold_discomfort"}) {
        if (row.has(key) && !row.has("trigger_point")) {
            row.complain(key, "stands without a trigger point", "add trigger_point = \"LS1 right\"");
        }
    }
}

std::string all_tools() {
    std::string list;
    for (const std::string_view name : contact::tool_names()) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return list;
}

void read_rhythm(Table& row, scoring::Task& task) {
    task.beat_hz = read_band(row, "beat_hz", {0.1, 20});
    task.sweep_m = read_band(row, "sweep_mm", {1, 300}, mm_per_m);
    if (const auto slip = row.optional_number("slip_mm", {0.1, 100})) {
        task.slip_m = static_cast<float>(*slip / mm_per_m);
    }
    for (const std::string_view key : {"sweep_mm", "slip_mm"}) {
        if (row.has(key) && !row.has("beat_hz")) {
            row.complain(key, "stands without a beat", "add beat_hz = [0.5, 1]");
        }
    }
    if (row.has("beat_hz") && row.has("trigger_point")) {
        row.complain("beat_hz", "stands beside a trigger point", "make two steps of it");
    }
}

void read_techniques(Table& row, scoring::Task& task) {
    const std::vector<std::string_view> known = strokes::recognised_techniques();
    for (const std::string& name : row.texts_or_none("techniques")) {
        if (std::ranges::find(known, name) != known.end()) {
            task.techniques.push_back(name);
            continue;
        }
        std::string list;
        for (const std::string_view each : known) {
            list += (list.empty() ? "" : ", ") + std::string(each);
        }
        row.complain("techniques", "names `" + name + "`", "the techniques are: " + list);
    }
}

void read_tools(Table& row, scoring::Task& task) {
    for (const std::string& name : row.texts_or_none("tools")) {
        if (const auto tool = contact::tool_named(name)) {
            task.tools.push_back(*tool);
        } else {
            row.complain("tools", "names `" + name + "`", "the tools are: " + all_tools());
        }
    }
}

Step read_step(Table& row) {
    Step step{.name = row.text("name"),
              .instruction = row.text("instruction"),
              .duration_s = row.number("duration_s", {1, longest_step_s}),
              .task = {}};
    scoring::Task& task = step.task;
    task.force_n = read_band(row, "force_n", {0.5, 300});
    task.return_force_n = read_band(row, "return_force_n", {0, 100});
    task.speed_m_s = read_band(row, "speed_cm_s", {0.1, 100}, cm_per_m);
    task.strokes_per_min = read_band(row, "strokes_per_min", {1, 600});
    // A word that is no direction was complained of; reading on as if it were one keeps to that one
    // complaint.
    const int direction = row.choice_or("direction", direction_words(), row.has("direction") ? 1 : 0);
    task.direction = static_cast<scoring::Direction>(direction);
    task.zone = read_zone(row);
    task.dose_min_pa_s = static_cast<float>(row.number_or("dose_min_kpa_s", 0, {0, 1000}) / kpa_per_pa);
    task.ramp_limit_n_s = static_cast<float>(row.number_or("ramp_limit_n_s", 30, {1, 400}));
    if (const auto line = row.optional_number("line_u", {0, 1.2})) {
        task.line_u = static_cast<float>(*line);
    }
    read_point(row, task);
    read_rhythm(row, task);
    read_techniques(row, task);
    read_tools(row, task);
    if (task.return_force_n && task.direction != scoring::Direction::cephalad &&
        task.direction != scoring::Direction::caudad &&
        task.direction != scoring::Direction::out_from_spine) {
        row.complain("return_force_n", "needs to know which way is the return",
                     R"(add direction = "cephalad", "caudad" or "out_from_spine")");
    }
    return step;
}

void read_weights(Table table, Drill& drill) {
    double sum = 0;
    for (int g = 0; g < scoring::group_count; ++g) {
        double& weight = drill.weights[static_cast<std::size_t>(g)];
        weight = table.number_or(scoring::group_name(static_cast<scoring::Group>(g)), 0, {0, 100});
        sum += weight;
    }
    if (std::fabs(sum - 100) > 1e-6) {
        table.complain("pressure", "and the weights beside it add to " + number_text(sum),
                       "make them add to 100");
    }
}

/// A float in the file's unit, as short as reads back to the same float.
std::string unit_text(float si, float per_si) {
    const auto nice = static_cast<float>(static_cast<double>(si) * per_si);
    const std::string text = number_text(nice);
    double read_back = 0;
    std::from_chars(text.data(), text.data() + text.size(), read_back);
    return static_cast<float>(read_back / per_si) == si ? text
                                                        : number_text(static_cast<double>(si) * per_si);
}

void write_band(std::string& toml, std::string_view key, const std::optional<Band>& band, float per_si = 1) {
    if (band) {
        toml += std::string(key) + " = [" + unit_text(band->low, per_si) + ", " +
                unit_text(band->high, per_si) + "]\n";
    }
}

/// Nothing for an empty list.
void write_list(std::string& toml, std::string_view key, const std::vector<std::string_view>& texts) {
    if (texts.empty()) {
        return;
    }
    toml += std::string(key) + " = [";
    for (std::size_t k = 0; k < texts.size(); ++k) {
        toml += (k == 0 ? "" : ", ") + quoted_text(texts[k]);
    }
    toml += "]\n";
}

std::string write_step(const Step& step) {
    const scoring::Task& task = step.task;
    std::string toml = "\n[[step]]\nname = " + quoted_text(step.name) +
                       "\ninstruction = " + quoted_text(step.instruction) +
                       "\nduration_s = " + number_text(step.duration_s) + "\n";
    write_band(toml, "force_n", task.force_n);
    write_band(toml, "return_force_n", task.return_force_n);
    write_band(toml, "speed_cm_s", task.speed_m_s, cm_per_m);
    write_band(toml, "strokes_per_min", task.strokes_per_min);
    toml += "direction = " + quoted_text(direction_words()[static_cast<std::size_t>(task.direction)]) + "\n";
    if (task.zone) {
        write_band(toml, "zone_u", Band{task.zone->u_low, task.zone->u_high});
        write_band(toml, "zone_v", Band{task.zone->v_low, task.zone->v_high});
        toml +=
            "zone_sides = " + quoted_text(side_words()[static_cast<std::size_t>(task.zone->sides)]) + "\n";
    }
    toml += "dose_min_kpa_s = " + unit_text(task.dose_min_pa_s, kpa_per_pa) + "\n";
    if (task.line_u) {
        toml += "line_u = " + number_text(*task.line_u) + "\n";
    }
    if (task.trigger_point) {
        toml += "trigger_point = " + quoted_text(*task.trigger_point) + "\n";
        if (task.hold_s > 0) {
            write_band(toml, "hold_s", Band{task.hold_s, task.hold_max_s});
        }
        write_band(toml, "hold_discomfort", task.hold_discomfort);
    }
    write_band(toml, "beat_hz", task.beat_hz);
    write_band(toml, "sweep_mm", task.sweep_m, mm_per_m);
    if (task.slip_m) {
        toml += "slip_mm = " + unit_text(*task.slip_m, mm_per_m) + "\n";
    }
    write_list(toml, "techniques", {task.techniques.begin(), task.techniques.end()});
    std::vector<std::string_view> tools;
    std::ranges::transform(task.tools, std::back_inserter(tools), contact::tool_name);
    write_list(toml, "tools", tools);
    return toml + "ramp_limit_n_s = " + number_text(task.ramp_limit_n_s) + "\n";
}

} // namespace

Drill parse_drill(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    Drill drill{.id = root.text_or("id", std::filesystem::path(name).stem().string()),
                .name = root.text("name"),
                .technique = root.text("technique"),
                .brief = root.text("brief"),
                .client = root.text("client"),
                .rubric = root.text_or("rubric", "default"),
                .feedback = static_cast<Feedback>(root.choice_or("feedback", feedback_words(), 0)),
                .kiosk = root.flag_or("kiosk", false),
                .weights = {},
                .steps = {}};
    read_weights(root.table("weights"), drill);
    for (Table& row : root.rows("step")) {
        drill.steps.push_back(read_step(row));
    }
    if (drill.steps.empty() && !root.has("step")) {
        root.complain("step", "is missing", "add at least one [[step]]");
    }
    document.finish();
    return drill;
}

Drill read_drill(const std::filesystem::path& file) {
    return parse_drill(authoring::read_text(file, 1U << 20U), file.string());
}

std::string write_drill(const Drill& drill) {
    std::string toml =
        "id = " + quoted_text(drill.id) + "\nname = " + quoted_text(drill.name) +
        "\ntechnique = " + quoted_text(drill.technique) + "\nbrief = " + quoted_text(drill.brief) +
        "\nclient = " + quoted_text(drill.client) + "\nrubric = " + quoted_text(drill.rubric) +
        "\nfeedback = " + quoted_text(feedback_words()[static_cast<std::size_t>(drill.feedback)]) +
        "\nkiosk = " + (drill.kiosk ? "true" : "false") + "\n\n[weights]\n";
    for (int g = 0; g < scoring::group_count; ++g) {
        toml += std::string(scoring::group_name(static_cast<scoring::Group>(g))) + " = " +
                number_text(drill.weights[static_cast<std::size_t>(g)]) + "\n";
    }
    for (const Step& step : drill.steps) {
        toml += write_step(step);
    }
    return toml;
}

} // namespace tactus::drills
