#include "engine/render/skin_field.hpp"

#include "engine/render/hand_shape.hpp"
#include "engine/render/many_at_once.hpp"
#include "shaders/shared/lights.h"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::render {
namespace {

constexpr int patch = 8; ///< places across a piece of skin that is shaded at once
static_assert(std::size_t{patch} * patch <= ShadedPatch::most);
constexpr float chest_rise_m = 0.0045F; ///< of a full breath, at T8 (look.md 2.2b)

/// Every second value each way of a fine map.
SplitVectors every_second(const std::vector<Vec3>& fine) {
    SplitVectors coarse(coarse_count);
    for (int row = 0; row < coarse_rows; ++row) {
        for (int column = 0; column < coarse_columns; ++column) {
            coarse.set(coarse_index(column, row), fine[fine_index(2 * column, 2 * row)]);
        }
    }
    return coarse;
}

float value_at(const std::vector<float>& map, std::size_t index) {
    return index < map.size() ? map[index] : 0.0F;
}

} // namespace

MANY_AT_ONCE void SkinField::place(const float* rest, const float* moved, float* out) {
    float* __restrict to = out;
    for (std::size_t k = 0; k < coarse_count; ++k) {
        to[k] = rest[k] + moved[k];
    }
}

MANY_AT_ONCE void SkinField::pack_state(const StateMaps& maps, std::uint32_t* out) {
    const auto [redness, blanching, oil, key] = maps;
    std::uint32_t* __restrict to = out;
    for (std::size_t k = 0; k < coarse_count; ++k) {
        to[k] = packed(redness[k] / 1.5F, blanching[k], oil[k], key[k]);
    }
}

MANY_AT_ONCE void SkinField::pack_shift(const ShiftMaps& maps, float breath, const ShiftOut& out) {
    const auto [x, y, z, full_breath_m, bruise_heart] = maps;
    std::uint16_t* __restrict halves = out.halves;
    float* __restrict length_m = out.length_m;
    for (std::size_t k = 0; k < coarse_count; ++k) {
        const float up = y[k] + breath * full_breath_m[k];
        halves[4 * k] = to_half(x[k]);
        halves[4 * k + 1] = to_half(up);
        halves[4 * k + 2] = to_half(z[k]);
        halves[4 * k + 3] = to_half(bruise_heart[k]);
        length_m[k] = std::sqrt(x[k] * x[k] + up * up + z[k] * z[k]);
    }
}

/// Halves of the sky along a fine row that lies between two coarse lines, or on both.
MANY_AT_ONCE void SkinField::sky_along(const std::array<const float*, 2>& lines, const float* rest,
                                       std::uint16_t* out) {
    const auto [upper, lower] = lines;
    std::uint16_t* __restrict to = out;
    for (std::ptrdiff_t c = 0; c + 1 < columns; ++c) {
        const float here = 0.25F * (upper[c] + upper[c] + lower[c] + lower[c]);
        const float after = 0.25F * (upper[c] + upper[c + 1] + lower[c] + lower[c + 1]);
        to[2 * c] = to_half(here * rest[2 * c]);
        to[2 * c + 1] = to_half(after * rest[2 * c + 1]);
    }
    const float last =
        0.25F * (upper[columns - 1] + upper[columns - 1] + lower[columns - 1] + lower[columns - 1]);
    to[fine_columns - 1] = to_half(last * rest[fine_columns - 1]);
}

SkinField::SkinField(const ClientModel& model)
    : rest_(every_second(model.grid_positions)), rest_normals_(every_second(model.grid_normals)),
      motion_(model.grid_normals), facing_(model.grid_positions, model.grid_normals), places_(coarse_count),
      nothing_(coarse_count, 0.0F),
      rest_sky_(model.grid_sky.empty() ? std::vector<float>(model.grid_positions.size(), 1.0F)
                                       : model.grid_sky),
      pressure_(coarse_count, 0.0F), scratch_(coarse_count, 0.0F), sky_(coarse_count, 1.0F),
      key_(coarse_count, 1.0F), shadow_(model.placement.to_body(shared::key_centre)),
      normals_(model.grid_positions.size()), state_(coarse_count), overlay_(coarse_count),
      shift_(coarse_count), shift_length_m_(coarse_count) {
    const float rows_span = rest_.z[coarse_index(0, coarse_rows - 1)] - rest_.z[0];
    spine_length_m_ = rows_span / (anatomy::SkinGrid::v_last - anatomy::SkinGrid::v_first);
    full_breath_m_.reserve(coarse_count);
    for (std::size_t k = 0; k < coarse_count; ++k) {
        full_breath_m_.push_back(breath_m(1, rest_[k]));
    }
    shaded_now_.fill(
        {0, coarse_columns}); // the next update comes to rest from here: it does every place once
    update(nullptr);
}

// Between texels the map is filtered, so that the next ones out count as well.
float SkinField::most_shift_m(Vec2 low, Vec2 high) const {
    const auto texel = [](float at, int count, int beyond) {
        return std::clamp(static_cast<int>(std::floor(at * static_cast<float>(count) - .5F)) + beyond, 0,
                          count - 1);
    };
    float most_m = 0;
    for (int row = texel(low.y, rows, 0); row <= texel(high.y, rows, 1); ++row) {
        for (int column = texel(low.x, columns, 0); column <= texel(high.x, columns, 1); ++column) {
            most_m = std::max(most_m, shift_length_m_[coarse_index(column, row)]);
        }
    }
    return most_m;
}

float SkinField::breath_m(float breath, Vec3 place) const {
    const float v = place.z / spine_length_m_;
    return breath * chest_rise_m * (math::gauss(v - .42F, .30F) + .35F * math::gauss(v - .95F, .2F));
}

void SkinField::update(const session::Snapshot* now, bool overlaid) {
    overlaid_ = overlaid;
    changed_normals_ = {};
    motion_.take(now != nullptr ? &now->skin : nullptr);
    face();
    shade(now);
    if (overlaid) {
        even_pressure(now);
        const session::SkinSnapshot none;
        pack_overlay(now != nullptr ? now->skin : none);
        find_bruise_hearts(now != nullptr ? now->skin : none);
    }
    pack(now);
    pack_sky();
}

// Contact is found on faces of the tissue: what one of them carries is spread over its neighbours for the
// eye.
void SkinField::even_pressure(const session::Snapshot* now) {
    const bool pressed = now != nullptr && now->skin.pressure_pa.size() == pressure_.size() &&
                         std::ranges::any_of(now->skin.pressure_pa, [](float pa) { return pa > 0; });
    if (!pressed && !pressed_) {
        return;
    }
    for (std::size_t k = 0; k < pressure_.size(); ++k) {
        pressure_[k] = pressed ? now->skin.pressure_pa[k] / 20e3F : 0.0F;
    }
    if (pressed) {
        even_out(pressure_.data(), scratch_.data(), {0, rows - 1});
    }
    pressed_ = pressed;
}

void SkinField::face() {
    for (int row = 0; row < fine_rows; ++row) {
        facing_.move(row, motion_.filled(row), motion_.fine_m());
    }
    for (int row = 0; row < fine_rows; ++row) {
        if (!motion_.changed(row).empty()) {
            facing_.face(row, motion_.changed(row), &normals_[fine_index(0, row)]);
            note_changed(row);
        }
    }
    const auto rest = std::as_const(rest_).from(0);
    const auto moved = motion_.coarse_m().from(0);
    const auto out = places_.from(0);
    for (std::size_t part = 0; part < 3; ++part) {
        place(rest[part], moved[part], out[part]);
    }
}

void SkinField::note_changed(int row) {
    FineRows& changed = changed_normals_;
    const bool first = changed.from >= changed.to;
    changed = {first ? row : std::min(changed.from, row), std::max(changed.to, row + 1)};
}

void SkinField::shade(const session::Snapshot* now) {
    std::fill(sky_.begin(), sky_.end(), 1.0F);
    std::fill(key_.begin(), key_.end(), 1.0F);
    shaded_before_ = shaded_now_;
    shaded_now_.fill({});
    if (now == nullptr) {
        return;
    }
    for (const session::HandSnapshot& hand : now->hands) {
        if (hand.present && !hand.capsules.empty()) {
            shading_capsules(hand, capsules_);
            shadow_.set_hand(capsules_);
            shade_under_hand();
        }
    }
}

void SkinField::shade_under_hand() {
    find_reached();
    for (int row = 0; row < rows; row += patch) {
        ColumnSpan any;
        for (int near = row; near < std::min(row + patch, rows); ++near) {
            any.take_in(reached_[static_cast<std::size_t>(near)]);
        }
        for (int column = any.from / patch * patch; column < any.to; column += patch) {
            shade_patch(column, row);
        }
    }
}

/// The columns of each row between the outermost that the hand reaches.
void SkinField::find_reached() {
    for (int row = 0; row < rows; ++row) {
        ColumnSpan& span = reached_[static_cast<std::size_t>(row)];
        span = {};
        const std::size_t first = coarse_index(0, row);
        if (!shadow_.reaches_row(rest_.z[first])) {
            continue;
        }
        const float* const x = &places_.x[first];
        int from = 0;
        int to = columns;
        while (from < to && !shadow_.reaches_column(x[from])) {
            ++from;
        }
        while (to > from && !shadow_.reaches_column(x[to - 1])) {
            --to;
        }
        if (from < to) {
            span = {from, to};
            shaded_now_[static_cast<std::size_t>(row)].take_in(span);
        }
    }
}

void SkinField::shade_patch(int first_column, int first_row) {
    const int end_column = std::min(first_column + patch, columns);
    const int end_row = std::min(first_row + patch, rows);
    const Vec3 middle =
        rest_[coarse_index((first_column + end_column - 1) / 2, (first_row + end_row - 1) / 2)];
    float squared_radius = 0;
    shaded_.count = 0;
    for (int row = first_row; row < end_row; ++row) {
        const ColumnSpan span = reached_[static_cast<std::size_t>(row)];
        const std::size_t end = coarse_index(std::min(end_column, span.to), row);
        for (std::size_t k = coarse_index(std::max(first_column, span.from), row); k < end; ++k) {
            const Vec3 place = places_[k];
            if (shadow_.reaches_column(place.x)) {
                squared_radius = std::max(squared_radius, glm::dot(place - middle, place - middle));
                shaded_index_[shaded_.count] = k;
                shaded_.add(place, rest_normals_[k]);
            }
        }
    }
    if (shaded_.count == 0 || !shadow_.look_around(middle, std::sqrt(squared_radius))) {
        return;
    }
    shadow_.darken(shaded_);
    for (std::size_t k = 0; k < shaded_.count; ++k) {
        sky_[shaded_index_[k]] *= shaded_.sky[k];
        key_[shaded_index_[k]] *= shaded_.key[k];
    }
}

/// A map's values; zeros where the snapshot leaves it out.
const float* SkinField::map_or_none(const std::vector<float>& map) const {
    return map.size() == coarse_count ? map.data() : nothing_.data();
}

void SkinField::pack(const session::Snapshot* now) {
    const session::SkinSnapshot none;
    const session::SkinSnapshot& skin = now != nullptr ? now->skin : none;
    marked_ = !skin.weal.empty() || !skin.bruise.empty();
    pack_state({map_or_none(skin.redness), map_or_none(skin.blanching), map_or_none(skin.oil), key_.data()},
               state_.data());
    const auto [x, y, z] = motion_.coarse_m().from(0);
    pack_shift({x, y, z, full_breath_m_.data(), map_or_none(bruise_heart_)},
               now != nullptr ? now->client.breath : 0, {shift_.front().data(), shift_length_m_.data()});
}

// The age of a bruise shows all over it, not where it is faint: a fresh one has no yellow rim.
void SkinField::find_bruise_hearts(const session::SkinSnapshot& skin) {
    constexpr int reach = 7; // points, as far as half the widest bruise
    bruise_heart_ = skin.bruise;
    if (!bruise_heart_.empty()) {
        spread_most(bruise_heart_, scratch_, reach);
        even_out(bruise_heart_.data(), scratch_.data(), {0, rows - 1});
    }
}

void SkinField::pack_overlay(const session::SkinSnapshot& skin) {
    for (std::size_t k = 0; k < overlay_.size(); ++k) {
        overlay_[k] = {to_half(pressure_[k]), to_half(value_at(skin.coverage, k)),
                       to_half(value_at(skin.weal, k)), to_half(value_at(skin.bruise, k))};
    }
}

// Where no hand is over the skin, nor was in the update before, its sky is as it was.
void SkinField::pack_sky() {
    for (int row = 0; row < fine_rows; ++row) {
        const int r = row / 2;
        const int below = std::min(r + row % 2, rows - 1);
        ColumnSpan shaded;
        for (const int at : {r, below}) {
            shaded.take_in(shaded_now_[static_cast<std::size_t>(at)]);
            shaded.take_in(shaded_before_[static_cast<std::size_t>(at)]);
        }
        if (shaded.empty()) {
            continue;
        }
        // A fine column between two coarse ones has the mean of both.
        const ColumnSpan fine{std::max(2 * shaded.from - 1, 0), std::min(2 * shaded.to, fine_columns)};
        const std::size_t first = fine_index(0, row);
        note_changed(row);
        sky_along({&sky_[coarse_index(0, r)], &sky_[coarse_index(0, below)]}, &rest_sky_[first],
                  sky_row_.data());
        for (int column = fine.from; column < fine.to; ++column) {
            const auto at = static_cast<std::size_t>(column);
            normals_[first + at][3] = sky_row_[at];
        }
    }
}

} // namespace tactus::render
