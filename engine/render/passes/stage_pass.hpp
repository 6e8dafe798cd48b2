#pragma once
/// Client, hair, sheet, table, room and hands: everything that stands in the picture.

#include "engine/gpu/frames.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/render/hand_rig.hpp"
#include "engine/render/mesh_parts.hpp"
#include "engine/render/passes/area_mask.hpp"
#include "engine/render/passes/stage_pipelines.hpp"
#include "engine/render/row_cover.hpp"
#include "engine/render/stage_textures.hpp"
#include "engine/render/view_volume.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tactus::render {

/// What of the stage a frame shows.
struct StageShow {
    std::uint32_t slot;
    const Overlays& overlays;
    bool marked;                      ///< the skin has weals or bruises
    std::span<const VkRect2D> areas;  ///< what else the target shows stays as it is; none = all is drawn
    std::span<const ViewVolume> seen; ///< through them: parts of meshes that cannot show are passed over
    StageView view = StageView::whole;
};

class StagePass {
public:
    static constexpr std::size_t hand_count = std::size_t{2} * contact::side_count; ///< with their ghosts

    StagePass(const gpu::Device& device, const StageTextures& textures, const StageTarget& target);

    /// Uploads the meshes of a client, which must outlive its being shown. No frame in flight.
    void set_client(const ClientModel& model);

    /// Uploads what lies under the skin; null = nothing. No frame in flight.
    void set_anatomy(const AnatomyModel* anatomy);

    /// What hands are posed for.
    struct Posing {
        VkExtent2D picture;
        std::uint32_t slot; ///< whose buffers are written
    };

    /// Looks for the client where field and joints have moved skin, hair and bones. now: null = at rest.
    void move_client(const SkinField& field, const session::Snapshot* now);

    /// Poses the hands of a view's snapshot. field: for the breath that lifts them.
    void pose_hands(const FrameView& view, const SkinField& field, const Posing& posing);

    /// Where client, sheet and table top can show in a picture of that size: the rest is the blurred room.
    [[nodiscard]] VkRect2D area(const Camera& camera, VkExtent2D picture) const;

    /// Where each hand that was posed last can show.
    [[nodiscard]] std::span<const RowCover> hand_covers() const { return hand_covers_; }

    /// Where the hands are in the body frame; low above high without hands.
    [[nodiscard]] const std::array<Vec3, 2>& hands_box() const { return hand_bounds_; }

    /// Records the hands that press, with a pipeline of the caller's; the caller has begun rendering.
    void record_hands(VkCommandBuffer commands, std::uint32_t slot, const gpu::Pipeline& pipeline,
                      bool sleeves) const;

    /// Records the draws; the caller has begun rendering, set viewport and scissor and cleared the depth: to
    /// AreaMask::closed when there are areas, else to far.
    void record(VkCommandBuffer commands, const StageShow& show);

    /// Records the blurred room of the whole view, where the scissor lets it: behind an inset.
    void record_room(VkCommandBuffer commands, std::uint32_t slot);

private:
    struct GpuMesh {
        gpu::Buffer vertices;
        std::shared_ptr<const gpu::Buffer> indices; ///< hands with the same tool share theirs
        std::vector<MeshPart> parts;                ///< in the order of their indices
    };

    /// One side's hand as posed in each slot.
    using Hand = std::array<GpuMesh, gpu::Frames::count>;

    /// The triangles of a tool's hand, made when it is first taken up.
    struct HandIndices {
        std::shared_ptr<const gpu::Buffer> buffer;
        std::uint32_t solid = 0; ///< how many of them are the solid part
    };

    /// A part of the skin before the field moves it.
    struct SkinPart {
        Box box;
        Vec2 map_low = Vec2(1); ///< what it takes of the field's map; low above high = nothing
        Vec2 map_high = Vec2(0);
    };

    [[nodiscard]] GpuMesh sort_and_upload(StageMesh& mesh, float moves_m) const;

    [[nodiscard]] GpuMesh upload(StageMesh mesh, float moves_m) const {
        return sort_and_upload(mesh, moves_m);
    }

    void set_skin(StageMesh mesh);

    void pose_hand(std::size_t index, const session::HandSnapshot& shown, const HandRig::View& seen,
                   std::uint32_t slot);
    [[nodiscard]] HandIndices make_hand_indices(const HandRig& rig) const;
    void cover_hand(RowCover& cover, const Camera& camera, VkExtent2D picture) const;
    void draw_layers(VkCommandBuffer commands, const StageShow& show) const;

    void draw_room(VkCommandBuffer commands) const {
        if (!wandering_) { // else the finishing pass has the room
            vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipelines_.backdrop.get());
            vkCmdDraw(commands, 3, 1, 0, 0);
        }
    }

    void draw_unused(VkCommandBuffer commands);

    /// The parts of a posed hand: skin that hides all behind it, skin that dissolves, the sleeve.
    enum HandPart : std::uint8_t { solid, fringe, sleeve };

    [[nodiscard]] static bool hides(const Overlays& overlays, std::size_t index);
    void draw_hands(VkCommandBuffer commands, const StageShow& show) const;
    static void draw_part(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                          HandPart part);
    static void bind(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh);
    static void draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                     std::span<const ViewVolume> seen);

    const gpu::Device* device_;
    const StageTextures* textures_;
    bool wandering_;
    StagePipelines pipelines_;
    std::optional<AreaMask> mask_;             ///< none where light wanders: all is drawn there
    std::vector<const gpu::Pipeline*> unused_; ///< that views yet to be asked for will draw with
    gpu::Buffer no_triangle_;                  ///< three times the same place
    GpuMesh skin_;
    std::vector<SkinPart> skin_at_rest_; ///< as many as skin_ has parts
    GpuMesh hair_;
    std::vector<Box> hair_at_rest_;
    GpuMesh sheet_;
    GpuMesh table_;
    std::array<GpuMesh, 4> layers_;
    std::array<std::vector<Box>, 4> layers_at_rest_;
    bool has_anatomy_ = false;
    std::array<Hand, hand_count> hands_; ///< left, right; their ghosts
    std::array<RowCover, hand_count> hand_covers_;
    session::HandSnapshot shown_hand_; ///< the hand being posed
    session::HandSnapshot hand_on_top_;
    std::vector<shared::StageVertex> posed_;
    std::array<std::array<HandIndices, contact::tool_kind_count>, contact::side_count> hand_indices_;
    const ClientModel* model_ = nullptr;
    std::array<Vec3, 2> hand_bounds_{}; ///< of both hands and what they do to the skin; low above high = none
    Box bounds_;                        ///< of what stands on the table, the table's top included
};

} // namespace tactus::render
