#include "sim/anatomy/surface_mesh.hpp"

#include "sim/anatomy/cell_sheets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int block_cells = 8;
constexpr int part_cells = 4; ///< of a block, looked at once more before it is sampled
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

/// The sampled grid and what grows on it. Only blocks that the surface can reach by its slope are sampled,
/// and those that it is then found to run on into.
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
        const auto blocks = static_cast<std::size_t>(blocks_along_[0]) *
                            static_cast<std::size_t>(blocks_along_[1]) *
                            static_cast<std::size_t>(blocks_along_[2]);
        block_taken_.assign(blocks, 0);
        part_taken_.assign(8 * blocks, 0);
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

    [[nodiscard]] unsigned inside(const Index& cell) const;
    [[nodiscard]] int vertex(const Index& cell, unsigned corner, unsigned axis) const;
    [[nodiscard]] float at_middle(const Index& first, int cells) const;
    [[nodiscard]] bool reaches(float distance_m, int cells) const;
    [[nodiscard]] std::size_t number(const Index& first, int cells) const;
    void sample();
    void take_block(const Index& first);
    void take_part(const Index& first);
    void follow(const Index& first);
    void sample_part(const Index& first);
    void fill_inside(const Index& first);
    [[nodiscard]] bool part_pinched_faces();
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
    std::vector<Index> parts_;  ///< those that are sampled
    std::vector<Index> inside_; ///< parts of taken blocks that lie within the surface
    std::vector<char> block_taken_;
    std::vector<char> part_taken_;
    SurfaceMesh mesh_;
};

float SurfaceNets::at_middle(const Index& first, int cells) const {
    return field_(point(first) + Vec3(0.5F * static_cast<float>(cells) * cell_m_));
}

/// Whether the surface can come into a cube of cells that is this far from it at its middle.
bool SurfaceNets::reaches(float distance_m, int cells) const {
    return std::fabs(distance_m) <= greatest_slope * 0.5F * static_cast<float>(cells) * cell_m_ * 1.75F;
}

/// Of a cube of so many cells among all of its size.
std::size_t SurfaceNets::number(const Index& first, int cells) const {
    std::size_t n = 0;
    for (const std::size_t axis : {2, 1, 0}) {
        n = n * static_cast<std::size_t>(blocks_along_[axis] * block_cells / cells) +
            static_cast<std::size_t>(first[axis] / cells);
    }
    return n;
}

void SurfaceNets::sample() {
    constexpr int most_rounds = 8;
    const int across = blocks_along_[0];
    const int up = blocks_along_[1];
    for (int n = 0; n < across * up * blocks_along_[2]; ++n) {
        const Index first{n % across * block_cells, n / across % up * block_cells,
                          n / (across * up) * block_cells};
        if (reaches(at_middle(first, block_cells), block_cells)) {
            take_block(first);
        }
    }
    bool pinched = true;
    for (int round = 0; pinched && round < most_rounds; ++round) {
        std::size_t followed = 0;
        while (followed < parts_.size()) { // grows meanwhile
            const Index first = parts_[followed++];
            follow(first);
        }
        for (const Index& first : inside_) { // last: what borders on the surface is sampled by its neighbours
            fill_inside(first);
        }
        pinched = part_pinched_faces();
    }
}

void SurfaceNets::take_block(const Index& first) {
    char& taken = block_taken_[number(first, block_cells)];
    if (taken != 0) {
        return;
    }
    taken = 1;
    blocks_.push_back(first);
    for (int part = 0; part < 8; ++part) {
        const Index corner{first[0] + part_cells * (part & 1), first[1] + part_cells * (part >> 1 & 1),
                           first[2] + part_cells * (part >> 2)};
        const float middle = at_middle(corner, part_cells);
        if (reaches(middle, part_cells)) {
            take_part(corner);
        } else if (middle < 0) {
            inside_.push_back(corner);
        }
    }
}

void SurfaceNets::take_part(const Index& first) {
    char& taken = part_taken_[number(first, part_cells)];
    if (taken == 0) {
        taken = 1;
        parts_.push_back(first);
        sample_part(first);
    }
}

/// Takes the neighbours behind those faces of a part that the surface crosses: where the field is steeper
/// than foreseen, as in a deep fold, there would be a hole else.
void SurfaceNets::follow(const Index& first) {
    constexpr int edge = part_cells + 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        for (const int side : {0, part_cells}) {
            bool some_inside = false;
            bool some_outside = false;
            for (int n = 0; n < edge * edge; ++n) {
                Index p = first;
                p[axis] += side;
                p[(axis + 1) % 3] += n % edge;
                p[(axis + 2) % 3] += n / edge;
                (value_[at(p)] < 0 ? some_inside : some_outside) = true;
            }
            Index neighbour = first;
            neighbour[axis] += side == 0 ? -part_cells : part_cells;
            if (some_inside && some_outside && neighbour[axis] >= 0 &&
                neighbour[axis] < blocks_along_[axis] * block_cells) {
                take_block({neighbour[0] / block_cells * block_cells,
                            neighbour[1] / block_cells * block_cells,
                            neighbour[2] / block_cells * block_cells});
                take_part(neighbour);
            }
        }
    }
}

void SurfaceNets::sample_part(const Index& first) {
    constexpr int edge = part_cells + 1;
    for (int n = 0; n < edge * edge * edge; ++n) {
        const Index p{first[0] + n % edge, first[1] + n / edge % edge, first[2] + n / (edge * edge)};
        float& value = value_[at(p)];
        if (std::fabs(value) == unknown) {
            value = field_(point(p));
        }
    }
}

/// Points that no part with surface has sampled: what they are is enough.
void SurfaceNets::fill_inside(const Index& first) {
    constexpr int edge = part_cells + 1;
    for (int n = 0; n < edge * edge * edge; ++n) {
        float& value =
            value_[at({first[0] + n % edge, first[1] + n / edge % edge, first[2] + n / (edge * edge)})];
        if (value == unknown) {
            value = -unknown;
        }
    }
}

/// Where the surface crosses the face between two cells twice and is one sheet in both, their two vertices
/// would share an edge of four triangles: a corner of the face is taken into the surface. False when there is
/// none.
bool SurfaceNets::part_pinched_faces() {
    constexpr float just_inside_m = -1e-6F;
    bool any = false;
    for_cells([&](const Index& cell) {
        for (unsigned axis = 0; axis < 3; ++axis) {
            Index beyond = cell;
            ++beyond[axis];
            if (beyond[axis] + 1 >= points_[axis] || !crosses_face_twice(inside(cell), axis, 1) ||
                !crosses_face_twice(inside(beyond), axis, 0)) {
                continue;
            }
            any = true;
            Index side = beyond;
            ++side[(axis + 1) % 3];
            float& here = value_[at(beyond)];
            (here < 0 ? value_[at(side)] : here) = just_inside_m;
        }
    });
    return any;
}

template <class Work> void SurfaceNets::for_cells(const Work& work) const {
    for (const Index& first : blocks_) {
        for (int n = 0; n < block_cells * block_cells * block_cells; ++n) {
            work({first[0] + n % block_cells, first[1] + n / block_cells % block_cells,
                  first[2] + n / (block_cells * block_cells)});
        }
    }
}

/// A bit for each corner of a cell that lies inside the surface.
unsigned SurfaceNets::inside(const Index& cell) const {
    unsigned bits = 0;
    for (unsigned c = 0; c < 8; ++c) {
        const Index p{cell[0] + static_cast<int>(c & 1U), cell[1] + static_cast<int>(c >> 1 & 1U),
                      cell[2] + static_cast<int>(c >> 2)};
        bits |= value_[at(p)] < 0 ? 1U << c : 0U;
    }
    return bits;
}

/// A vertex for each sheet that passes through a cell: the mean of its crossings of edges.
void SurfaceNets::place_vertex(const Index& cell) {
    const unsigned bits = inside(cell);
    const CellSheets& sheets = cell_sheets(bits);
    if (sheets.count == 0) {
        return;
    }
    std::array<Vec3, 4> sum{Vec3(0), Vec3(0), Vec3(0), Vec3(0)};
    std::array<float, 4> crossings{};
    for (unsigned c = 0; c < 8; ++c) {
        for (unsigned axis = 0; axis < 3; ++axis) {
            const unsigned other = c | 1U << axis;
            if (other == c || (bits >> c & 1U) == (bits >> other & 1U)) {
                continue;
            }
            const Index low{static_cast<int>(c & 1U), static_cast<int>(c >> 1 & 1U),
                            static_cast<int>(c >> 2)};
            Index p{cell[0] + low[0], cell[1] + low[1], cell[2] + low[2]};
            const float a = value_[at(p)];
            ++p[axis];
            const float b = value_[at(p)];
            Vec3 q(static_cast<float>(low[0]), static_cast<float>(low[1]), static_cast<float>(low[2]));
            q[static_cast<int>(axis)] += a / (a - b);
            const std::uint8_t sheet = sheets.of_edge[edge_of(c, axis)];
            sum[sheet] += q;
            crossings[sheet] += 1;
        }
    }
    vertex_[at(cell)] = static_cast<int>(mesh_.positions.size());
    for (std::size_t sheet = 0; sheet < sheets.count; ++sheet) {
        mesh_.positions.push_back(point(cell) + sum[sheet] * (cell_m_ / crossings[sheet]));
    }
}

/// The vertex of a cell's sheet that crosses one of its edges, or -1.
int SurfaceNets::vertex(const Index& cell, unsigned corner, unsigned axis) const {
    const int first = vertex_[at(cell)];
    return first < 0 ? -1 : first + cell_sheets(inside(cell)).of_edge[edge_of(corner, axis)];
}

/// A quad around each edge that the surface crosses, between the vertices of the four cells that share the
/// edge.
void SurfaceNets::join_quad(const Index& cell, std::size_t axis) {
    const std::size_t next = (axis + 1) % 3;
    const std::size_t last = (axis + 2) % 3;
    Index far = cell;
    ++far[axis];
    const bool from_inside = value_[at(cell)] < 0;
    if (from_inside == (value_[at(far)] < 0) || cell[next] == 0 || cell[last] == 0) {
        return;
    }
    std::array<int, 4> corner{};
    const std::array<std::array<unsigned, 2>, 4> back{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    for (std::size_t i = 0; i < 4; ++i) {
        Index q = cell;
        q[next] -= static_cast<int>(back[i][0]);
        q[last] -= static_cast<int>(back[i][1]);
        corner[i] = vertex(q, back[i][0] << next | back[i][1] << last, static_cast<unsigned>(axis));
        if (corner[i] < 0) {
            return;
        }
    }
    if (!from_inside) {
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
