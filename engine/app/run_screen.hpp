#pragma once
/// The one screen on which a back is stroked, whoever moves the hands: practice, drill, exam, kiosk, replay,
/// attract.

#include "engine/app/aim.hpp"
#include "engine/app/client_store.hpp"
#include "engine/app/demo_strokes.hpp"
#include "engine/app/device_watch.hpp"
#include "engine/app/live_input.hpp"
#include "engine/app/run_policy.hpp"
#include "engine/app/session_runner.hpp"
#include "engine/devices/device_hands.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/render/camera_move.hpp"
#include "engine/render/renderer.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/screens/hud_screen.hpp"

#include <deque>
#include <memory>
#include <optional>

namespace tactus::app {

/// What a run screen is made from. References must outlive it.
struct RunScreenSetup {
    session::Setup session;
    const PreparedClient& client;
    devices::DeviceSet& devices;
    RunPolicy policy;
    int threads = 1;
    std::vector<session::InputFrame> frames; ///< of the recording, when that is the source
    double from_s = 0;                       ///< a recording opens here
    std::optional<double> hold_at_s;         ///< hurries there and stands still
    bool left_handed = false;
    render::CameraPreset camera = render::CameraPreset::main;
};

class RunScreen {
public:
    RunScreen(RunScreenSetup setup, const client::Phrases& phrases);

    /// One frame: keys, pointer, phases. `blocked`: a card lies over the run, input is not for it.
    void update(const devices::InputEvents& events, Vec2 size_px, double elapsed_s, bool blocked);

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    [[nodiscard]] render::FrameView view() const;

    [[nodiscard]] const PreparedClient& client() const { return *client_; }

    [[nodiscard]] const RunPolicy& policy() const { return policy_; }

    [[nodiscard]] const drills::Drill& drill() const { return drill_; }

    [[nodiscard]] const session::Snapshot& now() const { return shown_; }

    [[nodiscard]] bool paused() const { return phase_ == Phase::paused; }

    [[nodiscard]] bool finished() const { return runner_->finished(); }

    [[nodiscard]] bool under_way() const { return phase_ == Phase::running || phase_ == Phase::paused; }

    [[nodiscard]] SessionRunner& runner() { return *runner_; }

    /// True while the view lays bare what is under the skin.
    [[nodiscard]] bool wants_anatomy() const { return options_.layer > 0 || peel_.any(); }

    /// Told each frame whether the layers are made: the peel waits for them.
    void set_layers(std::shared_ptr<const render::AnatomyModel> layers) { layers_ = std::move(layers); }

    void set_paused(bool paused);
    void end_early();

    /// Name of the device that was pulled out of the run; empty when none is missing.
    [[nodiscard]] std::string missing_device() const;

    /// True while any device presses: somebody is there.
    [[nodiscard]] bool touched() const { return !hands_.at_work().empty(); }

    void set_drift(float yaw_deg) { drift_yaw_deg_ = yaw_deg; } ///< slow motion of the attract loop's camera

    /// Pixel of the hand that presses harder, for the attract loop's rings; nullopt while none touches.
    [[nodiscard]] std::optional<Vec2> hand_pixel(Vec2 size_px) const;

private:
    enum class Phase { preparing, countdown, running, paused };

    void update_phase(double elapsed_s);
    void read_keys(const devices::InputEvents& events);
    void read_replay_keys(const devices::InputEvents& events);
    void move_hands(const devices::InputEvents& events, Vec2 size_px, double elapsed_s, bool blocked);
    [[nodiscard]] devices::AimedPlace aimed_at(Vec2 pixel, Vec2 size_px) const;
    [[nodiscard]] std::vector<devices::HandReading> aimed_readings(Vec2 size_px) const;
    void watch_devices();
    void let_go(double elapsed_s);
    void report();
    [[nodiscard]] ui::DeviceStatus device_status() const;
    void orbit(const devices::InputEvents& events);
    [[nodiscard]] ui::RunView run_view() const;
    void read_view_keys(const devices::InputEvents& events);
    void move_view(double elapsed_s);
    void draw_layers(ui::Canvas& canvas) const;

    /// Where the pointer meets the body, and the layer that is bare there.
    struct Pointed {
        int layer;
        Vec2 spine;
    };

    [[nodiscard]] std::optional<Pointed> pointed() const; ///< none while no layer with names is bare
    void pose_ghosts();

    [[nodiscard]] render::Camera camera() const { return camera_.now(); }

    [[nodiscard]] render::Camera camera_goal() const;

    const PreparedClient* client_;
    const client::Phrases* phrases_;
    drills::Drill drill_;
    RunPolicy policy_;
    SkinTarget target_;
    devices::DeviceSet* devices_;
    devices::DeviceHands hands_;
    devices::HandTargets targets_;                     ///< the last ones posted
    contact::Product product_ = contact::Product::oil; ///< that the session knows of
    DeviceWatch watch_;
    double letting_go_s_ = 0;         ///< since a device went missing
    std::shared_ptr<LiveInput> live_; ///< outlives the run's thread; null unless the source is live
    std::unique_ptr<SessionRunner> runner_;
    session::Snapshot shown_;
    std::deque<session::Snapshot> recent_; ///< of a replay, for stepping back
    std::size_t back_ = 0;                 ///< how many of them back is shown
    ui::HudScreen hud_;
    ui::RunOptions options_;
    Phase phase_ = Phase::preparing;
    double countdown_s_ = 3;
    double duration_s_ = 0;
    double fps_ = 0;
    render::CameraPreset preset_;
    render::CameraMove camera_;
    render::Peel peel_;
    DemoStrokes guide_; ///< what the ghosts do
    std::array<session::HandSnapshot, contact::side_count> ghosts_;
    std::shared_ptr<const render::AnatomyModel> layers_; ///< under the skin; null until they are made
    Vec2 pointer_ = Vec2(-1);                            ///< pixels
    Vec2 size_px_ = Vec2(1);
    float zoom_ = 1;
    float yaw_deg_ = 0;
    float pitch_deg_ = 0;
    float drift_yaw_deg_ = 0;
    std::optional<Vec2> orbit_from_;
};

} // namespace tactus::app
