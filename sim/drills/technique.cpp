#include "sim/drills/technique.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/drills/performer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::drills {

namespace {

using contact::Side;

// LS1, the lower levator point, on the client's right (facts 4.3).
constexpr float levator_u = 0.33F;
constexpr float levator_v = 0.07F;

constexpr std::array qualities{std::string_view("ideal"),  std::string_view("good"),
                               std::string_view("fair"),   std::string_view("poor"),
                               std::string_view("novice"), std::string_view("middle"),
                               std::string_view("expert")};

constexpr std::array technique_list{
    Technique{"effleurage", "effleurage", "both palms, sacrum to shoulders: light, deeper, light; 60 s"},
    Technique{"trigger-release", "trigger-release", "warm up, find LS1 right, hold it, let go, flush; 77 s"},
    Technique{"kiosk", "kiosk", "two long lines, then the knot; 60 s"},
    Technique{"spine-pressing", "effleurage",
              "a thumb driven along the spinous processes: harmful, to test safety; 60 s"},
};

void effleurage(Performer& performer) {
    performer.stroke({.begin_s = 0.6,
                      .end_s = 59.9,
                      .hands = {Side::left, Side::right},
                      .lane_u = {0.235F},
                      .v_from = 1.16F,
                      .v_to = 0.04F,
                      .up_s = 4.25,
                      .back_s = 2.55,
                      .flank_u = 0.18F},
                     [](double t_s) { return t_s < 21 || t_s > 42 ? 14.0F : 31.0F; });
}

void trigger_release(Performer& performer) {
    const Performer::Lanes lanes{.begin_s = 0.5,
                                 .end_s = 20,
                                 .hands = {Side::left},
                                 .lane_u = {0.28F},
                                 .v_from = 0.48F,
                                 .v_to = 0.04F,
                                 .up_s = 2.05,
                                 .back_s = 1.35,
                                 .flank_u = 0.08F};
    const auto light = [](double) { return 14.0F; };
    performer.stroke(lanes, light);
    performer.search({20.2, 27, levator_u, levator_v}, 10);
    performer.hold({27, 66.5, levator_u, levator_v}, {.from_n = 10, .to_n = 17}, 31.5F);
    Performer::Lanes flush = lanes;
    flush.begin_s = 67.4;
    flush.end_s = 76.9;
    performer.stroke(flush, light);
    performer.event(22, "check_in");
    performer.event(32, "check_in");
}

void kiosk(Performer& performer) {
    performer.stroke({.begin_s = 8.2,
                      .end_s = 21.8,
                      .hands = {Side::left, Side::right},
                      .lane_u = {0.25F},
                      .v_from = 0.88F,
                      .v_to = 0.12F,
                      .up_s = 3.4,
                      .back_s = 2.2,
                      .flank_u = 0.1F},
                     [](double) { return 18.0F; });
    performer.search({22.5, 30, levator_u, levator_v}, 9);
    performer.hold({30, 52, levator_u, levator_v}, {.from_n = 9, .to_n = 15}, 14);
    performer.event(24, "check_in");
}

} // namespace

std::optional<Quality> quality_named(std::string_view name) {
    const auto* const found = std::ranges::find(qualities, name);
    return found == qualities.end() ? std::nullopt
                                    : std::optional(static_cast<Quality>(found - qualities.begin()));
}

std::span<const std::string_view> quality_names() { return qualities; }

std::span<const Technique> techniques() { return technique_list; }

const Technique* technique_named(std::string_view name) {
    std::string dashed(name);
    std::ranges::replace(dashed, '_', '-');
    const auto* const found = std::ranges::find(technique_list, dashed, &Technique::name);
    return found == technique_list.end() ? nullptr : found;
}

std::vector<PerformedRow> perform(const Technique& technique, Quality quality, std::uint64_t seed) {
    Performer performer(skill_of(quality), seed);
    if (technique.name == "effleurage") {
        effleurage(performer);
    } else if (technique.name == "trigger-release") {
        trigger_release(performer);
    } else if (technique.name == "kiosk") {
        kiosk(performer);
    } else {
        performer.press_along_spine(0.5, 59.5, 65);
    }
    return performer.rows();
}

std::string write_strokes(std::span<const PerformedRow> rows, std::string_view origin) {
    const auto rounded = [](double value, double steps) {
        const double nearest = std::round(value * steps) / steps;
        return authoring::number_text(nearest == 0 ? 0.0 : nearest); // no "-0"
    };
    std::string csv = "# ";
    csv += origin;
    const bool gripped =
        std::ranges::any_of(rows, [](const PerformedRow& row) { return row.grip != 0 || row.oil != 0; });
    csv += "\nt,hand,tool,u,v,force,angle,event";
    const bool held =
        std::ranges::any_of(rows, [](const PerformedRow& row) { return row.hold != contact::Hold::none; });
    csv += gripped ? ",grip,oil" : "";
    csv += held ? ",lift,hold\n" : "\n";
    for (const PerformedRow& row : rows) {
        csv += rounded(row.t_s, 1e4) + (row.hand == Side::left ? ",left," : ",right,");
        csv += std::string(contact::tool_name(row.tool)) + "," + rounded(row.u, 1e4) + "," +
               rounded(row.v, 1e4) + "," + rounded(row.force_n, 1e2) + "," + rounded(row.angle_deg, 1e1) +
               "," + row.event;
        if (gripped) {
            csv.append(",").append(rounded(row.grip, 1e2)).append(",").append(rounded(row.oil, 1e2));
        }
        if (held) {
            csv.append(",").append(rounded(row.lift, 1e2)).append(",").append(contact::hold_name(row.hold));
        }
        csv += '\n';
    }
    return csv;
}

} // namespace tactus::drills
