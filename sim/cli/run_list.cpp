#include "sim/cli/run_list.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/care/plan_file.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/client/wording.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/scoring/rubric.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

using Json = nlohmann::ordered_json;

/// A float as the file wrote it: 1.8, not 1.7999999523.
double as_written(float value) { return Json::parse(authoring::number_text(value)).get<double>(); }

Json describe(const std::string& kind, const std::string& id) {
    const std::filesystem::path file = authoring::asset_named(kind, id);
    Json row{{"id", id}};
    if (kind == "drills") {
        const drills::Drill drill = drills::read_drill(file);
        row.update({{"name", drill.name},
                    {"technique", drill.technique},
                    {"client", drill.client},
                    {"interview", drill.interview},
                    {"seconds", drill.duration_s()},
                    {"brief", drill.brief}});
    } else if (kind == "clients") {
        const client::Client client = client::read_client(file);
        row.update({{"name", client.name},
                    {"stature_m", as_written(client.body.stature_m)},
                    {"bmi", as_written(client.body.bmi)},
                    {"age", as_written(client.body.age_years)},
                    {"condition", client.condition.id},
                    {"story", client.story}});
    } else if (kind == "conditions") {
        const client::Condition condition = client::read_condition_file(file).condition;
        row.update({{"name", condition.name},
                    {"code", condition.code},
                    {"scope", client::scope_name(condition.scope)},
                    {"urgency", client::urgency_code(condition.decision.urgency)},
                    {"lesson", condition.lesson}});
    } else if (kind == "plans") {
        const care::Plan plan = care::read_plan(file);
        row.update({{"name", plan.name},
                    {"client", plan.client},
                    {"weeks", plan.weeks},
                    {"visits", plan.visits.size()},
                    {"brief", plan.brief}});
    } else {
        const scoring::Rubric rubric = scoring::read_rubric(file);
        row.update({{"name", rubric.name}, {"pass", rubric.pass}});
    }
    row["file"] = file.string();
    return row;
}

/// Kinds of which one file holds all.
Json rows_of_intake(const std::string& kind) {
    Json rows = Json::array();
    const std::filesystem::path file = authoring::asset_named("intake", kind);
    if (kind == "products") {
        for (const client::ShelfProduct& product : client::read_product_shelf(file)) {
            rows.push_back({{"id", product.id},
                            {"name", product.name},
                            {"kind", product.kind},
                            {"claim", product.claim},
                            {"label", client::label_text(product)}});
        }
        return rows;
    }
    for (const client::Wording& wording : client::read_wordings(file)) {
        Json fits = Json::array();
        for (const client::Urgency urgency : wording.worth.fits) {
            fits.push_back(client::urgency_code(urgency));
        }
        rows.push_back({{"id", wording.id},
                        {"name", wording.says},
                        {"kind", client::wording_kind_name(wording.worth.kind)},
                        {"fits", fits}});
    }
    return rows;
}

/// Kinds of which each has a file.
Json rows_of_files(const std::string& kind, bool& faulty) {
    Json rows = Json::array();
    for (const std::string& id : authoring::asset_ids(kind)) {
        try {
            rows.push_back(describe(kind, id));
        } catch (const UserError& error) {
            faulty = true;
            rows.push_back({{"id", id}, {"fault", error.what()}});
        }
    }
    return rows;
}

} // namespace

int run_list(const ListOptions& options, std::ostream& out) {
    constexpr std::array<std::string_view, 7> kinds{"drills", "clients",  "conditions", "rubrics",
                                                    "plans",  "products", "wordings"};
    if (std::ranges::find(kinds, options.kind) == kinds.end()) {
        throw UserError(Complaint{options.kind, "is nothing that can be listed",
                                  "choose one of " + authoring::name_list(kinds)});
    }
    bool faulty = false;
    const bool one_file = options.kind == "products" || options.kind == "wordings";
    const Json rows = one_file ? rows_of_intake(options.kind) : rows_of_files(options.kind, faulty);
    if (options.json) {
        out << Json{{options.kind, rows}}.dump(2) << '\n';
    } else {
        for (const Json& row : rows) {
            const std::string id = row["id"];
            out << id << "\n    "
                << (row.contains("fault") ? row["fault"].get<std::string>() : row["name"].get<std::string>())
                << '\n';
        }
    }
    return faulty ? 1 : 0;
}

} // namespace tactus::cli
