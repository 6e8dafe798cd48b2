#pragma once
/// How each part of the stage is drawn: made once for the formats of a tier.

#include "engine/gpu/pipeline.hpp"

#include <array>

namespace tactus::render {

/// Formats of what the pass draws into.
struct StageTarget {
    VkFormat colour;
    VkSampleCountFlagBits samples;
    bool rich;      ///< finer shading of medium and high tiers
    bool wandering; ///< light that wanders in skin is drawn apart, into two further attachments
};

struct StagePipelines {
    gpu::Pipeline skin;
    gpu::Pipeline overlaid_skin;         ///< with pressure map or coverage
    gpu::Pipeline peeled_skin;           ///< what the anatomy view leaves of it
    std::array<gpu::Pipeline, 4> layers; ///< fat, muscle, deep, bone
    gpu::Pipeline hair;
    gpu::Pipeline sheet;
    gpu::Pipeline table;
    gpu::Pipeline cuff;   ///< the sleeve where it hides what is behind it
    gpu::Pipeline sleeve; ///< where it dissolves
    gpu::Pipeline hand;
    gpu::Pipeline hand_depth; ///< nearest layer only, for hands seen through
    gpu::Pipeline ghost;
    gpu::Pipeline backdrop;
};

/// layout: of StageTextures. Throws what gpu::make_pipeline throws.
StagePipelines make_stage_pipelines(const gpu::Device& device, VkPipelineLayout layout,
                                    const StageTarget& target);

} // namespace tactus::render
