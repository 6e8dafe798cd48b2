#include "sim/tissue/skin_contact.hpp"

#include "sim/contact/friction.hpp"
#include "sim/contact/pad.hpp"
#include "sim/tissue/grid_frame.hpp"
#include "sim/tissue/row_loops.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr float reach_margin_mm = 4.0F; ///< more than a tool and the skin approach one another within a solve

/// Of friction's memory: the anchors of four points, then the way each has slid.
constexpr std::size_t slid_field = 12;
constexpr std::size_t memory_fields = slid_field + 4;

/// Skin that tears or folds is no measure of a pad's stiffness.
constexpr float least_growth = 0.25F;
constexpr float most_growth = 4.0F;

/// In blend widths: a capsule further off moves the melted surface by less than 0.4 % of the blend.
constexpr float melting_reach = 0.65F;

/// A capsule of less weight moves no part of the melted surface by a hundredth of the blend.
constexpr float buried_weight = 0.02F;

/// In blend widths: two capsules of full weight on one another swell by 2^(1/4) - 1.
constexpr float swelling = 0.19F;

struct Bounds {
    Vec3 low{1e9F};
    Vec3 high{-1e9F};

    void add(Vec3 p) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }

    [[nodiscard]] bool empty() const { return low.x > high.x; }
};

/// From a box to a segment: alternating projections, which close in on the nearest pair of two convex sets
/// from above; four of them are within a millimetre for a bone of a hand beside a row of faces.
float distance_to(const Bounds& box, Vec3 start, Vec3 axis, float length) {
    float along = 0.5F * length;
    Vec3 apart{0.0F};
    for (int pass = 0; pass < 4; ++pass) {
        const Vec3 p = start + axis * along;
        const Vec3 nearest = glm::clamp(p, box.low, box.high);
        along = std::clamp(glm::dot(nearest - start, axis), 0.0F, length);
        apart = start + axis * along - nearest;
    }
    return std::sqrt(glm::dot(apart, apart));
}

/// Of the faces of a group that bear here (`area` > 0).
Bounds bounds_of(const Grid& grid, int column, int row, const std::vector<float>& area) {
    Bounds b;
    const int last = std::min(column + 16, grid.arrays().columns);
    for (int i = column; i <= last; ++i) {
        const bool bears = (i < last && area[grid.skin_point(i, row)] > 0) ||
                           (i > column && area[grid.skin_point(i - 1, row)] > 0);
        for (int j = row; j <= row + 1 && bears; ++j) {
            const int p = grid.skin_point(i, j);
            const Vec3 rest{grid.skin_rest(0)[p], grid.skin_rest(1)[p], grid.skin_rest(2)[p]};
            b.add(rest + grid.displacement(grid.node(i, j, grid.arrays().layers)));
        }
    }
    return b;
}

/// Areas for which a face's four Gauss points stand as the skin is now.
std::array<float, 4> present_areas(const Grid& grid, int column, int row) {
    constexpr std::array<float, 2> place{0.211324865F, 0.788675135F};
    std::array<Vec3, 4> x;
    for (int k = 0; k < 4; ++k) {
        const int i = column + (k & 1);
        const int j = row + (k >> 1);
        const int at = grid.skin_point(i, j);
        x[k] = Vec3{grid.skin_rest(0)[at], grid.skin_rest(1)[at], grid.skin_rest(2)[at]} +
               grid.displacement(grid.node(i, j, grid.arrays().layers));
    }
    std::array<float, 4> areas{};
    for (int q = 0; q < 4; ++q) {
        const float s = place[q & 1];
        const float t = place[q >> 1];
        const Vec3 across = (x[1] - x[0]) * (1 - t) + (x[3] - x[2]) * t;
        const Vec3 along = (x[2] - x[0]) * (1 - s) + (x[3] - x[1]) * s;
        const Vec3 normal = glm::cross(across, along);
        areas[q] = 0.25F * std::sqrt(glm::dot(normal, normal));
    }
    return areas;
}

} // namespace

ContactLaw contact_law(contact::ToolKind kind) {
    const contact::Pad& pad = contact::pad(kind);
    return {.penalty_kpa_mm = pad.stiffness_pa_m * 1e-6F,
            .transition_mm = pad.transition_m * 1e3F,
            .blend_mm = pad.blend_m * 1e3F,
            .friction_stiffness_kpa_mm = pad.friction_stiffness_pa_m * 1e-6F};
}

CapsuleLane capsule_lane(const contact::Capsule& capsule) {
    Vec3 a = to_grid_mm(capsule.a);
    Vec3 b = to_grid_mm(capsule.b);
    float ra = capsule.radius_a_m * 1000.0F;
    float rb = capsule.radius_b_m * 1000.0F;
    float length = glm::length(b - a);
    float weight = capsule.weight_a;
    if (length <= std::fabs(ra - rb) + 1e-3F) {
        weight = ra >= rb ? capsule.weight_a : capsule.weight_b;
        a = ra >= rb ? a : b;
        ra = std::max(ra, rb);
        rb = ra;
        length = 0;
    }
    const Vec3 axis = length > 0 ? (b - a) / length : Vec3{0, 0, 1};
    const float sine = length > 0 ? (ra - rb) / length : 0.0F;
    CapsuleLane lane{};
    for (int c = 0; c < 3; ++c) {
        lane.start[c] = a[c];
        lane.axis[c] = axis[c];
    }
    lane.length = length;
    lane.radius = ra;
    lane.radius_slope = -sine;
    lane.foot_slope = sine / std::sqrt(1 - sine * sine);
    lane.weight = weight;
    if (length > 0) {
        const float half = 0.5F * length;
        lane.weight_slope = (capsule.weight_middle - capsule.weight_a) / half;
        lane.weight_bend = (capsule.weight_b - capsule.weight_middle) / half - lane.weight_slope;
    }
    return lane;
}

/// Of a capsule that became a sphere, the mean of its ends.
static void set_motion(const EndMotion& ends, CapsuleLane& lane) {
    for (int c = 0; c < 3; ++c) {
        lane.motion[c] = lane.length > 0 ? ends.a[c] : 0.5F * (ends.a[c] + ends.b[c]);
        lane.motion_slope[c] = lane.length > 0 ? (ends.b[c] - ends.a[c]) / lane.length : 0.0F;
    }
}

SkinContact::SkinContact(const Grid& grid) {
    const std::size_t count = grid.skin_count();
    storage_.assign(count * 40,
                    0.0F); // normal 12, load 4, stiffness 4, tangential 4, friction 12; slip apart
    memory_.assign(count * memory_fields, 0.0F);
    next_memory_ = memory_;
    slips_.assign(count * 12, 0.0F);
    for (auto& field : start_) {
        field.assign(count, 0.0F);
    }
    point_at(grid);
}

void SkinContact::point_at(const Grid& grid) {
    const std::size_t count = grid.skin_count();
    float* next = storage_.data();
    const auto take = [&] {
        float* const here = next;
        next += count;
        return here;
    };
    for (int q = 0; q < 4; ++q) {
        for (int c = 0; c < 3; ++c) {
            arrays_.normal[q][c] = take();
            arrays_.friction[q][c] = take();
        }
        arrays_.load[q] = take();
        arrays_.stiffness[q] = take();
        arrays_.tangential[q] = take();
    }
    next = slips_.data();
    for (auto& point : arrays_.slip) {
        for (float*& field : point) {
            field = take();
        }
    }
    next = memory_.data();
    for (auto& point : arrays_.anchor) {
        for (float*& field : point) {
            field = take();
        }
    }
    for (float*& field : slid_) {
        field = take();
    }
}

void SkinContact::clear() {
    groups_.clear();
    touching_ = false;
    fresh_ = true;
    row_first_ = row_last_ = 0;
}

void SkinContact::take_areas(const Grid& grid, std::span<const CellBox> covered) {
    for (int q = 0; q < 4; ++q) {
        area_[q] = grid.point_area(q);
        for (const CellBox& box : covered) {
            for (int row = box.row_first; row < box.row_last; ++row) {
                float* const first = area_[q].data() + grid.skin_point(0, row);
                std::fill(first + box.column_first, first + box.column_last, 0.0F);
            }
        }
        arrays_.area[q] = area_[q].data();
    }
}

/// A pressure acts on the skin as it is: under a thumb it is stretched to twice its area.
void SkinContact::take_surface(const Grid& grid) {
    const int columns = grid.arrays().columns;
    for (const Group& group : groups_) {
        const int last = std::min(group.column + 16, columns);
        for (int column = group.column; column < last; ++column) {
            const int face = grid.skin_point(column, group.row);
            const std::array<float, 4> areas = present_areas(grid, column, group.row);
            for (int q = 0; q < 4; ++q) {
                const float rest = grid.point_area(q)[face];
                area_[q][face] =
                    area_[q][face] > 0 ? std::clamp(areas[q], least_growth * rest, most_growth * rest) : 0.0F;
                coefficient_[q][face] = friction_.after(slid_[q][face] * 1e-3F);
            }
        }
    }
}

void SkinContact::begin_step(const Grid& grid, const contact::PosedTool& tool, const ToolMotion& motion,
                             std::span<const CellBox> covered) {
    std::vector<CapsuleLane> lanes;
    lanes.reserve(tool.pressing.size());
    for (std::size_t k = 0; k < tool.pressing.size(); ++k) {
        const contact::Capsule& capsule = tool.pressing[k];
        if (std::max({capsule.weight_a, capsule.weight_middle, capsule.weight_b}) < buried_weight) {
            continue; // deep in the flesh of others: the surface knows nothing of it
        }
        lanes.push_back(capsule_lane(capsule));
        if (!motion.ends.empty()) {
            set_motion(motion.ends[k], lanes.back());
        }
    }
    begin_step(grid, lanes, to_grid_direction(tool.approach), motion, covered);
}

void SkinContact::begin_step(const Grid& grid, std::span<const CapsuleLane> capsules, Vec3 approach,
                             const ToolMotion& motion, std::span<const CellBox> covered) {
    law_ = motion.law;
    take_areas(grid, covered);
    if (fresh_) {
        std::fill(memory_.begin(), memory_.end(), 0.0F);
        fresh_ = false;
    }
    capsules_.assign(capsules.begin(), capsules.end());
    for (int c = 0; c < 3; ++c) {
        arrays_.motion[c] = motion.motion_mm[c];
        arrays_.shift_start[c] = motion.shift_mm[c];
        arrays_.approach[c] = approach[c];
        arrays_.rest[c] = grid.skin_rest(c).data();
        arrays_.start[c] = start_[c].data();
    }
    arrays_.penalty = law_.penalty_kpa_mm;
    arrays_.transition = law_.transition_mm;
    arrays_.blend = law_.blend_mm;
    arrays_.friction_stiffness = law_.friction_stiffness_kpa_mm;
    for (int q = 0; q < 4; ++q) {
        coefficient_[q].resize(grid.skin_count());
        arrays_.friction_coefficient[q] = coefficient_[q].data();
    }
    friction_ = motion.friction;
    arrays_.capsules = capsules_.data();
    const GridArrays& g = grid.arrays();
    for (int row = g.row_first; row <= g.row_last; ++row) {
        for (int c = 0; c < 3; ++c) {
            const float* const top = g.displacement[c] + grid.node(0, row, g.layers);
            std::copy(top, top + g.stride, start_[c].begin() + grid.skin_point(0, row));
        }
    }
}

void SkinContact::find_groups(const Grid& grid, float travel_mm) {
    groups_.clear();
    capsule_lists_.clear();
    const GridArrays& g = grid.arrays();
    const Vec3 shift = Vec3{arrays_.approach[0], arrays_.approach[1], arrays_.approach[2]} * travel_mm;
    // Capsules melt from afar, but none touches from further than its swelling and a solve's motion.
    const float melting_mm = std::max(reach_margin_mm, melting_reach * law_.blend_mm);
    const float touching_mm = std::min(melting_mm, reach_margin_mm + swelling * law_.blend_mm);
    row_first_ = g.row_last;
    row_last_ = g.row_first;
    for (int row = g.row_first; row < g.row_last; ++row) {
        for (int column = g.column_first; column < g.column_last; column += 16) {
            const Bounds b = bounds_of(grid, column, row, area_[0]);
            const int first = static_cast<int>(capsule_lists_.size());
            bool reached = false;
            for (std::size_t k = 0; k < capsules_.size() && !b.empty(); ++k) {
                const CapsuleLane& lane = capsules_[k];
                const Vec3 start = Vec3{lane.start[0], lane.start[1], lane.start[2]} + shift;
                const Vec3 axis{lane.axis[0], lane.axis[1], lane.axis[2]};
                const float thickest = std::max(lane.radius, lane.radius + lane.radius_slope * lane.length);
                const bool plane = lane.radius < 0;
                const float gap = plane ? 0.0F : distance_to(b, start, axis, lane.length) - thickest;
                if (gap <= melting_mm) {
                    capsule_lists_.push_back(static_cast<int>(k));
                    reached = reached || gap <= touching_mm;
                }
            }
            if (!reached) {
                capsule_lists_.resize(static_cast<std::size_t>(first));
            } else {
                capsule_lists_.push_back(-1);
                groups_.push_back({row, column, first});
                row_first_ = std::min(row_first_, row);
                row_last_ = std::max(row_last_, row + 2);
            }
        }
    }
    if (groups_.empty()) {
        row_first_ = row_last_ = 0;
    }
    take_surface(grid);
}

void SkinContact::oil(const Grid& grid, const SkinFilm& skin, const contact::PosedTool& tool) {
    const int stride = grid.arrays().stride;
    for_points(grid, [&](int face, int q) {
        if (face % stride < grid.arrays().columns) {
            const float film = skin.at(face % stride, face / stride, q);
            coefficient_[q][face] =
                contact::friction(contact::shared_film(tool.lubricant, film), tool.product)
                    .after(slid_[q][face] * 1e-3F);
        }
    });
}

float SkinFilm::at(int column, int row, int point) const {
    constexpr float place[2] = {0.211324865F, 0.788675135F};
    const float x = static_cast<float>(column_first) +
                    static_cast<float>(spacing) * (static_cast<float>(column) + place[point & 1]);
    const float y = static_cast<float>(row_first) +
                    static_cast<float>(spacing) * (static_cast<float>(row) + place[point >> 1]);
    const int i = static_cast<int>(x);
    const int j = static_cast<int>(y);
    const float s = x - static_cast<float>(i);
    const float t = y - static_cast<float>(j);
    const float* const p = film.data() + static_cast<std::ptrdiff_t>(j) * field_columns + i;
    return (p[0] * (1 - s) + p[1] * s) * (1 - t) +
           (p[field_columns] * (1 - s) + p[field_columns + 1] * s) * t;
}

ContactSums SkinContact::evaluate(const KernelTable& kernels, const Grid& grid, float travel_mm,
                                  parallel::ThreadPool& pool) {
    for (int c = 0; c < 3; ++c) {
        arrays_.shift[c] = arrays_.approach[c] * travel_mm;
    }
    for_groups(pool, static_cast<int>(groups_.size()), [&](int k) {
        const Group& group = groups_[k];
        kernels.contact_group(grid.arrays(), arrays_, group.row, group.column,
                              capsule_lists_.data() + group.first_capsule);
    });
    ContactSums sums;
    double total[3] = {};
    double friction[3] = {};
    for_points(grid, [&](int face, int q) {
        const double load = arrays_.load[q][face];
        if (load <= 0) {
            return;
        }
        double facing = 0;
        double dragged = 0;
        for (int c = 0; c < 3; ++c) {
            const double n = arrays_.normal[q][c][face];
            const double f = arrays_.friction[q][c][face];
            facing += n * arrays_.approach[c];
            dragged += f * arrays_.approach[c];
            total[c] += load * n;
            friction[c] += f;
        }
        sums.magnitude += load;
        sums.along += load * facing + dragged;
        sums.stiffness += arrays_.stiffness[q][face] * facing * facing +
                          arrays_.tangential[q][face] * (1 - facing * facing);
    });
    for (int c = 0; c < 3; ++c) {
        sums.friction[c] = static_cast<float>(friction[c]);
        sums.total[c] = static_cast<float>(total[c] + friction[c]);
    }
    touching_ = sums.magnitude > 0;
    return sums;
}

void SkinContact::add_gradient(const KernelTable& kernels, const Grid& grid, const NodeVector& skin) const {
    for (const Group& group : groups_) {
        kernels.contact_force_group(grid.arrays(), arrays_, group.row, group.column, skin);
    }
}

void SkinContact::add_product(const KernelTable& kernels, const Grid& grid, const NodeVector& in,
                              const NodeVector& out) const {
    const NodeVector in_out[2] = {in, out};
    for (const Group& group : groups_) {
        kernels.contact_product_group(grid.arrays(), arrays_, group.row, group.column, in_out);
    }
}

void SkinContact::add_blocks(const KernelTable& kernels, const Grid& grid, const NodeVector& coupling) const {
    for (const Group& group : groups_) {
        kernels.contact_blocks_group(grid.arrays(), arrays_, group.row, group.column, coupling);
    }
}

void SkinContact::end_step(const Grid& grid, double seconds) {
    std::fill(next_memory_.begin(), next_memory_.end(), 0.0F);
    const std::size_t count = grid.skin_count();
    const float healing = contact::rested(1, static_cast<float>(seconds));
    for_points(grid, [&](int face, int q) {
        if (arrays_.load[q][face] <= 0) {
            return;
        }
        const float share =
            arrays_.tangential[q][face] / (law_.friction_stiffness_kpa_mm * arrays_.area[q][face]);
        float square = 0;
        for (int c = 0; c < 3; ++c) {
            const float slip = arrays_.slip[q][c][face];
            next_memory_[(3 * q + c) * count + face] = slip * share;
            square += slip * slip;
        }
        next_memory_[(slid_field + q) * count + face] =
            slid_[q][face] * healing + std::sqrt(square) * std::max(0.0F, 1 - share);
    });
    std::copy(next_memory_.begin(), next_memory_.end(), memory_.begin());
}

void SkinContact::move_material(int columns, int rows, const Grid& grid) {
    const GridArrays& g = grid.arrays();
    const auto count = static_cast<std::ptrdiff_t>(grid.skin_count());
    std::vector<float> old(grid.skin_count());
    for (auto field = memory_.begin(); field != memory_.end(); field += count) {
        std::copy(field, field + count, old.begin());
        for (int row = 0; row < g.rows; ++row) {
            for (int column = 0; column < g.columns; ++column) {
                const int i = column + columns;
                const int j = row + rows;
                const bool inside = i >= 0 && j >= 0 && i < g.columns && j < g.rows;
                field[grid.skin_point(column, row)] = inside ? old[grid.skin_point(i, j)] : 0.0F;
            }
        }
    }
}

void SkinContact::append_state(std::vector<float>& out) const {
    out.insert(out.end(), memory_.begin(), memory_.end());
}

} // namespace tactus::tissue
