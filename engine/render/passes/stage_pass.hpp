#pragma once
/// Client, hair, sheet, table, room and hands: everything that stands in the picture.

#include "engine/gpu/frames.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/render/hand_rig.hpp"
#include "engine/render/stage_textures.hpp"

#include <array>
#include <vector>

namespace tactus::render {

/// Formats of what the pass draws into.
struct StageTarget {
    VkFormat colour;
    VkSampleCountFlagBits samples;
    bool rich;      ///< finer shading of medium and high tiers
    bool wandering; ///< light that wanders in skin is drawn apart, into two further attachments
};

/// What of the stage a frame shows.
struct StageShow {
    const Overlays& overlays;
    bool marked; ///< the skin has weals or bruises
    StageView view = StageView::whole;
};

class StagePass {
public:
    StagePass(const gpu::Device& device, const StageTextures& textures, const StageTarget& target);

    /// Uploads the meshes of a client, which must outlive its being shown. No frame in flight.
    void set_client(const ClientModel& model);

    /// Uploads what lies under the skin; null = nothing. No frame in flight.
    void set_anatomy(const AnatomyModel* anatomy);

    /// Poses the hands of a view's snapshot into the buffers of `slot`. field: for the breath that lifts
    /// them.
    void pose_hands(const FrameView& view, const SkinField& field, std::uint32_t slot);

    /// Where client, sheet and table top can show in a picture of that size: the rest is the blurred room.
    [[nodiscard]] VkRect2D area(const Camera& camera, VkExtent2D picture) const;

    /// Where the hands that were posed last, their shadows and their dents can show; empty without hands.
    [[nodiscard]] VkRect2D hands_area(const Camera& camera, VkExtent2D picture) const;

    /// The same place in the body frame; low above high without hands.
    [[nodiscard]] const std::array<Vec3, 2>& hands_box() const { return hand_bounds_; }

    /// Records the hands that press, with a pipeline of the caller's; the caller has begun rendering.
    void record_hands(VkCommandBuffer commands, std::uint32_t slot, const gpu::Pipeline& pipeline) const;

    /// Records all draws; the caller has begun rendering and set the viewport.
    void record(VkCommandBuffer commands, std::uint32_t slot, const StageShow& show) const;

private:
    struct GpuMesh {
        gpu::Buffer vertices;
        gpu::Buffer indices;
        std::uint32_t count = 0;
        std::uint32_t fading = 0; ///< of a hand: the first index of its sleeve
    };

    /// Indices of a mesh.
    struct Range {
        std::uint32_t first;
        std::uint32_t count;
    };

    /// One side's hand as posed in each slot.
    struct Hand {
        std::array<GpuMesh, gpu::Frames::count> meshes;
        std::array<int, gpu::Frames::count> tool{-1, -1}; ///< whose indices the buffers hold
    };

    [[nodiscard]] GpuMesh upload(const StageMesh& mesh) const;
    void pose_hand(std::size_t index, const session::HandSnapshot& shown, float lift_m, std::uint32_t slot);
    void draw_layers(VkCommandBuffer commands, const Peel& peel) const;
    void draw_hands(VkCommandBuffer commands, std::uint32_t slot, const Overlays& overlays) const;
    static void draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh);
    static void draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                     Range range);

    const gpu::Device* device_;
    const StageTextures* textures_;
    bool wandering_;
    gpu::Pipeline skin_pipeline_;
    gpu::Pipeline overlaid_skin_pipeline_; ///< with pressure map or coverage
    gpu::Pipeline peeled_skin_pipeline_;
    std::array<gpu::Pipeline, 4> layer_pipelines_; ///< fat, muscle, deep, bone
    gpu::Pipeline hair_pipeline_;
    gpu::Pipeline sheet_pipeline_;
    gpu::Pipeline table_pipeline_;
    gpu::Pipeline cuff_pipeline_;   ///< the sleeve where it hides what is behind it
    gpu::Pipeline sleeve_pipeline_; ///< where it dissolves
    gpu::Pipeline hand_pipeline_;
    gpu::Pipeline hand_depth_pipeline_; ///< nearest layer only, for hands seen through
    gpu::Pipeline ghost_pipeline_;
    gpu::Pipeline backdrop_pipeline_;
    GpuMesh skin_;
    GpuMesh hair_;
    GpuMesh sheet_;
    GpuMesh table_;
    std::array<GpuMesh, 4> layers_;
    bool has_anatomy_ = false;
    std::array<Hand, std::size_t{2} * contact::side_count> hands_; ///< left, right; their ghosts
    std::vector<shared::StageVertex> posed_;
    const ClientModel* model_ = nullptr;
    std::array<Vec3, 2> hand_bounds_{}; ///< of both hands and what they do to the skin; low above high = none
    std::array<Vec3, 2> bounds_{};      ///< of what stands on the table, the table's top included
};

} // namespace tactus::render
