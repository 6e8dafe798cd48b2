#include "engine/render/simplify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <queue>
#include <span>
#include <tuple>
#include <utility>

namespace tactus::render {
namespace {

using glm::vec3;
using shared::StageVertex;
using Triangle = std::array<std::uint32_t, 3>;

/// Sum of squared distances to planes, as a symmetric 4 x 4 matrix; and how many planes those are.
class Quadric {
public:
    void add_plane(vec3 unit, float distance) {
        const std::array<double, 4> p{unit.x, unit.y, unit.z, distance};
        std::size_t k = 0;
        for (std::size_t row = 0; row < 4; ++row) {
            for (std::size_t column = row; column < 4; ++column) {
                terms_[k++] += p[row] * p[column];
            }
        }
        ++planes_;
    }

    void add(const Quadric& other) {
        for (std::size_t k = 0; k < terms_.size(); ++k) {
            terms_[k] += other.terms_[k];
        }
        planes_ += other.planes_;
    }

    /// Mean square of the distances, m^2.
    [[nodiscard]] double at(vec3 place) const {
        const std::array<double, 4> p{place.x, place.y, place.z, 1};
        double sum = 0;
        std::size_t k = 0;
        for (std::size_t row = 0; row < 4; ++row) {
            for (std::size_t column = row; column < 4; ++column) {
                sum += (row == column ? 1 : 2) * terms_[k++] * p[row] * p[column];
            }
        }
        return std::max(sum, 0.0) / std::max(planes_, 1);
    }

private:
    std::array<double, 10> terms_{};
    int planes_ = 0;
};

int widest_byte(std::uint32_t a, std::uint32_t b) {
    int most = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        most = std::max(most,
                        std::abs(static_cast<int>(a >> shift & 255U) - static_cast<int>(b >> shift & 255U)));
    }
    return most;
}

vec3 facing(vec3 a, vec3 b, vec3 c) { return glm::cross(b - a, c - a); }

class Simplifier {
public:
    Simplifier(StageMesh& mesh, const SimplifyLimits& limits)
        : mesh_(mesh), limits_(limits), triangles_(mesh.indices.size() / 3), around_(mesh.vertices.size()),
          quadrics_(mesh.vertices.size()), age_(mesh.vertices.size(), 0), gone_(mesh.vertices.size(), false) {
        for (std::uint32_t k = 0; k < triangles_.size(); ++k) {
            const auto corners = std::span(mesh.indices).subspan(std::size_t{3} * k, 3);
            triangles_[k] = {corners[0], corners[1], corners[2]};
            const auto& [a, b, c] = triangles_[k];
            const vec3 across = facing(place(a), place(b), place(c));
            const float size = glm::length(across);
            for (const std::uint32_t vertex : triangles_[k]) {
                around_[vertex].push_back(k);
                if (size > 0) {
                    quadrics_[vertex].add_plane(across / size, -glm::dot(across / size, place(a)));
                }
            }
        }
    }

    void run() {
        for (std::uint32_t vertex = 0; vertex < around_.size(); ++vertex) {
            offer(vertex);
        }
        while (!queue_.empty()) {
            const Offer best = queue_.top();
            queue_.pop();
            const auto [cost, from, to, age_from, age_to] = best;
            if (gone_[from] || gone_[to] || age_[from] != age_from || age_[to] != age_to) {
                continue;
            }
            shrink(from, to);
        }
        write();
    }

private:
    /// Cost, the vertex that goes, the one that takes its place, and their ages when it was offered.
    using Offer = std::tuple<double, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

    [[nodiscard]] vec3 place(std::uint32_t vertex) const { return mesh_.vertices[vertex].position; }

    static bool has(const Triangle& triangle, std::uint32_t vertex) {
        return std::ranges::find(triangle, vertex) != triangle.end();
    }

    /// Neighbours of a vertex, in rising order; each as often as triangles lie at the edge to it.
    [[nodiscard]] std::vector<std::uint32_t> neighbours(std::uint32_t vertex) const {
        std::vector<std::uint32_t> all;
        for (const std::uint32_t triangle : around_[vertex]) {
            std::ranges::copy_if(triangles_[triangle], std::back_inserter(all),
                                 [&](std::uint32_t other) { return other != vertex; });
        }
        std::ranges::sort(all);
        return all;
    }

    [[nodiscard]] bool alike(std::uint32_t a, std::uint32_t b) const {
        const StageVertex& one = mesh_.vertices[a];
        const StageVertex& other = mesh_.vertices[b];
        return widest_byte(one.light, other.light) <= limits_.light &&
               widest_byte(one.tone, other.tone) <= limits_.tone;
    }

    /// Offers every edge of a vertex that may shrink toward its other end. Vertices at a rim, or at the edge
    /// of a shadow, stay.
    void offer(std::uint32_t from) {
        const std::vector<std::uint32_t> twice = neighbours(from);
        bool inner = twice.size() % 2 == 0;
        for (std::size_t k = 0; inner && k + 1 < twice.size(); k += 2) {
            inner = twice[k] == twice[k + 1] && (k == 0 || twice[k - 1] != twice[k]) && alike(from, twice[k]);
        }
        for (std::size_t k = 0; inner && k < twice.size(); k += 2) {
            const std::uint32_t to = twice[k];
            if (!may_shrink(from, to, twice)) {
                continue;
            }
            Quadric both = quadrics_[from];
            both.add(quadrics_[to]);
            const double cost = both.at(place(to));
            if (cost < limits_.off_m * limits_.off_m) {
                queue_.push({cost, from, to, age_[from], age_[to]});
            }
        }
    }

    [[nodiscard]] bool may_shrink(std::uint32_t from, std::uint32_t to,
                                  const std::vector<std::uint32_t>& twice) const {
        const StageVertex& a = mesh_.vertices[from];
        const StageVertex& b = mesh_.vertices[to];
        constexpr float most_weight = 0.2F;
        if (glm::dot(a.normal, b.normal) < limits_.least_dot || std::abs(a.weight - b.weight) > most_weight) {
            return false;
        }
        // The two share no neighbours but those of the triangles between them, or a fold would be left.
        const std::vector<std::uint32_t> others = neighbours(to);
        std::size_t shared = 0;
        for (std::size_t k = 0; k < twice.size(); k += 2) {
            shared += std::ranges::binary_search(others, twice[k]) ? 1 : 0;
            if (glm::length(place(twice[k]) - b.position) > limits_.edge_m) {
                return false;
            }
        }
        return shared == 2 && std::ranges::all_of(around_[from], [&](std::uint32_t k) {
                   return has(triangles_[k], to) || stays_sound(triangles_[k], from, to);
               });
    }

    /// True when a triangle neither turns over nor becomes a sliver.
    [[nodiscard]] bool stays_sound(const Triangle& triangle, std::uint32_t from, std::uint32_t to) const {
        constexpr float least_turn = 0.7F;   // cosine
        constexpr float least_shape = 0.25F; // 1 = equilateral
        Triangle moved = triangle;
        std::ranges::replace(moved, from, to);
        const vec3 before = facing(place(triangle[0]), place(triangle[1]), place(triangle[2]));
        const vec3 after = facing(place(moved[0]), place(moved[1]), place(moved[2]));
        const float size = glm::length(after);
        float edges = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const vec3 edge = place(moved[(k + 1) % 3]) - place(moved[k]);
            edges += glm::dot(edge, edge);
        }
        constexpr float equilateral = 3.4641016F; // squares of its edges over twice its area
        return glm::dot(before, after) > least_turn * glm::length(before) * size &&
               equilateral * size > least_shape * edges;
    }

    /// A triangle that has lost its area.
    void drop(std::uint32_t index) {
        for (const std::uint32_t corner : triangles_[index]) {
            std::erase(around_[corner], index);
        }
        triangles_[index] = {};
    }

    void shrink(std::uint32_t from, std::uint32_t to) {
        quadrics_[to].add(quadrics_[from]);
        gone_[from] = true;
        const std::vector<std::uint32_t> turning = std::move(around_[from]);
        around_[from].clear();
        for (const std::uint32_t k : turning) {
            Triangle& triangle = triangles_[k];
            if (has(triangle, to)) {
                drop(k);
            } else {
                std::ranges::replace(triangle, from, to);
                around_[to].push_back(k);
            }
        }
        std::vector<std::uint32_t> touched = neighbours(to);
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        touched.push_back(to);
        for (const std::uint32_t vertex : touched) {
            ++age_[vertex];
        }
        for (const std::uint32_t vertex : touched) {
            offer(vertex);
        }
    }

    void write() {
        std::vector<std::uint32_t> number(mesh_.vertices.size());
        std::vector<StageVertex> kept;
        for (std::uint32_t vertex = 0; vertex < number.size(); ++vertex) {
            number[vertex] = static_cast<std::uint32_t>(kept.size());
            if (!around_[vertex].empty()) {
                kept.push_back(mesh_.vertices[vertex]);
            }
        }
        mesh_.indices.clear();
        for (const Triangle& triangle : triangles_) {
            if (triangle[0] != triangle[1]) {
                for (const std::uint32_t vertex : triangle) {
                    mesh_.indices.push_back(number[vertex]);
                }
            }
        }
        mesh_.vertices = std::move(kept);
    }

    StageMesh& mesh_;
    const SimplifyLimits& limits_;
    std::vector<Triangle> triangles_;
    std::vector<std::vector<std::uint32_t>> around_; ///< triangles at each vertex
    std::vector<Quadric> quadrics_;
    std::vector<std::uint32_t> age_; ///< how often what lies around a vertex has changed
    std::vector<bool> gone_;
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> queue_;
};

} // namespace

void simplify(StageMesh& mesh, const SimplifyLimits& limits) { Simplifier(mesh, limits).run(); }

} // namespace tactus::render
