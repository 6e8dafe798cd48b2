#include "engine/render/mesh_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tactus::render {
namespace {

using Triangle = std::array<std::uint32_t, 3>;

/// The cell that a triangle is counted to: cells run across, rows from the feet to the head.
std::int32_t cell_of(const StageMesh& mesh, const Triangle& triangle, float cell_m) {
    const glm::vec3 sum = mesh.vertices[triangle[0]].position + mesh.vertices[triangle[1]].position +
                          mesh.vertices[triangle[2]].position;
    const glm::vec3 centre = sum / (3 * cell_m);
    constexpr std::int32_t cells_across = 4096; // more than the widest mesh has
    return static_cast<std::int32_t>(std::floor(-centre.z)) * cells_across +
           static_cast<std::int32_t>(std::floor(centre.x));
}

void number_by_use(StageMesh& mesh) {
    constexpr std::uint32_t unused = ~0U;
    std::vector<std::uint32_t> number(mesh.vertices.size(), unused);
    std::vector<shared::StageVertex> sorted;
    sorted.reserve(mesh.vertices.size());
    for (std::uint32_t& index : mesh.indices) {
        if (number[index] == unused) {
            number[index] = static_cast<std::uint32_t>(sorted.size());
            sorted.push_back(mesh.vertices[index]);
        }
        index = number[index];
    }
    mesh.vertices = std::move(sorted);
}

} // namespace

std::vector<MeshPart> split_into_parts(StageMesh& mesh, float cell_m, float margin_m) {
    const std::size_t count = mesh.indices.size() / 3;
    std::vector<std::pair<std::int32_t, Triangle>> triangles(count);
    for (std::size_t k = 0; k < count; ++k) {
        const Triangle triangle{mesh.indices[3 * k], mesh.indices[3 * k + 1], mesh.indices[3 * k + 2]};
        triangles[k] = {cell_of(mesh, triangle, cell_m), triangle};
    }
    std::ranges::stable_sort(triangles, {}, [](const auto& entry) { return entry.first; });
    std::vector<MeshPart> parts;
    for (std::size_t k = 0; k < count; ++k) {
        const auto& [cell, triangle] = triangles[k];
        if (k == 0 || triangles[k - 1].first != cell) {
            parts.push_back({static_cast<std::uint32_t>(3 * k), 0, {}});
        }
        for (std::size_t corner = 0; corner < triangle.size(); ++corner) {
            mesh.indices[3 * k + corner] = triangle[corner];
            parts.back().box.take_in(mesh.vertices[triangle[corner]].position);
        }
        parts.back().count += 3;
    }
    for (MeshPart& part : parts) {
        part.box = part.box.grown(margin_m);
    }
    number_by_use(mesh);
    return parts;
}

} // namespace tactus::render
