#pragma once
/// All that hangs on the GPU: the device, the renderer on it and what the renderer was told. It is made as a
/// whole, and after a loss anew as a whole, so that nothing of a lost device is left anywhere. Main thread.

#include "engine/gpu/device.hpp"
#include "engine/platform/window.hpp"
#include "engine/render/renderer.hpp"

#include <memory>
#include <optional>

namespace tactus::app {

class Graphics {
public:
    struct Settings {
        platform::Window* window = nullptr; ///< null: offscreen, pictures of that size
        platform::PixelSize offscreen{1280, 720};
        bool validation = false;
        std::optional<render::Tier> tier; ///< nullopt = what suits the device
    };

    /// Where the memory does not suffice for a tier, the next lower one is taken. Throws UserError.
    explicit Graphics(const Settings& settings);

    [[nodiscard]] const gpu::Device& device() const { return *device_; }

    [[nodiscard]] render::Renderer& renderer() { return *renderer_; }

    [[nodiscard]] const render::Renderer& renderer() const { return *renderer_; }

    /// The device and everything on it, in that tier or where the memory does not suffice in a lower one.
    /// Shows no client until it is told to. Throws UserError: the GPU does not come back; only ~Graphics is
    /// allowed then.
    void make_anew(render::Tier tier);

    /// What it is to show; null anatomy = none. Nothing when it shows that already.
    void show_client(const std::shared_ptr<const render::ClientModel>& model,
                     const std::shared_ptr<const render::AnatomyModel>& anatomy);

    // As of the renderer, and kept when it is made anew:
    void hold_budget(double gpu_ms);
    void keep_nothing();

    /// Messages of the validation layer, of lost devices too.
    [[nodiscard]] int validation_messages() const;

private:
    void make(std::optional<render::Tier> tier);
    void let_go();

    Settings settings_;
    std::optional<double> budget_ms_;
    bool keeps_ = true;
    int messages_before_ = 0; ///< of devices that were lost
    std::unique_ptr<gpu::Device> device_;
    std::unique_ptr<render::Renderer> renderer_;
    std::shared_ptr<const render::ClientModel> client_;
    std::shared_ptr<const render::AnatomyModel> anatomy_;
};

/// The next simpler picture; the low tier has none below it.
render::Tier lower(render::Tier tier);

} // namespace tactus::app
