#include "sim/cli/run_techniques.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/drills/technique.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

void list(bool json, std::ostream& out) {
    if (!json) {
        for (const drills::Technique& technique : drills::techniques()) {
            out << technique.name << " (drill " << technique.drill << "): " << technique.what << '\n';
        }
        return;
    }
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const drills::Technique& technique : drills::techniques()) {
        rows.push_back({{"name", technique.name}, {"drill", technique.drill}, {"what", technique.what}});
    }
    out << nlohmann::ordered_json{{"techniques", rows}}.dump(2) << '\n';
}

} // namespace

int run_techniques(const TechniquesOptions& options, std::ostream& out) {
    if (options.name.empty()) {
        list(options.json, out);
        return 0;
    }
    const drills::Technique* technique = drills::technique_named(options.name);
    if (technique == nullptr) {
        std::string known;
        for (const drills::Technique& each : drills::techniques()) {
            known += (known.empty() ? "" : ", ") + std::string(each.name);
        }
        throw UserError(Complaint{options.name, "is no technique that is known", "choose one of: " + known});
    }
    const auto quality = drills::quality_named(options.quality);
    if (!quality) {
        throw UserError(
            Complaint{"--quality", "is `" + options.quality + "`", "choose one of: ideal, good, fair, poor"});
    }
    const std::string origin = "tactus-sim techniques " + std::string(technique->name) + " --quality " +
                               options.quality + " --seed " + std::to_string(options.seed);
    const std::string csv =
        drills::write_strokes(drills::perform(*technique, *quality, options.seed), origin);
    if (options.out.empty()) {
        out << csv;
        return 0;
    }
    std::ofstream file(options.out, std::ios::binary);
    file << csv;
    file.close();
    if (!file) {
        throw UserError(
            Complaint{options.out.string(), "cannot be written", "check the folder and its permissions"});
    }
    return 0;
}

} // namespace tactus::cli
