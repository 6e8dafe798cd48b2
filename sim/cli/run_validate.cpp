#include "sim/cli/run_validate.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/care/plan_file.hpp"
#include "sim/cli/stroke_option.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/condition_check.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/client/wording.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/replay/recording.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace tactus::cli {

namespace {

constexpr std::size_t definition_limit_bytes = 1U << 20U;

void check_drill_file(const std::string& toml, const fs::path& file) {
    const drills::Drill drill = drills::parse_drill(toml, file.string());
    scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric));
    std::vector<std::string> clients = drill.clients;
    clients.resize(std::max<std::size_t>(1, clients.size()), drill.client);
    for (const std::string& id : clients) {
        const client::Client client = drills::client_for(file.string(), id);
        const anatomy::Anatomy body = anatomy::make_anatomy(client.body, client.trigger_points);
        const std::vector<Complaint> complaints =
            drills::check_drill(drill, file.string(), body, client.name);
        if (!complaints.empty()) {
            throw UserError(complaints);
        }
        if (drill.interview && client.condition == client::Condition{}) {
            throw UserError(Complaint{file.string(),
                                      client.name + " has no condition to be interviewed about",
                                      "name a client whose file has the key condition"});
        }
    }
}

void check_condition_file(const std::string& toml, const fs::path& file) {
    const client::Condition condition = client::parse_condition(toml, file.string()).condition;
    const std::vector<Complaint> complaints = client::check_condition(
        condition, client::read_questionnaire(authoring::asset_named("intake", "questions")),
        strokes::recognised_techniques(), file.string());
    if (!complaints.empty()) {
        throw UserError(complaints);
    }
}

void check_plan_file(const std::string& toml, const fs::path& file) {
    const care::Plan plan = care::parse_plan(toml, file.string());
    client::read_client(authoring::asset_named("clients", plan.client));
}

/// Reads the file as what it is; returns its kind. Throws UserError.
std::string check(const fs::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".tactus") {
        replay::read_recording(file);
        return "recording";
    }
    if (extension == ".csv") {
        stroke_option(file);
        return "strokes";
    }
    if (extension != ".toml") {
        throw UserError(
            Complaint{file.string(), "is neither .toml nor .csv nor .tactus",
                      "name a drill, a client, a condition, a rubric, a plan, strokes or a recording"});
    }
    const std::string toml = authoring::read_text(file, definition_limit_bytes);
    authoring::Document document(toml, file.string());
    authoring::Table root = document.root();
    if (root.has("step") || root.has("technique")) {
        check_drill_file(toml, file);
        return "drill";
    }
    if (root.has("visit") || root.has("problem")) {
        check_plan_file(toml, file);
        return "plan";
    }
    if (root.has("stature_m") || root.has("sex") || root.has("bmi")) {
        client::parse_client(toml, file.string());
        return "client";
    }
    if (root.has("scope") || root.has("lesson")) {
        check_condition_file(toml, file);
        return "condition";
    }
    if (root.has("question")) {
        client::parse_questionnaire(toml, file.string());
        return "questionnaire";
    }
    if (root.has("wording")) {
        client::parse_wordings(toml, file.string());
        return "list of wordings";
    }
    if (root.has("product")) {
        client::parse_product_shelf(toml, file.string());
        return "shelf of products";
    }
    if (root.has("grades") || root.has("cap") || root.has("safety")) {
        scoring::parse_rubric(toml, file.string());
        return "rubric";
    }
    throw UserError(Complaint{
        file.string() + ":1", "is neither a drill nor a client nor a condition nor a rubric nor a plan",
        "a drill has [[step]], a client stature_m, a condition scope, a rubric [grades], a plan [[visit]]"});
}

} // namespace

int run_validate(const ValidateOptions& options, std::ostream& out) {
    std::vector<Complaint> complaints;
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const fs::path& file : options.files) {
        try {
            const std::string kind = check(file);
            rows.push_back({{"file", file.string()}, {"kind", kind}});
            if (!options.json) {
                out << file.string() << ": " << (kind == "strokes" ? "sound strokes" : "a sound " + kind)
                    << '\n';
            }
        } catch (const UserError& error) {
            complaints.insert(complaints.end(), error.complaints().begin(), error.complaints().end());
        }
    }
    if (!complaints.empty()) {
        throw UserError(std::move(complaints));
    }
    if (options.json) {
        out << nlohmann::ordered_json{{"sound", rows}}.dump(2) << '\n';
    }
    return 0;
}

} // namespace tactus::cli
