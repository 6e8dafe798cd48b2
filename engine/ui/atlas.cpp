#include "engine/ui/atlas.hpp"

#include "engine/ui/widgets/figures.hpp"
#include "sim/anatomy/trigger_points.hpp"
#include "sim/client/preparation.hpp"
#include "sim/contact/tool.hpp"
#include "sim/drills/stroke_recipe.hpp"
#include "sim/sources/bibliography.hpp"

#include <algorithm>
#include <set>

namespace tactus::ui {

namespace {

std::string capital(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string millimetres(float low_m, float high_m) {
    const std::string low = rounded(1e3 * static_cast<double>(low_m));
    const std::string high = rounded(1e3 * static_cast<double>(high_m));
    return low == high ? low : low + " to " + high;
}

/// Both sides of the spine have it.
std::vector<Vec2> both_sides(float u, float v) { return {Vec2(u, v), Vec2(-u, v)}; }

std::vector<AtlasEntry> muscles() {
    std::vector<AtlasEntry> entries;
    for (int k = 0; k < anatomy::muscle_count; ++k) {
        const auto muscle = static_cast<anatomy::Muscle>(k);
        AtlasEntry entry{.part = AtlasPart::muscles,
                         .title = capital(anatomy::muscle_name(muscle)),
                         .source = std::string(source::travell_simons.name),
                         .muscle = muscle};
        int points = 0;
        for (const anatomy::TriggerPointSite& site : anatomy::trigger_point_sites()) {
            if (site.muscle == muscle) {
                ++points;
                entry.text += std::string(site.id) + " " + std::string(site.name) + ": refers to " +
                              std::string(site.referral) + ".\n";
                const std::vector<Vec2> both = both_sides(site.u, site.v);
                entry.at.insert(entry.at.end(), both.begin(), both.end());
            }
        }
        entry.second = points == 0
                           ? "no trigger point in the table"
                           : std::to_string(points) + (points == 1 ? " trigger point" : " trigger points");
        if (points == 0) {
            entry.text = "Shown where it lies; none of its points is in the table of trigger points.";
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<AtlasEntry> points() {
    std::vector<AtlasEntry> entries;
    for (const anatomy::TriggerPointSite& site : anatomy::trigger_point_sites()) {
        entries.push_back({.part = AtlasPart::points,
                           .title = std::string(site.id) + " " + std::string(site.name),
                           .second = capital(anatomy::muscle_name(site.muscle)),
                           .text = "Refers to: " + std::string(site.referral) +
                                   ".\nTreatment: " + std::string(site.note) + ".\n" +
                                   millimetres(site.depth_low_m, site.depth_high_m) +
                                   " mm under the skin of a man.",
                           .source = std::string(source::travell_simons.name),
                           .at = both_sides(site.u, site.v),
                           .muscle = site.muscle});
    }
    return entries;
}

std::string cap_words(const scoring::LoadCap& cap) {
    std::string words;
    const auto add = [&](double newtons, std::string_view whose) {
        if (newtons > 0) {
            words += (words.empty() ? "" : ", ") + std::string(whose) + " up to " + rounded(newtons) + " N";
        }
    };
    add(cap.palm_n, "palm or forearm");
    add(cap.thumb_n, "thumb, knuckle or fingers");
    if (cap.u_low > 0 && !words.empty()) {
        words += ", from u " + rounded(cap.u_low, 2) + " outward";
    } else if (cap.u_high < 1.5 && !words.empty()) {
        words += ", within u " + rounded(cap.u_high, 2);
    }
    return words;
}

std::vector<AtlasEntry> zones(const scoring::Rubric& rubric) {
    std::vector<AtlasEntry> entries;
    for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
        AtlasEntry entry{.part = AtlasPart::zones,
                         .title = capital(box.name),
                         .second = std::string(box.id),
                         .source = "Limits: the default rubric; endangerment areas of the US curricula, the "
                                   "figures a design value",
                         .box = &box};
        for (const scoring::LoadCap& cap : rubric.caps) {
            if (cap.region == box.id) {
                const std::string words = cap_words(cap);
                entry.text += words.empty() ? std::string() : capital(words) + ".\n";
            }
        }
        if (entry.text.empty()) {
            entry.text =
                "No limit of its own: what holds for the whole back holds here. A client's condition may "
                "set one.";
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::string range_words(const Cited& figure, double scale, std::string_view unit, int decimals) {
    return rounded(scale * figure.low, decimals) + " to " + rounded(scale * figure.high, decimals) + " " +
           std::string(unit);
}

std::vector<AtlasEntry> techniques() {
    std::vector<AtlasEntry> entries;
    for (const drills::Recipe& recipe : drills::recipes()) {
        AtlasEntry entry{.part = AtlasPart::techniques,
                         .title = capital(recipe.name),
                         .second = std::string(contact::tool_words(recipe.tool)),
                         .text = capital(recipe.what) + ".\nForce " + range_words(recipe.force_n, 1, "N", 0) +
                                 ".",
                         .at = {recipe.place}};
        std::set<std::string_view> sources{recipe.force_n.source.name};
        const auto add = [&](std::string_view what, const Cited& figure, double scale, std::string_view unit,
                             int decimals) {
            if (figure.high > 0) {
                entry.text +=
                    " " + std::string(what) + " " + range_words(figure, scale, unit, decimals) + ".";
                sources.insert(figure.source.name);
            }
        };
        add("Speed", recipe.speed_m_s, 100, "cm/s", 0);
        add("Size", recipe.size_m, 1e3, "mm", 0);
        add("Rate", recipe.rate_hz, 1, "a second", 1);
        for (const std::string_view name : sources) {
            entry.source += (entry.source.empty() ? "" : ", ") + std::string(name);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::string chosen_words(const std::vector<std::string>& ids, std::span<const client::Choice> choices) {
    std::string words;
    for (const std::string& id : ids) {
        if (const client::Choice* choice = client::choice_named(choices, id)) {
            words += (words.empty() ? "" : "; ") + std::string(choice->words);
        }
    }
    return words;
}

std::vector<AtlasEntry> conditions_of(const std::vector<client::Condition>& conditions) {
    std::vector<AtlasEntry> entries;
    for (const client::Condition& condition : conditions) {
        AtlasEntry entry{.part = AtlasPart::conditions,
                         .title = capital(condition.name),
                         .second = std::string(client::urgency_code(condition.decision.urgency)) + ", " +
                                   std::string(client::scope_name(condition.scope)),
                         .text = condition.lesson + "\nDecision: " +
                                 std::string(client::urgency_words(condition.decision.urgency)) + ".\n",
                         .source = "Teaching limits of Tactus; the facts they rest on: tactus-sim sources"};
        for (const client::ConditionCap& cap : condition.caps) {
            if (cap.place == "ANY") {
                entry.text += "At most " + rounded(static_cast<double>(cap.palm_n)) + " N by the palm, " +
                              rounded(static_cast<double>(cap.thumb_n)) + " N by the thumb.\n";
            }
        }
        const std::string lying = chosen_words(condition.positions, client::positions());
        entry.text += lying.empty() ? "" : "Lies: " + lying + ".\n";
        const std::string prepared = chosen_words(condition.adaptations, client::adaptations());
        entry.text += prepared.empty() ? "" : "Prepare: " + prepared + ".";
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, {}, &AtlasEntry::title);
    return entries;
}

} // namespace

std::vector<AtlasEntry> atlas_of(AtlasPart part, const scoring::Rubric& rubric,
                                 const std::vector<client::Condition>& conditions) {
    switch (part) {
    case AtlasPart::muscles:
        return muscles();
    case AtlasPart::points:
        return points();
    case AtlasPart::zones:
        return zones(rubric);
    case AtlasPart::techniques:
        return techniques();
    case AtlasPart::conditions:
        return conditions_of(conditions);
    }
    return {};
}

} // namespace tactus::ui
