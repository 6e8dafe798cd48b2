#include "sim/authoring/number_text.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_keys.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace tactus::drills {

namespace {

using authoring::number_text;
using authoring::quoted_text;
using scoring::Band;

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
    if (step.feedback) {
        toml +=
            "feedback = " + quoted_text(feedback_words()[static_cast<std::size_t>(*step.feedback)]) + "\n";
    }
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
    }
    if (task.place) {
        toml += "place = [" + number_text(task.place->u) + ", " + number_text(task.place->v) +
                "]\nplace_radius_mm = " + unit_text(task.place->radius_m, mm_per_m) + "\n";
    }
    if (task.bone != contact::Hold::none) {
        toml += "bone = " + quoted_text(contact::hold_name(task.bone)) + "\n";
    }
    write_band(toml, "bend_deg_s", task.bend_rad_s, degrees_per_rad);
    if (task.bend_right) {
        toml += *task.bend_right ? "bend_to = \"right\"\n" : "bend_to = \"left\"\n";
    }
    if (task.hold_s > 0) {
        write_band(toml, "hold_s", Band{task.hold_s, task.hold_max_s});
    }
    write_band(toml, "hold_discomfort", task.hold_discomfort);
    write_band(toml, "discomfort", task.discomfort);
    if (task.points_to_mark > 0) {
        toml += "points_to_mark = " + std::to_string(task.points_to_mark) + "\n";
    }
    if (task.load_cap_n > 0) {
        toml += "load_cap_n = " + number_text(task.load_cap_n) + "\n";
    }
    if (task.press_test) {
        toml += "press_test = true\n";
    }
    if (task.ask_every_s > 0) {
        toml += "ask_every_s = " + number_text(task.ask_every_s) + "\n";
    }
    if (task.tone_drop > 0) {
        toml += "tone_drop_percent = " + unit_text(task.tone_drop, percent) + "\n";
    }
    if (task.spasms_max) {
        toml += "spasms_max = " + std::to_string(*task.spasms_max) + "\n";
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
    std::vector<std::string_view> products;
    std::ranges::transform(task.products, std::back_inserter(products), contact::product_name);
    write_list(toml, "products", products);
    return toml + "ramp_limit_n_s = " + number_text(task.ramp_limit_n_s) + "\n";
}

std::string clients_text(const Drill& drill) {
    if (drill.clients.empty()) {
        return "client = " + quoted_text(drill.client) + "\n";
    }
    std::string toml;
    write_list(toml, "clients", {drill.clients.begin(), drill.clients.end()});
    return toml;
}

/// Nothing for a drill without an interview, so that those of older recordings stay as they were.
std::string interview_text(const Drill& drill) {
    std::string toml = drill.interview ? "interview = true\n" : "";
    if (drill.cards > 0) {
        toml += "cards = " + std::to_string(drill.cards) + "\ncard_s = " + number_text(drill.card_s) + "\n";
    }
    return toml;
}

} // namespace

std::string write_drill(const Drill& drill) {
    std::string toml = "id = " + quoted_text(drill.id) + "\n";
    if (!drill.catalogue.empty()) {
        toml += "catalogue = " + quoted_text(drill.catalogue) + "\n";
    }
    toml += "name = " + quoted_text(drill.name) + "\ntechnique = " + quoted_text(drill.technique) +
            "\nbrief = " + quoted_text(drill.brief) + "\n" + clients_text(drill) +
            "rubric = " + quoted_text(drill.rubric) +
            "\nfeedback = " + quoted_text(feedback_words()[static_cast<std::size_t>(drill.feedback)]) +
            "\nkiosk = " + (drill.kiosk ? "true" : "false") + "\n" + interview_text(drill) + "\n[weights]\n";
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
