#include "engine/render/skin_field.hpp"

#include "engine/render/hand_shape.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr int patch = 8; ///< places across a piece of skin that is shaded at once
static_assert(std::size_t{patch} * patch <= ShadedPatch::most);
constexpr float unseen_shift_m = 0.00005F;
constexpr float weal_height_m = 0.0018F;
constexpr float chest_rise_m = 0.0045F; ///< of a full breath, at T8 (look.md 2.2b)

std::size_t fine_index(int column, int row) { return anatomy::SkinGrid::index(column, row); }

std::size_t coarse_index(int column, int row) {
    return static_cast<std::size_t>(row) * SkinField::columns + static_cast<std::size_t>(column);
}

/// Normal of the lattice through points given by `at(column, row)`.
template <class At> Vec3 lattice_normal(int column, int row, const At& at) {
    const int left = std::max(column - 1, 0);
    const int right = std::min(column + 1, SkinField::fine_columns - 1);
    const int above = std::max(row - 1, 0);
    const int below = std::min(row + 1, SkinField::fine_rows - 1);
    const Vec3 across = at(right, row) - at(left, row);
    const Vec3 along = at(column, below) - at(column, above);
    const Vec3 normal = glm::cross(along, across);
    return normal * (1.0F / std::sqrt(std::max(glm::dot(normal, normal), 1e-20F)));
}

/// Midpoint of the interpolating cubic through four even points.
Vec3 between(Vec3 a, Vec3 b, Vec3 c, Vec3 d) { return (b + c) * 0.5625F - (a + d) * 0.0625F; }

Half4 halves(Vec3 v, float fourth) { return {to_half(v.x), to_half(v.y), to_half(v.z), to_half(fourth)}; }

/// Two binomial passes each way over a coarse field.
template <class Value> void even_field(std::vector<Value>& field, std::vector<Value>& scratch) {
    constexpr int columns = SkinField::columns;
    constexpr int rows = SkinField::rows;
    const auto pass = [](const std::vector<Value>& from, std::vector<Value>& to, int step, int first,
                         int last) {
        const auto k = static_cast<std::size_t>(first);
        to[k] = from[k];
        for (int at = first + step; at < last; at += step) {
            const auto here = static_cast<std::size_t>(at);
            const auto stride = static_cast<std::size_t>(step);
            to[here] = 0.25F * (from[here - stride] + from[here + stride]) + 0.5F * from[here];
        }
        to[static_cast<std::size_t>(last)] = from[static_cast<std::size_t>(last)];
    };
    for (int sweep = 0; sweep < 2; ++sweep) {
        for (int row = 0; row < rows; ++row) {
            pass(field, scratch, 1, row * columns, row * columns + columns - 1);
        }
        for (int column = 0; column < columns; ++column) {
            pass(scratch, field, columns, column, column + (rows - 1) * columns);
        }
    }
}

float value_at(const std::vector<float>& map, std::size_t index) {
    return index < map.size() ? map[index] : 0.0F;
}

} // namespace

SkinField::SkinField(const ClientModel& model)
    : rest_fine_(model.grid_positions), rest_normals_(model.grid_normals),
      scratch_(std::size_t{columns} * rows, Vec3(0)), moved_(std::size_t{columns} * rows, Vec3(0)),
      moved_fine_(rest_fine_.size(), Vec3(0)), row_moved_(fine_rows, 3), pressure_(moved_.size(), 0.0F),
      pressure_scratch_(moved_.size(), 0.0F), sky_(moved_.size(), 1.0F), key_(moved_.size(), 1.0F),
      normals_(rest_fine_.size()), state_(moved_.size()), overlay_(moved_.size()), shift_(moved_.size()),
      shift_length_m_(moved_.size()) {
    lattice_normals_.resize(rest_fine_.size());
    for (int row = 0; row < fine_rows; ++row) {
        for (int column = 0; column < fine_columns; ++column) {
            lattice_normals_[fine_index(column, row)] =
                lattice_normal(column, row, [&](int c, int r) { return rest_fine_[fine_index(c, r)]; });
        }
    }
    const float rows_span = rest_fine_[fine_index(0, fine_rows - 1)].z - rest_fine_[0].z;
    spine_length_m_ = rows_span / (anatomy::SkinGrid::v_last - anatomy::SkinGrid::v_first);
    full_breath_m_.reserve(moved_.size());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            full_breath_m_.push_back(breath_m(1, rest_fine_[fine_index(2 * column, 2 * row)]));
        }
    }
    face();
    update(nullptr);
}

Vec3 SkinField::place(std::size_t index) const {
    const int row = static_cast<int>(index) / columns;
    const int column = static_cast<int>(index) % columns;
    return rest_fine_[fine_index(2 * column, 2 * row)] + moved_[index];
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

void SkinField::update(const session::Snapshot* now) {
    move(now);
    face();
    shade(now);
    even_pressure(now);
    pack(now);
}

void SkinField::move(const session::Snapshot* now) {
    const bool known = now != nullptr && now->skin.displacement_m.size() == moved_.size();
    std::array<std::uint8_t, rows> coarse_moved{};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::size_t k = coarse_index(column, row);
            moved_[k] = known ? now->skin.displacement_m[k] : Vec3(0);
            if (now != nullptr && !now->skin.weal.empty()) {
                moved_[k] +=
                    rest_normals_[fine_index(2 * column, 2 * row)] * (weal_height_m * now->skin.weal[k]);
            }
            const bool seen = glm::dot(moved_[k], moved_[k]) > unseen_shift_m * unseen_shift_m;
            coarse_moved[static_cast<std::size_t>(row)] |= seen ? 1 : 0;
        }
    }
    even_out();
    // A fine row reads coarse rows up to four away, the evening included. A row that comes to rest is done
    // once more.
    for (int row = 0; row < fine_rows; ++row) {
        const int middle = row / 2;
        bool any = false;
        for (int near = std::max(middle - 4, 0); near <= std::min(middle + 5, rows - 1); ++near) {
            any = any || coarse_moved[static_cast<std::size_t>(near)] != 0;
        }
        std::uint8_t& moved = row_moved_[static_cast<std::size_t>(row)];
        moved = static_cast<std::uint8_t>(any ? 3 : moved >> 1U);
    }
}

// The tissue is solved on cells of two and four of these points and read off between them: its creases at
// cell borders are no skin's. A binomial pass each way, twice, leaves what is wider than a cell.
void SkinField::even_out() { even_field(moved_, scratch_); }

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
        even_field(pressure_, pressure_scratch_);
    }
    pressed_ = pressed;
}

// Rows of the coarse field are filled in across, then the rows between them along.
void SkinField::refine() {
    for (int row = 0; row < fine_rows; row += 2) {
        if (row_moved_[static_cast<std::size_t>(row)] == 0) {
            continue;
        }
        const auto coarse = [&](int column) {
            return moved_[coarse_index(std::clamp(column, 0, columns - 1), row / 2)];
        };
        for (int column = 0; column < fine_columns; ++column) {
            const int c = column / 2;
            moved_fine_[fine_index(column, row)] =
                column % 2 == 0 ? coarse(c) : between(coarse(c - 1), coarse(c), coarse(c + 1), coarse(c + 2));
        }
    }
    for (int row = 1; row < fine_rows; row += 2) {
        if (row_moved_[static_cast<std::size_t>(row)] == 0) {
            continue;
        }
        for (int column = 0; column < fine_columns; ++column) {
            const auto at = [&](int from) {
                return moved_fine_[fine_index(column, std::clamp(from, 0, fine_rows - 1))];
            };
            moved_fine_[fine_index(column, row)] =
                between(at(row - 3), at(row - 1), at(row + 1), at(row + 3));
        }
    }
}

void SkinField::face() {
    refine();
    for (int row = 0; row < fine_rows; ++row) {
        if (row_moved_[static_cast<std::size_t>(row)] == 0) {
            continue;
        }
        for (int column = 0; column < fine_columns; ++column) {
            const std::size_t k = fine_index(column, row);
            // The rest normal knows more than the lattice; the lattice only says how it turned.
            const Vec3 turned = lattice_normal(column, row, [&](int c, int rr) {
                const std::size_t at = fine_index(c, rr);
                return rest_fine_[at] + moved_fine_[at];
            });
            const Vec3 normal = rest_normals_[k] + turned - lattice_normals_[k];
            const Half4 packed_normal = halves(glm::normalize(normal), 0);
            std::copy_n(packed_normal.begin(), 3, normals_[k].begin());
        }
    }
}

void SkinField::shade(const session::Snapshot* now) {
    std::fill(sky_.begin(), sky_.end(), 1.0F);
    std::fill(key_.begin(), key_.end(), 1.0F);
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
    for (int row = 0; row < rows; row += patch) {
        for (int column = 0; column < columns; column += patch) {
            shade_patch(column, row);
        }
    }
}

void SkinField::shade_patch(int first_column, int first_row) {
    const int last_column = std::min(first_column + patch, columns) - 1;
    const int last_row = std::min(first_row + patch, rows) - 1;
    const auto rest = [&](int column, int row) { return rest_fine_[fine_index(2 * column, 2 * row)]; };
    const Vec3 middle = rest((first_column + last_column) / 2, (first_row + last_row) / 2);
    float squared_radius = 0;
    shaded_.count = 0;
    for (int row = first_row; row <= last_row; ++row) {
        if (!shadow_.reaches_row(rest(0, row).z)) {
            continue;
        }
        for (int column = first_column; column <= last_column; ++column) {
            const std::size_t k = coarse_index(column, row);
            const Vec3 place = rest(column, row) + moved_[k];
            if (shadow_.reaches(place)) {
                squared_radius = std::max(squared_radius, glm::dot(place - middle, place - middle));
                shaded_index_[shaded_.count] = k;
                shaded_.add(place, rest_normals_[fine_index(2 * column, 2 * row)]);
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

void SkinField::pack(const session::Snapshot* now) {
    const session::SkinSnapshot none;
    const session::SkinSnapshot& skin = now != nullptr ? now->skin : none;
    const float breath = now != nullptr ? now->client.breath : 0;
    marked_ = !skin.weal.empty() || !skin.bruise.empty();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const std::size_t k = coarse_index(column, row);
            state_[k] = packed(value_at(skin.redness, k) / 1.5F, value_at(skin.blanching, k),
                               value_at(skin.oil, k), key_[k]);
            overlay_[k] = {to_half(pressure_[k]), to_half(value_at(skin.coverage, k)),
                           to_half(value_at(skin.weal, k)), to_half(value_at(skin.bruise, k))};
            const Vec3 lift(0, breath * full_breath_m_[k], 0);
            shift_[k] = halves(moved_[k] + lift, 0);
            shift_length_m_[k] = glm::length(moved_[k] + lift);
        }
    }
    for (int row = 0; row < fine_rows; ++row) {
        const int r = row / 2;
        const int below = std::min(r + row % 2, rows - 1);
        for (int column = 0; column < fine_columns; ++column) {
            const int c = column / 2;
            const int right = std::min(c + column % 2, columns - 1);
            const float sky = 0.25F * (sky_[coarse_index(c, r)] + sky_[coarse_index(right, r)] +
                                       sky_[coarse_index(c, below)] + sky_[coarse_index(right, below)]);
            normals_[fine_index(column, row)][3] = to_half(sky);
        }
    }
}

} // namespace tactus::render
