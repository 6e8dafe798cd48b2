#include "sim/drills/stroke_recipe.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tactus::drills {
namespace {

using contact::ToolKind;

/// Forces, speeds and rates from facts 1.1 with the ranges there; of two hands in turn each has half the
/// blows. Cross-fibre friction: the measured pressures on the 3.5 cm2 of a thumb. Ways that the facts do not
/// give are design values.
constexpr auto list = std::to_array<Recipe>({
    {.name = "opening_hold",
     .what = "two palms rest on the back",
     .tool = ToolKind::palm,
     .way = Way::still,
     .pair = Pair::mirrored,
     .force_n = {5, 2, 8, source::massage_textbooks},
     .place = {.22F, .5F},
     .oil = .3F},
    {.name = "superficial_effleurage",
     .what = "both palms, light, from the loin to the shoulders and back",
     .tool = ToolKind::palm,
     .way = Way::line,
     .pair = Pair::mirrored,
     .force_n = {14, 5, 20, source::massage_textbooks},
     .return_n = 3,
     .speed_m_s = {.12, 0.08, 0.2, source::massage_textbooks},
     .size_m = {.42, 0.4, 0.55, source::massage_textbooks},
     .place = {.235F, .98F},
     .oil = .8F},
    {.name = "deep_effleurage",
     .what = "one palm with the other's weight on it, slowly up the erector",
     .tool = ToolKind::reinforced_palm,
     .way = Way::line,
     .pair = Pair::one,
     .force_n = {40, 20, 60, source::massage_textbooks},
     .return_n = 10,
     .speed_m_s = {.055, 0.03, 0.08, source::massage_textbooks},
     .size_m = {.26, 0.2, 0.5, source::design},
     .place = {.2F, .85F},
     .oil = .8F},
    {.name = "alternating_effleurage",
     .what = "palms hand over hand",
     .tool = ToolKind::palm,
     .way = Way::line,
     .pair = Pair::alternate,
     .force_n = {12, 5, 20, source::massage_textbooks},
     .speed_m_s = {.13, 0.08, 0.15, source::massage_textbooks},
     .size_m = {.17, 0.15, 0.2, source::massage_textbooks},
     .place = {.22F, .75F},
     .oil = .8F},
    {.name = "raking",
     .what = "fingertips from the spine to the flank along the ribs",
     .tool = ToolKind::fingertips,
     .way = Way::rib,
     .pair = Pair::one,
     .force_n = {9, 5, 15, source::massage_textbooks},
     .speed_m_s = {.07, 0.05, 0.1, source::massage_textbooks},
     .size_m = {.08, 0.06, 0.12, source::design},
     .place = {.12F, .4F},
     .oil = .6F},
    {.name = "nerve_strokes",
     .what = "fingertips that hardly touch, down the back",
     .tool = ToolKind::fingertips,
     .way = Way::line,
     .pair = Pair::one,
     .force_n = {1.8, 0.3, 2, source::massage_textbooks},
     .return_n = 1.4F,
     .speed_m_s = {.055, 0.02, 0.1, source::massage_textbooks},
     .size_m = {.22, 0.15, 0.45, source::design},
     .place = {.25F, .8F},
     .oil = .5F},
    {.name = "kneading",
     .what = "whole palms in circles that press and let go",
     .tool = ToolKind::palm,
     .way = Way::circle,
     .pair = Pair::alternate,
     .force_n = {24, 10, 40, source::massage_textbooks},
     .return_n = 12,
     .size_m = {.03, 0.02, 0.05, source::massage_textbooks},
     .rate_hz = {.7, 0.5, 1, source::massage_textbooks},
     .place = {.25F, .35F},
     .oil = .5F,
     .advance_m_s = .006F},
    {.name = "digital_kneading",
     .what = "fingers against thumb: the flesh lifted between them, squeezed and let go, hand after hand",
     .tool = ToolKind::pincer,
     .way = Way::gather,
     .pair = Pair::alternate,
     .force_n = {20, 10, 40, source::massage_textbooks},
     .return_n = 4,
     .rate_hz = {.7, 0.5, 1, source::massage_textbooks},
     .place = {.42F, .5F},
     .heading_deg = 90},
    {.name = "wringing",
     .what = "two palms across the trunk against one another",
     .tool = ToolKind::palm,
     .way = Way::sweep,
     .pair = Pair::opposed,
     .force_n = {22, 15, 40, source::massage_textbooks},
     .return_n = 22,
     .size_m = {.045, 0.03, 0.08, source::design},
     .rate_hz = {.7, 0.5, 1, source::massage_textbooks},
     .place = {.2F, .7F},
     .oil = .6F},
    {.name = "skin_rolling",
     .what = "thumb and fingers with a fold between them, along the back",
     .tool = ToolKind::pincer,
     .way = Way::line,
     .pair = Pair::one,
     .force_n = {10, 3, 10, source::massage_textbooks},
     .return_n = 3,
     .speed_m_s = {.03, 0.02, 0.05, source::massage_textbooks},
     .size_m = {.16, 0.1, 0.4, source::design},
     .place = {.25F, .75F}},
    {.name = "circular_friction",
     .what = "a thumb in small circles on a spot beside the spine",
     .tool = ToolKind::thumb,
     .way = Way::circle,
     .pair = Pair::one,
     .force_n = {26, 10, 30, source::massage_textbooks},
     .return_n = 26,
     .size_m = {.012, 0.01, 0.02, source::massage_textbooks},
     .rate_hz = {1.4, 1, 2, source::massage_textbooks},
     .place = {.14F, .6F},
     .widen_s = 1},
    {.name = "cross_fibre_friction",
     .what = "a thumb to and fro across the fibres, dry",
     .tool = ToolKind::thumb,
     .way = Way::sweep,
     .pair = Pair::one,
     .force_n = {36, 35, 143, source::chaves_2020},
     .return_n = 36,
     .size_m = {.010, 0.004, 0.02, source::design},
     .rate_hz = {2.4, 2, 3, source::cyriax},
     .place = {.16F, .7F}},
    {.name = "stripping",
     .what = "a thumb slowly along the fibres",
     .tool = ToolKind::thumb,
     .way = Way::line,
     .pair = Pair::one,
     .force_n = {34, 25, 90, source::massage_textbooks},
     .return_n = 20,
     .speed_m_s = {.018, 0.005, 0.03, source::musculoskeletal_key},
     .size_m = {.10, 0.08, 0.3, source::design},
     .place = {.16F, .75F},
     .oil = .3F},
    {.name = "compression",
     .what = "a palm that presses and lets go",
     .tool = ToolKind::palm,
     .way = Way::pulse,
     .pair = Pair::one,
     .force_n = {60, 30, 90, source::massage_textbooks},
     .rate_hz = {.8, 0.5, 1, source::massage_textbooks},
     .duty = .85F,
     .place = {.25F, .45F},
     .oil = .2F},
    {.name = "trigger_point_release",
     .what = "a thumb held on a point",
     .tool = ToolKind::thumb,
     .way = Way::still,
     .pair = Pair::one,
     .force_n = {22, 15, 45, source::massage_textbooks},
     .place = {.33F, .07F},
     .oil = .1F},
    {.name = "myofascial_hold",
     .what = "two palms that take up slack and wait",
     .tool = ToolKind::palm,
     .way = Way::still,
     .pair = Pair::mirrored,
     .force_n = {13, 5, 20, source::massage_textbooks},
     .place = {.25F, .6F}},
    {.name = "hacking",
     .what = "the edges of both hands in turn",
     .tool = ToolKind::ulnar_border,
     .way = Way::pulse,
     .pair = Pair::alternate,
     .force_n = {5, 1, 5, source::massage_textbooks},
     .rate_hz = {2.5, 2, 3, source::ivyroses},
     .duty = .30F,
     .place = {.25F, .45F}},
    {.name = "cupping",
     .what = "hollow hands in turn",
     .tool = ToolKind::cupped_hand,
     .way = Way::pulse,
     .pair = Pair::alternate,
     .force_n = {11, 5, 15, source::massage_textbooks},
     .rate_hz = {2.2, 1.5, 3, source::massage_textbooks},
     .duty = .34F,
     .place = {.3F, .4F}},
    {.name = "beating",
     .what = "a loose fist on thick muscle",
     .tool = ToolKind::fist,
     .way = Way::pulse,
     .pair = Pair::one,
     .force_n = {24, 10, 30, source::massage_textbooks},
     .rate_hz = {3, 2, 4, source::massage_textbooks},
     .duty = .40F,
     .place = {.3F, 1.05F}},
    {.name = "vibration",
     .what = "fingertips that tremble",
     .tool = ToolKind::fingertips,
     .way = Way::sweep,
     .pair = Pair::one,
     .force_n = {8, 3, 15, source::massage_textbooks},
     .return_n = 8,
     .size_m = {.003, 0.002, 0.005, source::massage_textbooks},
     .rate_hz = {4.5, 2, 5, source::massage_textbooks},
     .place = {.22F, .5F}},
    {.name = "passive_stretch",
     .what = "the head led aside, the shoulder kept down: upper trapezius and levator",
     .tool = ToolKind::palm,
     .way = Way::stretch,
     .pair = Pair::braced,
     .force_n = {14, 10, 25, source::massage_textbooks},
     .place = {.02F, -.18F},
     .hold = contact::Hold::occiput,
     .heading_deg = -90},
    {.name = "scapular_mobilisation",
     .what = "fingers under the medial border lift the scapula and lead it round",
     .tool = ToolKind::fingertips,
     .way = Way::carry,
     .pair = Pair::one,
     .force_n = {22, 10, 40, source::massage_textbooks},
     .rate_hz = {.3, 0.2, 0.4, source::design},
     .place = {.38F, .25F},
     .hold = contact::Hold::scapula,
     .lift = .5F},
    {.name = "pa_oscillation",
     .what = "thumbs beside a lumbar vertebra, pressing it more and less: grades I-II",
     .tool = ToolKind::stacked_thumbs,
     .way = Way::oscillate,
     .pair = Pair::one,
     .force_n = {30, 20, 30, source::design},
     .return_n = 10,
     .rate_hz = {1.5, 1, 2, source::massage_textbooks},
     .place = {.16F, .84F}},
});

/// The figures of all recipes under their names; the names live here.
std::vector<NamedConstant> named_figures() {
    struct Figure {
        std::string_view name;
        const Cited Recipe::*value;
    };

    static std::vector<std::string> names;
    std::vector<const Cited*> values;
    for (const Recipe& recipe : list) {
        for (const auto& [name, value] : {Figure{"force_n", &Recipe::force_n},
                                          {"speed_m_s", &Recipe::speed_m_s},
                                          {"size_m", &Recipe::size_m},
                                          {"rate_hz", &Recipe::rate_hz}}) {
            if (recipe.*value > 0.0) {
                names.push_back("drills." + std::string(recipe.name) + "_" + std::string(name));
                values.push_back(&(recipe.*value));
            }
        }
    }
    std::vector<NamedConstant> figures;
    for (std::size_t k = 0; k < names.size(); ++k) {
        figures.push_back({names[k], *values[k]});
    }
    return figures;
}

} // namespace

std::span<const Recipe> recipes() { return list; }

const Recipe* recipe_named(std::string_view name) {
    std::string low(name);
    std::ranges::replace(low, '-', '_');
    const auto* const found = std::ranges::find(list, low, &Recipe::name);
    return found == list.end() ? nullptr : &*found;
}

std::array<const Recipe*, 10> routine_of_ten() {
    return {recipe_named("opening_hold"),    recipe_named("superficial_effleurage"),
            recipe_named("deep_effleurage"), recipe_named("kneading"),
            recipe_named("wringing"),        recipe_named("circular_friction"),
            recipe_named("stripping"),       recipe_named("cross_fibre_friction"),
            recipe_named("hacking"),         recipe_named("nerve_strokes")};
}

std::span<const NamedConstant> constants() {
    static const std::vector<NamedConstant> figures = named_figures();
    return figures;
}

} // namespace tactus::drills
