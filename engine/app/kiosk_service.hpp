#pragma once
/// What a running kiosk tells the computer around it: systemd's watchdog, fed by pictures that reached the
/// screen and by nothing else, and the health page. Outlives the stages that it watches.

#include "engine/app/modes/health_page.hpp"
#include "engine/app/modes/kiosk_mode.hpp"
#include "engine/app/modes/presented_frames.hpp"
#include "engine/app/options.hpp"
#include "engine/devices/device_set.hpp"

#include <memory>
#include <optional>

namespace tactus::app {

class Stage;

class KioskService {
public:
    /// A health page that cannot be opened costs a note to the staff. block_at_s: drawing stands still from
    /// then on.
    KioskService(KioskSetup setup, std::optional<double> block_at_s);

    /// For the next stage, with what staff has set meanwhile.
    [[nodiscard]] const KioskSetup& setup() const { return setup_; }

    /// A sentence for the staff, also on standard error.
    void note(const std::string& sentence);

    /// Its renderer counts from zero.
    void begin_stage() {
        frames_.restart();
        slow_s_ = 0;
    }

    /// After each turn of the loop.
    void after_frame(const render::Renderer& renderer, Stage& stage, const devices::DeviceSet& devices);

    /// After the still picture was put on the window once more.
    void after_still();

    /// Pictures have come too slowly for a minute, and a plainer one could be drawn.
    [[nodiscard]] bool wants_plainer() const;

    /// Staff has ended the kiosk.
    [[nodiscard]] bool left() const { return left_; }

    /// The newest picture of the attract loop; empty = none yet.
    [[nodiscard]] const platform::Image& scene() const { return scene_; }

private:
    void pulse(const std::string& phase);
    void post(KioskHealth health, double now_s);
    void keep_scene(const render::Renderer& renderer);

    KioskSetup setup_;
    std::optional<double> block_at_s_;
    double began_s_;
    PresentedFrames frames_;
    HealthBoard board_;
    std::unique_ptr<HealthPage> page_;
    platform::Image scene_;
    render::Tier tier_ = render::Tier::low;
    bool ready_ = false; ///< systemd knows
    bool left_ = false;
    double fed_s_ = -1e9;
    double posted_s_ = -1e9;
    double slow_s_ = 0; ///< for so long pictures have come too slowly
};

} // namespace tactus::app
