#include "sim/cli/run_cases.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/case_sessions.hpp"
#include "sim/cli/setting_option.hpp"
#include "sim/cli/side_by_side.hpp"
#include "sim/client/client_file.hpp"
#include "sim/session/track_input.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <memory>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

/// One session as it ended.
struct CaseOutcome {
    scoring::Score score;
    CaseMarks marks;
    std::string expected;            ///< the finding that must come
    std::vector<std::string> losses; ///< measures that must have lost marks
};

CaseOutcome hold(const client::Client& client, Manner manner, const CasesOptions& options) {
    const scoring::Rubric rubric = scoring::read_rubric(authoring::asset_named("rubrics", "default"));
    auto anatomy =
        std::make_shared<const anatomy::Anatomy>(anatomy::make_anatomy(client.body, client.trigger_points));
    CaseScript script = case_script(client, rubric, *anatomy, manner);
    script.setup.setting = setting_option(options.setting);
    session::Session session(script.setup, std::move(anatomy), 1);
    session::TrackInput input(script.track);
    while (!session.finished()) {
        session.step(input.frame(session.steps()));
    }
    CaseOutcome outcome{
        .score = session.score(), .marks = {}, .expected = script.critical, .losses = script.losses};
    outcome.marks = case_marks_of(outcome.score, client.condition.weights);
    return outcome;
}

bool found(const CaseOutcome& outcome) {
    return std::ranges::find(outcome.score.critical, outcome.expected, &scoring::Critical::id) !=
           outcome.score.critical.end();
}

/// The first measure that should have lost marks and did not; "" = none.
std::string not_lost(const CaseOutcome& outcome) {
    const auto kept = std::ranges::find_if(outcome.losses, [&](const std::string& measure) {
        return std::ranges::find(outcome.score.reasons, measure, &scoring::Reason::measure) ==
               outcome.score.reasons.end();
    });
    return kept == outcome.losses.end() ? "" : *kept;
}

/// What is wrong with the three together; "" = nothing.
std::string fault(const std::vector<CaseOutcome>& three) {
    const CaseOutcome& right = three[0];
    const CaseOutcome& careless = three[1];
    const CaseOutcome& harmful = three[2];
    if (!right.score.critical.empty()) {
        return "the right session ended in " + right.score.critical.front().id;
    }
    if (!right.score.passed) {
        return "the right session does not pass";
    }
    if (careless.score.reasons.empty() || careless.score.total >= right.score.total) {
        return "the careless session lost no marks";
    }
    if (const std::string measure = not_lost(careless); !measure.empty()) {
        return "the careless session lost nothing for " + measure;
    }
    return found(harmful) ? "" : "the harmful session did not end in " + harmful.expected;
}

std::string finding(const CaseOutcome& outcome) {
    if (!outcome.score.critical.empty()) {
        const auto named =
            std::ranges::find(outcome.score.critical, outcome.expected, &scoring::Critical::id);
        const scoring::Critical& shown =
            named == outcome.score.critical.end() ? outcome.score.critical.front() : *named;
        return "FAIL " + shown.id + ": " + shown.what;
    }
    return outcome.score.reasons.empty() ? "" : outcome.score.reasons.front().what;
}

Json json_of(const client::Client& client, Manner manner, const CaseOutcome& outcome) {
    return {{"client", client.id},
            {"condition", client.condition.id},
            {"manner", manner_name(manner)},
            {"total", outcome.score.total},
            {"passed", outcome.score.passed},
            {"intake", outcome.marks.intake},
            {"caps", outcome.marks.caps},
            {"adaptation", outcome.marks.adaptation},
            {"technique", outcome.marks.technique},
            {"communication", outcome.marks.communication},
            {"finding", finding(outcome)}};
}

void print(const client::Client& client, Manner manner, const CaseOutcome& outcome, std::ostream& out) {
    out << std::left << std::setw(20) << client.condition.id << std::setw(9) << manner_name(manner)
        << std::right << std::fixed << std::setprecision(0) << std::setw(5) << outcome.score.total
        << (outcome.score.passed ? " pass " : " fail ") << std::setw(4) << outcome.marks.intake
        << std::setw(4) << outcome.marks.caps << std::setw(4) << outcome.marks.adaptation << std::setw(4)
        << outcome.marks.technique << std::setw(4) << outcome.marks.communication << "  " << finding(outcome)
        << '\n'
        << std::flush;
}

std::vector<client::Client> clients_of(const CasesOptions& options) {
    const std::vector<std::string> ids =
        options.clients.empty() ? authoring::asset_ids("clients") : options.clients;
    std::vector<client::Client> clients;
    for (const std::string& id : ids) {
        client::Client client = client::read_client(authoring::asset_named("clients", id));
        if (client.condition != client::Condition{}) {
            clients.push_back(std::move(client));
        } else if (!options.clients.empty()) {
            throw UserError(
                Complaint{id, "has no condition", "name a client whose file has the key condition"});
        }
    }
    return clients;
}

void print_sum(std::size_t conditions, const std::array<int, manner_count>& failed, const Json& faults,
               std::ostream& out) {
    out << manner_count * conditions << " sessions with " << conditions << " clients: of the right "
        << static_cast<int>(conditions) - failed[0] << " pass, of the careless " << failed[1]
        << " fail, of the harmful " << failed[2] << " fail; " << faults.size() << " not as expected\n";
    for (const Json& what : faults) {
        out << "    " << what.get<std::string>() << '\n';
    }
}

} // namespace

int run_cases(const CasesOptions& options, std::ostream& out) {
    const std::vector<client::Client> clients = clients_of(options);
    Json rows = Json::array();
    Json faults = Json::array();
    std::vector<CaseOutcome> three;
    std::array<int, manner_count> failed{};
    if (!options.json) {
        out << "condition           manner   total     in. cap ada tec com  first finding\n";
    }
    const auto run = [&](std::size_t k) {
        return hold(clients[k / manner_count], static_cast<Manner>(k % manner_count), options);
    };
    play_side_by_side(manner_count * clients.size(), options.threads, run,
                      [&](std::size_t k, CaseOutcome outcome) {
                          const client::Client& client = clients[k / manner_count];
                          const auto manner = static_cast<Manner>(k % manner_count);
                          failed[k % manner_count] += outcome.score.passed ? 0 : 1;
                          rows.push_back(json_of(client, manner, outcome));
                          if (!options.json) {
                              print(client, manner, outcome, out);
                          }
                          three.push_back(std::move(outcome));
                          if (three.size() < manner_count) {
                              return;
                          }
                          if (const std::string what = fault(three); !what.empty()) {
                              faults.push_back(client.condition.id + ": " + what);
                          }
                          three.clear();
                      });
    if (options.json) {
        out << Json{{"sessions", rows}, {"faults", faults}, {"as_expected", faults.empty()}}.dump(2) << '\n';
    } else {
        print_sum(clients.size(), failed, faults, out);
    }
    return faults.empty() ? 0 : 1;
}

} // namespace tactus::cli
