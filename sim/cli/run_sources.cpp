#include "sim/cli/run_sources.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/bodies/bodies_data.hpp"
#include "sim/care/care_data.hpp"
#include "sim/contact/contact_data.hpp"
#include "sim/drills/learning_data.hpp"
#include "sim/drills/stroke_recipe.hpp"
#include "sim/hands/hands_data.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/scoring/scoring_data.hpp"
#include "sim/strokes/strokes_data.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <tuple>

namespace tactus::cli {
namespace {

/// One source with all that rests on it.
struct Entry {
    const source::Source* source;
    std::vector<NamedConstant> constants;
};

/// Literature by name, then design values: what is measured stands before what was chosen.
std::vector<Entry> bibliography() {
    std::vector<Entry> entries;
    for (const NamedConstant& constant : all_constants()) {
        const source::Source& source = constant.constant.source;
        const auto known = std::ranges::find_if(
            entries, [&](const Entry& entry) { return entry.source->name == source.name; });
        if (known == entries.end()) {
            entries.push_back({&source, {constant}});
        } else {
            known->constants.push_back(constant);
        }
    }
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
        return std::tuple(entry.source->kind == source::Kind::design, entry.source->name);
    });
    return entries;
}

void print_text(const std::vector<Entry>& entries, std::ostream& out) {
    for (const Entry& entry : entries) {
        out << entry.source->name << " [" << kind_name(entry.source->kind) << "] " << entry.source->reference
            << '\n';
        for (const NamedConstant& constant : entry.constants) {
            const Cited& cited = constant.constant;
            out << "    " << constant.name << " = " << authoring::number_text(cited.value) << "  ("
                << authoring::number_text(cited.low) << " .. " << authoring::number_text(cited.high) << ")\n";
        }
    }
}

void print_json(const std::vector<Entry>& entries, std::ostream& out) {
    nlohmann::ordered_json sources = nlohmann::ordered_json::array();
    for (const Entry& entry : entries) {
        nlohmann::ordered_json constants = nlohmann::ordered_json::array();
        for (const NamedConstant& constant : entry.constants) {
            constants.push_back({{"name", constant.name},
                                 {"value", constant.constant.value},
                                 {"low", constant.constant.low},
                                 {"high", constant.constant.high}});
        }
        sources.push_back({{"name", entry.source->name},
                           {"kind", kind_name(entry.source->kind)},
                           {"reference", entry.source->reference},
                           {"constants", std::move(constants)}});
    }
    out << nlohmann::ordered_json{{"sources", std::move(sources)}}.dump(2) << '\n';
}

} // namespace

std::string_view kind_name(source::Kind kind) {
    switch (kind) {
    case source::Kind::doi:
        return "doi";
    case source::Kind::url:
        return "url";
    case source::Kind::book_recalled:
        return "book recalled";
    case source::Kind::design:
        return "design";
    }
    return "";
}

std::vector<NamedConstant> all_constants() {
    std::vector<NamedConstant> all;
    for (const std::span<const NamedConstant> room :
         {anatomy::constants(), contact::constants(), bodies::constants(), tissue::constants(),
          hands::constants(), physiology::constants(), care::constants(), strokes::constants(),
          scoring::constants(), drills::constants(), drills::learning_constants()}) {
        for (const NamedConstant& constant : room) {
            all.push_back(constant);
        }
    }
    return all;
}

int run_sources(const SourcesOptions& options, std::ostream& out) {
    const std::vector<Entry> entries = bibliography();
    options.json ? print_json(entries, out) : print_text(entries, out);
    return 0;
}

} // namespace tactus::cli
