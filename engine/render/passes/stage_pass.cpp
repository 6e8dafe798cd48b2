#include "engine/render/passes/stage_pass.hpp"

#include "engine/render/hand_shape.hpp"
#include "engine/render/joint_reach.hpp"
#include "engine/render/picture_target.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

namespace tactus::render {
namespace {

using shared::StageVertex;

constexpr float lowest_edge_m = -0.2F; ///< legs of the table are thin and far: their edges stay as they are
constexpr float ghost_lift_m = 0.008F; ///< over the skin, which gives way to real hands only
constexpr float hand_box_m = 0.085F;   ///< beyond a capsule's axis: its flesh, its shadow, the skin it moves
constexpr float hand_reach_m = 0.015F; ///< around a hand its edge is smoothed
constexpr float part_m = 0.09F;        ///< some hundred triangles of the coarsest skin
constexpr float skin_moves_m = 0.06F;  ///< at most, under hands and with the breath
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

std::array<gpu::Pipeline, 4> make_layer_pipelines(const gpu::Device& device,
                                                  gpu::PipelineDescription description) {
    description.vertex_shader = "layer.vert.spv";
    description.constants.push_back(0);
    std::array<gpu::Pipeline, 4> pipelines;
    for (std::uint32_t layer = 1; layer <= pipelines.size(); ++layer) {
        description.constants.back() = layer;
        pipelines[layer - 1] = opaque(device, description, "layer");
    }
    return pipelines;
}

gpu::Pipeline make_hair_pipeline(const gpu::Device& device, gpu::PipelineDescription description) {
    description.blend = true;
    description.vertex_shader = "hair.vert.spv";
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
VkRect2D area_of(const Box& box, const Camera& camera, VkExtent2D picture) {
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    Vec2 low = size;
    Vec2 high(0);
    for (unsigned corner = 0; corner < 8; ++corner) {
        const Vec3 place((corner & 1U) != 0 ? box.high.x : box.low.x,
                         (corner & 2U) != 0 ? box.high.y : box.low.y,
                         (corner & 4U) != 0 ? box.high.z : box.low.z);
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

/// Sorts triangles of a posed hand: those without a vertex that dissolves come first. Returns how many
/// indices they have.
std::uint32_t solid_first(std::span<std::uint32_t> indices, std::span<const StageVertex> vertices) {
    auto* const begin = reinterpret_cast<std::array<std::uint32_t, 3>*>(indices.data());
    auto* const middle = std::stable_partition(begin, begin + indices.size() / 3, [&](const auto& triangle) {
        return std::ranges::all_of(triangle, [&](std::uint32_t k) { return vertices[k].uv.x >= 1; });
    });
    return static_cast<std::uint32_t>(middle - begin) * 3;
}

std::vector<Box> boxes_of(std::span<const MeshPart> parts) {
    std::vector<Box> boxes;
    for (const MeshPart& part : parts) {
        boxes.push_back(part.box);
    }
    return boxes;
}

void move_boxes(std::span<MeshPart> parts, std::span<const Box> at_rest, const session::JointPlaces& joints,
                const session::Snapshot* now) {
    for (std::size_t k = 0; k < parts.size(); ++k) {
        parts[k].box = at_rest[k].grown(joints_move_m(joints, now, at_rest[k]));
    }
}

Box box_of(std::span<const StageVertex> vertices) {
    Box box;
    for (const StageVertex& vertex : vertices) {
        box.take_in(vertex.position);
    }
    return box;
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
      backdrop_pipeline_(make_backdrop_pipeline(device, stage_description(textures, target))),
      mask_(target.wandering ? std::nullopt
                             : std::make_optional<AreaMask>(
                                   device, AreaMask::Target{target.colour, depth_format, target.samples})),
      no_triangle_(gpu::make_static_buffer(device, gpu::bytes_of(std::vector<StageVertex>(3)),
                                           VK_BUFFER_USAGE_VERTEX_BUFFER_BIT)) {}

StagePass::GpuMesh StagePass::sort_and_upload(StageMesh& mesh, float moves_m) const {
    GpuMesh made;
    if (!mesh.indices.empty()) {
        made.parts = split_into_parts(mesh, part_m, moves_m);
        made.vertices = gpu::make_static_buffer(*device_, gpu::bytes_of(mesh.vertices),
                                                VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
        made.indices =
            gpu::make_static_buffer(*device_, gpu::bytes_of(mesh.indices), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    }
    return made;
}

void StagePass::set_skin(StageMesh mesh) {
    skin_ = sort_and_upload(mesh, 0);
    skin_at_rest_.clear();
    for (const MeshPart& part : skin_.parts) {
        SkinPart& rest = skin_at_rest_.emplace_back(SkinPart{.box = part.box});
        for (const std::uint32_t index : std::span(mesh.indices).subspan(part.first, part.count)) {
            if (const StageVertex& vertex = mesh.vertices[index]; vertex.weight > 0) {
                rest.map_low = glm::min(rest.map_low, vertex.uv);
                rest.map_high = glm::max(rest.map_high, vertex.uv);
            }
        }
    }
}

void StagePass::move_client(const SkinField& field, const session::Snapshot* now) {
    if (model_ == nullptr) {
        return;
    }
    const session::JointPlaces& joints = model_->joints;
    for (std::size_t k = 0; k < skin_.parts.size(); ++k) {
        const SkinPart& rest = skin_at_rest_[k];
        skin_.parts[k].box = rest.box.grown(
            std::max(field.most_shift_m(rest.map_low, rest.map_high), joints_move_m(joints, now, rest.box)));
    }
    move_boxes(hair_.parts, hair_at_rest_, joints, now);
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        move_boxes(layers_[k].parts, layers_at_rest_[k], joints, now);
    }
}

void StagePass::set_client(const ClientModel& model) {
    set_skin(model.skin);
    hair_ = upload(model.hair, 0);
    hair_at_rest_ = boxes_of(hair_.parts);
    sheet_ = upload(model.sheet, 0);
    table_ = upload(model.table, 0);
    model_ = &model;
    hands_ = {};
    hand_covers_ = {};
    bounds_ = {};
    for (const StageMesh* mesh : {&model.skin, &model.hair, &model.sheet, &model.table}) {
        for (const StageVertex& vertex : mesh->vertices) {
            if (vertex.position.y > lowest_edge_m) {
                bounds_.take_in(vertex.position);
            }
        }
    }
    bounds_.high.y += hand_height_m;
    unused_ = {&ghost_pipeline_, &hand_depth_pipeline_, &overlaid_skin_pipeline_, &hand_pipeline_};
}

VkRect2D StagePass::area(const Camera& camera, VkExtent2D picture) const {
    return area_of(bounds_, camera, picture);
}

void StagePass::set_anatomy(const AnatomyModel* anatomy) {
    has_anatomy_ = anatomy != nullptr;
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        layers_[k] = anatomy != nullptr ? upload(anatomy->layers[k], skin_moves_m) : GpuMesh{};
        layers_at_rest_[k] = boxes_of(layers_[k].parts);
    }
    if (anatomy != nullptr) {
        unused_.clear();
        for (const gpu::Pipeline& pipeline : layer_pipelines_) {
            unused_.insert(unused_.begin(), &pipeline); // the deepest last
        }
    }
}

void StagePass::pose_hands(const FrameView& view, const SkinField& field, const Posing& posing) {
    const float breath = view.now != nullptr ? view.now->client.breath : 0;
    hand_bounds_ = {Vec3(1e9F), Vec3(-1e9F)};
    for (std::size_t index = 0; index < hands_.size(); ++index) {
        const bool ghost = index >= contact::side_count;
        const std::size_t side = index % contact::side_count;
        const session::HandSnapshot* wanted = ghost                 ? &view.ghosts[side]
                                              : view.now != nullptr ? &view.now->hands[side]
                                                                    : nullptr;
        hand_covers_[index].clear(posing.picture);
        if (wanted == nullptr || !has_all_bones(*wanted)) {
            hands_[index].meshes[posing.slot].parts.clear();
            continue;
        }
        shown_hand_ = *wanted; // keeps its memory
        shown_hand_ = with_clear_forearm(std::move(shown_hand_), view.camera.eye);
        for (const contact::Capsule& capsule : shown_hand_.capsules) {
            hand_bounds_[0] = glm::min(hand_bounds_[0], glm::min(capsule.a, capsule.b) - hand_box_m);
            hand_bounds_[1] = glm::max(hand_bounds_[1], glm::max(capsule.a, capsule.b) + hand_box_m);
        }
        const float lift_m = field.breath_m(breath, shown_hand_.centre) + (ghost ? ghost_lift_m : 0);
        pose_hand(index, shown_hand_, {view.camera.eye, lift_m}, posing.slot);
        cover_hand(hand_covers_[index], view.camera, posing.picture);
    }
}

void StagePass::cover_hand(RowCover& cover, const Camera& camera, VkExtent2D picture) const {
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const glm::mat4 clip_from_world = camera.clip_from_world(size.x / size.y);
    const float reach_px_at_1_m = hand_reach_m * camera.pixels_at_1_m(size.y);
    constexpr std::size_t stride = 4; // vertices lie much closer than the reach
    for (std::size_t k = 0; k < posed_.size(); k += stride) {
        const glm::vec4 clip = clip_from_world * glm::vec4(posed_[k].position, 1);
        if (clip.w > 0) {
            const Vec2 pixel = (Vec2(clip) / clip.w * .5F + .5F) * size;
            cover.take_in(pixel, reach_px_at_1_m / clip.w);
        }
    }
}

void StagePass::pose_hand(std::size_t index, const session::HandSnapshot& shown, const HandView& seen,
                          std::uint32_t slot) {
    const auto tool = static_cast<std::size_t>(shown.tool);
    const HandRig& rig =
        model_->hands->rig(shown.tool, static_cast<contact::Side>(index % contact::side_count));
    Hand& hand = hands_[index];
    posed_.clear();
    rig.pose(shown, seen.eye, seen.lift_m, posed_);
    GpuMesh& mesh = hand.meshes[slot];
    const std::span<const std::byte> bytes = gpu::bytes_of(posed_);
    if (mesh.vertices.size < bytes.size()) {
        mesh.vertices = gpu::make_shared_buffer(*device_, bytes.size(), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    }
    std::memcpy(mesh.vertices.mapped, bytes.data(), bytes.size());
    if (hand.tool[slot] != static_cast<int>(tool)) {
        indices_ = rig.indices();
        hand.solid[slot] = solid_first(std::span(indices_).first(rig.sleeve_first()), posed_);
        const std::span<const std::byte> indices = gpu::bytes_of(indices_);
        mesh.indices = gpu::make_shared_buffer(*device_, indices.size(), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
        std::memcpy(mesh.indices.mapped, indices.data(), indices.size());
        hand.tool[slot] = static_cast<int>(tool);
    }
    const Box box = box_of(posed_);
    const auto part = [&](std::uint32_t from, std::uint32_t to) {
        mesh.parts.push_back({from, to - from, box});
    };
    mesh.parts.clear();
    part(0, hand.solid[slot]);
    part(hand.solid[slot], rig.sleeve_first());
    part(rig.sleeve_first(), static_cast<std::uint32_t>(rig.indices().size()));
}

void StagePass::bind(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh) {
    const VkBuffer vertices = mesh.vertices.handle.get();
    const VkDeviceSize none = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline.get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &none);
    vkCmdBindIndexBuffer(commands, mesh.indices.handle.get(), 0, VK_INDEX_TYPE_UINT32);
}

void StagePass::draw_part(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                          HandPart part) {
    if (!mesh.parts.empty() && mesh.parts[part].count > 0) {
        bind(commands, pipeline, mesh);
        vkCmdDrawIndexed(commands, mesh.parts[part].count, 1, mesh.parts[part].first, 0, 0);
    }
}

void StagePass::draw(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh,
                     std::span<const ViewVolume> seen) {
    bool bound = false;
    for (std::size_t k = 0; k < mesh.parts.size(); ++k) {
        if (!ViewVolume::any_meets(seen, mesh.parts[k].box)) {
            continue;
        }
        if (!bound) {
            bind(commands, pipeline, mesh);
            bound = true;
        }
        // Neighbours in the buffer are drawn in one go.
        const std::uint32_t first = mesh.parts[k].first;
        while (k + 1 < mesh.parts.size() && ViewVolume::any_meets(seen, mesh.parts[k + 1].box)) {
            ++k;
        }
        vkCmdDrawIndexed(commands, mesh.parts[k].first + mesh.parts[k].count - first, 1, first, 0, 0);
    }
}

// A layer shows where those over it have begun to go, until it has gone everywhere.
void StagePass::draw_layers(VkCommandBuffer commands, const StageShow& show) const {
    const Peel& peel = show.overlays.peel;
    const float most = std::max(peel.left, peel.right);
    const float least = std::min(peel.left, peel.right);
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        const auto layer = static_cast<float>(k + 1);
        if (most > layer - 1 && (k + 1 == layers_.size() || least < layer + 1)) {
            draw(commands, layer_pipelines_[k], layers_[k], show.seen);
        }
    }
}

void StagePass::record_hands(VkCommandBuffer commands, std::uint32_t slot,
                             const gpu::Pipeline& pipeline) const {
    textures_->bind(commands, slot);
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        for (const HandPart part : {solid, fringe, sleeve}) {
            draw_part(commands, pipeline, hands_[side].meshes[slot], part);
        }
    }
}

void StagePass::record_room(VkCommandBuffer commands, std::uint32_t slot) {
    textures_->bind(commands, slot, StageView::whole);
    draw_room(commands);
}

// Nearest first, so that what is hidden costs no shading; the room last, where nothing else is; then what
// blends.
void StagePass::record(VkCommandBuffer commands, const StageShow& show) {
    const Overlays& overlays = show.overlays;
    const bool marked = overlays.pressure_map || overlays.coverage || show.marked;
    if (mask_ && !show.areas.empty()) {
        mask_->record(commands, show.areas);
    }
    textures_->bind(commands, show.slot, show.view);
    for (std::size_t index = 0; index < hands_.size(); ++index) {
        if (hides(overlays, index)) {
            draw_part(commands, hand_pipeline_, hands_[index].meshes[show.slot], solid);
        }
    }
    draw(commands, sheet_pipeline_, sheet_, show.seen);
    const bool peeled = overlays.peel.any() && has_anatomy_;
    if (peeled) {
        draw_layers(commands, show);
    } else {
        draw(commands, marked ? overlaid_skin_pipeline_ : skin_pipeline_, skin_, show.seen);
    }
    draw(commands, table_pipeline_, table_, show.seen);
    if (show.view == StageView::whole) { // an inset has it already
        draw_room(commands);
    }
    if (peeled) {
        draw(commands, peeled_skin_pipeline_, skin_, show.seen);
    }
    draw(commands, hair_pipeline_, hair_, show.seen);
    if (!overlays.hide_hands) {
        draw_hands(commands, show);
    }
    draw_unused(commands);
}

// A driver may compile a shader when it is first drawn with, for a tenth of a second. That is spread over the
// first frames, a pipeline a frame, instead of falling on the key that asks for the view.
void StagePass::draw_unused(VkCommandBuffer commands) {
    if (unused_.empty()) {
        return;
    }
    const VkBuffer vertices = no_triangle_.handle.get();
    const VkDeviceSize none = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, unused_.back()->get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &none);
    vkCmdDraw(commands, 3, 1, 0, 0);
    unused_.pop_back();
}

/// A hand that nothing is seen through, its sleeve left out.
bool StagePass::hides(const Overlays& overlays, std::size_t index) {
    const bool ghost = index >= contact::side_count;
    return !ghost && !overlays.hide_hands && overlays.hand_opacity >= 1;
}

// What dissolves comes after all that it shows, where depth is read afterwards for how open the sky is.
void StagePass::draw_hands(VkCommandBuffer commands, const StageShow& show) const {
    for (std::size_t index = 0; index < hands_.size(); ++index) {
        const GpuMesh& mesh = hands_[index].meshes[show.slot];
        if (hides(show.overlays, index)) {
            draw_part(commands, hand_pipeline_, mesh, fringe);
            draw_part(commands, wandering_ ? cuff_pipeline_ : hand_pipeline_, mesh, sleeve);
            continue;
        }
        draw(commands, hand_depth_pipeline_, mesh, show.seen);
        draw(commands, index >= contact::side_count ? ghost_pipeline_ : hand_pipeline_, mesh, show.seen);
    }
    for (std::size_t index = 0; wandering_ && index < contact::side_count; ++index) {
        if (hides(show.overlays, index)) {
            draw_part(commands, sleeve_pipeline_, hands_[index].meshes[show.slot], sleeve);
        }
    }
}

} // namespace tactus::render
