#include "engine/app/presenter.hpp"

#include "engine/gpu/check.hpp"
#include "engine/platform/steady_clock.hpp"
#include "engine/ui/widgets/button.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace tactus::app {

namespace {

/// Seconds of the steady clock.
} // namespace

float interface_scale(platform::PixelSize size, int percent, Vec2 room) {
    const Vec2 window_px(static_cast<float>(size.width), static_cast<float>(size.height));
    const float most = std::min(window_px.x / room.x, window_px.y / room.y);
    return std::min(ui::usual_scale(window_px) * static_cast<float>(percent) / 100.0F, std::max(most, 0.6F));
}

Presenter::Presenter(const Options& options, platform::Window* window)
    : window_(window), offscreen_(options.size), layer_(window != nullptr ? window->handle() : nullptr,
                                                        interface_scale(options.size, 100, ui::page_room)),
      graphics_({.window = window,
                 .offscreen = options.size,
                 .validation = options.validation,
                 .tier = options.tier}) {}

platform::PixelSize Presenter::size() const {
    return window_ != nullptr ? window_->framebuffer() : offscreen_;
}

/// Draws; a GPU that fails meanwhile is mended for the next frame, and this one is not shown.
template <class Draw> bool Presenter::guarded(const Draw& draw) {
    try {
        return draw();
    } catch (const gpu::DeviceLost& fault) {
        mend(faults_.lost(platform::steady_s()), fault);
    } catch (const gpu::OutOfMemory& fault) {
        mend(faults_.out_of_memory(tier(), platform::steady_s()), fault);
    }
    return false;
}

void Presenter::mend(Remedy remedy, const UserError& fault) {
    std::fprintf(stderr, "tactus: %s\n", fault.what());
    if (remedy == Remedy::start_anew) {
        throw PictureLost(fault.complaints());
    }
    const double began_s = platform::steady_s();
    const render::Tier before = tier();
    try {
        graphics_.make_anew(remedy == Remedy::lower_tier ? lower(before) : before);
    } catch (const UserError& failure) {
        throw PictureLost(failure.complaints());
    }
    ++health_.made_anew;
    health_.reduced = health_.reduced || tier() != before;
    health_.words = tier() != before ? "The graphics memory is full: the picture is simpler from now on."
                                     : "The graphics card failed and is back; nothing was lost.";
    std::printf("gpu: made anew in %.0f ms, %s\n", 1e3 * (platform::steady_s() - began_s),
                tier() != before ? "simpler" : "as before");
    std::fflush(stdout);
}

const ImDrawData* Presenter::compose(Stage& stage, const devices::InputEvents& events, double elapsed_s) {
    const platform::PixelSize size = this->size();
    const Vec2 size_px(static_cast<float>(std::max(size.width, 1)),
                       static_cast<float>(std::max(size.height, 1)));
    const float scale = interface_scale({std::max(size.width, 64), std::max(size.height, 64)},
                                        stage.settings().scale_percent, stage.room_needed());
    if (layer_.set_scale(scale)) {
        graphics_.renderer().upload_fonts();
    }
    wall_s_ += elapsed_s;
    stage.update(events, size_px, elapsed_s);
    theme_ = stage.settings().high_contrast ? ui::high_contrast_theme() : ui::Theme{};
    ImDrawList& list = layer_.begin_frame(size_px, static_cast<float>(elapsed_s));
    ui::Canvas canvas(list, theme_, layer_.fonts(), scale, size_px);
    canvas.set_keys(stage.settings().keys);
    interaction_.begin(events, scale, elapsed_s);
    interaction_.set_dwell(1e-3 * stage.settings().dwell_ms);
    stage.draw(canvas, interaction_);
    ui::draw_dwell(canvas, interaction_);
    return layer_.end_frame();
}

void Presenter::think(Stage& stage, const devices::InputEvents& events, double elapsed_s) {
    guarded([&] { return compose(stage, events, elapsed_s) != nullptr; });
}

bool Presenter::show(Stage& stage, const devices::InputEvents& events, double elapsed_s) {
    return guarded([&] {
        const ImDrawData* interface = compose(stage, events, elapsed_s);
        graphics_.show_client(stage.model(), stage.under_the_skin());
        render::FrameView view = stage.view();
        view.ui = interface;
        return graphics_.renderer().draw(view);
    });
}

void Presenter::show_within(double seconds) {
    guarded([&] {
        graphics_.renderer().show_within(seconds);
        return true;
    });
}

void Presenter::keep_pace(double frame_ms) {
    constexpr double gpu_share = 0.85; // the rest is for what the CPU adds on a machine that has no GPU
    graphics_.hold_budget(gpu_share * frame_ms);
}

bool Presenter::show_scene(Stage& stage, render::CameraPreset camera) {
    graphics_.show_client(stage.model(), stage.under_the_skin());
    render::FrameView view = stage.view();
    view.camera = render::preset_camera(camera);
    return graphics_.renderer().draw(view);
}

bool Presenter::show_shot(const std::shared_ptr<const render::ClientModel>& model,
                          const std::shared_ptr<const render::AnatomyModel>& anatomy, render::FrameView view,
                          std::string_view label) {
    graphics_.show_client(model, anatomy);
    if (!label.empty()) {
        const Vec2 size_px(static_cast<float>(offscreen_.width), static_cast<float>(offscreen_.height));
        ImDrawList& list = layer_.begin_frame(size_px, 1.0F / 60);
        ui::Canvas canvas(list, theme_, layer_.fonts(), layer_.fonts().scale, size_px);
        const float width = canvas.text_width(ui::Face::caption_strong, label) + 20;
        const ui::Rect tag{8, canvas.size().y - 36, std::min(width, canvas.size().x - 16), 28};
        canvas.glass(tag, 8);
        canvas.fill(tag, theme_.ink, 8);
        canvas.text_within({tag.x + 10, tag.y + 5}, tag.width - 19, ui::Face::caption_strong, theme_.text,
                           label);
        view.ui = layer_.end_frame();
    }
    return graphics_.renderer().draw(view);
}

} // namespace tactus::app
