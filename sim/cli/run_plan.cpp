#include "sim/cli/run_plan.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/care/plan_file.hpp"
#include "sim/cli/plan_report.hpp"
#include "sim/cli/plan_table.hpp"
#include "sim/client/client_file.hpp"

namespace tactus::cli {

int run_plan(const PlanOptions& options, std::ostream& out) {
    if (options.table) {
        return write_plan_table(options.json, out) ? 0 : 1;
    }
    if (options.trial) {
        write_trial(options.seed, options.clients, options.json, out);
        return 0;
    }
    if (options.plan.empty()) {
        throw UserError(
            Complaint{"plan", "no plan is named", "give a plan's id or file, --table or --trial"});
    }
    const care::Plan plan = care::read_plan(authoring::asset_named("plans", options.plan));
    const client::Client client = client::read_client(
        authoring::asset_named("clients", options.client.empty() ? plan.client : options.client));
    const care::ReturnWords words = care::read_return_words(authoring::resource("assets/phrases/weeks.toml"));
    const PlanRun run(plan, care::person_of(client, plan.problem), options.seed);
    options.json ? write_plan_json(run, words, out) : write_plan_text(run, words, out);
    return 0;
}

} // namespace tactus::cli
