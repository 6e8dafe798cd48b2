#include "sim/physiology/skin_maps.hpp"

#include "sim/anatomy/skin_grid.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>
#include <cassert>

namespace tactus::physiology {
namespace {

constexpr std::size_t columns = anatomy::SkinGrid::field_columns;
constexpr std::size_t rows = anatomy::SkinGrid::field_rows;
static_assert(rows == 129, "SkinMaps keeps sums for each row");

/// Less redness than this is not worth an exponential.
constexpr float faint = 1e-4F;

/// Below this rise of pressure nothing lies on the skin.
constexpr float touch_pa = 50;

/// Most rows are not: told without a branch a point.
bool any_pressed(std::span<const float> row_pa) {
    int pressed = 0;
    for (const float pressure : row_pa) {
        pressed |= static_cast<int>(pressure > touch_pa);
    }
    return pressed != 0;
}

} // namespace

SkinMaps::Approach SkinMaps::approach(double tau_s) {
    Approach done{};
    for (std::size_t k = 0; k < done.size(); ++k) {
        done[k] = done_after(static_cast<float>(k) * step_s, static_cast<float>(tau_s));
    }
    return done;
}

SkinMaps::SkinMaps(const client::Response& response)
    : redness_gain_(response.redness_gain),
      redness_scale_(response.slow_reddener ? slow_reddener_factor.f() : 1.0F),
      redness_decay_(response.redness_decay), fast_tau_s_(fast_erythema_tau_s.f() * response.redness_decay),
      slow_tau_s_(slow_erythema_tau_s.f() * response.redness_decay), blanch_(approach(blanch_tau_s)),
      refill_(approach(refill_tau_s)), ischaemia_(approach(ischaemia_fall_tau_s)),
      fast_(approach(fast_tau_s_)), slow_(approach(slow_tau_s_)), warming_(approach(warming_tau_s)),
      cooling_(approach(cooling_tau_s)), transfer_(approach(oil_transfer_tau_s)), points_(columns * rows),
      redness_(columns * rows), blanching_(columns * rows), oil_(columns * rows), warmth_k_(columns * rows) {
    for (std::size_t k = 0; k < absorption_.size(); ++k) {
        absorption_[k] = approach(contact::lubricant(static_cast<contact::Product>(k)).fade_tau_s);
    }
}

SkinMaps::Touch SkinMaps::touch(std::size_t index, float pressure_pa,
                                const std::array<HandLoad, contact::side_count>& hands) {
    Touch result{.pressure_pa = pressure_pa};
    const std::size_t row = index / columns;
    result.hand = nearest_hand(hands, Vec2(static_cast<float>(index % columns), static_cast<float>(row)));
    if (result.hand != nullptr) {
        result.heating_w_m2 = result.hand->friction * pressure_pa * result.hand->speed_m_s;
    }
    return result;
}

void SkinMaps::advance_blood(Point& point, float pressure_pa, std::size_t steps) const {
    // Equation 1.
    const float blood = pressure_pa > blanch_pressure_pa.f() ? blanched_blood.f() : 1.0F;
    point.blood = math::mix(point.blood, blood, (blood < point.blood ? blanch_ : refill_)[steps]);

    // Equation 2: the clock runs while pressed; on release the debt is paid in redness.
    const bool pressed = pressure_pa > ischaemia_pressure_pa.f();
    if (pressed) {
        point.ischaemia_s += static_cast<float>(steps) * step_s;
    } else if (point.pressed) {
        const float owed =
            hyperaemia_most.f() * (1 - left_after(point.ischaemia_s, hyperaemia_build_tau_s.f()));
        point.hyperaemia = std::max(point.hyperaemia, owed);
        point.fall_tau_s =
            (hyperaemia_fall_base_s.f() + hyperaemia_fall_share.f() * point.ischaemia_s) * redness_decay_;
    } else {
        point.ischaemia_s = math::mix(point.ischaemia_s, 0.0F, ischaemia_[steps]);
        if (point.hyperaemia > faint) {
            point.hyperaemia *= left_after(static_cast<float>(steps) * step_s, point.fall_tau_s);
        } else {
            point.hyperaemia = 0;
        }
    }
    point.pressed = pressed;
}

void SkinMaps::advance_oil(std::size_t index, const Touch& touch, std::size_t steps) {
    float& film = oil_[index];
    contact::Product& product = points_[index].product;
    film = math::mix(film, 0.0F, absorption_[static_cast<std::size_t>(product)][steps]);
    if (touch.hand == nullptr) {
        return;
    }
    const float supply = touch.hand->lubricant;
    if (supply > film) {
        product = on_hands_;
        film = math::mix(film, supply, transfer_[steps]);
    } else {
        // A drier hand that slides takes the film along.
        const float way_m = touch.hand->speed_m_s * static_cast<float>(steps) * step_s;
        film = supply + (film - supply) * math::exp(-way_m / oil_wipe_length_m.f());
    }
}

void SkinMaps::advance(std::size_t index, const Touch& touch) {
    Point& point = points_[index];
    const auto steps = static_cast<std::size_t>(step_ - point.last_step);
    assert(steps <= sweep_steps);
    point.last_step = step_;
    advance_blood(point, touch.pressure_pa, steps);

    // Equation 3, both stores under constant heating.
    const float q = touch.heating_w_m2 * redness_gain_;
    const float fast_end = fast_erythema_share.f() * q * fast_tau_s_;
    const float slow_end = slow_erythema_share.f() * q * slow_tau_s_;
    point.fast_j_m2 = math::mix(point.fast_j_m2, fast_end, fast_[steps]);
    point.slow_j_m2 = math::mix(point.slow_j_m2, slow_end, slow_[steps]);
    const float dose = (point.fast_j_m2 + point.slow_j_m2) / erythema_dose_j_m2.f();
    const float erythema = dose > faint ? 1 - math::exp(-dose) : 0.0F;

    // Equations 4 and 5.
    redness_[index] =
        redness_scale_ * std::clamp(erythema + point.hyperaemia * redness_gain_, 0.0F, reddest.f());
    blanching_[index] = (1 - point.blood) / (1 - blanched_blood.f());
    const float warm =
        warmth_by_redness_k.f() * erythema + (touch.hand != nullptr ? warmth_by_hand_k.f() : 0.0F);
    float& warmth = warmth_k_[index];
    warmth = math::mix(warmth, warm, (warm > warmth ? warming_ : cooling_)[steps]);
    advance_oil(index, touch, steps);
}

void SkinMaps::sweep(std::span<const float> pressure_pa) {
    for (std::size_t row = step_ % sweep_steps; row < rows; row += sweep_steps) {
        float sum = 0;
        int touched = 0;
        for (std::size_t index = row * columns; index < (row + 1) * columns; ++index) {
            if (points_[index].last_step == 0) {
                continue;
            }
            if (points_[index].last_step != step_) {
                advance(index, {.pressure_pa = pressure_pa[index]});
            }
            sum += redness_[index];
            ++touched;
        }
        row_redness_[row] = sum;
        row_touched_[row] = touched;
    }
}

void SkinMaps::press_row(std::size_t row, std::span<const float> pressure_pa,
                         const std::array<HandLoad, contact::side_count>& hands) {
    for (std::size_t index = row * columns; index < (row + 1) * columns; ++index) {
        if (pressure_pa[index] <= touch_pa) {
            continue;
        }
        if (points_[index].last_step == 0) {
            points_[index].last_step = step_ - 1;
        }
        advance(index, touch(index, pressure_pa[index], hands));
    }
}

void SkinMaps::step(std::span<const float> pressure_pa,
                    const std::array<HandLoad, contact::side_count>& hands) {
    assert(pressure_pa.size() == points_.size());
    ++step_;
    for (std::size_t row = 0; row < rows; ++row) {
        if (any_pressed(pressure_pa.subspan(row * columns, columns))) {
            press_row(row, pressure_pa, hands);
        }
    }
    sweep(pressure_pa);
}

float SkinMaps::mean_redness() const {
    float sum = 0;
    int touched = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sum += row_redness_[row];
        touched += row_touched_[row];
    }
    return touched == 0 ? 0.0F : sum / static_cast<float>(touched);
}

} // namespace tactus::physiology
