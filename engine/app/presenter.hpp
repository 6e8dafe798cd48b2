#pragma once
/// Shows a stage: device, renderer and interface over a window or an offscreen picture. Main thread only.

#include "engine/app/options.hpp"
#include "engine/app/stage.hpp"
#include "engine/gpu/device.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/room.hpp"

#include <memory>
#include <string_view>

namespace tactus::app {

class Presenter {
public:
    /// window: null renders offscreen at options.size. Throws UserError.
    Presenter(const Options& options, platform::Window* window);

    [[nodiscard]] render::Tier tier() const { return renderer_->tier(); }

    [[nodiscard]] const gpu::Device& device() const { return *device_; }

    [[nodiscard]] const render::Renderer& renderer() const { return *renderer_; }

    [[nodiscard]] const ui::FontSet& fonts() const { return layer_.fonts(); }

    [[nodiscard]] platform::PixelSize size() const;

    /// Updates the stage and draws its interface, without a picture: time passes.
    void think(Stage& stage, const devices::InputEvents& events, double elapsed_s);

    /// As think, and shows it. False when nothing could be shown (minimised).
    bool show(Stage& stage, const devices::InputEvents& events, double elapsed_s);

    /// Shows the picture of the last `show` if that is still to be done and it is ready within that time.
    void show_within(double seconds) { renderer_->show_within(seconds); }

    /// The stage is drawn as small as frames of that length ask for. Pictures and films never are.
    void keep_pace(double frame_ms);

    /// Pictures that do not depend on those before them, as those of a film have to be.
    void draw_each_alone() { renderer_->keep_nothing(); }

    /// The scene alone, without any words over it.
    bool show_scene(Stage& stage, render::CameraPreset camera);

    /// One client as `view` has it, with a label in a corner unless it is empty. anatomy may be null.
    bool show_shot(const std::shared_ptr<const render::ClientModel>& model,
                   const std::shared_ptr<const render::AnatomyModel>& anatomy, render::FrameView view,
                   std::string_view label);

private:
    const ImDrawData* compose(Stage& stage, const devices::InputEvents& events, double elapsed_s);
    void show_client(std::shared_ptr<const render::ClientModel> model,
                     std::shared_ptr<const render::AnatomyModel> anatomy);

    platform::Window* window_;
    platform::PixelSize offscreen_;
    std::unique_ptr<gpu::Device> device_;
    std::unique_ptr<render::Renderer> renderer_;
    ui::ImGuiLayer layer_;
    ui::Interaction interaction_;
    ui::Theme theme_;
    std::shared_ptr<const render::ClientModel> shown_;
    std::shared_ptr<const render::AnatomyModel> shown_anatomy_;
    double wall_s_ = 0;
};

/// Framebuffer pixels per logical pixel: 1 at 1280x720 and 100 %. room: logical pixels that must be left.
float interface_scale(platform::PixelSize size, int percent, Vec2 room);

} // namespace tactus::app
