#include "sim/cli/run_techniques.hpp"

#include "sim/anatomy/anatomy.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/answer_table.hpp"
#include "sim/cli/confusion.hpp"
#include "sim/cli/quality_option.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/cli/text_output.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/drills/own_client.hpp"
#include "sim/drills/stroke_recipe.hpp"

#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

void list(bool json, std::ostream& out) {
    if (!json) {
        for (const drills::Technique& technique : drills::techniques()) {
            out << technique.name << " (drill " << technique.drill << "): " << technique.what << '\n';
        }
        for (const drills::Recipe& recipe : drills::recipes()) {
            out << recipe.name << ": " << recipe.what << '\n';
        }
        return;
    }
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const drills::Technique& technique : drills::techniques()) {
        rows.push_back({{"name", technique.name}, {"drill", technique.drill}, {"what", technique.what}});
    }
    for (const drills::Recipe& recipe : drills::recipes()) {
        rows.push_back({{"name", recipe.name}, {"what", recipe.what}});
    }
    out << nlohmann::ordered_json{{"techniques", rows}}.dump(2) << '\n';
}

drills::BodyScale scale_of(const std::string& client) {
    if (client.empty()) {
        return {};
    }
    const client::Client who = client::read_client(authoring::asset_named("clients", client));
    const anatomy::Anatomy body = anatomy::make_anatomy(who.body, who.trigger_points);
    return {.across_m = body.skin.half_biacromial_m, .along_m = body.skin.spine_length_m};
}

std::string known_names() {
    std::string known;
    for (const drills::Technique& each : drills::techniques()) {
        known += (known.empty() ? "" : ", ") + std::string(each.name);
    }
    for (const drills::Recipe& each : drills::recipes()) {
        known += ", " + std::string(each.name);
    }
    return known;
}

std::vector<drills::PerformedRow> performed_drill(const TechniquesOptions& options, drills::Quality quality) {
    const drills::Drill drill = drills::read_drill(authoring::asset_named("drills", options.drill));
    const std::string client = options.client.empty() ? drill.client : options.client;
    const client::Client who = drills::client_for(options.drill, client);
    return drills::perform(drill, anatomy::make_anatomy(who.body, who.trigger_points), quality, options.seed);
}

std::vector<drills::PerformedRow> performed(const TechniquesOptions& options, drills::Quality quality) {
    constexpr double single_bout_s = 12;
    constexpr double stretch_s = 30; // with a hold of 15 s and more
    if (!options.drill.empty()) {
        return performed_drill(options, quality);
    }
    if (options.routine) {
        return drills::perform_routine(drills::routine_of_ten(), quality, options.seed,
                                       scale_of(options.client));
    }
    if (const drills::Technique* student = drills::technique_named(options.name)) {
        return drills::perform(*student, quality, options.seed);
    }
    if (const drills::Recipe* recipe = drills::recipe_named(options.name)) {
        return drills::perform(
            *recipe, quality, options.seed, scale_of(options.client),
            {.begin_s = 0.5, .duration_s = recipe->way == drills::Way::stretch ? stretch_s : single_bout_s});
    }
    throw UserError(
        Complaint{options.name, "is no technique that is known", "choose one of: " + known_names()});
}

} // namespace

int run_techniques(const TechniquesOptions& options, std::ostream& out) {
    if (options.confusion) {
        return print_confusion({.seed = options.seed, .seeds = options.seeds, .threads = options.threads},
                               out);
    }
    if (options.answers) {
        return print_answers(
            {.technique = options.name, .setting = setting_option(options.setting), .json = options.json},
            out);
    }
    if (options.list || (options.name.empty() && options.drill.empty() && !options.routine)) {
        list(options.json, out);
        return 0;
    }
    const drills::Quality quality = quality_option(options.quality);
    const std::string what = options.routine         ? "--routine"
                             : options.drill.empty() ? options.name
                                                     : "--drill " + options.drill;
    const std::string origin = "tactus-sim techniques " + what + " --quality " + options.quality +
                               " --seed " + std::to_string(options.seed);
    put_text(drills::write_strokes(performed(options, quality), origin), options.out, out);
    return 0;
}

} // namespace tactus::cli
