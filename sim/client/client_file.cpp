#include "sim/client/client_file.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/client/carried_client.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/interview.hpp"
#include "sim/client/response_file.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tactus::client {
namespace {

using authoring::number_text;
using authoring::quoted_text;
using authoring::Range;
using authoring::Table;

constexpr std::array<std::string_view, 2> sex_names{"male", "female"};
constexpr std::array<std::string_view, 5> tone_names{"fair", "light", "tan", "brown", "deep"};
constexpr std::array<std::string_view, 4> hair_names{"none", "cropped", "bun", "bob"};
constexpr std::array<std::string_view, 2> side_names{"left", "right"};
constexpr std::array<std::string_view, 2> activity_names{"latent", "active"};

template <class Names> std::vector<std::string_view> list(const Names& names) {
    return {names.begin(), names.end()};
}

/// A curve of the spine, read and written through one table.
struct PostureKey {
    std::string_view key;
    float anatomy::BodyParameters::*member;
    Range range;
};

const std::array<PostureKey, 3> posture_keys{{
    {"kyphosis_deg", &anatomy::BodyParameters::kyphosis_deg, {.low = 15, .high = 85}},
    {"lordosis_deg", &anatomy::BodyParameters::lordosis_deg, {.low = 5, .high = 75}},
    {"scoliosis_deg", &anatomy::BodyParameters::scoliosis_deg, {.low = -40, .high = 40}},
}};

void read_posture(Table& table, anatomy::BodyParameters& body) {
    for (const PostureKey& key : posture_keys) {
        body.*key.member =
            static_cast<float>(table.number_or(key.key, static_cast<double>(body.*key.member), key.range));
    }
}

anatomy::BodyParameters read_body(Table& table) {
    const auto number = [&](std::string_view key, double low, double high) {
        return static_cast<float>(table.number(key, {.low = low, .high = high}));
    };
    anatomy::BodyParameters body;
    body.sex = static_cast<anatomy::Sex>(table.choice("sex", list(sex_names)));
    body.stature_m = number("stature_m", 1.40, 2.10);
    body.bmi = number("bmi", 16, 45);
    body.age_years = number("age", 16, 95);
    body.muscle = number("muscle", 0, 1);
    return body;
}

anatomy::TriggerPointChoice read_trigger_point(Table& row) {
    anatomy::TriggerPointChoice point;
    point.site = row.text("site");
    if (!point.site.empty() && anatomy::trigger_point_site(point.site) == nullptr) {
        std::string known;
        for (const anatomy::TriggerPointSite& site : anatomy::trigger_point_sites()) {
            known.append(known.empty() ? "" : ", ").append(site.id);
        }
        row.complain("site", "no trigger point is called '" + point.site + "'", "choose one of " + known);
    }
    point.right = row.choice("side", list(side_names)) == 1;
    point.activity = static_cast<anatomy::Activity>(row.choice("activity", list(activity_names)));
    return point;
}

void read_trigger_points(Table& table, Client& client) {
    for (Table& row : table.rows("trigger_point")) {
        anatomy::TriggerPointChoice point = read_trigger_point(row);
        const bool twice = std::ranges::any_of(client.trigger_points, [&](const auto& other) {
            return other.site == point.site && other.right == point.right;
        });
        if (twice) {
            row.complain("site", "'" + point.site + "' stands twice on one side", "remove one of the two");
        }
        client.trigger_points.push_back(std::move(point));
    }
}

constexpr std::string_view carried_condition = "case";

/// The condition by the name of its file, or in full as recordings carry it; what the client's own file
/// says of its response stands over what the condition brings.
void read_state(Table& root, Client& client) {
    if (root.has("condition")) {
        const std::string id = root.text("condition");
        try {
            const ConditionFile file = condition_named(id);
            client.condition = file.condition;
            client.response = file.response;
        } catch (const UserError& error) {
            const Complaint& first = error.complaints().front();
            root.complain("condition", "`" + first.where + "`: " + first.what, first.mend);
        }
    }
    if (std::optional<Table> carried = root.optional_table(carried_condition)) {
        client.condition = read_condition(*carried);
    }
    if (std::optional<Table> response = root.optional_table("response")) {
        client.response = read_response(*response, client.response);
    }
}

/// "assets/clients/adler.toml" -> "adler"
std::string stem(std::string_view name) { return std::filesystem::path(name).stem().string(); }

Client read_root(Table& root, std::string_view name) {
    Client client;
    client.id = root.text_or("id", stem(name));
    client.name = root.text("name");
    client.story = root.text_or("story", "");
    client.body = read_body(root);
    client.skin_tone = static_cast<SkinTone>(root.choice("skin_tone", list(tone_names)));
    client.hair = static_cast<anatomy::HairStyle>(
        root.choice_or("hair", list(hair_names), static_cast<int>(client.hair)));
    if (root.has("hair_colour")) {
        const std::vector<double> colour = root.numbers("hair_colour", 3, {.low = 0, .high = 1});
        if (colour.size() == 3) {
            client.hair_colour = Vec3(colour[0], colour[1], colour[2]);
        }
    }
    client.complaint_now = static_cast<float>(
        root.number_or("complaint", static_cast<double>(client.complaint_now), {.low = 0, .high = 10}));
    read_trigger_points(root, client);
    if (std::optional<Table> posture = root.optional_table("posture")) {
        read_posture(*posture, client.body);
    }
    read_state(root, client);
    return client;
}

/// Whether the spine bends as the mean one does; such a client has no posture in its file.
bool is_mean_posture(const anatomy::BodyParameters& body) {
    const anatomy::BodyParameters mean;
    return std::ranges::all_of(posture_keys,
                               [&](const PostureKey& key) { return body.*key.member == mean.*key.member; });
}

void write_line(std::string& out, std::string_view key, std::string_view value) {
    out.append(key).append(" = ").append(value).append("\n");
}

/// "\n[own_client.posture]\n" under that path, "\n[posture]\n" at the top of a file.
void write_head(std::string& out, std::string_view path, std::string_view table, bool row = false) {
    out.append(row ? "\n[[" : "\n[").append(path).append(path.empty() ? "" : ".").append(table);
    out.append(row ? "]]\n" : "]\n");
}

template <class Names, class Value> std::string quoted_name(const Names& names, Value value) {
    return quoted_text(names[static_cast<std::size_t>(value)]);
}

} // namespace

ConditionFile condition_named(std::string_view id) {
    ConditionFile file = read_condition_file(authoring::asset_named("conditions", id));
    file.condition.question_points =
        question_points(read_questionnaire(authoring::asset_named("intake", "questions")), file.condition);
    for (const Wording& wording : read_wordings(authoring::asset_named("intake", "wordings"))) {
        file.condition.wordings[wording.id] = wording.worth;
    }
    return file;
}

Client read_carried_client(Table& table, std::string_view name) { return read_root(table, name); }

Client parse_client(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    Client client = read_root(root, name);
    document.finish();
    return client;
}

Client read_client(const std::filesystem::path& file) {
    return parse_client(authoring::read_text(file, 1U << 20U), file.string());
}

std::string write_client(const Client& client) { return write_carried_client(client, ""); }

std::string write_carried_client(const Client& client, std::string_view path) {
    std::string out;
    write_line(out, "id", quoted_text(client.id));
    write_line(out, "name", quoted_text(client.name));
    write_line(out, "story", quoted_text(client.story));
    write_line(out, "sex", quoted_name(sex_names, client.body.sex));
    write_line(out, "stature_m", number_text(client.body.stature_m));
    write_line(out, "bmi", number_text(client.body.bmi));
    write_line(out, "age", number_text(client.body.age_years));
    write_line(out, "muscle", number_text(client.body.muscle));
    write_line(out, "skin_tone", quoted_name(tone_names, client.skin_tone));
    write_line(out, "hair", quoted_name(hair_names, client.hair));
    std::string colour;
    for (int k = 0; k < 3; ++k) {
        colour.append(k == 0 ? "[" : ", ").append(number_text(client.hair_colour[k]));
    }
    write_line(out, "hair_colour", colour.append("]"));
    write_line(out, "complaint", number_text(client.complaint_now));
    for (const anatomy::TriggerPointChoice& point : client.trigger_points) {
        write_head(out, path, "trigger_point", true);
        write_line(out, "site", quoted_text(point.site));
        write_line(out, "side", quoted_name(side_names, point.right));
        write_line(out, "activity", quoted_name(activity_names, point.activity));
    }
    if (!is_mean_posture(client.body)) {
        write_head(out, path, "posture");
        for (const PostureKey& key : posture_keys) {
            write_line(out, key.key, number_text(client.body.*key.member));
        }
    }
    write_head(out, path, "response");
    out += write_response(client.response);
    if (client.condition != Condition{}) {
        const std::string above = path.empty() ? "" : std::string(path) + ".";
        out.append("\n").append(write_condition(client.condition, above + std::string(carried_condition)));
    }
    return out;
}

} // namespace tactus::client
