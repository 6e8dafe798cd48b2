#include "engine/app/presenter.hpp"

#include "engine/platform/paths.hpp"
#include "engine/platform/this_thread.hpp"
#include "engine/ui/widgets/button.hpp"
#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <future>

namespace tactus::app {

namespace {

/// A software renderer draws with threads of its own, which take their priority from the thread that makes
/// the device. Made on a thread that yields, they leave a core to the simulation whenever it wants one: a
/// late picture is seen, a late step ends grading.
std::unique_ptr<gpu::Device> make_device(const gpu::DeviceSettings& settings) {
    return std::async(std::launch::async,
                      [&settings] {
                          platform::yield_to_others();
                          return std::make_unique<gpu::Device>(settings);
                      })
        .get();
}

/// Where compiled pipelines are kept; nowhere on a machine without a home.
std::filesystem::path pipeline_cache_file() {
    try {
        return platform::cache_folder() / "pipelines.bin";
    } catch (const UserError&) {
        return {};
    }
}

} // namespace

float interface_scale(platform::PixelSize size, int percent, Vec2 room) {
    const Vec2 window_px(static_cast<float>(size.width), static_cast<float>(size.height));
    const float most = std::min(window_px.x / room.x, window_px.y / room.y);
    return std::min(ui::usual_scale(window_px) * static_cast<float>(percent) / 100.0F, std::max(most, 0.6F));
}

Presenter::Presenter(const Options& options, platform::Window* window)
    : window_(window), offscreen_(options.size),
      device_(make_device({.window = window != nullptr ? window->handle() : nullptr,
                           .validation = options.validation,
                           .pipeline_cache = pipeline_cache_file()})),
      layer_(window != nullptr ? window->handle() : nullptr,
             interface_scale(options.size, 100, ui::page_room)) {
    const render::Tier tier = options.tier.value_or(render::suitable_tier(*device_));
    renderer_ = window != nullptr ? std::make_unique<render::Renderer>(*device_, *window, tier)
                                  : std::make_unique<render::Renderer>(*device_, offscreen_, tier);
    renderer_->upload_fonts();
}

platform::PixelSize Presenter::size() const {
    return window_ != nullptr ? window_->framebuffer() : offscreen_;
}

void Presenter::show_client(std::shared_ptr<const render::ClientModel> model,
                            std::shared_ptr<const render::AnatomyModel> anatomy) {
    if (model != nullptr && model != shown_) {
        shown_ = model;
        shown_anatomy_.reset();
        renderer_->show_client(std::move(model));
    }
    if (anatomy != nullptr && anatomy != shown_anatomy_) {
        shown_anatomy_ = anatomy;
        renderer_->show_anatomy(std::move(anatomy));
    }
}

const ImDrawData* Presenter::compose(Stage& stage, const devices::InputEvents& events, double elapsed_s) {
    const platform::PixelSize size = this->size();
    const Vec2 size_px(static_cast<float>(std::max(size.width, 1)),
                       static_cast<float>(std::max(size.height, 1)));
    const float scale = interface_scale({std::max(size.width, 64), std::max(size.height, 64)},
                                        stage.settings().scale_percent, stage.room_needed());
    if (layer_.set_scale(scale)) {
        renderer_->upload_fonts();
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
    compose(stage, events, elapsed_s);
}

bool Presenter::show(Stage& stage, const devices::InputEvents& events, double elapsed_s) {
    const ImDrawData* interface = compose(stage, events, elapsed_s);
    show_client(stage.model(), stage.under_the_skin());
    render::FrameView view = stage.view();
    view.ui = interface;
    return renderer_->draw(view);
}

void Presenter::keep_pace(double frame_ms) {
    constexpr double gpu_share = 0.85; // the rest is for what the CPU adds on a machine that has no GPU
    renderer_->hold_budget(gpu_share * frame_ms);
}

bool Presenter::show_scene(Stage& stage, render::CameraPreset camera) {
    show_client(stage.model(), stage.under_the_skin());
    render::FrameView view = stage.view();
    view.camera = render::preset_camera(camera);
    return renderer_->draw(view);
}

bool Presenter::show_shot(const std::shared_ptr<const render::ClientModel>& model,
                          const std::shared_ptr<const render::AnatomyModel>& anatomy, render::FrameView view,
                          std::string_view label) {
    show_client(model, anatomy);
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
    return renderer_->draw(view);
}

} // namespace tactus::app
