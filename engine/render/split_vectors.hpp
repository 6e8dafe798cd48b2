#pragma once
/// Vectors whose x, y and z lie apart, one number after the other, so that loops run over many at once.

#include "sim/math/vec.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace tactus::render {

struct SplitVectors {
    std::vector<float> x, y, z;

    SplitVectors() = default;

    /// All of them zero.
    explicit SplitVectors(std::size_t count) : x(count), y(count), z(count) {}

    explicit SplitVectors(std::span<const Vec3> vectors) : SplitVectors(vectors.size()) {
        for (std::size_t k = 0; k < vectors.size(); ++k) {
            set(k, vectors[k]);
        }
    }

    [[nodiscard]] std::size_t size() const { return x.size(); }

    [[nodiscard]] Vec3 operator[](std::size_t k) const { return {x[k], y[k], z[k]}; }

    void set(std::size_t k, Vec3 v) {
        x[k] = v.x;
        y[k] = v.y;
        z[k] = v.z;
    }

    /// x, y and z of a run of vectors that begins at k.
    [[nodiscard]] std::array<const float*, 3> from(std::size_t k) const {
        return {x.data() + k, y.data() + k, z.data() + k};
    }

    [[nodiscard]] std::array<float*, 3> from(std::size_t k) {
        return {x.data() + k, y.data() + k, z.data() + k};
    }
};

} // namespace tactus::render
