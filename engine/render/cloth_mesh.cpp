#include "engine/render/stage_parts.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

const Vec3 sheet_albedo(.70F, .685F, .65F);

constexpr int cuff_rows = 30;

/// Lattice points of the drape between drawn vertices; its folds are in a map of normals.
int drawn_every(Tier tier) { return tier == Tier::low ? 6 : tier == Tier::medium ? 3 : 2; }

/// Appends a lattice of vertices as quads.
void add_lattice(StageMesh& mesh, const std::vector<shared::StageVertex>& points, std::uint32_t columns) {
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    const auto rows = static_cast<std::uint32_t>(points.size()) / columns;
    mesh.vertices.insert(mesh.vertices.end(), points.begin(), points.end());
    for (std::uint32_t row = 0; row + 1 < rows; ++row) {
        for (std::uint32_t column = 0; column + 1 < columns; ++column) {
            const std::uint32_t a = first + row * columns + column;
            const std::array<std::uint32_t, 6> quad{a,     a + columns, a + 1,
                                                    a + 1, a + columns, a + columns + 1};
            mesh.indices.insert(mesh.indices.end(), quad.begin(), quad.end());
        }
    }
}

/// The folded-back band as a second layer over the first rows, its rounded edge the hem.
Vec3 cuff_point(const Sheet& sheet, int column, int row) {
    const auto j = static_cast<float>(row);
    const auto i = static_cast<float>(column);
    const float last = cuff_rows - 1;
    const float ripple = (.0012F * std::sin(i * .11F + j * .2F) + .0016F * std::sin(i * .031F + 1)) *
                         math::smoothstep(0, 10, j) * math::smoothstep(last, last - 8, j);
    const float puff =
        .0058F * std::sqrt(math::clamp01(j / 4)) * (1 - .90F * math::smoothstep(last - 7, last, j)) + ripple;
    const std::size_t below = sheet.index(column, std::max(0, row - 1));
    Vec3 base = sheet.positions[below];
    base.z -= row < 3 ? .004F * (3 - j) / 3 : 0;
    return base + glm::normalize(sheet.normals[below] + Vec3(0, .6F, 0)) * (puff - (row == 0 ? .001F : 0));
}

shared::StageVertex cloth_vertex(const StageSource& source, Vec3 position, Vec3 normal, Vec3 albedo) {
    const Openness open = source.occlusion->at(position, normal);
    const Placement& lying = source.placement();
    return {lying.to_body(position), lying.way_to_body(normal), Vec2(0), 0,
            packed_light(open, 0),   packed_tone(albedo, .85F)};
}

void add_cuff(StageMesh& mesh, const StageSource& source, const Sheet& sheet) {
    constexpr std::array<int, 10> drawn{0, 1, 2, 4, 8, 14, 20, 24, 27, 29};
    std::vector<shared::StageVertex> points;
    const int every = drawn_every(source.tier);
    for (const int row : drawn) {
        for (int column = 0; column < sheet.columns; column += every) {
            const auto near = [&](int dx, int dz) {
                return cuff_point(sheet, std::clamp(column + dx, 0, sheet.columns - 1),
                                  std::clamp(row + dz, 0, cuff_rows - 1));
            };
            const Vec3 normal =
                glm::normalize(glm::cross(near(0, 1) - near(0, -1), near(2, 0) - near(-2, 0)));
            points.push_back(cloth_vertex(source, near(0, 0), normal, sheet_albedo));
        }
    }
    add_lattice(mesh, points, static_cast<std::uint32_t>((sheet.columns - 1) / every + 1));
}

} // namespace

StageMesh make_sheet_mesh(const StageSource& source, const Sheet& sheet) {
    StageMesh mesh;
    std::vector<shared::StageVertex> points;
    const int every = drawn_every(source.tier);
    // Far from the hem, where only folds over the legs are left, rows lie further apart.
    for (int row = 0; row < sheet.rows; row += row < 160 ? every : 2 * every) {
        for (int column = 0; column < sheet.columns; column += every) {
            const std::size_t at = sheet.index(column, row);
            shared::StageVertex vertex =
                cloth_vertex(source, sheet.positions[at], sheet.normals[at], sheet_albedo);
            vertex.uv = Vec2((static_cast<float>(column) + .5F) / static_cast<float>(sheet.columns),
                             (static_cast<float>(row) + .5F) / static_cast<float>(sheet.rows));
            vertex.weight = 1;
            points.push_back(vertex);
        }
    }
    add_lattice(mesh, points, static_cast<std::uint32_t>((sheet.columns - 1) / every + 1));
    add_cuff(mesh, source, sheet);
    return mesh;
}

ByteMap make_sheet_normals(const StageSource& source, const Sheet& sheet) {
    ByteMap map{static_cast<std::uint32_t>(sheet.columns), static_cast<std::uint32_t>(sheet.rows), {}};
    for (const Vec3& normal : sheet.normals) {
        const Vec3 half = source.placement().way_to_body(normal) * .5F + .5F;
        map.texels.push_back(packed(half.x, half.y, half.z, 1));
    }
    return map;
}

} // namespace tactus::render
