#include "sim/physiology/bruising.hpp"

#include "sim/anatomy/skin_grid.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>
#include <cassert>

namespace tactus::physiology {
namespace {

constexpr std::size_t bruise_columns = anatomy::SkinGrid::field_columns;
constexpr std::size_t bruise_rows = anatomy::SkinGrid::field_rows;

} // namespace

float bruising_pressure_pa(contact::ToolKind tool, float threshold_factor) {
    return threshold_factor *
           (contact::broad(tool) ? bruise_pressure_palm_pa.f() : bruise_pressure_thumb_pa.f());
}

BruiseColour bruise_colour(float index_s, float days) {
    if (index_s <= visible_bruise_s.f() || days < 0) {
        return BruiseColour::none;
    }
    const auto day = static_cast<double>(days);
    return day < bruise_red_days      ? BruiseColour::red
           : day < bruise_blue_days   ? BruiseColour::blue
           : day < bruise_green_days  ? BruiseColour::green
           : day < bruise_yellow_days ? BruiseColour::yellow
                                      : BruiseColour::none;
}

float bruise_shown(float index_s, double after_s) {
    const double out = (after_s - bruise_shows_s) / (bruise_out_s - bruise_shows_s);
    if (!(out > 0)) {
        return 0;
    }
    const float least_s = visible_bruise_s.f() / static_cast<float>(std::min(out, 1.0));
    return math::smoothstep(least_s, 2 * least_s, index_s);
}

Bruising::Bruising(float threshold_factor)
    : threshold_factor_(threshold_factor), index_s_(bruise_columns * bruise_rows, 0.0F) {}

void Bruising::step(std::span<const float> pressure_pa,
                    const std::array<HandLoad, contact::side_count>& hands) {
    assert(pressure_pa.size() == index_s_.size());
    steps_since_ += worst_s_ > visible_bruise_s.f() ? 1 : 0;
    for (const HandLoad& hand : hands) {
        const float threshold_pa = bruising_pressure_pa(hand.tool, threshold_factor_);
        if (hand.touching && hand.p95_pa > threshold_pa) {
            press(hand, threshold_pa, pressure_pa, hands);
        }
    }
}

void Bruising::press(const HandLoad& hand, float threshold_pa, std::span<const float> pressure_pa,
                     const std::array<HandLoad, contact::side_count>& hands) {
    const auto is_under = [&](std::size_t index) {
        const std::size_t column = index % bruise_columns;
        const std::size_t row = index / bruise_columns;
        return pressure_pa[index] > 0 &&
               &hand == nearest_hand(hands, Vec2(static_cast<float>(column), static_cast<float>(row)));
    };
    // The field spreads a thumb's pressure over its points: the most loaded one stands for the contact's 95th
    // percentile, the others for their share of it.
    float highest_pa = 0;
    for (std::size_t index = 0; index < index_s_.size(); ++index) {
        if (pressure_pa[index] > highest_pa && is_under(index)) {
            highest_pa = pressure_pa[index];
        }
    }
    if (!(highest_pa > 0)) {
        return;
    }
    const float least_pa = highest_pa * threshold_pa / hand.p95_pa;
    for (std::size_t index = 0; index < index_s_.size(); ++index) {
        if (pressure_pa[index] > least_pa && is_under(index)) {
            index_s_[index] += step_s * (pressure_pa[index] / least_pa - 1);
            worst_s_ = std::max(worst_s_, index_s_[index]);
        }
    }
}

std::optional<double> Bruising::age_s() const {
    return worst_s_ > visible_bruise_s.f() ? std::optional(static_cast<double>(steps_since_) * double{step_s})
                                           : std::nullopt;
}

} // namespace tactus::physiology
