#include "sim/anatomy/regions.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/scoring/score.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tactus::scoring {

namespace {

using authoring::number_text;
using authoring::Range;
using authoring::Table;

struct NumberKey {
    std::string_view key;
    double Rubric::*value;
    Range range{0, 1000};
    bool later = false; ///< younger than the first rubrics: a file that lacks it means the default
    bool unsaid =
        false; ///< younger than recordings that must verify: written only where it is not the default
};

struct LinKey {
    std::string_view key;
    Lin Rubric::*value;
    bool later = false;
};

/// A table of the file: its plain numbers and its [full, zero] pairs. Reading and writing both follow this
/// list.
struct Section {
    std::string_view table;
    std::vector<NumberKey> numbers;
    std::vector<LinKey> lins;
    std::size_t shares = 0; ///< the first so many numbers are shares of the group and add to 1
};

constexpr Range share{0, 1};
constexpr Range marks{0, 100};
constexpr Range seconds{0, 3600};
constexpr bool later = true;
constexpr bool unsaid = true;

/// The groups whose marks are shares of measures.
const std::vector<Section>& share_sections() {
    static const std::vector<Section> list{
        {"pressure",
         {{"time_in_band", &Rubric::time_in_band, share},
          {"consistency", &Rubric::consistency, share},
          {"order", &Rubric::order, share},
          {"ramp", &Rubric::ramp, share},
          {"below_band_z", &Rubric::below_band, {.01, 10}},
          {"above_band_z", &Rubric::above_band, {.01, 10}},
          {"loaded_force_n", &Rubric::loaded_force_n, {0, 20}},
          {"order_rise_marks", &Rubric::order_rise, marks},
          {"order_open_marks", &Rubric::order_open, marks},
          {"order_flush_marks", &Rubric::order_flush, marks},
          {"order_window_s", &Rubric::order_window_s, seconds}},
         {{"consistency_cv", &Rubric::consistency_cv}},
         4},
        {"flow",
         {{"smoothness", &Rubric::smoothness, share},
          {"rhythm", &Rubric::rhythm, share},
          {"contact", &Rubric::contact, share},
          {"speed", &Rubric::speed, share},
          {"contact_break_s", &Rubric::contact_break_s, {.05, 10}},
          {"contact_break_each_marks", &Rubric::contact_break_each, marks},
          {"tone", &Rubric::tone, share, later, unsaid}},
         {{"sparc_below_plateau", &Rubric::sparc_loss}, {"rhythm_cv", &Rubric::rhythm_cv}},
         4},
        {"points",
         {{"location", &Rubric::location, share},
          {"hold", &Rubric::hold, share},
          {"depth", &Rubric::depth, share},
          {"release", &Rubric::release, share},
          {"search", &Rubric::search, share},
          {"unload_low_s", &Rubric::unload_low_s, {.1, 60}},
          {"unload_high_s", &Rubric::unload_high_s, {.1, 60}},
          {"release_unload_marks", &Rubric::release_unload, marks},
          {"release_flush_marks", &Rubric::release_flush, marks},
          {"release_stretch_marks", &Rubric::release_stretch, marks},
          {"flush_strokes", &Rubric::flush_strokes, {1, 20}},
          {"false_mark_marks", &Rubric::false_mark, marks, later}},
         {{"location_mm", &Rubric::location_mm},
          {"hold_error", &Rubric::hold_error},
          {"steadiness_cv", &Rubric::steadiness_cv}},
         5},
        {"regions",
         {{"coverage", &Rubric::coverage, share},
          {"stray", &Rubric::stray, share},
          {"direction", &Rubric::direction, share},
          {"line", &Rubric::line, share},
          {"sweep", &Rubric::sweep, share, later},
          {"grip", &Rubric::grip, share, later},
          {"felt", &Rubric::felt, share, later},
          {"stray_margin_m", &Rubric::stray_margin_m, {0, .2}},
          {"direction_deg", &Rubric::direction_deg, {1, 90}}},
         {{"coverage_share", &Rubric::coverage_share},
          {"stray_share", &Rubric::stray_share},
          {"direction_share", &Rubric::direction_share},
          {"line_mm", &Rubric::line_mm}},
         4},
    };
    return list;
}

/// The sections without shares.
const std::vector<Section>& plain_sections() {
    static const std::vector<Section> list{
        {"safety",
         {{"minor_marks", &Rubric::minor, marks},
          {"moderate_marks", &Rubric::moderate, marks},
          {"major_marks", &Rubric::major, marks},
          {"moderate_excess", &Rubric::moderate_excess, {0, 5}},
          {"major_excess", &Rubric::major_excess, {0, 5}},
          {"brief_s", &Rubric::brief_s, seconds},
          {"strong_discomfort", &Rubric::strong_discomfort, {0, 10}},
          {"painful_discomfort", &Rubric::painful_discomfort, {0, 10}},
          {"critical_discomfort", &Rubric::critical_discomfort, {0, 10}},
          {"strong_discomfort_s", &Rubric::strong_discomfort_s, seconds},
          {"strong_discomfort_max_s", &Rubric::strong_discomfort_max_s, seconds},
          {"guard_ignored_s", &Rubric::guard_ignored_s, seconds},
          {"warm_up_s", &Rubric::warm_up_s, seconds},
          {"thrust_n_s", &Rubric::thrust_n_s, {1, 1e5}},
          {"thrust_force_n", &Rubric::thrust_force_n, {1, 1000}},
          {"fast_stretch", &Rubric::fast_stretch, {1, 20}, later},
          {"stop_ignored_s", &Rubric::stop_ignored_s, seconds, later}},
         {},
         0},
        {"communication",
         {{"check_in", &Rubric::check_in, share},
          {"response", &Rubric::response, share},
          {"intake", &Rubric::intake, share, later},
          {"closing", &Rubric::closing, share, later},
          {"asked_share", &Rubric::asked_share, share, later},
          {"check_in_every_s", &Rubric::check_in_every_s, {1, 36000}},
          {"check_in_nagging_marks", &Rubric::check_in_nagging, marks},
          {"response_drop", &Rubric::response_drop, share},
          {"response_full_s", &Rubric::response_full_s, seconds},
          {"response_half_s", &Rubric::response_half_s, seconds}},
         {},
         0},
        {"sequence",
         {{"blocks", &Rubric::blocks, share},
          {"symmetry", &Rubric::symmetry, share},
          {"timing", &Rubric::timing, share, later},
          {"cover", &Rubric::cover, share, later},
          {"product", &Rubric::product, share, later},
          {"decision", &Rubric::decision, share, later},
          {"preparation", &Rubric::preparation, share, later}},
         {{"symmetry_index", &Rubric::symmetry_index}, {"timing_error", &Rubric::timing_error, later}},
         0},
        {"demand",
         {{"contact_share", &Rubric::demanded_contact, share}, {"hold_share", &Rubric::demanded_hold, share}},
         {},
         0},
        {"grades",
         {{"pass", &Rubric::pass, marks},
          {"pass_group", &Rubric::pass_group, marks},
          {"pass_safety", &Rubric::pass_safety, marks},
          {"merit", &Rubric::merit, marks},
          {"distinction", &Rubric::distinction, marks},
          {"distinction_group", &Rubric::distinction_group, marks},
          {"critical_cap", &Rubric::critical_cap, marks}},
         {},
         0},
    };
    return list;
}

std::vector<Section> sections() {
    std::vector<Section> all = share_sections();
    all.insert(all.end(), plain_sections().begin(), plain_sections().end());
    return all;
}

void read_section(const Section& section, Table& table, Rubric& rubric) {
    for (const NumberKey& number : section.numbers) {
        if (!number.later || table.has(number.key)) {
            rubric.*number.value = table.number(number.key, number.range);
        }
    }
    for (const LinKey& lin : section.lins) {
        if (lin.later && !table.has(lin.key)) {
            continue;
        }
        const std::vector<double> ends = table.numbers(lin.key, 2, {-1000, 1000});
        if (ends.size() == 2 && ends[0] == ends[1] && table.has(lin.key)) {
            table.complain(lin.key, "gives full marks and no marks at the same value",
                           "write [value for 100 marks, value for 0 marks]");
        } else if (ends.size() == 2) {
            rubric.*lin.value = {ends[0], ends[1]};
        }
    }
    double sum = 0;
    for (std::size_t k = 0; k < section.shares; ++k) {
        sum += rubric.*section.numbers[k].value;
    }
    if (section.shares > 0 && std::fabs(sum - 1) > 1e-9) {
        table.complain(section.numbers[0].key, "and the shares beside it add to " + number_text(sum),
                       "make them add to 1");
    }
}

void read_weights(Table table, Rubric& rubric) {
    double sum = 0;
    for (int g = 0; g < group_count; ++g) {
        double& weight = rubric.default_weights[static_cast<std::size_t>(g)];
        weight = table.number(group_name(static_cast<Group>(g)), marks);
        sum += weight;
    }
    if (std::fabs(sum - 100) > 1e-9) {
        table.complain(group_name(Group::pressure), "and the weights beside it add to " + number_text(sum),
                       "make them add to 100");
    }
}

LoadCap read_cap(Table& row) {
    constexpr Range newtons{0, 1000};
    LoadCap cap{.region = row.text("region"),
                .palm_n = row.number_or("palm_n", 0, newtons),
                .thumb_n = row.number_or("thumb_n", 0, newtons),
                .critical_palm_n = row.number_or("critical_palm_n", 0, newtons),
                .critical_thumb_n = row.number_or("critical_thumb_n", 0, newtons),
                .u_low = row.number_or("u_low", 0, {0, 2}),
                .u_high = row.number_or("u_high", 2, {0, 2})};
    if (!cap.region.empty() && cap.region != "ANY" && !anatomy::region_named(cap.region)) {
        std::string known = "ANY";
        for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
            known += ", " + std::string(box.id);
        }
        row.complain("region", "is `" + cap.region + "`", "choose one of: " + known);
    }
    return cap;
}

std::string pair_text(double a, double b) {
    std::string text = number_text(a);
    text.insert(text.begin(), '[');
    text += ", ";
    text += number_text(b);
    text += ']';
    return text;
}

} // namespace

Rubric parse_rubric(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    Rubric rubric{.id = std::filesystem::path(name).stem().string(), .name = root.text("name"), .caps = {}};
    rubric.id = root.text_or("id", rubric.id);
    read_weights(root.table("weights"), rubric);
    for (const Section& section : sections()) {
        Table table = root.table(section.table);
        read_section(section, table, rubric);
        if (section.table == "flow") {
            const std::vector<double> steps = table.numbers("contact_break_marks", 4, marks);
            std::ranges::copy(steps, rubric.contact_break_marks.begin());
        }
    }
    for (Table& row : root.rows("cap")) {
        rubric.caps.push_back(read_cap(row));
    }
    document.finish();
    return rubric;
}

Rubric read_rubric(const std::filesystem::path& file) {
    return parse_rubric(authoring::read_text(file, 1U << 20U), file.string());
}

std::string write_rubric(const Rubric& rubric) {
    std::string toml = "id = " + authoring::quoted_text(rubric.id) +
                       "\nname = " + authoring::quoted_text(rubric.name) + "\n\n[weights]\n";
    for (int g = 0; g < group_count; ++g) {
        toml += std::string(group_name(static_cast<Group>(g))) + " = " +
                number_text(rubric.default_weights[static_cast<std::size_t>(g)]) + "\n";
    }
    for (const Section& section : sections()) {
        toml += "\n[" + std::string(section.table) + "]\n";
        for (const NumberKey& number : section.numbers) {
            if (number.unsaid && rubric.*number.value == Rubric{}.*number.value) {
                continue;
            }
            toml += std::string(number.key) + " = " + number_text(rubric.*number.value) + "\n";
        }
        for (const LinKey& lin : section.lins) {
            const Lin ends = rubric.*lin.value;
            toml += std::string(lin.key) + " = " + pair_text(ends.full, ends.zero) + "\n";
        }
        if (section.table == "flow") {
            toml += "contact_break_marks = [";
            for (std::size_t k = 0; k < rubric.contact_break_marks.size(); ++k) {
                toml += (k == 0 ? "" : ", ") + number_text(rubric.contact_break_marks[k]);
            }
            toml += "]\n";
        }
    }
    for (const LoadCap& cap : rubric.caps) {
        toml += "\n[[cap]]\nregion = " + authoring::quoted_text(cap.region) +
                "\npalm_n = " + number_text(cap.palm_n) + "\nthumb_n = " + number_text(cap.thumb_n) +
                "\ncritical_palm_n = " + number_text(cap.critical_palm_n) +
                "\ncritical_thumb_n = " + number_text(cap.critical_thumb_n) +
                "\nu_low = " + number_text(cap.u_low) + "\nu_high = " + number_text(cap.u_high) + "\n";
    }
    return toml;
}

} // namespace tactus::scoring
