#pragma once
/// The hands that are seen: one skin over the capsules of a tool, meshed once as it lies on a flat surface
/// and then bent by its bones; and a tunic sleeve into which the forearm dissolves.

#include "engine/render/simplify.hpp"
#include "engine/render/stage_mesh.hpp"
#include "sim/hands/hand_bones.hpp"
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

    /// From where a hand is seen, and how far it is raised.
    struct View {
        Vec3 eye; ///< the forearm of a hand on top is kept out of its way
        float lift_m;
        Vec3 up = Vec3(0, 1, 0); ///< the room's, in the body's frame
    };

    /// Appends the vertices posed as in `hand`, which has_all_bones. on_top: memory for the hand on top.
    void pose(const session::HandSnapshot& hand, const View& seen, std::vector<shared::StageVertex>& out,
              session::HandSnapshot& on_top) const;

private:
    static constexpr int most_bones = 6; ///< that bend one vertex

    struct RigVertex {
        Vec3 place; ///< of the flat hand, metres
        Vec3 normal;
        std::array<std::uint8_t, most_bones> bone;
        std::array<float, most_bones> weight;
        float opacity;
        Vec2 grain_m; ///< where the grain of the skin is read
        std::uint32_t light;
        std::uint32_t tone;
    };

    /// From the flat hand to a posed one, a bone each.
    using BoneTurns = std::array<glm::mat4, hands::hand_bone_count>;

    struct Sleeve;

    void add_skin(const session::HandSnapshot& hand, Vec3 albedo, const HandDetail& detail);
    void add_sleeve(const session::HandSnapshot& hand);
    void add_sleeve_cap(const session::HandSnapshot& hand, const Sleeve& sleeve);
    void add_tube(std::uint32_t first, std::size_t rings);
    void add_to_arm(const session::HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex vertex);
    void add_partner(std::unique_ptr<const HandRig> partner);
    static void bind(const session::HandSnapshot& hand, RigVertex& vertex);
    [[nodiscard]] BoneTurns turns_to(const session::HandSnapshot& hand) const;

    BoneTurns into_bones_; ///< of the flat hand: from its coordinates into those of each bone
    std::vector<RigVertex> vertices_;
    std::vector<std::uint32_t> indices_;
    std::uint32_t sleeve_first_ = 0;
    std::unique_ptr<const HandRig> partner_; ///< the hand on top
};

} // namespace tactus::render
