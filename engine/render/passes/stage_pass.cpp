#include "engine/render/passes/stage_pass.hpp"

#include "engine/render/hand_shape.hpp"
#include "engine/render/picture_target.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

namespace tactus::render {
namespace {

using shared::StageVertex;

constexpr float lowest_edge_m = -0.2F; ///< legs of the table are thin and far: their edges stay as they are
constexpr float ghost_lift_m = 0.008F; ///< over the skin, which gives way to real hands only
constexpr float hand_reach_m = 0.085F; ///< beyond a capsule's axis: its flesh, its shadow, the skin it moves
constexpr float hand_height_m = 0.15F; ///< of a forearm over the highest skin

/// The fragment shader of a part, in the form for the tier.
std::string stage_shader(const char* part, bool wandering) {
    return std::string(part) + (wandering ? ".scattered.frag.spv" : ".frag.spv");
}

gpu::PipelineDescription stage_description(const StageTextures& textures, const StageTarget& target) {
    gpu::PipelineDescription description;
    description.vertex_shader = "stage.vert.spv";
    description.layout = textures.layout();
    description.bindings = {{0, sizeof(StageVertex), VK_VERTEX_INPUT_RATE_VERTEX}};
    description.attributes = {{0, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(StageVertex, position)},
                              {1, 0, VK_FORMAT_R32G32B32_SFLOAT, offsetof(StageVertex, normal)},
                              {2, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(StageVertex, uv)},
                              {3, 0, VK_FORMAT_R32_SFLOAT, offsetof(StageVertex, weight)},
                              {4, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(StageVertex, light)},
                              {5, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(StageVertex, tone)}};
    description.constants = {target.rich ? VK_TRUE : VK_FALSE};
    description.colour_format = target.colour;
    if (target.wandering) {
        description.further_formats = {light_format, albedo_format};
    }
    description.depth_format = depth_format;
    description.samples = target.samples;
    description.cull = VK_CULL_MODE_BACK_BIT;
    description.depth_test = true;
    description.depth_write = true;
    return description;
}

/// Hands that press: the sleeve but for its fading end, that end, or all at once; hands that only show the
/// way; and the nearest layer of either, laid down before it is drawn see-through.
enum class HandKind { solid, fading, whole, ghost, depth_only };

gpu::PipelineDescription hand_description(const StageTextures& textures, const StageTarget& target,
                                          HandKind kind) {
    gpu::PipelineDescription description = stage_description(textures, target);
    description.constants.push_back(kind == HandKind::ghost ? VK_TRUE : VK_FALSE);
    if (kind == HandKind::depth_only) {
        description.colour_write = false;
        description.fragment_shader = "depth.frag.spv";
    } else {
        description.fragment_shader = stage_shader("hand", target.wandering);
        description.blend = true;
        description.depth_write = kind != HandKind::fading; // or it would hide and darken what shows through
        description.constants.push_back(kind == HandKind::solid ? 1 : kind == HandKind::fading ? 2 : 0);
    }
    return description;
}

gpu::Pipeline opaque(const gpu::Device& device, gpu::PipelineDescription description, const char* fragment) {
    description.fragment_shader = stage_shader(fragment, !description.further_formats.empty());
    return gpu::make_pipeline(device, description);
}

/// Overlays: pressure map, coverage. Peeled: the anatomy view, with overlays.
enum class SkinKind { plain, overlaid, peeled };

gpu::Pipeline make_skin_pipeline(const gpu::Device& device, gpu::PipelineDescription description,
                                 SkinKind kind) {
    const VkBool32 rich = description.constants.front();
    description.constants = {kind != SkinKind::plain ? VK_TRUE : VK_FALSE, rich,
                             kind == SkinKind::peeled ? VK_TRUE : VK_FALSE};
    description.blend = kind == SkinKind::peeled;
    description.vertex_shader = "skin.vert.spv";
    return opaque(device, description, "skin");
}

gpu::Pipeline make_layer_pipeline(const gpu::Device& device, gpu::PipelineDescription description,
                                  std::uint32_t layer) {
    description.constants.push_back(layer);
    return opaque(device, description, "layer");
}

std::array<gpu::Pipeline, 4> make_layer_pipelines(const gpu::Device& device,
                                                  const gpu::PipelineDescription& description) {
    return {make_layer_pipeline(device, description, 1), make_layer_pipeline(device, description, 2),
            make_layer_pipeline(device, description, 3), make_layer_pipeline(device, description, 4)};
}

gpu::Pipeline make_hair_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.blend = true;
    return opaque(device, description, "hair");
}

gpu::Pipeline make_sheet_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.cull = VK_CULL_MODE_NONE; // its hanging sides show their back
    return opaque(device, description, "sheet");
}

gpu::Pipeline make_backdrop_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.vertex_shader = "full.vert.spv";
    description.bindings.clear();
    description.attributes.clear();
    description.cull = VK_CULL_MODE_NONE;
    description.depth_write = false;
    return opaque(device, description, "backdrop");
}

/// The part of a picture in which a box can show.
VkRect2D area_of(const std::array<Vec3, 2>& box, const Camera& camera, VkExtent2D picture) {
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    Vec2 low = size;
    Vec2 high(0);
    for (unsigned corner = 0; corner < 8; ++corner) {
        const Vec3 place(box[corner & 1U].x, box[(corner >> 1U) & 1U].y, box[(corner >> 2U) & 1U].z);
        const std::optional<Vec2> pixel = world_to_pixel(camera, place, size);
        if (!pixel) {
            return {{0, 0}, picture}; // a corner behind the eye
        }
        low = glm::min(low, *pixel);
        high = glm::max(high, *pixel);
    }
    low = glm::clamp(glm::floor(low), Vec2(0), size - 1.0F);
    high = glm::clamp(glm::ceil(high), low + 1.0F, size);
    return {{static_cast<std::int32_t>(low.x), static_cast<std::int32_t>(low.y)},
            {static_cast<std::uint32_t>(high.x - low.x), static_cast<std::uint32_t>(high.y - low.y)}};
}

} // namespace

StagePass::StagePass(const gpu::Device& device, const StageTextures& textures, const StageTarget& target)
    : device_(&device), textures_(&textures), wandering_(target.wandering),
      skin_pipeline_(make_skin_pipeline(device, stage_description(textures, target), SkinKind::plain)),
      overlaid_skin_pipeline_(
          make_skin_pipeline(device, stage_description(textures, target), SkinKind::overlaid)),
      peeled_skin_pipeline_(
          make_skin_pipeline(device, stage_description(textures, target), SkinKind::peeled)),
      layer_pipelines_(make_layer_pipelines(device, stage_description(textures, target))),
      hair_pipeline_(make_hair_pipeline(device, stage_description(textures, target))),
      sheet_pipeline_(make_sheet_pipeline(device, stage_description(textures, target))),
      table_pipeline_(opaque(device, stage_description(textures, target), "table")),
      cuff_pipeline_(gpu::make_pipeline(device, hand_description(textures, target, HandKind::solid))),
      sleeve_pipeline_(gpu::make_pipeline(device, hand_description(textures, target, HandKind::fading))),
      hand_pipeline_(gpu::make_pipeline(device, hand_description(textures, target, HandKind::whole))),
      hand_depth_pipeline_(
          gpu::make_pipeline(device, hand_description(textures, target, HandKind::depth_only))),
      ghost_pipeline_(gpu::make_pipeline(device, hand_description(textures, target, HandKind::ghost))),
      backdrop_pipeline_(make_backdrop_pipeline(device, stage_description(textures, target))) {}

StagePass::GpuMesh StagePass::upload(const StageMesh& mesh) const {
    GpuMesh made;
    made.count = static_cast<std::uint32_t>(mesh.indices.size());
    if (made.count > 0) {
        made.vertices = gpu::make_static_buffer(*device_, gpu::bytes_of(mesh.vertices),
                                                VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
        made.indices =
            gpu::make_static_buffer(*device_, gpu::bytes_of(mesh.indices), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    }
    return made;
}

void StagePass::set_client(const ClientModel& model) {
    skin_ = upload(model.skin);
    hair_ = upload(model.hair);
    sheet_ = upload(model.sheet);
    table_ = upload(model.table);
    model_ = &model;
    hands_ = {};
    bounds_ = {Vec3(1e9F), Vec3(-1e9F)};
    for (const StageMesh* mesh : {&model.skin, &model.hair, &model.sheet, &model.table}) {
        for (const StageVertex& vertex : mesh->vertices) {
            if (vertex.position.y > lowest_edge_m) {
                bounds_[0] = glm::min(bounds_[0], vertex.position);
                bounds_[1] = glm::max(bounds_[1], vertex.position);
            }
        }
    }
    bounds_[1].y += hand_height_m;
}

VkRect2D StagePass::area(const Camera& camera, VkExtent2D picture) const {
    return area_of(bounds_, camera, picture);
}

VkRect2D StagePass::hands_area(const Camera& camera, VkExtent2D picture) const {
    return hand_bounds_[0].x > hand_bounds_[1].x ? VkRect2D{{0, 0}, {0, 0}}
                                                 : area_of(hand_bounds_, camera, picture);
}

void StagePass::set_anatomy(const AnatomyModel* anatomy) {
    has_anatomy_ = anatomy != nullptr;
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        layers_[k] = anatomy != nullptr ? upload(anatomy->layers[k]) : GpuMesh{};
    }
}

void StagePass::pose_hands(const FrameView& view, const SkinField& field, std::uint32_t slot) {
    hand_bounds_ = {Vec3(1e9F), Vec3(-1e9F)};
    const float breath = view.now != nullptr ? view.now->client.breath : 0;
    for (std::size_t index = 0; index < hands_.size(); ++index) {
        const bool ghost = index >= contact::side_count;
        const std::size_t side = index % contact::side_count;
        const session::HandSnapshot* wanted = ghost                 ? &view.ghosts[side]
                                              : view.now != nullptr ? &view.now->hands[side]
                                                                    : nullptr;
        if (wanted == nullptr || !has_all_bones(*wanted)) {
            hands_[index].meshes[slot].count = 0;
            continue;
        }
        const session::HandSnapshot shown = with_clear_forearm(*wanted, view.camera.eye);
        for (const contact::Capsule& capsule : shown.capsules) {
            hand_bounds_[0] = glm::min(hand_bounds_[0], glm::min(capsule.a, capsule.b) - hand_reach_m);
            hand_bounds_[1] = glm::max(hand_bounds_[1], glm::max(capsule.a, capsule.b) + hand_reach_m);
        }
        pose_hand(index, shown, field.breath_m(breath, shown.centre) + (ghost ? ghost_lift_m : 0), slot);
    }
}

void StagePass::pose_hand(std::size_t index, const session::HandSnapshot& shown, float lift_m,
                          std::uint32_t slot) {
    const auto tool = static_cast<std::size_t>(shown.tool);
    const HandRig& rig =
        model_->hands->rig(shown.tool, static_cast<contact::Side>(index % contact::side_count));
    Hand& hand = hands_[index];
    posed_.clear();
    rig.pose(shown, lift_m, posed_);
    GpuMesh& mesh = hand.meshes[slot];
    const std::span<const std::byte> bytes = gpu::bytes_of(posed_);
    if (mesh.vertices.size < bytes.size()) {
        mesh.vertices = gpu::make_shared_buffer(*device_, bytes.size(), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    }
    std::memcpy(mesh.vertices.mapped, bytes.data(), bytes.size());
    if (hand.tool[slot] != static_cast<int>(tool)) {
        const std::span<const std::byte> indices = gpu::bytes_of(rig.indices());
        mesh.indices = gpu::make_shared_buffer(*device_, indices.size(), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
        std::memcpy(mesh.indices.mapped, indices.data(), indices.size());
        hand.tool[slot] = static_cast<int>(tool);
    }
    mesh.count = static_cast<std::uint32_t>(rig.indices().size());
    mesh.fading = rig.sleeve_first();
}

void StagePass::draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh) {
    draw(commands, pipeline, mesh, {0, mesh.count});
}

void StagePass::draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                     Range range) {
    if (mesh.count == 0) {
        return;
    }
    const VkBuffer vertices = mesh.vertices.handle.get();
    const VkDeviceSize none = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline.get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &none);
    vkCmdBindIndexBuffer(commands, mesh.indices.handle.get(), 0, VK_INDEX_TYPE_UINT32);
    vkCmdDrawIndexed(commands, range.count, 1, range.first, 0, 0);
}

// A layer shows where those over it have begun to go, until it has gone everywhere.
void StagePass::draw_layers(VkCommandBuffer commands, const Peel& peel) const {
    const float most = std::max(peel.left, peel.right);
    const float least = std::min(peel.left, peel.right);
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        const auto layer = static_cast<float>(k + 1);
        if (most > layer - 1 && (k + 1 == layers_.size() || least < layer + 1)) {
            draw(commands, layer_pipelines_[k], layers_[k]);
        }
    }
}

void StagePass::record_hands(VkCommandBuffer commands, std::uint32_t slot,
                             const gpu::Pipeline& pipeline) const {
    textures_->bind(commands, slot);
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        draw(commands, pipeline, hands_[side].meshes[slot]);
    }
}

// Nearest first, so that what is hidden costs no shading; the room last, where nothing else is; then what
// blends.
void StagePass::record(VkCommandBuffer commands, std::uint32_t slot, const StageShow& show) const {
    const Overlays& overlays = show.overlays;
    const bool marked = overlays.pressure_map || overlays.coverage || show.marked;
    textures_->bind(commands, slot, show.view);
    draw(commands, sheet_pipeline_, sheet_);
    const bool peeled = overlays.peel.any() && has_anatomy_;
    if (peeled) {
        draw_layers(commands, overlays.peel);
    } else {
        draw(commands, marked ? overlaid_skin_pipeline_ : skin_pipeline_, skin_);
    }
    draw(commands, table_pipeline_, table_);
    if (!wandering_ && show.view == StageView::whole) { // else the finishing pass or the inset has the room
        vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, backdrop_pipeline_.get());
        vkCmdDraw(commands, 3, 1, 0, 0);
    }
    if (peeled) {
        draw(commands, peeled_skin_pipeline_, skin_);
    }
    draw(commands, hair_pipeline_, hair_);
    if (!overlays.hide_hands) {
        draw_hands(commands, slot, overlays);
    }
}

// What dissolves comes after all that it shows, where depth is read afterwards for how open the sky is.
void StagePass::draw_hands(VkCommandBuffer commands, std::uint32_t slot, const Overlays& overlays) const {
    const bool apart = wandering_ && overlays.hand_opacity >= 1;
    for (std::size_t index = 0; index < hands_.size(); ++index) {
        const GpuMesh& mesh = hands_[index].meshes[slot];
        const bool ghost = index >= contact::side_count;
        if (ghost || overlays.hand_opacity < 1) {
            draw(commands, hand_depth_pipeline_, mesh);
            draw(commands, ghost ? ghost_pipeline_ : hand_pipeline_, mesh);
        } else if (!apart) {
            draw(commands, hand_pipeline_, mesh);
        } else {
            draw(commands, hand_pipeline_, mesh, {0, mesh.fading});
            draw(commands, cuff_pipeline_, mesh, {mesh.fading, mesh.count - mesh.fading});
        }
    }
    for (std::size_t index = 0; apart && index < contact::side_count; ++index) {
        const GpuMesh& mesh = hands_[index].meshes[slot];
        draw(commands, sleeve_pipeline_, mesh, {mesh.fading, mesh.count - mesh.fading});
    }
}

} // namespace tactus::render
