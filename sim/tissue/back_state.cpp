#include "sim/tissue/back_solver.hpp"
#include "sim/tissue/grid_frame.hpp"

#include <algorithm>
#include <cstring>

namespace tactus::tissue {

namespace {

/// Cubic midpoint of four equidistant values.
Vec3 midpoint(Vec3 a, Vec3 b, Vec3 c, Vec3 d) { return (b + c) * 0.5625F - (a + d) * 0.0625F; }

/// Mixes words into a 64-bit digest (multiply-xorshift by word; the full width of every value counts).
class Digest {
public:
    void add(std::uint64_t word) {
        hash_ = (hash_ ^ word) * 0x9E3779B97F4A7C15ULL;
        hash_ ^= hash_ >> 29;
    }

    void add(const float* values, std::size_t count) {
        for (std::size_t k = 0; k < count; ++k) {
            std::uint32_t bits = 0;
            std::memcpy(&bits, values + k, sizeof bits);
            add(static_cast<std::uint64_t>(bits));
        }
    }

    void add(double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        add(bits);
    }

    [[nodiscard]] std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 0x243F6A8885A308D3ULL;
};

/// What the cells of a grid remember.
void add_memory(Digest& digest, const Grid& grid) {
    const GridArrays& g = grid.arrays();
    for (int row = 0; row < g.rows; ++row) {
        for (int layer = 0; layer < g.layers; ++layer) {
            for (int column = 0; column < g.columns; column += 16) {
                const int e = grid.cell(column, row, layer);
                for (const float* const field : g.stress) {
                    digest.add(field + e, 16);
                }
                for (const float* const field : g.memory) {
                    digest.add(field + e, 16);
                }
            }
        }
    }
}

} // namespace

void BackSolver::write_skin(std::span<Vec3> displacement_m, std::span<float> pressure_pa) const {
    const GridArrays& g = grid_.arrays();
    if (!pressure_pa.empty()) {
        std::fill(pressure_pa.begin(), pressure_pa.end(), 0.0F);
        for (int side = 0; side < contact::side_count; ++side) {
            for (const SkinPatch& patch : patches(side)) {
                add_pressure(patch, field_, pressure_pa);
            }
        }
    }
    if (displacement_m.empty()) {
        return;
    }
    constexpr int columns = SkinField::columns;
    const auto at = [&](int i, int j) -> Vec3& {
        return displacement_m[static_cast<std::size_t>(j) * columns + i];
    };
    for (int row = 0; row <= g.rows; ++row) {
        for (int i = 0; i <= g.columns; ++i) {
            at(2 * i, 2 * row) = from_grid_m(grid_.displacement(grid_.node(i, row, g.layers)));
        }
        for (int i = 0; i < g.columns; ++i) {
            at(2 * i + 1, 2 * row) =
                midpoint(at(2 * std::max(0, i - 1), 2 * row), at(2 * i, 2 * row), at(2 * i + 2, 2 * row),
                         at(2 * std::min(g.columns, i + 2), 2 * row));
        }
    }
    for (int row = 0; row < g.rows; ++row) {
        for (int i = 0; i < columns; ++i) {
            at(i, 2 * row + 1) = midpoint(at(i, 2 * std::max(0, row - 1)), at(i, 2 * row), at(i, 2 * row + 2),
                                          at(i, 2 * std::min(g.rows, row + 2)));
        }
    }
    for (const OpenWindow& open : windows_) {
        const Grid& w = open.window->grid();
        for (int j = 0; j <= w.arrays().rows; ++j) {
            for (int i = 0; i <= w.arrays().columns; ++i) {
                at(2 * open.window->place().column + i, 2 * open.window->place().row + j) =
                    from_grid_m(w.displacement(w.node(i, j, w.arrays().layers)));
            }
        }
    }
}

std::uint64_t BackSolver::state_digest() const {
    const GridArrays& g = grid_.arrays();
    Digest digest;
    const std::size_t nodes = static_cast<std::size_t>(g.rows + 1) * (g.layers + 1) * g.stride;
    for (const float* const u : g.displacement) {
        digest.add(u, nodes);
    }
    add_memory(digest, grid_);
    std::vector<float> anchors;
    for (const SkinContact& contact : contacts_) {
        contact.append_state(anchors);
    }
    digest.add(anchors.data(), anchors.size());
    for (const OpenWindow& open : windows_) {
        const Grid& w = open.window->grid();
        const GridArrays& a = w.arrays();
        const std::size_t window_nodes = static_cast<std::size_t>(a.rows + 1) * (a.layers + 1) * a.stride;
        for (const float* const u : a.displacement) {
            digest.add(u, window_nodes);
        }
        add_memory(digest, w);
        anchors.clear();
        for (const SkinContact& contact : open.window->contacts()) {
            contact.append_state(anchors);
        }
        digest.add(anchors.data(), anchors.size());
        digest.add(static_cast<std::uint64_t>(open.window->place().column));
        digest.add(static_cast<std::uint64_t>(open.window->place().row));
    }
    for (const ToolTrack& track : tracks_) {
        digest.add(track.press.travel);
        digest.add(static_cast<std::uint64_t>(track.present));
        digest.add(&track.place.column, 1);
        digest.add(&track.place.row, 1);
    }
    for (const int value : {box_.column_first, box_.column_last, box_.row_first, box_.row_last, tile_turn_,
                            tile_waits_, cooling_steps_, quiet_ ? 1 : 0}) {
        digest.add(static_cast<std::uint64_t>(value));
    }
    digest.add(now_s_);
    return digest.value();
}

} // namespace tactus::tissue
