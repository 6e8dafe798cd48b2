#include "sim/anatomy/surface_mesh.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <utility>

using namespace tactus;

TEST_CASE("a ball of many cells is one closed surface: none within it, where nothing was sampled") {
    constexpr float radius_m = .20F;
    constexpr float cell_m = .005F; // five blocks from the middle to the surface
    int asked = 0;
    const auto mesh = anatomy::polygonise(
        [&](Vec3 p) {
            ++asked;
            return glm::length(p) - radius_m;
        },
        Vec3(-.25F), Vec3(.25F), cell_m);
    REQUIRE(mesh.positions.size() > 10000);
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        REQUIRE(std::fabs(glm::length(mesh.positions[k]) - radius_m) < .1F * cell_m);
        REQUIRE(glm::dot(mesh.normals[k], mesh.positions[k]) > .99F * radius_m);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges; // each way once
    for (std::size_t k = 0; k < mesh.triangles.size(); k += 3) {
        for (const auto& [a, b] : {std::pair(0, 1), std::pair(1, 2), std::pair(2, 0)}) {
            ++edges[{mesh.triangles[k + a], mesh.triangles[k + b]}];
        }
    }
    for (const auto& [edge, times] : edges) {
        REQUIRE(times == 1);
        REQUIRE(edges.contains({edge.second, edge.first}));
    }
    // What is far from the surface is not asked about: of a million points, and then 13 times a vertex.
    const auto of_vertices = static_cast<int>(13 * mesh.positions.size());
    CHECK(asked - of_vertices < 300'000);
}

TEST_CASE(
    "a mesh is closed and no edge has four triangles, however sheets touch in a cell or steep the field is") {
    const auto tangle = [](Vec3 p) { // about a wave to five cells, steeper than a distance
        const Vec3 q = p * 250.0F;
        const float waves = std::sin(q.x) * std::cos(1.3F * q.y) + std::sin(q.y) * std::cos(1.1F * q.z) +
                            std::sin(q.z) * std::cos(.9F * q.x);
        return std::fmax(glm::length(p) - .04F, .02F * waves);
    };
    const anatomy::SurfaceMesh mesh = anatomy::polygonise(tangle, Vec3(-.06F), Vec3(.06F), .005F);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            ++uses[{mesh.triangles[i + k], mesh.triangles[i + (k + 1) % 3]}];
        }
    }
    CHECK(uses.size() > 3000);
    for (const auto& [edge, count] : uses) {
        REQUIRE(count == 1);
        REQUIRE(uses.contains({edge.second, edge.first}));
    }
}
