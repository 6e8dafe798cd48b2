#include "sim/client/wording.hpp"

#include "sim/authoring/table.hpp"
#include "sim/client/wording_rows.hpp"

#include <algorithm>
#include <array>

namespace tactus::client {
namespace {

using authoring::Table;

constexpr std::array<std::string_view, wording_kind_count> wording_names{"reason", "diagnosis", "alarm",
                                                                         "vague"};

bool fits(const Wording& wording, Urgency urgency) {
    return std::ranges::find(wording.worth.fits, urgency) != wording.worth.fits.end();
}

} // namespace

const Wording* wording_named(const std::vector<Wording>& wordings, std::string_view id) {
    const auto found = std::ranges::find(wordings, id, &Wording::id);
    return found == wordings.end() ? nullptr : &*found;
}

std::vector<Wording> wordings_for(const std::vector<Wording>& wordings, Urgency urgency) {
    std::vector<Wording> fitting;
    std::ranges::copy_if(wordings, std::back_inserter(fitting),
                         [&](const Wording& wording) { return fits(wording, urgency); });
    return fitting;
}

std::string_view wording_kind_name(WordingKind kind) { return wording_names[static_cast<std::size_t>(kind)]; }

WordingWorth read_wording_worth(Table& row) {
    WordingWorth worth;
    worth.kind =
        static_cast<WordingKind>(row.choice("kind", std::vector(wording_names.begin(), wording_names.end())));
    for (const std::string& code : row.texts_or_none("fits")) {
        if (const auto urgency = urgency_coded(code)) {
            worth.fits.push_back(*urgency);
        } else {
            row.complain("fits", "names `" + code + "`", "choose of E0, E1, E2, E3, OK");
        }
    }
    if (worth.fits.empty() && !row.has("fits")) {
        row.complain("fits", "is missing", "say which decisions the sentence tells, like [\"E1\"]");
    }
    return worth;
}

std::vector<Wording> parse_wordings(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    std::vector<Wording> all;
    for (Table& row : root.rows("wording")) {
        Wording wording{.id = row.text("id"), .says = row.text("says"), .worth = read_wording_worth(row)};
        if (wording_named(all, wording.id) != nullptr) {
            row.complain("id", "`" + wording.id + "` stands twice", "remove one of the two");
        }
        all.push_back(std::move(wording));
    }
    for (int k = 0; k < urgency_count; ++k) {
        const auto urgency = static_cast<Urgency>(k);
        const bool told = std::ranges::any_of(all, [&](const Wording& wording) {
            return wording.worth.kind == WordingKind::reason && fits(wording, urgency);
        });
        if (!told) {
            root.complain("wording", "tells nobody " + std::string(urgency_code(urgency)) + " with a reason",
                          "add a [[wording]] of kind \"reason\" that fits it");
        }
    }
    document.finish();
    return all;
}

std::vector<Wording> read_wordings(const std::filesystem::path& file) {
    return parse_wordings(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::client
