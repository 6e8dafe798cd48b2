#pragma once
/// What the skin does this frame, as maps for the GPU: where it moved, how it faces, what it went through,
/// and how much light the hands leave it. Plain arrays; knows no Vulkan. One thread at a time.

#include "engine/render/capsule_shadow.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/half.hpp"
#include "engine/render/skin_facing.hpp"
#include "engine/render/skin_lattice.hpp"
#include "engine/render/skin_motion.hpp"
#include "engine/render/split_vectors.hpp"
#include "sim/session/snapshot.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace tactus::render {

class SkinField {
public:
    static constexpr int columns = coarse_columns; ///< of all maps but the normals, which are fine
    static constexpr int rows = coarse_rows;

    explicit SkinField(const ClientModel& model);

    /// Takes the state of a snapshot; null = the client at rest without hands. overlaid: overlay() will be
    /// read.
    void update(const session::Snapshot* now, bool overlaid = true);

    /// Deformed normals and, in the fourth, how open the sky is past hands and relief.
    [[nodiscard]] const std::vector<Half4>& normals() const { return normals_; }

    /// Rows of the normals from one to before another; none unless from < to.
    struct FineRows {
        int from = 0;
        int to = 0;
    };

    /// Beyond these the last update left the normals as they were.
    [[nodiscard]] FineRows changed_normals() const { return changed_normals_; }

    /// Redness / 1.5, blanching, oil, key light past the hands: bytes.
    [[nodiscard]] const std::vector<std::uint32_t>& state() const { return state_; }

    /// Pressure / 20 kPa, evened out over a cell of the tissue; coverage; weal; bruise.
    [[nodiscard]] const std::vector<Half4>& overlay() const { return overlay_; }

    /// Whether the last update brought the overlay up to date.
    [[nodiscard]] bool overlaid() const { return overlaid_; }

    /// True when weals or bruises are there to be seen.
    [[nodiscard]] bool marked() const { return marked_; }

    // The same on the coarse lattice, before it was packed:

    /// Displacement in metres, the breath left out.
    [[nodiscard]] const SplitVectors& moved_m() const { return motion_.coarse_m(); }

    /// How open the sky is past the hands.
    [[nodiscard]] const std::vector<float>& sky() const { return sky_; }

    /// Pressure / 20 kPa.
    [[nodiscard]] const std::vector<float>& pressure() const { return pressure_; }

    /// Where places of the coarse lattice lie now, the breath left out.
    [[nodiscard]] const SplitVectors& places() const { return places_; }

    /// Displacement in metres; in the fourth, of a bruise all over it, how strong it is at heart.
    [[nodiscard]] const std::vector<Half4>& shift() const { return shift_; }

    /// No place on the map between two corners, 0..1, is moved further than this, metres.
    [[nodiscard]] float most_shift_m(Vec2 low, Vec2 high) const;

    /// How far the breath lifts the skin at a place (x, z), metres. Hands ride on it.
    [[nodiscard]] float breath_m(float breath, Vec3 place) const;

private:
    using Spans = std::array<ColumnSpan, coarse_rows>;

    /// What goes into the bytes of a state.
    struct StateMaps {
        const float* redness;
        const float* blanching;
        const float* oil;
        const float* key;
    };

    /// What makes a shift: displacement, breath, the heart of a bruise.
    struct ShiftMaps {
        const float* x;
        const float* y;
        const float* z;
        const float* full_breath_m;
        const float* bruise_heart;
    };

    struct ShiftOut {
        std::uint16_t* halves;
        float* length_m;
    };

    [[nodiscard]] const float* map_or_none(const std::vector<float>& map) const;
    void face();
    void shade(const session::Snapshot* now);
    void shade_under_hand();
    void find_reached();
    void shade_patch(int first_column, int first_row);
    void even_pressure(const session::Snapshot* now);
    void pack(const session::Snapshot* now);
    static void pack_state(const StateMaps& maps, std::uint32_t* out);
    static void pack_shift(const ShiftMaps& maps, float breath, const ShiftOut& out);
    void pack_overlay(const session::SkinSnapshot& skin);
    void find_bruise_hearts(const session::SkinSnapshot& skin);
    void pack_sky();
    void note_changed(int row);
    static void place(const float* rest, const float* moved, float* out);
    static void sky_along(const std::array<const float*, 2>& lines, const float* rest, std::uint16_t* out);

    SplitVectors rest_;         ///< coarse lattice
    SplitVectors rest_normals_; ///< likewise, from the body
    SkinMotion motion_;
    SkinFacing facing_;
    SplitVectors places_;
    std::vector<float> nothing_;       ///< in place of a map that is not there
    std::vector<float> full_breath_m_; ///< how far a full breath lifts the coarse lattice
    Spans shaded_now_{};               ///< of each coarse row, where hands take sky
    Spans shaded_before_{};
    Spans reached_{};             ///< of each coarse row, by the hand at hand
    std::vector<float> rest_sky_; ///< past the relief, on the fine lattice
    std::vector<float> pressure_; ///< evened out, kPa / 20
    std::vector<float> scratch_;
    std::vector<float> bruise_heart_; ///< the bruise at its strongest, all over it; empty = none
    bool marked_ = false;
    bool overlaid_ = true;
    bool pressed_ = false; ///< pressure_ holds anything
    std::vector<float> sky_;
    std::vector<float> key_;
    CapsuleShadow shadow_; ///< of one hand after the other
    std::vector<contact::Capsule> capsules_;
    ShadedPatch shaded_;
    std::array<std::size_t, ShadedPatch::most> shaded_index_{}; ///< of its places
    std::array<std::uint16_t, fine_columns> sky_row_{};
    std::vector<Half4> normals_;
    FineRows changed_normals_{0, fine_rows};
    std::vector<std::uint32_t> state_;
    std::vector<Half4> overlay_;
    std::vector<Half4> shift_;
    std::vector<float> shift_length_m_;
    float spine_length_m_;
};

} // namespace tactus::render
