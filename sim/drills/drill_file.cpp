#include "sim/drills/drill_file.hpp"

#include "sim/anatomy/trigger_points.hpp"
#include "sim/authoring/name_list.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"
#include "sim/drills/drill_keys.hpp"
#include "sim/drills/own_client_table.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

namespace tactus::drills {

namespace {

using authoring::number_text;
using authoring::Range;
using authoring::Table;
using scoring::Band;

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
            const auto known = anatomy::trigger_point_sites() |
                               std::views::transform([](const auto& site) { return site.id; });
            row.complain("trigger_point", "names `" + id.substr(0, blank) + "`",
                         "the sites are: " + authoring::name_list(known));
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
        if (row.has(key) && !row.has("trigger_point") && !row.has("place") && !row.has("bone")) {
            row.complain(key, "stands without a trigger point, a place or a bone",
                         R"(add trigger_point = "LS1 right", place = [0.2, 0.5] or bone = "occiput")");
        }
    }
}

/// A place to hold that is no trigger point.
void read_place(Table& row, scoring::Task& task) {
    const auto radius = row.optional_number("place_radius_mm", {1, 150});
    if (radius && !row.has("place")) {
        row.complain("place_radius_mm", "stands without a place", "add place = [0.2, 0.5]");
    }
    if (!row.has("place")) {
        return;
    }
    const std::vector<double> at = row.numbers("place", 2, {-1.2, 1.4});
    if (at.size() == 2) {
        task.place = scoring::HoldPlace{static_cast<float>(at[0]), static_cast<float>(at[1])};
        task.place->radius_m = radius ? static_cast<float>(*radius / mm_per_m) : task.place->radius_m;
    }
    if (row.has("trigger_point")) {
        row.complain("place", "stands beside a trigger point", "leave one of them out");
    }
    if (!row.has("hold_s")) {
        row.complain("place", "is to be held for an unknown time", "add hold_s = [8, 12]");
    }
}

/// A press that examines is held at a place with a force.
void check_press_test(Table& row, const scoring::Task& task) {
    if (task.press_test && (!task.place || !task.force_n)) {
        row.complain("press_test", "stands without a place and a force",
                     "add place = [0.2, 0.3], hold_s = [4, 8] and force_n = [18, 22]");
    }
}

void read_bone(Table& row, scoring::Task& task) {
    const std::vector<std::string_view> bones(contact::hold_names().begin() + 1, contact::hold_names().end());
    if (row.has("bone")) {
        task.bone = static_cast<contact::Hold>(row.choice("bone", bones) + 1);
    }
    task.bend_rad_s = read_band(row, "bend_deg_s", {0.1, 100}, degrees_per_rad);
    if (row.has("bend_to")) {
        task.bend_right = row.choice("bend_to", {"left", "right"}) == 1;
    }
    for (const std::string_view key : {"bend_deg_s", "bend_to"}) {
        if (row.has(key) && !row.has("bone")) {
            row.complain(key, "stands without a bone", R"(add bone = "occiput")");
        }
    }
    if (row.has("bone") && !row.has("hold_s") && !row.has("beat_hz")) {
        row.complain("bone", "is neither held nor led round",
                     "add hold_s = [15, 30] for a stretch, or beat_hz = [0.2, 0.4]");
    }
    for (const std::string_view key : {"trigger_point", "place", "zone_u"}) {
        if (row.has("bone") && row.has(key)) {
            row.complain("bone", "stands beside `" + std::string(key) + "`", "make two steps of it");
        }
    }
}

void read_palpation(Table& row, scoring::Task& task) {
    const auto points = row.optional_number("points_to_mark", {1, 12});
    task.points_to_mark = points ? static_cast<int>(*points) : 0;
    if (points && *points != std::floor(*points)) {
        row.complain("points_to_mark", "is " + number_text(*points), "write a whole number");
    }
    if (points && !row.has("zone_u")) {
        row.complain("points_to_mark", "stands without a zone to search", "add zone_u and zone_v");
    }
}

void read_spasticity(Table& row, scoring::Task& task) {
    task.tone_drop = static_cast<float>(row.number_or("tone_drop_percent", 0, {1, 90}) / percent);
    const auto most = row.optional_number("spasms_max", {0, 20});
    if (most && *most != std::floor(*most)) {
        row.complain("spasms_max", "is " + number_text(*most), "write a whole number");
    } else if (most) {
        task.spasms_max = static_cast<int>(*most);
    }
}

void read_products(Table& row, scoring::Task& task) {
    for (const std::string& name : row.texts_or_none("products")) {
        if (const auto product = contact::product_named(name)) {
            task.products.push_back(*product);
            continue;
        }
        row.complain("products", "names `" + name + "`",
                     "the products are: " + authoring::name_list(contact::product_names()));
    }
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
        row.complain("techniques", "names `" + name + "`",
                     "the techniques are: " + authoring::name_list(known));
    }
}

void read_tools(Table& row, scoring::Task& task) {
    for (const std::string& name : row.texts_or_none("tools")) {
        if (const auto tool = contact::tool_named(name)) {
            task.tools.push_back(*tool);
        } else {
            row.complain("tools", "names `" + name + "`",
                         "the tools are: " + authoring::name_list(contact::tool_names()));
        }
    }
}

Step read_step(Table& row) {
    Step step{.name = row.text("name"),
              .instruction = row.text("instruction"),
              .duration_s = row.number("duration_s", {1, longest_step_s}),
              .task = {},
              .feedback = std::nullopt};
    scoring::Task& task = step.task;
    task.force_n = read_band(row, "force_n", {0.1, 300});
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
    if (row.has("feedback")) {
        step.feedback = static_cast<Feedback>(row.choice("feedback", feedback_words()));
    }
    task.discomfort = read_band(row, "discomfort", {0, 10});
    task.load_cap_n = static_cast<float>(row.number_or("load_cap_n", 0, {1, 300}));
    task.press_test = row.flag_or("press_test", false);
    task.ask_every_s = static_cast<float>(row.number_or("ask_every_s", 0, {5, 600}));
    read_spasticity(row, task);
    read_point(row, task);
    read_place(row, task);
    check_press_test(row, task);
    read_bone(row, task);
    read_palpation(row, task);
    read_products(row, task);
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

/// One client, or several of whom the first is the default.
void read_clients(Table& root, Drill& drill) {
    if (!root.has("clients")) {
        drill.client = root.text("client");
        return;
    }
    drill.clients = root.texts_or_none("clients");
    drill.client = drill.clients.empty() ? "" : drill.clients.front();
    if (drill.clients.empty()) {
        root.complain("clients", "names nobody", "name at least one, or write client = \"adler\"");
    }
    if (root.has("client")) {
        root.text("client");
        root.complain("client", "stands beside `clients`",
                      "leave one of them out: the first of `clients` is the default");
    }
    for (std::size_t k = 0; k < drill.clients.size(); ++k) {
        if (std::ranges::count(drill.clients, drill.clients[k]) > 1) {
            root.complain("clients", "names `" + drill.clients[k] + "` twice", "name each once");
            return;
        }
    }
}

void read_cards(Table& root, Drill& drill) {
    const auto cards = root.optional_number("cards", {1, 24});
    const auto card_s = root.optional_number("card_s", {10, 600});
    drill.cards = cards ? static_cast<int>(*cards) : 0;
    drill.card_s = card_s.value_or(0);
    if (cards.has_value() != card_s.has_value() && root.has("cards") != root.has("card_s")) {
        root.complain(cards ? "card_s" : "cards", "is missing", "a carousel needs cards and card_s");
    }
    if (cards && *cards != std::floor(*cards)) {
        root.complain("cards", "is " + number_text(*cards), "write a whole number");
    }
    if (cards && static_cast<std::size_t>(drill.cards) > drill.clients.size()) {
        root.complain("cards", "is " + number_text(*cards) + ", more than the clients to draw from",
                      "name more in `clients` or ask for fewer cards");
    }
    if (cards && !drill.interview) {
        root.complain("cards", "stands without an interview", "add interview = true");
    }
}

/// A client that the drill brings is one that it names.
void check_own_client(Table& root, const Drill& drill) {
    std::optional<Table> table = root.optional_table(own_client_key);
    if (!table) {
        return;
    }
    const OwnClient own = read_own_client(*table);
    const std::string& id = own.client.id;
    if (drill.client != id && std::ranges::find(drill.clients, id) == drill.clients.end()) {
        root.complain(own_client_key, "is `" + id + "`, whom the drill does not name",
                      "write client = \"" + id + "\", or take the table out");
    }
}

Drill read_root(Table& root, std::string_view name) {
    Drill drill{.id = root.text_or("id", std::filesystem::path(name).stem().string()),
                .catalogue = root.text_or("catalogue", ""),
                .name = root.text("name"),
                .technique = root.text("technique"),
                .brief = root.text("brief"),
                .client = {},
                .clients = {},
                .rubric = root.text_or("rubric", "default"),
                .feedback = static_cast<Feedback>(root.choice_or("feedback", feedback_words(), 0)),
                .kiosk = root.flag_or("kiosk", false),
                .interview = root.flag_or("interview", false),
                .weights = {},
                .steps = {}};
    read_clients(root, drill);
    check_own_client(root, drill);
    read_cards(root, drill);
    read_weights(root.table("weights"), drill);
    for (Table& row : root.rows("step")) {
        drill.steps.push_back(read_step(row));
    }
    if (drill.steps.empty() && !root.has("step")) {
        root.complain("step", "is missing", "add at least one [[step]]");
    }
    return drill;
}

} // namespace

DrillReading read_unfinished(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    DrillReading reading{.drill = read_root(root, name), .complaints = {}};
    try {
        document.finish();
    } catch (const UserError& error) {
        reading.complaints = error.complaints();
    }
    return reading;
}

Drill parse_drill(std::string_view toml, std::string_view name) {
    DrillReading reading = read_unfinished(toml, name);
    if (!reading.complaints.empty()) {
        throw UserError(std::move(reading.complaints));
    }
    return std::move(reading.drill);
}

Drill read_drill(const std::filesystem::path& file) {
    return parse_drill(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::drills
