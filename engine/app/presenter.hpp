#pragma once
/// Shows a stage: device, renderer and interface over a window or an offscreen picture, and what is done when
/// the GPU fails meanwhile. Main thread only.

#include "engine/app/graphics.hpp"
#include "engine/app/options.hpp"
#include "engine/app/stage/gpu_faults.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/ui/imgui_backend.hpp"
#include "engine/ui/room.hpp"

#include <memory>
#include <string_view>

namespace tactus::app {

/// The GPU failed and does not come back in this process; a new one may have it again.
class PictureLost : public UserError {
public:
    using UserError::UserError;
};

class Presenter {
public:
    /// window: null renders offscreen at options.size. Throws UserError.
    Presenter(const Options& options, platform::Window* window);

    [[nodiscard]] render::Tier tier() const { return graphics_.renderer().tier(); }

    [[nodiscard]] const gpu::Device& device() const { return graphics_.device(); }

    [[nodiscard]] const render::Renderer& renderer() const { return graphics_.renderer(); }

    /// Messages of the validation layer so far.
    [[nodiscard]] int validation_messages() const { return graphics_.validation_messages(); }

    [[nodiscard]] const PictureHealth& health() const { return health_; }

    [[nodiscard]] const ui::FontSet& fonts() const { return layer_.fonts(); }

    [[nodiscard]] platform::PixelSize size() const;

    /// Updates the stage and draws its interface, without a picture: time passes.
    void think(Stage& stage, const devices::InputEvents& events, double elapsed_s);

    /// As think, and shows it. False when nothing could be shown: minimised, or the GPU failed and was made
    /// anew (health() says so). Throws PictureLost when that does not help.
    bool show(Stage& stage, const devices::InputEvents& events, double elapsed_s);

    /// Shows the picture of the last `show` if that is still to be done and it is ready within that time.
    void show_within(double seconds);

    /// The stage is drawn as small as frames of that length ask for. Pictures and films never are.
    void keep_pace(double frame_ms);

    /// Pictures that do not depend on those before them, as those of a film have to be.
    void draw_each_alone() { graphics_.keep_nothing(); }

    /// The scene alone, without any words over it.
    bool show_scene(Stage& stage, render::CameraPreset camera);

    /// One client as `view` has it, with a label in a corner unless it is empty. anatomy may be null.
    bool show_shot(const std::shared_ptr<const render::ClientModel>& model,
                   const std::shared_ptr<const render::AnatomyModel>& anatomy, render::FrameView view,
                   std::string_view label);

private:
    const ImDrawData* compose(Stage& stage, const devices::InputEvents& events, double elapsed_s);
    template <class Draw> bool guarded(const Draw& draw);
    void mend(Remedy remedy, const UserError& fault);

    platform::Window* window_;
    platform::PixelSize offscreen_;
    ui::ImGuiLayer layer_; ///< before the graphics, which take its fonts
    Graphics graphics_;
    GpuFaults faults_;
    PictureHealth health_;
    ui::Interaction interaction_;
    ui::Theme theme_;
    double wall_s_ = 0;
};

/// Framebuffer pixels per logical pixel: 1 at 1280x720 and 100 %. room: logical pixels that must be left.
float interface_scale(platform::PixelSize size, int percent, Vec2 room);

} // namespace tactus::app
