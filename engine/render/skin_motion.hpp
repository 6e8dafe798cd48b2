#pragma once
/// By how much the skin has moved from where it lies at rest, the breath left out: on the coarse lattice as
/// the tissue says, evened out, and filled in on the fine one.

#include "engine/render/skin_lattice.hpp"
#include "engine/render/split_vectors.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <span>
#include <vector>

namespace tactus::render {

class SkinMotion {
public:
    /// normals: unit, at rest, on the fine lattice: weals rise along them.
    explicit SkinMotion(std::span<const Vec3> normals);

    /// Takes the skin of a snapshot; null = at rest.
    void take(const session::SkinSnapshot* skin);

    /// On the coarse lattice, metres.
    [[nodiscard]] const SplitVectors& coarse_m() const { return coarse_; }

    /// On the fine lattice, metres; up to date in `changed` alone.
    [[nodiscard]] const SplitVectors& fine_m() const { return fine_; }

    /// Of a fine row, what moved now or before: it has to be faced anew.
    [[nodiscard]] ColumnSpan changed(int row) const { return changed_[static_cast<std::size_t>(row)]; }

    /// The same with what the rows beside it are filled in from.
    [[nodiscard]] ColumnSpan filled(int row) const;

private:
    using Spans = std::array<ColumnSpan, coarse_rows>;

    [[nodiscard]] ColumnSpan seen_in(int row) const;
    void find_changed(const Spans& seen);
    void refine();
    static void split(const Vec3* from, int count, const std::array<float*, 3>& to);
    static void square(const std::array<const float*, 3>& of, int count, float* squares);
    static void fill_across(const float* coarse, ColumnSpan span, float* fine);
    static void fill_along(const std::array<const float*, 4>& lines, ColumnSpan span, float* fine);

    SplitVectors normals_; ///< on the coarse lattice
    SplitVectors coarse_;
    SplitVectors fine_;
    std::vector<float> scratch_;
    std::array<ColumnSpan, fine_rows> now_{}; ///< what has moved of each fine row
    std::array<ColumnSpan, fine_rows> changed_{};
};

} // namespace tactus::render
