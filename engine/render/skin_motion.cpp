#include "engine/render/skin_motion.hpp"

#include "engine/render/many_at_once.hpp"

#include <algorithm>
#include <utility>

namespace tactus::render {
namespace {

constexpr float unseen_m = 0.00005F;
constexpr float weal_height_m = 0.0018F;

/// Midpoint of the interpolating cubic through four even points.
float cubic_between(float a, float b, float c, float d) { return (b + c) * 0.5625F - (a + d) * 0.0625F; }

} // namespace

MANY_AT_ONCE void SkinMotion::split(const Vec3* from, int count, const std::array<float*, 3>& to) {
    float* __restrict x = to[0];
    float* __restrict y = to[1];
    float* __restrict z = to[2];
    for (int k = 0; k < count; ++k) {
        x[k] = from[k].x;
        y[k] = from[k].y;
        z[k] = from[k].z;
    }
}

MANY_AT_ONCE void SkinMotion::square(const std::array<const float*, 3>& of, int count, float* squares) {
    const auto [x, y, z] = of;
    float* __restrict out = squares;
    for (int k = 0; k < count; ++k) {
        out[k] = x[k] * x[k] + y[k] * y[k] + z[k] * z[k];
    }
}

/// span: of the fine row; it begins at a coarse column.
MANY_AT_ONCE void SkinMotion::fill_across(const float* coarse, ColumnSpan span, float* fine) {
    const float* const from = coarse;
    float* __restrict to = fine;
    const std::ptrdiff_t first = span.from / 2;
    const std::ptrdiff_t last = (span.to - 1) / 2;
    const auto near_edge = [&](std::ptrdiff_t c) {
        const auto at = [&](std::ptrdiff_t column) {
            return from[std::clamp<std::ptrdiff_t>(column, 0, coarse_columns - 1)];
        };
        to[2 * c] = from[c];
        if (c + 1 < coarse_columns) {
            to[2 * c + 1] = cubic_between(at(c - 1), at(c), at(c + 1), at(c + 2));
        }
    };
    if (first == 0) {
        near_edge(0);
    }
    for (auto c = std::max<std::ptrdiff_t>(first, 1); c <= std::min<std::ptrdiff_t>(last, coarse_columns - 3);
         ++c) {
        to[2 * c] = from[c];
        to[2 * c + 1] = cubic_between(from[c - 1], from[c], from[c + 1], from[c + 2]);
    }
    for (auto c = std::max<std::ptrdiff_t>(first, coarse_columns - 2); c <= last; ++c) {
        near_edge(c);
    }
}

MANY_AT_ONCE void SkinMotion::fill_along(const std::array<const float*, 4>& lines, ColumnSpan span,
                                         float* fine) {
    const auto [a, b, c, d] = lines;
    float* __restrict to = fine;
    for (int column = span.from; column < span.to; ++column) {
        to[column] = cubic_between(a[column], b[column], c[column], d[column]);
    }
}

SkinMotion::SkinMotion(std::span<const Vec3> normals)
    : normals_(coarse_count), coarse_(coarse_count), fine_(normals.size()), scratch_(coarse_count) {
    for (int row = 0; row < coarse_rows; ++row) {
        for (int column = 0; column < coarse_columns; ++column) {
            normals_.set(coarse_index(column, row), normals[fine_index(2 * column, 2 * row)]);
        }
    }
    now_.fill({0, fine_columns}); // the first snapshot comes to rest from here: it does every place once
}

// The tissue is solved on cells of two and four of these points and read off between them: its creases at
// cell borders are no skin's. A binomial pass each way, twice, leaves what is wider than a cell.
void SkinMotion::take(const session::SkinSnapshot* skin) {
    if (skin != nullptr && skin->displacement_m.size() == coarse_count) {
        split(skin->displacement_m.data(), static_cast<int>(coarse_count), coarse_.from(0));
    } else {
        for (std::vector<float>* part : {&coarse_.x, &coarse_.y, &coarse_.z}) {
            std::ranges::fill(*part, 0.0F);
        }
    }
    if (skin != nullptr && !skin->weal.empty()) {
        for (std::size_t k = 0; k < coarse_count; ++k) {
            coarse_.set(k, coarse_[k] + normals_[k] * (weal_height_m * skin->weal[k]));
        }
    }
    square(std::as_const(coarse_).from(0), static_cast<int>(coarse_count), scratch_.data());
    Spans seen{};
    CoarseRows rows;
    for (int row = 0; row < coarse_rows; ++row) {
        seen[static_cast<std::size_t>(row)] = seen_in(row);
        if (!seen[static_cast<std::size_t>(row)].empty()) {
            rows.take_in(row);
        }
    }
    if (rows.last >= 0) {
        for (float* part : coarse_.from(0)) {
            even_out(part, scratch_.data(), {rows.first - 2, rows.last + 2});
        }
    }
    find_changed(seen);
    refine();
}

/// What has moved of a coarse row, by the squares in the scratch.
ColumnSpan SkinMotion::seen_in(int row) const {
    const float* const squares = &scratch_[coarse_index(0, row)];
    const auto moved = [](float square) { return square > unseen_m * unseen_m; };
    const float* const end = squares + coarse_columns;
    const float* const first = std::find_if(squares, end, moved);
    if (first == end) {
        return {};
    }
    const float* last = end - 1;
    while (!moved(*last)) {
        --last;
    }
    return {static_cast<int>(first - squares), static_cast<int>(last - squares) + 1};
}

// A fine place reads coarse ones up to four away, the evening included. What comes to rest is done once more.
void SkinMotion::find_changed(const Spans& seen) {
    constexpr int reach = 4;
    for (int row = 0; row < fine_rows; ++row) {
        const int middle = row / 2;
        ColumnSpan any;
        for (int near = std::max(middle - reach, 0); near <= std::min(middle + reach + 1, coarse_rows - 1);
             ++near) {
            any.take_in(seen[static_cast<std::size_t>(near)]);
        }
        ColumnSpan& now = now_[static_cast<std::size_t>(row)];
        ColumnSpan& changed = changed_[static_cast<std::size_t>(row)];
        changed = now;
        now = any.empty() ? ColumnSpan{}
                          : ColumnSpan{std::max(2 * (any.from - reach), 0),
                                       std::min(2 * (any.to + reach), fine_columns)};
        changed.take_in(now);
    }
}

ColumnSpan SkinMotion::filled(int row) const {
    ColumnSpan span = changed(row);
    if (row % 2 == 0) { // a row between others is filled in from where they are at rest, too
        for (int near = std::max(row - 3, 0); near <= std::min(row + 3, fine_rows - 1); ++near) {
            span.take_in(changed(near));
        }
    }
    return span;
}

// Rows of the coarse lattice are filled in across, then the rows between them along.
void SkinMotion::refine() {
    for (int row = 0; row < fine_rows; row += 2) {
        const ColumnSpan span = filled(row);
        const auto from = coarse_.from(coarse_index(0, row / 2));
        const auto to = fine_.from(fine_index(0, row));
        for (std::size_t part = 0; part < 3 && !span.empty(); ++part) {
            fill_across(from[part], span, to[part]);
        }
    }
    for (int row = 1; row < fine_rows; row += 2) {
        const ColumnSpan span = filled(row);
        const auto to = fine_.from(fine_index(0, row));
        for (std::size_t part = 0; part < 3 && !span.empty(); ++part) {
            const auto line = [&](int at) -> const float* {
                const std::ptrdiff_t offset = std::clamp(at, 0, fine_rows - 1) - row;
                return to[part] + offset * fine_columns;
            };
            fill_along({line(row - 3), line(row - 1), line(row + 1), line(row + 3)}, span, to[part]);
        }
    }
}

} // namespace tactus::render
