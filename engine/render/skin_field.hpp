#pragma once
/// What the skin does this frame, as maps for the GPU: where it moved, how it faces, what it went through,
/// and how much light the hands leave it. Plain arrays; knows no Vulkan. One thread at a time.

#include "engine/render/capsule_shadow.hpp"
#include "engine/render/client_model.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace tactus::render {

/// Four half-precision floats.
using Half4 = std::array<std::uint16_t, 4>;

/// The half of a float of size below 4; smaller than 2^-14 becomes 0.
inline std::uint16_t to_half(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16U) & 0x8000U;
    const std::uint32_t size = bits & 0x7fffffffU;
    const std::uint32_t half = (size - 0x38000000U + 0x1000U) >> 13U;
    return static_cast<std::uint16_t>(sign | (size < 0x38800000U ? 0U : half));
}

class SkinField {
public:
    static constexpr int fine_columns = anatomy::SkinGrid::columns; ///< normals: 193 x 257
    static constexpr int fine_rows = anatomy::SkinGrid::rows;
    static constexpr int columns = anatomy::SkinGrid::field_columns; ///< the rest: 97 x 129
    static constexpr int rows = anatomy::SkinGrid::field_rows;

    explicit SkinField(const ClientModel& model);

    /// Takes the state of a snapshot; null = the client at rest without hands.
    void update(const session::Snapshot* now);

    /// Deformed normals and, in the fourth, how open the sky is past the hands.
    [[nodiscard]] const std::vector<Half4>& normals() const { return normals_; }

    /// Redness / 1.5, blanching, oil, key light past the hands: bytes.
    [[nodiscard]] const std::vector<std::uint32_t>& state() const { return state_; }

    /// Pressure / 20 kPa, evened out over a cell of the tissue; coverage; weal; bruise.
    [[nodiscard]] const std::vector<Half4>& overlay() const { return overlay_; }

    /// True when weals or bruises are there to be seen.
    [[nodiscard]] bool marked() const { return marked_; }

    // The same on the coarse field, before it was packed:

    /// Displacement in metres, the breath left out.
    [[nodiscard]] const std::vector<Vec3>& moved_m() const { return moved_; }

    /// How open the sky is past the hands.
    [[nodiscard]] const std::vector<float>& sky() const { return sky_; }

    /// Pressure / 20 kPa.
    [[nodiscard]] const std::vector<float>& pressure() const { return pressure_; }

    /// Where a place of the coarse field lies now, the breath left out.
    [[nodiscard]] Vec3 place(std::size_t index) const;

    /// Displacement in metres.
    [[nodiscard]] const std::vector<Half4>& shift() const { return shift_; }

    /// No place on the map between two corners, 0..1, is moved further than this, metres.
    [[nodiscard]] float most_shift_m(Vec2 low, Vec2 high) const;

    /// How far the breath lifts the skin at a place (x, z), metres. Hands ride on it.
    [[nodiscard]] float breath_m(float breath, Vec3 place) const;

private:
    void move(const session::Snapshot* now);
    void even_out();
    void refine();
    void face();
    void shade(const session::Snapshot* now);
    void shade_under_hand();
    void shade_patch(int first_column, int first_row);
    void even_pressure(const session::Snapshot* now);
    void pack(const session::Snapshot* now);

    std::vector<Vec3> rest_fine_;       ///< grid positions
    std::vector<Vec3> rest_normals_;    ///< from the body
    std::vector<Vec3> lattice_normals_; ///< from the lattice at rest
    std::vector<float> full_breath_m_;  ///< how far a full breath lifts the coarse field
    std::vector<Vec3> scratch_;
    std::vector<Vec3> moved_;             ///< displacement on the coarse field
    std::vector<Vec3> moved_fine_;        ///< the same on the fine lattice
    std::vector<std::uint8_t> row_moved_; ///< per fine row: anything to do
    std::vector<float> pressure_;         ///< evened out, kPa / 20
    std::vector<float> pressure_scratch_;
    bool marked_ = false;
    bool pressed_ = false; ///< pressure_ holds anything
    std::vector<float> sky_;
    std::vector<float> key_;
    CapsuleShadow shadow_; ///< of one hand after the other
    std::vector<contact::Capsule> capsules_;
    ShadedPatch shaded_;
    std::array<std::size_t, ShadedPatch::most> shaded_index_{}; ///< of its places
    std::vector<Half4> normals_;
    std::vector<std::uint32_t> state_;
    std::vector<Half4> overlay_;
    std::vector<Half4> shift_;
    std::vector<float> shift_length_m_;
    float spine_length_m_;
};

} // namespace tactus::render
