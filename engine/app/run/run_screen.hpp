#pragma once
/// The one screen on which a back is stroked, whoever moves the hands: practice, drill, exam, kiosk, replay,
/// attract.

#include "engine/app/hands/aim.hpp"
#include "engine/app/hands/demo_strokes.hpp"
#include "engine/app/hands/device_watch.hpp"
#include "engine/app/hands/expert_hands.hpp"
#include "engine/app/hands/live_input.hpp"
#include "engine/app/run/compare_page.hpp"
#include "engine/app/session/run_policy.hpp"
#include "engine/app/session/session_runner.hpp"
#include "engine/app/stores/client_store.hpp"
#include "engine/devices/device_hands.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/devices/press_aid.hpp"
#include "engine/render/anatomy_model.hpp"
#include "engine/render/camera_move.hpp"
#include "engine/render/flinch.hpp"
#include "engine/render/renderer.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/screens/decision_screen.hpp"
#include "engine/ui/screens/hud_screen.hpp"
#include "engine/ui/screens/kiosk_demo_screen.hpp"

#include <memory>
#include <optional>

namespace tactus::app {

/// How a person looks at a replay: kept when it must begin anew to go back.
struct ReplayLook {
    double speed = 1;
    bool paused = false;
    bool ghost = true; ///< of the compared run
    ui::RunOptions options;
    render::CameraPreset preset = render::CameraPreset::main;
    float zoom = 1;
    float yaw_deg = 0;
    float pitch_deg = 0;
};

/// What is known of a run that is taken up again.
struct Interruption {
    ForceOrigin done_by; ///< until then
    std::int64_t begun_unix_s = 0;
    bool goes_on = true; ///< false: it ends where it was interrupted
};

/// What a run screen is made from. References must outlive it.
struct RunScreenSetup {
    session::Setup session;
    const PreparedClient& client;
    devices::DeviceSet& devices;
    RunPolicy policy;
    int threads = 1;
    std::vector<session::InputFrame> frames; ///< of the recording, or of a live run before it was interrupted
    std::optional<Interruption> interruption; ///< of a live run that is taken up again
    std::shared_ptr<RunSpool> spool;          ///< of a live run; may be null
    double from_s = 0;                        ///< a recording opens here
    std::vector<session::Event> opening;      ///< of the talk before a live run: its first events
    std::vector<client::Wording> wordings;    ///< in which a decision may be told during a live run
    std::vector<replay::Moment> moments;      ///< of the recording, where they are known
    std::shared_ptr<const Beside> beside;     ///< the run that a replay is compared with; may be null
    std::optional<ReplayLook> look;           ///< as the replay before was looked at
    std::optional<double> hold_at_s;          ///< hurries there and stands still
    bool left_handed = false;
    bool reduced_motion = false; ///< the camera cuts instead of gliding
    devices::PressAids aids;
    render::Lying lying; ///< how the client lies at the beginning
    render::CameraPreset camera = render::CameraPreset::main;
};

class RunScreen {
public:
    RunScreen(RunScreenSetup setup, const client::Phrases& phrases);

    /// One frame: keys, pointer, phases. `blocked`: a card lies over the run, input is not for it.
    void update(const devices::InputEvents& given, Vec2 size_px, double elapsed_s, bool blocked);

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    [[nodiscard]] render::FrameView view() const;

    /// What panels and sounds are made from; its references live until the next update.
    [[nodiscard]] ui::RunView run_view() const;

    [[nodiscard]] const PreparedClient& client() const { return *client_; }

    [[nodiscard]] const RunPolicy& policy() const { return policy_; }

    [[nodiscard]] const drills::Drill& drill() const { return drill_; }

    [[nodiscard]] const session::Snapshot& now() const { return shown_; }

    [[nodiscard]] bool paused() const { return phase_ == Phase::paused; }

    [[nodiscard]] bool finished() const { return runner_->finished(); }

    /// A run that was interrupted is on its way to where it was; until then its panels say nothing.
    [[nodiscard]] bool catching_up() const { return runner_->catching_up(); }

    /// Of what there was of a run before it was interrupted, seconds.
    [[nodiscard]] double caught_up_at_s() const { return caught_up_at_s_; }

    /// Where it is put down while it goes on; may be null.
    [[nodiscard]] const std::shared_ptr<RunSpool>& spool() const { return spool_; }

    [[nodiscard]] bool under_way() const { return phase_ == Phase::running || phase_ == Phase::paused; }

    [[nodiscard]] SessionRunner& runner() { return *runner_; }

    /// True while the view lays bare what is under the skin.
    [[nodiscard]] bool wants_anatomy() const { return options_.layer > 0 || peel_.any(); }

    /// Told each frame whether the layers are made: the peel waits for them.
    void set_layers(std::shared_ptr<const render::AnatomyModel> layers) { layers_ = std::move(layers); }

    /// The client at rest with that skin, in place of what the run shows. The view keeps a pointer to it.
    void look_again(const session::SkinSnapshot& skin, render::FrameView& view) const;

    /// How the client lies now, and at the beginning before anything was stepped.
    [[nodiscard]] render::Lying lying() const;

    /// The client as the picture shows it; null = as it was shown before. Pointer and camera follow it.
    void lie(std::shared_ptr<const render::ClientModel> model);

    [[nodiscard]] const std::shared_ptr<const render::ClientModel>& model() const { return model_; }

    void set_paused(bool paused);
    void end_early();

    // Of a replay:
    void step_replay(int by); ///< 1/30 s on or back, standing still

    /// What was shown already is there at once; the rest is simulated as fast as the machine can. False when
    /// the replay must begin anew: what was shown is not kept so far back.
    bool wind_to(double t_s);

    void set_replay_speed(double speed) { runner_->set_speed(speed); }

    void set_moments(std::vector<replay::Moment> moments) { moments_ = std::move(moments); }

    void toggle_ghost() { ghost_beside_ = !ghost_beside_; }

    [[nodiscard]] ReplayLook look() const;

    /// Name of the device that was pulled out of the run; empty when none is missing.
    [[nodiscard]] std::string missing_device() const;

    /// What stopped the run, as a sentence; empty when a person did.
    [[nodiscard]] std::string stopped_by() const;

    /// True while any device presses: somebody is there.
    [[nodiscard]] bool touched() const { return !hands_.at_work().empty(); }

    void set_drift(float yaw_deg) { drift_yaw_deg_ = yaw_deg; } ///< slow motion of the attract loop's camera

    /// Pixel of the hand that presses harder, for the attract loop's rings; nullopt while none touches.
    [[nodiscard]] std::optional<Vec2> hand_pixel(Vec2 size_px) const;

    /// Pixel of a place of the back at rest; nullopt behind the camera.
    [[nodiscard]] std::optional<Vec2> place_pixel(Vec2 spine, Vec2 size_px) const;

private:
    enum class Phase { preparing, countdown, running, paused };

    void update_phase(double elapsed_s);
    void read_keys(const devices::InputEvents& events);
    void begin_with(const std::vector<session::Event>& opening);
    [[nodiscard]] bool may_decide() const;
    devices::InputEvents listen(devices::InputEvents events);
    void say_or_do(std::string_view id);
    void draw_talk(ui::Canvas& canvas, ui::Interaction& interaction);
    void draw_visit(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask); ///< of a kiosk
    void heed_keys(const devices::InputEvents& events, ui::Commands& ask) const;
    void ready_hands(int step);
    void take_look(const ReplayLook& look);
    void look_back(const session::Snapshot& latest, double elapsed_s);
    void hold_runner();

    [[nodiscard]] bool at_end() const { return runner_->finished() && !film_at_s_; }

    void draw_replay(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) const;
    void pose_beside();
    void move_hands(const devices::InputEvents& events, Vec2 size_px, double elapsed_s, bool blocked);
    [[nodiscard]] devices::AimedPlace aimed_at(Vec2 pixel, Vec2 size_px) const;
    [[nodiscard]] std::vector<devices::HandReading> aimed_readings(Vec2 size_px) const;
    void watch_devices();
    void watch_standstill();
    void note_caught_up();
    void let_go(double elapsed_s);
    void report();
    [[nodiscard]] ui::DeviceStatus device_status() const;
    void orbit(const devices::InputEvents& events);
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

    /// What is laid over the body to show where and how is feedback too.
    [[nodiscard]] bool guided() const { return feedback() == drills::Feedback::full; }

    /// What the step under way shows: less than the run's level where the drill says so.
    [[nodiscard]] drills::Feedback feedback() const;

    /// In the body's frame.
    [[nodiscard]] render::Camera camera() const {
        return render::seen_by_body(camera_.now(), render::placement_of(*model_));
    }

    [[nodiscard]] render::Camera camera_goal() const;

    const PreparedClient* client_;
    const client::Phrases* phrases_;
    drills::Drill drill_; ///< of a ladder in the bands of its rung
    scoring::Task first_task_;
    ui::PracticeStatus practice_;
    RunPolicy policy_;
    SkinTarget target_;
    devices::DeviceSet* devices_;
    devices::DeviceHands hands_;
    bool left_handed_ = false;
    int readied_step_ = -1;                            ///< whose tool and hands are set
    devices::HandTargets targets_;                     ///< the last ones posted
    contact::Product product_ = contact::Product::oil; ///< that the session knows of
    std::vector<client::Wording> wordings_;
    bool talking_ = false;  ///< the list of what can be said and done is open
    bool deciding_ = false; ///< the card of the decision is
    bool decided_ = false;
    ui::DecisionScreen decision_;
    devices::PressAids aids_;
    devices::AidedPress aided_press_;
    bool reduced_motion_;
    DeviceWatch watch_;
    double letting_go_s_ = 0;  ///< since a device went missing
    double stood_still_s_ = 0; ///< the computer, until the run goes on
    double caught_up_at_s_ = 0;
    bool told_caught_up_ = false;
    std::shared_ptr<RunSpool> spool_;
    std::shared_ptr<LiveInput> live_; ///< outlives the run's thread; null unless the source is live
    std::unique_ptr<SessionRunner> runner_;
    session::Snapshot shown_; ///< with the flinch laid over it
    render::Flinch flinch_;
    mutable session::Snapshot again_; ///< of look_again
    std::optional<double> film_at_s_; ///< of a replay that shows again what it has shown
    std::vector<replay::Moment> moments_;
    std::shared_ptr<const Beside> beside_;
    bool ghost_beside_ = true;
    bool opens_paused_ = false;
    double winding_to_s_ = 0;
    ui::HudScreen hud_;
    ui::KioskDemo kiosk_demo_;
    ui::RunOptions options_;
    Phase phase_ = Phase::preparing;
    double countdown_s_ = 3;
    double duration_s_ = 0;
    double fps_ = 0;
    std::shared_ptr<const render::ClientModel> model_;
    render::Lying opening_lying_; ///< of the events that the run begins with
    render::CameraPreset preset_;
    render::CameraMove camera_; ///< in the room
    render::Peel peel_;
    ExpertHands expert_; ///< what the ghosts do
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
