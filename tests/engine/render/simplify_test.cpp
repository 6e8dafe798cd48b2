#include "engine/render/simplify.hpp"
#include "sim/math/vec.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace tactus;

namespace {

constexpr int cells = 40;

/// A square of skin, 5 mm a cell, its height and light given by functions of the place.
template <class Height, class Light> render::StageMesh lattice(const Height& height, const Light& light) {
    render::StageMesh mesh;
    for (int row = 0; row <= cells; ++row) {
        for (int column = 0; column <= cells; ++column) {
            const Vec2 at = .005F * Vec2(column, row);
            shared::StageVertex vertex{};
            vertex.position = Vec3(at.x, height(at), at.y);
            vertex.normal = Vec3(0, 1, 0);
            vertex.light = light(at);
            mesh.vertices.push_back(vertex);
        }
    }
    for (std::uint32_t row = 0; row < cells; ++row) {
        for (std::uint32_t column = 0; column < cells; ++column) {
            const std::uint32_t a = row * (cells + 1) + column;
            const std::uint32_t b = a + cells + 1;
            mesh.indices.insert(mesh.indices.end(), {a, b, a + 1, a + 1, b, b + 1});
        }
    }
    return mesh;
}

/// Area seen from above; triangles that turned over count against it.
double area_m2(const render::StageMesh& mesh) {
    double sum = 0;
    for (std::size_t k = 0; k < mesh.indices.size(); k += 3) {
        const Vec3 a = mesh.vertices[mesh.indices[k]].position;
        const Vec3 b = mesh.vertices[mesh.indices[k + 1]].position;
        const Vec3 c = mesh.vertices[mesh.indices[k + 2]].position;
        sum += .5 * static_cast<double>(glm::cross(b - a, c - a).y);
    }
    return sum;
}

constexpr render::SimplifyLimits limits{.off_m = .0003F, .edge_m = .030F, .least_dot = .9F};

} // namespace

TEST_CASE("flat skin needs few triangles and stays whole, its rim and all") {
    render::StageMesh mesh = lattice([](Vec2) { return 0.0F; }, [](Vec2) { return 0U; });
    const std::size_t before = mesh.indices.size();
    render::simplify(mesh, limits);
    CHECK(mesh.indices.size() < before / 4);
    CHECK(area_m2(mesh) == doctest::Approx(.2 * .2).epsilon(1e-4));
    const auto rim = std::ranges::count_if(mesh.vertices, [](const shared::StageVertex& vertex) {
        const Vec3 p = vertex.position;
        return p.x < .0001F || p.z < .0001F || p.x > .1999F || p.z > .1999F;
    });
    CHECK(rim == 4 * cells);
    float longest_m = 0;
    for (std::size_t k = 0; k < mesh.indices.size(); ++k) {
        const std::size_t next = k % 3 == 2 ? k - 2 : k + 1;
        longest_m = std::max(longest_m, glm::length(mesh.vertices[mesh.indices[k]].position -
                                                    mesh.vertices[mesh.indices[next]].position));
    }
    CHECK(longest_m < limits.edge_m);
}

TEST_CASE("a ridge keeps its height and a shadow its edge") {
    const auto ridge = [](Vec2 at) { return std::max(0.0F, .010F - std::fabs(at.x - .1F)); };
    render::StageMesh bent = lattice(ridge, [](Vec2) { return 0U; });
    render::StageMesh lit =
        lattice([](Vec2) { return 0.0F; }, [](Vec2 at) { return at.x < .101F ? 0U : 0xFFU; });
    const auto along = [](const render::StageMesh& mesh, float x_m) {
        return std::ranges::count_if(mesh.vertices, [&](const shared::StageVertex& vertex) {
            return std::fabs(vertex.position.x - x_m) < .001F;
        });
    };
    render::simplify(bent, limits);
    render::simplify(lit, limits);
    float top_m = 0;
    for (const shared::StageVertex& vertex : bent.vertices) {
        top_m = std::max(top_m, vertex.position.y);
        CHECK(vertex.position.y == doctest::Approx(ridge(Vec2(vertex.position.x, vertex.position.z))));
    }
    CHECK(top_m == doctest::Approx(.010F));
    CHECK(along(bent, .1F) >= 6);
    // Both sides of the shadow's edge are still there, a cell apart.
    CHECK(along(lit, .100F) >= 6);
    CHECK(along(lit, .105F) >= 6);
}
