#include "sim/cli/run_physiology.hpp"

#include "sim/cli/reference_answers.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

void print_json(const std::vector<ReferenceAnswer>& answers, std::ostream& out) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ReferenceAnswer& answer : answers) {
        list.push_back({{"quantity", answer.quantity},
                        {"when", answer.when},
                        {"facts", answer.facts},
                        {"rounding", answer.rounding},
                        {"unrounded", answer.unrounded ? nlohmann::ordered_json(*answer.unrounded)
                                                       : nlohmann::ordered_json()},
                        {"stepped", answer.stepped},
                        {"deviation", answer.deviation()},
                        {"kept", answer.kept()}});
    }
    out << nlohmann::ordered_json{{"answers", list}}.dump(2) << '\n';
}

void print_text(const std::vector<ReferenceAnswer>& answers, std::ostream& out) {
    out << "quantity                     when             facts  unrounded   stepped   off %\n" << std::fixed;
    for (const ReferenceAnswer& answer : answers) {
        out << std::left << std::setw(29) << answer.quantity << std::setw(13) << answer.when << std::right
            << std::setprecision(2) << std::setw(9) << answer.facts << std::setprecision(4);
        answer.unrounded ? out << std::setw(11) << *answer.unrounded : out << std::setw(11) << "";
        out << std::setw(10) << answer.stepped << std::setprecision(1) << std::setw(8)
            << 100 * answer.deviation() << (answer.kept() ? "" : "  NOT MET") << '\n';
    }
    out << "bar: 2 % of the unrounded figure (the facts' equations by Euler's method, 1 s), else of the "
           "facts',\n"
           "or the same when rounded as it is there\n";
}

} // namespace

int run_physiology(const PhysiologyOptions& options, std::ostream& out) {
    const std::vector<ReferenceAnswer> answers = reference_answers();
    options.json ? print_json(answers, out) : print_text(answers, out);
    return std::ranges::all_of(answers, &ReferenceAnswer::kept) ? 0 : 1;
}

} // namespace tactus::cli
