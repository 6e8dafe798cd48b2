#include "sim/cli/run_answers.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/cli/client_answers.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/cli/side_by_side.hpp"
#include "sim/client/client_file.hpp"

#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string condition_of(const client::Client& client) {
    return client.condition == client::Condition{} ? "-" : client.condition.id;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : " ") + word;
    }
    return all.empty() ? "-" : all;
}

Json json_of(const client::Client& client, const ClientAnswer& answer) {
    return {{"client", client.id},
            {"condition", condition_of(client)},
            {"force_n", answer.force_n},
            {"discomfort", answer.discomfort},
            {"discomfort_peak", answer.discomfort_peak},
            {"tone_start", answer.tone_start},
            {"tone_peak", answer.tone_peak},
            {"redness", answer.redness},
            {"said", answer.said},
            {"events", answer.events}};
}

void print(const client::Client& client, const ClientAnswer& answer, std::ostream& out) {
    out << std::left << std::setw(11) << client.id << std::setw(21) << condition_of(client) << std::right
        << std::fixed << std::setprecision(1) << std::setw(6) << answer.force_n << std::setw(7)
        << answer.discomfort << std::setw(6) << answer.discomfort_peak << std::setprecision(2) << std::setw(7)
        << answer.tone_start << std::setw(6) << answer.tone_peak << std::setw(7) << answer.redness << "  "
        << joined(answer.said) << "; " << joined(answer.events) << '\n'
        << std::flush;
}

} // namespace

int run_answers(const AnswersOptions& options, std::ostream& out) {
    const std::vector<std::string> ids =
        options.clients.empty() ? authoring::asset_ids("clients") : options.clients;
    const tissue::Setting setting = setting_option(options.setting);
    std::vector<client::Client> clients;
    for (const std::string& id : ids) {
        clients.push_back(client::read_client(authoring::asset_named("clients", id)));
    }
    Json rows = Json::array();
    if (!options.json) {
        out << "one palm up the back, 30 N, 10 cm/s\n"
               "client     condition             force   felt  peak   tone  peak redness  words; body\n";
    }
    play_side_by_side(
        clients.size(), options.threads, [&](std::size_t k) { return answer_to_stroke(clients[k], setting); },
        [&](std::size_t k, const ClientAnswer& answer) {
            rows.push_back(json_of(clients[k], answer));
            if (!options.json) {
                print(clients[k], answer, out);
            }
        });
    if (options.json) {
        out << Json{{"answers", rows}}.dump(2) << '\n';
    }
    return 0;
}

} // namespace tactus::cli
