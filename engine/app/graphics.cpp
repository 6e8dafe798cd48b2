#include "engine/app/graphics.hpp"

#include "engine/gpu/check.hpp"
#include "engine/platform/paths.hpp"
#include "engine/platform/this_thread.hpp"

#include <filesystem>
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

render::Tier lower(render::Tier tier) {
    return tier == render::Tier::high ? render::Tier::medium : render::Tier::low;
}

Graphics::Graphics(const Settings& settings) : settings_(settings) { make(settings.tier); }

void Graphics::make(std::optional<render::Tier> tier) {
    for (;;) {
        device_ = make_device({.window = settings_.window != nullptr ? settings_.window->handle() : nullptr,
                               .validation = settings_.validation,
                               .pipeline_cache = pipeline_cache_file()});
        tier = tier.value_or(render::suitable_tier(*device_));
        try {
            renderer_ = settings_.window != nullptr
                            ? std::make_unique<render::Renderer>(*device_, *settings_.window, *tier)
                            : std::make_unique<render::Renderer>(*device_, settings_.offscreen, *tier);
            renderer_->upload_fonts();
            break;
        } catch (const gpu::OutOfMemory&) {
            if (*tier == render::Tier::low) {
                throw;
            }
            tier = lower(*tier);
            let_go();
        }
    }
    if (budget_ms_) {
        renderer_->hold_budget(budget_ms_);
    }
    if (!keeps_) {
        renderer_->keep_nothing();
    }
}

void Graphics::let_go() {
    client_.reset();
    anatomy_.reset();
    renderer_.reset();
    messages_before_ += device_ ? device_->validation_messages() : 0;
    device_.reset(); // before the next one: a window bears one surface
}

void Graphics::make_anew(render::Tier tier) {
    let_go();
    make(tier);
}

void Graphics::show_client(const std::shared_ptr<const render::ClientModel>& model,
                           const std::shared_ptr<const render::AnatomyModel>& anatomy) {
    if (model != nullptr && model != client_) {
        client_ = model;
        anatomy_.reset();
        renderer_->show_client(model);
    }
    if (anatomy != nullptr && anatomy != anatomy_) {
        anatomy_ = anatomy;
        renderer_->show_anatomy(anatomy);
    }
}

void Graphics::hold_budget(double gpu_ms) {
    budget_ms_ = gpu_ms;
    renderer_->hold_budget(gpu_ms);
}

void Graphics::keep_nothing() {
    keeps_ = false;
    renderer_->keep_nothing();
}

int Graphics::validation_messages() const { return messages_before_ + device_->validation_messages(); }

} // namespace tactus::app
