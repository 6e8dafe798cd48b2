#pragma once
/// Which way the skin faces where it has moved. The normals at rest know more than the lattice of points:
/// that only says how they turned.

#include "engine/render/half.hpp"
#include "engine/render/skin_lattice.hpp"
#include "engine/render/split_vectors.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tactus::render {

class SkinFacing {
public:
    /// Places and unit normals at rest, row by row on the fine lattice.
    SkinFacing(std::span<const Vec3> rest, std::span<const Vec3> normals);

    /// Takes by how much places of a row have moved; moved: all of the fine lattice, metres.
    void move(int row, ColumnSpan span, const SplitVectors& moved);

    /// Writes which way places of a row face into the first three halves; out: of its first column.
    void face(int row, ColumnSpan span, Half4* out);

private:
    using Numbers = std::array<const float*, 3>; ///< x, y and z of a run of vectors

    /// What a row is worked out from: places beside, above and below each one.
    struct Neighbours {
        Numbers left{};
        Numbers right{};
        Numbers above{};
        Numbers below{};
    };

    [[nodiscard]] Neighbours neighbours(int row, int from, int left, int right) const;
    [[nodiscard]] Vec3 lattice_normal(int column, int row) const;
    static void add(const float* rest, const float* moved, int count, float* out);
    static void turn(const Neighbours& near, const Numbers& rest_turn, int count,
                     const std::array<std::uint16_t*, 3>& out);
    void face_run(int row, ColumnSpan run, int left, int right, Half4* out);

    SplitVectors rest_;
    SplitVectors place_;
    SplitVectors rest_turn_;                           ///< from the lattice's normal at rest to the body's
    std::array<std::vector<std::uint16_t>, 3> turned_; ///< a row of halves
};

} // namespace tactus::render
