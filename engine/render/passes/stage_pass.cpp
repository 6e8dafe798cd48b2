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
      pipelines_(make_stage_pipelines(device, textures.layout(), target)),
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
        made.indices = std::make_shared<gpu::Buffer>(
            gpu::make_static_buffer(*device_, gpu::bytes_of(mesh.indices), VK_BUFFER_USAGE_INDEX_BUFFER_BIT));
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
    hand_indices_ = {};
    hand_covers_ = {};
    bounds_ = {};
    for (const StageMesh* mesh : {&model.skin, &model.hair, &model.sheet, &model.table}) {
        for (const StageVertex& vertex : mesh->vertices) {
            if (model.placement.to_table(vertex.position).y > lowest_edge_m) {
                bounds_.take_in(vertex.position);
            }
        }
    }
    bounds_.high.y += hand_height_m;
    unused_ = {&pipelines_.ghost, &pipelines_.hand_depth, &pipelines_.overlaid_skin, &pipelines_.hand};
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
        for (const gpu::Pipeline& pipeline : pipelines_.layers) {
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
            hands_[index][posing.slot].parts.clear();
            continue;
        }
        shown_hand_ = *wanted; // keeps its memory
        shown_hand_ = with_clear_forearm(std::move(shown_hand_), view.camera.eye, view.camera.up);
        for (const contact::Capsule& capsule : shown_hand_.capsules) {
            hand_bounds_[0] = glm::min(hand_bounds_[0], glm::min(capsule.a, capsule.b) - hand_box_m);
            hand_bounds_[1] = glm::max(hand_bounds_[1], glm::max(capsule.a, capsule.b) + hand_box_m);
        }
        const float lift_m = field.breath_m(breath, shown_hand_.centre) + (ghost ? ghost_lift_m : 0);
        pose_hand(index, shown_hand_, {view.camera.eye, lift_m, view.camera.up}, posing.slot);
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

void StagePass::pose_hand(std::size_t index, const session::HandSnapshot& shown, const HandRig::View& seen,
                          std::uint32_t slot) {
    const HandRig& rig =
        model_->hands->rig(shown.tool, static_cast<contact::Side>(index % contact::side_count));
    posed_.clear();
    rig.pose(shown, seen, posed_, hand_on_top_);
    GpuMesh& mesh = hands_[index][slot];
    const std::span<const std::byte> bytes = gpu::bytes_of(posed_);
    if (mesh.vertices.size < bytes.size()) {
        mesh.vertices = gpu::make_shared_buffer(*device_, bytes.size(), VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    }
    std::memcpy(mesh.vertices.mapped, bytes.data(), bytes.size());
    HandIndices& indices = hand_indices_[index % contact::side_count][static_cast<std::size_t>(shown.tool)];
    if (indices.buffer == nullptr) {
        indices = make_hand_indices(rig);
    }
    mesh.indices = indices.buffer;
    const Box box = box_of(posed_);
    const auto part = [&](std::uint32_t from, std::uint32_t to) {
        mesh.parts.push_back({from, to - from, box});
    };
    mesh.parts.clear();
    part(0, indices.solid);
    part(indices.solid, rig.sleeve_first());
    part(rig.sleeve_first(), static_cast<std::uint32_t>(rig.indices().size()));
}

// The vertices just posed tell which of them dissolve: that is alike in every pose.
StagePass::HandIndices StagePass::make_hand_indices(const HandRig& rig) const {
    std::vector<std::uint32_t> indices = rig.indices();
    HandIndices made;
    made.solid = solid_first(std::span(indices).first(rig.sleeve_first()), posed_);
    const std::span<const std::byte> bytes = gpu::bytes_of(indices);
    gpu::Buffer buffer = gpu::make_shared_buffer(*device_, bytes.size(), VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    std::memcpy(buffer.mapped, bytes.data(), bytes.size());
    made.buffer = std::make_shared<gpu::Buffer>(std::move(buffer));
    return made;
}

void StagePass::bind(VkCommandBuffer commands, const gpu::Pipeline& pipeline, const GpuMesh& mesh) {
    const VkBuffer vertices = mesh.vertices.handle.get();
    const VkDeviceSize none = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline.get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertices, &none);
    vkCmdBindIndexBuffer(commands, mesh.indices->handle.get(), 0, VK_INDEX_TYPE_UINT32);
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
            draw(commands, pipelines_.layers[k], layers_[k], show.seen);
        }
    }
}

void StagePass::record_hands(VkCommandBuffer commands, std::uint32_t slot, const gpu::Pipeline& pipeline,
                             bool sleeves) const {
    textures_->bind(commands, slot);
    for (std::size_t side = 0; side < contact::side_count; ++side) {
        for (const HandPart part : {solid, fringe}) {
            draw_part(commands, pipeline, hands_[side][slot], part);
        }
        if (sleeves) {
            draw_part(commands, pipeline, hands_[side][slot], sleeve);
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
            draw_part(commands, pipelines_.hand, hands_[index][show.slot], solid);
        }
    }
    draw(commands, pipelines_.sheet, sheet_, show.seen);
    const bool peeled = overlays.peel.any() && has_anatomy_;
    if (peeled) {
        draw_layers(commands, show);
    } else {
        draw(commands, marked ? pipelines_.overlaid_skin : pipelines_.skin, skin_, show.seen);
    }
    draw(commands, pipelines_.table, table_, show.seen);
    if (show.view == StageView::whole) { // an inset has it already
        draw_room(commands);
    }
    if (peeled) {
        draw(commands, pipelines_.peeled_skin, skin_, show.seen);
    }
    draw(commands, pipelines_.hair, hair_, show.seen);
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
        const GpuMesh& mesh = hands_[index][show.slot];
        if (hides(show.overlays, index)) {
            draw_part(commands, pipelines_.hand, mesh, fringe);
            draw_part(commands, wandering_ ? pipelines_.cuff : pipelines_.hand, mesh, sleeve);
            continue;
        }
        const gpu::Pipeline& pipeline = index >= contact::side_count ? pipelines_.ghost : pipelines_.hand;
        for (const gpu::Pipeline* each : {&pipelines_.hand_depth, &pipeline}) {
            for (const HandPart part : {solid, fringe}) { // without the sleeve
                draw_part(commands, *each, mesh, part);
            }
        }
    }
    for (std::size_t index = 0; wandering_ && index < contact::side_count; ++index) {
        if (hides(show.overlays, index)) {
            draw_part(commands, pipelines_.sleeve, hands_[index][show.slot], sleeve);
        }
    }
}

} // namespace tactus::render
