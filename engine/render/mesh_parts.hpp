#pragma once
/// A mesh in parts that lie together, so that a picture of which only a piece is drawn costs only what shows
/// in that piece: a software renderer pays for every triangle, seen or not.

#include "engine/render/stage_mesh.hpp"

#include <vector>

namespace tactus::render {

/// A box along the axes, metres; low above high holds nothing.
struct Box {
    glm::vec3 low = glm::vec3(1e9F);
    glm::vec3 high = glm::vec3(-1e9F);

    [[nodiscard]] bool empty() const { return low.x > high.x; }

    void take_in(glm::vec3 place) {
        low = glm::min(low, place);
        high = glm::max(high, place);
    }

    [[nodiscard]] Box grown(float margin_m) const { return {low - margin_m, high + margin_m}; }
};

/// A run of a mesh's indices and the box around its triangles.
struct MeshPart {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    Box box;
};

/// Sorts a mesh's triangles into cells of that size over the table, nearest to the client's feet first,
/// numbers its vertices in the order of their use, so that neighbours in memory are used together, and
/// returns the cells as parts. The boxes are wider by margin_m: how far vertices may move.
std::vector<MeshPart> split_into_parts(StageMesh& mesh, float cell_m, float margin_m);

} // namespace tactus::render
