#include "engine/render/renderer.hpp"

#include "engine/gpu/device.hpp"
#include "engine/gpu/drawing.hpp"
#include "engine/gpu/frames.hpp"
#include "engine/platform/this_thread.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/composer.hpp"
#include "engine/render/frame_plan.hpp"
#include "engine/render/passes/backdrop_pass.hpp"
#include "engine/render/passes/hands_shadow_pass.hpp"
#include "engine/render/passes/smooth_pass.hpp"
#include "engine/render/passes/stage_pass.hpp"
#include "engine/render/picture_area.hpp"
#include "engine/render/picture_target.hpp"
#include "engine/render/refresh.hpp"
#include "engine/render/render_scale.hpp"
#include "engine/render/skin_change.hpp"
#include "engine/render/skin_field.hpp"
#include "engine/render/stage_frame.hpp"
#include "engine/render/stage_textures.hpp"
#include "engine/render/wandering_light.hpp"
#include "engine/render/window_picture.hpp"
#include "shaders/shared/lights.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace tactus::render {
namespace {

constexpr VkFormat offscreen_format = VK_FORMAT_R8G8B8A8_UNORM;

VkSampleCountFlagBits samples_of(Tier tier) {
    return tier == Tier::low ? VK_SAMPLE_COUNT_1_BIT : VK_SAMPLE_COUNT_4_BIT;
}

/// Adds the processor time that this thread uses during its life to a sum.
class TimedCall {
public:
    explicit TimedCall(double& sum_ms) : sum_ms_(&sum_ms), began_s_(platform::thread_time_s()) {}

    ~TimedCall() { *sum_ms_ += (platform::thread_time_s() - began_s_) * 1e3; }

    TimedCall(const TimedCall&) = delete;
    TimedCall& operator=(const TimedCall&) = delete;
    TimedCall(TimedCall&&) = delete;
    TimedCall& operator=(TimedCall&&) = delete;

private:
    double* sum_ms_;
    double began_s_;
};

/// Whether any shader of the frame will read the overlay's map.
bool shows_overlay(const FrameView& view) {
    const bool marked =
        view.now != nullptr && !(view.now->skin.weal.empty() && view.now->skin.bruise.empty());
    return marked || view.overlays.pressure_map || view.overlays.coverage || view.overlays.peel.any();
}

} // namespace

struct Renderer::State {
    const gpu::Device& device;
    Tier tier;
    std::optional<WindowPicture> window;
    VkFormat format;
    PictureTarget target;
    StageTextures textures;
    BackdropPass backdrop;
    StagePass stage;
    std::optional<HandsShadowPass> shadow; ///< medium and high tiers
    SmoothPass smooth;
    std::optional<WanderingLight> soft; ///< high tier
    Composer composer;
    std::shared_ptr<const ClientModel> client;
    std::shared_ptr<const AnatomyModel> anatomy;
    std::optional<SkinField> field;
    RenderScale scale;
    std::optional<double> budget_ms; ///< of a frame on the GPU; nullopt = the stage keeps its full size
    VkExtent2D drawn{0, 0};          ///< the stage: as large as the picture or smaller
    bool keeps = true;               ///< what has not changed in a picture serves for the next one
    Refresh refresh;
    SkinChange change;
    std::vector<ViewVolume> seen; ///< through the pieces of a frame
    std::vector<VkRect2D> edges;  ///< pieces of a frame in which edges are smoothed
    FrameTimes times;
    gpu::Frames frames; // last but for the plan: waits for the GPU before anything else goes
    FramePlan plan;

    State(const gpu::Device& device_in, platform::Window* window_in, Tier tier_in)
        : device(device_in), tier(tier_in),
          window(window_in != nullptr ? std::make_optional<WindowPicture>(device_in, *window_in)
                                      : std::nullopt),
          format(window ? window->format() : offscreen_format), textures(device_in), backdrop(device_in),
          stage(
              device_in, textures,
              {wandering() ? light_format : format, samples_of(tier_in), tier_in != Tier::low, wandering()}),
          smooth(device_in, format, depth_format), composer(device_in, format, samples_of(tier_in)),
          frames(device_in), plan(device_in, frames) {
        if (tier != Tier::low) {
            shadow.emplace(device_in, textures);
            textures.set_hands_shadow(shadow->map().view.get());
        }
        if (wandering()) {
            soft.emplace(device_in, format);
        }
        device_in.save_pipelines();
    }

    [[nodiscard]] bool multisampled() const { return target.samples != VK_SAMPLE_COUNT_1_BIT; }

    /// Light that wanders in skin is drawn apart and blurred.
    [[nodiscard]] bool wandering() const { return tier == Tier::high; }

    void fit_target(VkExtent2D extent) {
        if (extent.width == target.extent.width && extent.height == target.extent.height) {
            return;
        }
        frames.wait_all();
        target = make_target(device, {extent, format, samples_of(tier), wandering()});
        place_images(plan, target);
        if (shadow) {
            plan.place(FrameImage::hands_shadow, shadow->map().handle.get(), depth_format);
        }
        refresh.forget();
        backdrop.fit(extent);
        textures.set_backdrop(backdrop.view());
        if (!multisampled()) {
            smooth.read(target.scene.view.get());
        }
        if (soft) {
            soft->read(target, backdrop.view());
        }
        composer.fit(target, finished());
    }

    [[nodiscard]] VkRect2D whole() const { return {{0, 0}, target.extent}; }

    /// The stage as it is put under the interface.
    [[nodiscard]] const gpu::Image& finished() const {
        return wandering() ? target.shown : multisampled() ? target.scene : target.smoothed;
    }

    [[nodiscard]] FrameImage finished_name() const {
        return wandering() ? FrameImage::shown : multisampled() ? FrameImage::scene : FrameImage::smoothed;
    }

    /// What the whole of the stage, or pieces of it, are drawn by.
    [[nodiscard]] StageShow show_of(const FrameView& view) const {
        return {frames.slot(), view.overlays, field->marked(), {}, seen};
    }

    void see(const Camera& camera, VkExtent2D picture, std::span<const VkRect2D> areas) {
        const glm::mat4 clip_from_world =
            camera.clip_from_world(static_cast<float>(picture.width) / static_cast<float>(picture.height));
        seen.clear();
        for (const VkRect2D& area : areas) {
            seen.emplace_back(clip_from_world, picture, area);
        }
    }

    /// Where the inset is on the stage as it is drawn.
    [[nodiscard]] VkRect2D inset_area(const Inset& inset) const {
        return even_area(inset.low * scale.value(), inset.high * scale.value(), drawn);
    }

    /// A second look at the stage in a corner of the first, before the room as it is there. colours: how many
    /// images are drawn into.
    void draw_inset(VkCommandBuffer commands, const FrameView& view, std::uint32_t colours) {
        if (!view.inset) {
            return;
        }
        const VkRect2D area = inset_area(*view.inset);
        std::array<VkClearAttachment, 4> clears{};
        // Where nothing covers, the finishing pass puts the room.
        for (std::uint32_t k = 0; k < colours; ++k) {
            clears[k].aspectMask = VK_IMAGE_ASPECT_COLOR_BIT;
            clears[k].colorAttachment = k;
        }
        clears[colours].aspectMask = VK_IMAGE_ASPECT_DEPTH_BIT;
        const VkClearRect rect{area, 0, 1};
        vkCmdClearAttachments(commands, colours + 1, clears.data(), 1, &rect);
        vkCmdSetScissor(commands, 0, 1, &area);
        stage.record_room(commands, frames.slot());
        const VkViewport viewport{static_cast<float>(area.offset.x),
                                  static_cast<float>(area.offset.y),
                                  static_cast<float>(area.extent.width),
                                  static_cast<float>(area.extent.height),
                                  0,
                                  1};
        vkCmdSetViewport(commands, 0, 1, &viewport);
        see(view.inset->camera, area.extent, std::array{VkRect2D{{0, 0}, area.extent}});
        StageShow show = show_of(view);
        show.view = StageView::inset;
        stage.record(commands, show);
    }

    void plan_wandering(VkCommandBuffer commands, const FrameView& view) {
        const std::array views{
            FinishPass::View{view.camera, whole()},
            FinishPass::View{view.inset ? view.inset->camera : view.camera,
                             view.inset ? inset_area(*view.inset) : whole()},
        };
        soft->plan_frame(commands, plan, target, std::span(views).first(view.inset ? 2 : 1),
                         [&](VkCommandBuffer c) {
                             see(view.camera, target.extent, std::array{whole()});
                             stage.record(c, show_of(view));
                             draw_inset(c, view, WanderingLight::images);
                         });
    }

    // Every pixel of the areas is drawn, the room behind all; nothing needs clearing but depth.
    void draw_stage(VkCommandBuffer commands, const FrameView& view, std::span<const VkRect2D> areas) {
        VkRenderingAttachmentInfo colour =
            multisampled() ? gpu::colour_attachment(target.several, VK_ATTACHMENT_LOAD_OP_DONT_CARE)
                           : gpu::colour_attachment(target.scene, VK_ATTACHMENT_LOAD_OP_LOAD);
        if (multisampled()) {
            colour.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
            colour.resolveMode = VK_RESOLVE_MODE_AVERAGE_BIT;
            colour.resolveImageView = target.scene.view.get();
            colour.resolveImageLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
        }
        VkRenderingAttachmentInfo depth = gpu::depth_attachment(target.depth, VK_ATTACHMENT_LOAD_OP_CLEAR);
        depth.storeOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
        depth.clearValue.depthStencil = AreaMask::closed;
        gpu::begin_drawing(commands, {drawn, around(areas), &colour, &depth});
        see(view.camera, drawn, areas);
        StageShow show = show_of(view);
        show.areas = areas;
        stage.record(commands, show);
        draw_inset(commands, view, 1);
        vkCmdEndRendering(commands);
    }

    /// Nothing but a ground for the interface: the client is still being made. The room is drawn already,
    /// so that the first picture with the client has less to do.
    void plan_ground(VkCommandBuffer commands, const Camera& camera) {
        drawn = target.extent;
        refresh.forget();
        composer.renew();
        const std::array uses{draws(finished_name())};
        plan.run(commands, "ground", uses, [&](VkCommandBuffer c) {
            VkRenderingAttachmentInfo colour =
                gpu::colour_attachment(finished(), VK_ATTACHMENT_LOAD_OP_CLEAR);
            colour.clearValue.color = {{0.11F, 0.09F, 0.08F, 1.0F}};
            gpu::begin_drawing(c, {target.extent, whole(), &colour});
            vkCmdEndRendering(c);
        });
        plan.run(commands, "room", {}, [&](VkCommandBuffer c) { backdrop.record(c, {camera}, false); });
    }

    void choose_size() {
        if (budget_ms && !wandering() && frames.gpu_ms() > 0) {
            scale.take(frames.gpu_ms(), *budget_ms);
        }
        const auto scaled = [&](std::uint32_t pixels) {
            return std::max(static_cast<std::uint32_t>(static_cast<float>(pixels) * scale.value()), 1U);
        };
        const VkExtent2D size{scaled(target.extent.width), scaled(target.extent.height)};
        if (size.width != drawn.width || size.height != drawn.height) {
            drawn = size;
            refresh.forget();
        }
    }

    void plan_scene(VkCommandBuffer commands, const FrameView& view) {
        choose_size();
        plan.run(commands, "room", {}, [&](VkCommandBuffer c) {
            const Placement& lying = client->placement;
            const RoomView room{seen_in_room(view.camera, lying), table_rise_m(lying.lying.table)};
            if (backdrop.record(c, room, keeps && !wandering())) {
                refresh.forget();
            }
        });
        plan.run(commands, "skin maps", {}, [&](VkCommandBuffer c) {
            field->update(view.now, shows_overlay(view));
            stage.move_client(*field, view.now);
            stage.pose_hands(view, *field, {drawn, frames.slot()});
            shared::StageFrame frame = stage_frame(view, *client, drawn);
            frame.backdrop = backdrop.filled();
            if (shadow && !view.overlays.hide_hands) {
                const ShadowFit fit =
                    fit_shadow(stage.hands_box(), client->placement.to_body(shared::key_centre));
                std::copy(fit.rows.begin(), fit.rows.end(), std::begin(frame.shadow));
                frame.shadow_span = fit.span_m;
            }
            textures.write(c, frames.slot(), frame, *field);
            if (view.inset) {
                const VkRect2D area = inset_area(*view.inset);
                look_from(frame, view.inset->camera, Vec2(area.extent.width, area.extent.height));
                textures.write_inset(frames.slot(), frame);
            }
        });
        if (shadow) {
            constexpr std::array uses{PassUse{FrameImage::hands_shadow, gpu::use::depth, false}};
            plan.run(commands, "hands' shadow", uses, [&](VkCommandBuffer c) {
                shadow->record(c, [&](VkCommandBuffer cc, const gpu::Pipeline& pipeline) {
                    stage.record_hands(cc, frames.slot(), pipeline, view.overlays.hand_opacity >= 1);
                });
            });
        }
        if (!multisampled()) {
            plan_changed(commands, view);
            return;
        }
        composer.renew();
        if (wandering()) {
            plan_wandering(commands, view);
            return;
        }
        constexpr std::array several{draws(FrameImage::samples), draws(FrameImage::scene),
                                     reads(FrameImage::hands_shadow), draws_depth};
        plan.run(commands, "stage", several, [&](VkCommandBuffer c) {
            draw_stage(c, view, std::array{VkRect2D{{0, 0}, drawn}});
        });
    }

    /// One sample a pixel says that the machine is weak: only pieces of the picture are drawn.
    void plan_changed(VkCommandBuffer commands, const FrameView& view) {
        if (view.inset || !keeps) { // an inset would be drawn over by pieces
            refresh.forget();
        }
        const VkRect2D on_stage = view.inset ? VkRect2D{{0, 0}, drawn} : stage.area(view.camera, drawn);
        const std::span<const VkRect2D> areas =
            refresh.next({view.camera, view.overlays, drawn, on_stage, stage.hand_covers(),
                          change.next(*field, view.camera, drawn)});
        if (areas.empty()) {
            return;
        }
        if (areas.front().extent.height == drawn.height) { // the view has changed
            composer.renew();
        }
        edges.clear();
        for (const VkRect2D& area : areas) {
            composer.renew(area, drawn);
            const VkRect2D piece = common(area, on_stage);
            if (!empty(piece)) {
                edges.push_back(piece);
            }
        }
        constexpr std::array single{draws_over(FrameImage::scene), draws_depth};
        plan.run(commands, "stage", single, [&](VkCommandBuffer c) { draw_stage(c, view, areas); });
        constexpr std::array keep{copies(FrameImage::scene), filled_in(FrameImage::smoothed)};
        plan.run(commands, "keep", keep, [&](VkCommandBuffer c) {
            copy_image(c, {target.scene.handle.get(), target.smoothed.handle.get(), areas});
        });
        constexpr std::array uses{reads(FrameImage::scene), draws_over(FrameImage::smoothed), draws_depth};
        plan.run(commands, "smooth", uses,
                 [&](VkCommandBuffer c) { smooth.record(c, target.smoothed, target.depth, edges); });
    }

    /// A call of the driver's that may take long: its time is told apart from ours.
    template <class Call> auto in_driver(const Call& call) {
        const TimedCall timed(times.driver_ms);
        return call();
    }

    bool draw(const FrameView& view) {
        times.driver_ms = 0;
        if (window) {
            const std::optional<VkExtent2D> extent = in_driver([&] { return window->fit(); });
            if (!extent) {
                return false;
            }
            fit_target(*extent);
        }
        in_driver([&] { frames.wait_slot(); });
        VkCommandBuffer commands =
            in_driver([&] { return frames.begin(); }); // frees what was recorded before
        composer.begin(target.extent);
        if (client) {
            plan_scene(commands, view);
        } else {
            plan_ground(commands, view.camera);
        }
        composer.record(commands, plan, {target, {finished_name(), drawn}, view.ui, frames.slot()});
        // The picture before is shown only now: until here a software driver was drawing it.
        const bool taken = window && in_driver([&] { return window->take(frames.acquired()); });
        constexpr std::array uses{copies(FrameImage::shown)};
        plan.run(commands, "to window", uses, [&](VkCommandBuffer c) {
            if (taken) {
                window->copy(c, target.shown);
            }
        });
        in_driver([&] {
            frames.submit(taken ? gpu::FrameSignals{frames.acquired(), window->filled()}
                                : gpu::FrameSignals{});
            if (taken) {
                window->submitted();
            }
        });
        keep_times();
        return taken || !window;
    }

    void keep_times() {
        times.gpu_ms = frames.gpu_ms();
        times.scale = scale.value();
        times.passes.clear();
        for (const gpu::PassTime& pass : frames.pass_ms()) {
            times.passes.push_back({pass.name, pass.ms});
        }
    }

    void show_within(double seconds) {
        if (window && window->has_to_show() && frames.done_within(seconds)) {
            window->show();
        }
    }
};

Renderer::Renderer(const gpu::Device& device, platform::Window& window, Tier tier)
    : state_(std::make_unique<State>(device, &window, tier)) {}

Renderer::Renderer(const gpu::Device& device, platform::PixelSize size, Tier tier)
    : state_(std::make_unique<State>(device, nullptr, tier)) {
    state_->fit_target({static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height)});
}

Renderer::~Renderer() = default;

void Renderer::show_client(std::shared_ptr<const ClientModel> model) {
    state_->frames.wait_all();
    state_->client = std::move(model);
    state_->field.reset();
    state_->refresh.forget();
    state_->stage.set_anatomy(nullptr);
    state_->anatomy.reset();
    if (state_->client) {
        state_->field.emplace(*state_->client);
        state_->textures.set_client(*state_->client);
        state_->stage.set_client(*state_->client);
    }
}

void Renderer::show_anatomy(std::shared_ptr<const AnatomyModel> anatomy) {
    state_->frames.wait_all();
    state_->refresh.forget();
    state_->stage.set_anatomy(anatomy.get());
    if (anatomy) {
        state_->textures.set_anatomy(*anatomy);
    }
    state_->anatomy = std::move(anatomy);
}

void Renderer::upload_fonts() {
    state_->frames.wait_all();
    state_->composer.upload_fonts();
    state_->refresh.forget();
}

void Renderer::hold_budget(std::optional<double> gpu_ms) {
    state_->budget_ms = gpu_ms;
    state_->scale.reset();
    if (gpu_ms && state_->tier == Tier::low) {
        state_->scale.start_small();
    }
}

void Renderer::keep_nothing() { state_->keeps = false; }

bool Renderer::draw(const FrameView& view) { return state_->draw(view); }

void Renderer::show_within(double seconds) { state_->show_within(seconds); }

platform::Image Renderer::read_back() const {
    state_->frames.wait_all();
    return read_target(state_->device, state_->target);
}

const FrameTimes& Renderer::times() const { return state_->times; }

Tier Renderer::tier() const { return state_->tier; }

std::uint64_t Renderer::presented() const { return state_->window ? state_->window->presented() : 0; }

Tier suitable_tier(const gpu::Device& device) {
    switch (device.type()) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
        return Tier::high;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
        return Tier::medium;
    default:
        return Tier::low;
    }
}

} // namespace tactus::render
