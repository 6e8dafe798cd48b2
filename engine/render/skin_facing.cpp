#include "engine/render/skin_facing.hpp"

#include "engine/render/many_at_once.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tactus::render {

SkinFacing::SkinFacing(std::span<const Vec3> rest, std::span<const Vec3> normals)
    : rest_(rest), place_(rest), rest_turn_(rest.size()) {
    for (std::vector<std::uint16_t>& part : turned_) {
        part.resize(fine_columns);
    }
    for (int row = 0; row < fine_rows; ++row) {
        for (int column = 0; column < fine_columns; ++column) {
            const std::size_t k = fine_index(column, row);
            rest_turn_.set(k, normals[k] - lattice_normal(column, row));
        }
    }
}

Vec3 SkinFacing::lattice_normal(int column, int row) const {
    const auto at = [&](int c, int r) {
        return rest_[fine_index(std::clamp(c, 0, fine_columns - 1), std::clamp(r, 0, fine_rows - 1))];
    };
    const Vec3 across = at(column + 1, row) - at(column - 1, row);
    const Vec3 along = at(column, row + 1) - at(column, row - 1);
    const Vec3 normal = glm::cross(along, across);
    return normal * (1.0F / std::sqrt(std::max(glm::dot(normal, normal), 1e-20F)));
}

MANY_AT_ONCE void SkinFacing::add(const float* rest, const float* moved, int count, float* out) {
    float* __restrict to = out;
    for (int k = 0; k < count; ++k) {
        to[k] = rest[k] + moved[k];
    }
}

void SkinFacing::move(int row, ColumnSpan span, const SplitVectors& moved) {
    if (span.empty()) {
        return;
    }
    const std::size_t first = fine_index(span.from, row);
    const auto rest = std::as_const(rest_).from(first);
    const auto by = moved.from(first);
    const auto out = place_.from(first);
    for (std::size_t part = 0; part < 3; ++part) {
        add(rest[part], by[part], span.to - span.from, out[part]);
    }
}

SkinFacing::Neighbours SkinFacing::neighbours(int row, int from, int left, int right) const {
    const Numbers here = std::as_const(place_).from(fine_index(from, row));
    const Numbers above = std::as_const(place_).from(fine_index(from, std::max(row - 1, 0)));
    const Numbers below = std::as_const(place_).from(fine_index(from, std::min(row + 1, fine_rows - 1)));
    Neighbours near{{}, {}, above, below};
    for (std::size_t part = 0; part < 3; ++part) {
        near.left[part] = here[part] + left;
        near.right[part] = here[part] + right;
    }
    return near;
}

MANY_AT_ONCE void SkinFacing::turn(const Neighbours& near, const Numbers& rest_turn, int count,
                                   const std::array<std::uint16_t*, 3>& out) {
    const auto [left_x, left_y, left_z] = near.left;
    const auto [right_x, right_y, right_z] = near.right;
    const auto [above_x, above_y, above_z] = near.above;
    const auto [below_x, below_y, below_z] = near.below;
    const auto [rest_x, rest_y, rest_z] = rest_turn;
    std::uint16_t* __restrict out_x = out[0];
    std::uint16_t* __restrict out_y = out[1];
    std::uint16_t* __restrict out_z = out[2];
    for (int k = 0; k < count; ++k) {
        const float across_x = right_x[k] - left_x[k];
        const float across_y = right_y[k] - left_y[k];
        const float across_z = right_z[k] - left_z[k];
        const float along_x = below_x[k] - above_x[k];
        const float along_y = below_y[k] - above_y[k];
        const float along_z = below_z[k] - above_z[k];
        const float n_x = along_y * across_z - along_z * across_y;
        const float n_y = along_z * across_x - along_x * across_z;
        const float n_z = along_x * across_y - along_y * across_x;
        const float scale = 1.0F / std::sqrt(std::max(n_x * n_x + n_y * n_y + n_z * n_z, 1e-20F));
        const float x = n_x * scale + rest_x[k];
        const float y = n_y * scale + rest_y[k];
        const float z = n_z * scale + rest_z[k];
        const float unit = 1.0F / std::sqrt(std::max(x * x + y * y + z * z, 1e-20F));
        out_x[k] = to_half(x * unit);
        out_y[k] = to_half(y * unit);
        out_z[k] = to_half(z * unit);
    }
}

/// left, right: the columns beside, counted from each place.
void SkinFacing::face_run(int row, ColumnSpan run, int left, int right, Half4* out) {
    const int count = run.to - run.from;
    if (count <= 0) {
        return;
    }
    const Numbers rest_turn = std::as_const(rest_turn_).from(fine_index(run.from, row));
    const std::array<std::uint16_t*, 3> turned{turned_[0].data(), turned_[1].data(), turned_[2].data()};
    turn(neighbours(row, run.from, left, right), rest_turn, count, turned);
    for (int k = 0; k < count; ++k) {
        Half4& normal = out[run.from + k];
        const auto at = static_cast<std::size_t>(k);
        normal = {turned_[0][at], turned_[1][at], turned_[2][at], normal[3]};
    }
}

void SkinFacing::face(int row, ColumnSpan span, Half4* out) {
    face_run(row, {std::max(span.from, 1), std::min(span.to, fine_columns - 1)}, -1, 1, out);
    if (span.from == 0) {
        face_run(row, {0, 1}, 0, 1, out);
    }
    if (span.to == fine_columns) {
        face_run(row, {fine_columns - 1, fine_columns}, -1, 0, out);
    }
}

} // namespace tactus::render
