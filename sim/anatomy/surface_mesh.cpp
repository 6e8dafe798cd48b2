#include "sim/anatomy/surface_mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int block_cells = 8;
constexpr float greatest_slope = 1.5F;
constexpr float unknown = 1e9F;
constexpr float normal_step_m = 0.0016F;

using Field = std::function<float(Vec3)>;
using Index = std::array<int, 3>;

/// Direction of steepest ascent by central differences.
Vec3 gradient_direction(const Field& field, Vec3 p, float e) {
    const Vec3 g(field(p + Vec3(e, 0, 0)) - field(p - Vec3(e, 0, 0)),
                 field(p + Vec3(0, e, 0)) - field(p - Vec3(0, e, 0)),
                 field(p + Vec3(0, 0, e)) - field(p - Vec3(0, 0, e)));
    return g / std::max(glm::length(g), 1e-9F);
}

/// The sampled grid and what grows on it. Only blocks that the surface can reach are sampled.
class SurfaceNets {
public:
    SurfaceNets(const Field& field, Vec3 low, Vec3 high, float cell_m)
        : field_(field), low_(low), cell_m_(cell_m) {
        const Vec3 cells = (high - low) / cell_m;
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            blocks_along_[a] = static_cast<int>(cells[axis] / block_cells) + 1;
            points_[a] = blocks_along_[a] * block_cells + 1;
        }
        value_.assign(static_cast<std::size_t>(points_[0]) * static_cast<std::size_t>(points_[1]) *
                          static_cast<std::size_t>(points_[2]),
                      unknown);
        vertex_.assign(value_.size(), -1);
    }

    SurfaceMesh run() {
        sample();
        for_cells([this](const Index& cell) { place_vertex(cell); });
        for_cells([this](const Index& cell) {
            for (std::size_t axis = 0; axis < 3; ++axis) {
                join_quad(cell, axis);
            }
        });
        settle();
        return std::move(mesh_);
    }

private:
    [[nodiscard]] std::size_t at(const Index& p) const {
        return (static_cast<std::size_t>(p[2]) * static_cast<std::size_t>(points_[1]) +
                static_cast<std::size_t>(p[1])) *
                   static_cast<std::size_t>(points_[0]) +
               static_cast<std::size_t>(p[0]);
    }

    [[nodiscard]] Vec3 point(const Index& p) const {
        return low_ +
               Vec3(static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2])) * cell_m_;
    }

    void sample();
    void sample_block(const Index& first);
    template <class Work> void for_cells(const Work& work) const;
    void place_vertex(const Index& cell);
    void join_quad(const Index& cell, std::size_t axis);
    void settle();

    const Field& field_;
    Vec3 low_;
    float cell_m_;
    Index blocks_along_{};
    Index points_{};
    std::vector<float> value_;
    std::vector<int> vertex_;
    std::vector<Index> blocks_;
    SurfaceMesh mesh_;
};

void SurfaceNets::sample() {
    const float half_block_m = 0.5F * block_cells * cell_m_;
    const float reach_m = greatest_slope * half_block_m * 1.75F;
    const int across = blocks_along_[0];
    const int up = blocks_along_[1];
    for (int n = 0; n < across * up * blocks_along_[2]; ++n) {
        const Index first{n % across * block_cells, n / across % up * block_cells,
                          n / (across * up) * block_cells};
        if (std::fabs(field_(point(first) + Vec3(half_block_m))) <= reach_m) {
            blocks_.push_back(first);
            sample_block(first);
        }
    }
}

void SurfaceNets::sample_block(const Index& first) {
    constexpr int edge = block_cells + 1;
    for (int n = 0; n < edge * edge * edge; ++n) {
        const Index p{first[0] + n % edge, first[1] + n / edge % edge, first[2] + n / (edge * edge)};
        float& value = value_[at(p)];
        if (value == unknown) {
            value = field_(point(p));
        }
    }
}

template <class Work> void SurfaceNets::for_cells(const Work& work) const {
    for (const Index& first : blocks_) {
        for (int n = 0; n < block_cells * block_cells * block_cells; ++n) {
            work({first[0] + n % block_cells, first[1] + n / block_cells % block_cells,
                  first[2] + n / (block_cells * block_cells)});
        }
    }
}

/// A vertex in each cell that the surface crosses: the mean of the crossings of its edges.
void SurfaceNets::place_vertex(const Index& cell) {
    std::array<float, 8> corner{};
    int inside = 0;
    for (int c = 0; c < 8; ++c) {
        const auto i = static_cast<std::size_t>(c);
        corner[i] = value_[at({cell[0] + (c & 1), cell[1] + ((c >> 1) & 1), cell[2] + (c >> 2)})];
        inside += corner[i] < 0 ? 1 : 0;
    }
    if (inside == 0 || inside == 8) {
        return;
    }
    Vec3 sum(0);
    int crossings = 0;
    for (int c = 0; c < 8; ++c) {
        for (int axis = 0; axis < 3; ++axis) {
            const int other = c | (1 << axis);
            const float a = corner[static_cast<std::size_t>(c)];
            const float b = corner[static_cast<std::size_t>(other)];
            if (other == c || (a < 0) == (b < 0)) {
                continue;
            }
            Vec3 q(static_cast<float>(c & 1), static_cast<float>((c >> 1) & 1), static_cast<float>(c >> 2));
            q[axis] += a / (a - b);
            sum += q;
            ++crossings;
        }
    }
    vertex_[at(cell)] = static_cast<int>(mesh_.positions.size());
    mesh_.positions.push_back(point(cell) + sum * (cell_m_ / static_cast<float>(crossings)));
}

/// A quad around each edge that the surface crosses, between the vertices of the four cells that share the
/// edge.
void SurfaceNets::join_quad(const Index& cell, std::size_t axis) {
    const std::size_t next = (axis + 1) % 3;
    const std::size_t last = (axis + 2) % 3;
    Index far = cell;
    ++far[axis];
    const bool inside = value_[at(cell)] < 0;
    if (inside == (value_[at(far)] < 0) || cell[next] == 0 || cell[last] == 0) {
        return;
    }
    std::array<int, 4> corner{};
    const std::array<std::array<int, 2>, 4> back{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    for (std::size_t i = 0; i < 4; ++i) {
        Index q = cell;
        q[next] -= back[i][0];
        q[last] -= back[i][1];
        corner[i] = vertex_[at(q)];
        if (corner[i] < 0) {
            return;
        }
    }
    if (!inside) {
        std::swap(corner[1], corner[3]);
    }
    for (const std::size_t i : {0, 1, 2, 0, 2, 3}) {
        mesh_.triangles.push_back(static_cast<std::uint32_t>(corner[i]));
    }
}

/// Slides vertices onto the zero set and takes normals from the field, so that shading is smoother than the
/// cells.
void SurfaceNets::settle() {
    mesh_.normals.reserve(mesh_.positions.size());
    for (Vec3& p : mesh_.positions) {
        const float d = std::clamp(field_(p), -cell_m_ * .6F, cell_m_ * .6F);
        p -= gradient_direction(field_, p, cell_m_ * .5F) * (d * .8F);
        mesh_.normals.push_back(gradient_direction(field_, p, normal_step_m));
    }
}

} // namespace

SurfaceMesh polygonise(const std::function<float(Vec3)>& field, Vec3 low, Vec3 high, float cell_m) {
    return SurfaceNets(field, low, high, cell_m).run();
}

} // namespace tactus::anatomy
