#pragma once
/// The hands that are seen: one skin over the capsules of a tool, meshed once as it lies on a flat surface
/// and then bent by its bones; and a tunic sleeve into which the forearm dissolves.

#include "engine/render/simplify.hpp"
#include "engine/render/stage_mesh.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tactus::render {

/// How finely the skin of hands is meshed.
struct HandDetail {
    float cell_m;
    float nails = 1; ///< how much nails stand out from skin: a coarse mesh would tear them to shreds
    std::optional<SimplifyLimits> simpler = std::nullopt; ///< nullopt = every cell is kept
};

class HandRig {
public:
    HandRig() = default;

    /// albedo: of the hand's skin, linear; With the hand that lies on top where the tool has one.
    HandRig(contact::ToolKind tool, contact::Side side, Vec3 albedo, const HandDetail& detail);

    [[nodiscard]] const std::vector<std::uint32_t>& indices() const { return indices_; }

    /// Where the sleeve begins among the indices; the skin comes before it.
    [[nodiscard]] std::uint32_t sleeve_first() const { return sleeve_first_; }

    /// Appends the vertices posed as in `hand` (which has_all_bones), lifted by lift_m. eye: the forearm of a
    /// hand on top is kept out of its way.
    void pose(const session::HandSnapshot& hand, Vec3 eye, float lift_m,
              std::vector<shared::StageVertex>& out) const;

private:
    static constexpr int most_bones = 6; ///< that bend one vertex

    struct RigVertex {
        std::array<Vec3, most_bones> place; ///< in the frame of each bone
        std::array<Vec3, most_bones> normal;
        std::array<std::uint8_t, most_bones> bone;
        std::array<float, most_bones> weight;
        float opacity;
        Vec2 grain_m; ///< where the grain of the skin is read
        std::uint32_t light;
        std::uint32_t tone;
    };

    struct Sleeve;

    void add_skin(const session::HandSnapshot& hand, Vec3 albedo, const HandDetail& detail);
    void add_sleeve(const session::HandSnapshot& hand);
    void add_sleeve_floor(const session::HandSnapshot& hand, const Sleeve& sleeve);
    void add_to_arm(const session::HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex vertex);
    void add_partner(std::unique_ptr<const HandRig> partner);
    static void bind(const session::HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex& vertex);

    std::vector<RigVertex> vertices_;
    std::vector<std::uint32_t> indices_;
    std::uint32_t sleeve_first_ = 0;
    std::unique_ptr<const HandRig> partner_; ///< the hand on top
};

} // namespace tactus::render
