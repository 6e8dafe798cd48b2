#pragma once
/// All that the program shows and does, whatever it is shown on: pages, runs, results, the kiosk's loop. A
/// window and an offscreen picture drive the same stage.

#include "engine/app/desks/choice.hpp"
#include "engine/app/desks/class_desk.hpp"
#include "engine/app/desks/exam_seat.hpp"
#include "engine/app/desks/replay_desk.hpp"
#include "engine/app/desks/result_card.hpp"
#include "engine/app/desks/student_desk.hpp"
#include "engine/app/desks/talk_desk.hpp"
#include "engine/app/modes/kiosk_floor.hpp"
#include "engine/app/pages/atlas_page.hpp"
#include "engine/app/pages/brief_choices.hpp"
#include "engine/app/pages/device_pages.hpp"
#include "engine/app/pages/editor_page.hpp"
#include "engine/app/pages/plan_page.hpp"
#include "engine/app/pages/progress_page.hpp"
#include "engine/app/pages/recovery_page.hpp"
#include "engine/app/pages/settings_page.hpp"
#include "engine/app/run/run_keeper.hpp"
#include "engine/app/run/run_table.hpp"
#include "engine/app/run/run_voice.hpp"
#include "engine/app/session/machine_speed.hpp"
#include "engine/app/stage/gpu_faults.hpp"
#include "engine/app/stage/stage_setup.hpp"
#include "engine/app/stores/client_store.hpp"
#include "engine/app/stores/school_line.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/devices/press_aid.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tactus::app {

class Stage {
public:
    /// Reads assets and settings. Throws UserError when the data folder or the student's name cannot be used.
    explicit Stage(StageSetup setup);

    // Where to begin. Ids or files; throw UserError.
    void open_home(); ///< welcomes a first run; asks who practises, when nobody was named
    void open_drill(const std::string& drill, const std::string& client);
    void open_drills();
    void open_client(const std::string& client); ///< that client at rest; empty = the first
    void open_practice(const std::string& client);
    void open_kiosk();
    void open_instructor();
    void open_replay(const std::filesystem::path& file, double from_s);
    void open_talk(const std::string& drill, const std::string& client); ///< under way: for pictures
    void open_demonstration(const std::string& drill, const std::string& client);

    /// Asks first of all what becomes of a run in the middle of which the program ended, and shows the report
    /// of its end, where there is one.
    void offer_interrupted();

    /// Takes up such a run without asking. False when there is none.
    bool resume_interrupted();

    /// The events as the person's own keys mean them; as they are where a key is chosen or a name is typed.
    [[nodiscard]] devices::InputEvents meant(devices::InputEvents events);

    /// One frame: input, time, commands of the frame before.
    void update(const devices::InputEvents& events, Vec2 size_px, double elapsed_s);

    void draw(ui::Canvas& canvas, ui::Interaction& interaction);

    /// What is drawn now needs that many logical pixels.
    [[nodiscard]] Vec2 room_needed() const;

    /// Scene of this frame; the pointers in it live until the next update.
    [[nodiscard]] render::FrameView view() const;

    /// Who is to be seen; null until the first client is made.
    [[nodiscard]] std::shared_ptr<const render::ClientModel> model();

    /// What lies under that client's skin, once the view has asked for it; null until it is made.
    [[nodiscard]] std::shared_ptr<const render::AnatomyModel> under_the_skin();

    /// Ends a drill under way and saves its recording: the window closes.
    void finish_now();

    /// Leaves a drill under way for a new process to take up, all of its whole seconds on the disk.
    void leave_interrupted() { table_.leave(); }

    /// How the picture fares: what is new of it is said on the screen.
    void set_picture_health(const PictureHealth& health);

    /// True when the run stands at that time, or is over.
    [[nodiscard]] bool reached(double at_s) const { return card_.shown() || table_.reached(at_s); }

    /// Runs hurry to that time and stand still there.
    void hold_at(double at_s) { table_.hold_at(at_s); }

    [[nodiscard]] bool quits() const { return quits_; }

    /// It quits to begin anew.
    [[nodiscard]] bool restarts() const { return restarts_; }

    [[nodiscard]] KioskMode& kiosk() { return kiosk_; }

    [[nodiscard]] const ui::Settings& settings() const { return students_.settings(); }

    /// What is to be heard in this frame.
    [[nodiscard]] const audio::SoundPlan& sound() const { return voice_.plan(); }

    /// Why nothing can be heard, for the settings page; empty when all is well.
    void set_sound_trouble(std::string trouble) { voice_.set_trouble(std::move(trouble)); }

    [[nodiscard]] RunScreen* run() const { return table_.run(); }

    [[nodiscard]] bool result_shown() const { return card_.shown(); }

    /// The setting of the next run: as told, or as the machine was found to bear.
    [[nodiscard]] tissue::Setting setting() const { return speed_.setting(); }

private:
    void attempt(const std::function<void()>& act);
    void try_speed();
    void pass_school();

    // What screens ask for.
    void obey(const ui::Command& command);
    void turn_to(ui::Page page);
    void show(ui::Page page);
    void open_brief(const ui::ChooseDrill& chosen);
    void next_drill();
    void take_exam(const std::string& id);
    void change_student();
    void take_up(const ui::TakeUpInterrupted& how);

    // Runs.
    void lay(std::optional<RunOrder> order);
    void start(RunOrder order);
    void start(const drills::Drill& drill, const client::Client& client, const RunPolicy& policy);
    void start_drill();
    [[nodiscard]] RunPolicy policy_for(const drills::Drill& drill);
    [[nodiscard]] drills::Feedback reached_level(const drills::Drill& drill);
    void begin_run();
    void take_outcome();
    void retry();
    void leave_run();

    // Drills tried out in the editor.
    void try_out();
    [[nodiscard]] bool on_trial() const;
    void end_trial();

    // Talks.
    void talk_first();
    void next_card();
    void lay_hands_on(bool massage);

    // Runs that are looked at again.
    void watch(const ui::WatchReplay& wanted);
    void open_compare(const std::filesystem::path& file);
    void leave_compare();

    // The kiosk.
    void start_attract();
    void show_attract_scene();
    void start_demo();
    void update_kiosk(const devices::InputEvents& events, double elapsed_s);

    void draw_page(ui::Canvas& canvas, ui::Interaction& interaction);

    [[nodiscard]] bool examined() const { return setup_.exam || exam_.paper() != nullptr; }

    /// The press is made easier in a way that nobody has allowed.
    [[nodiscard]] bool aided() const { return settings().aided_press() && !setup_.accommodate; }

    StageSetup setup_;
    devices::DeviceSet mouse_alone_; ///< when the setup names no devices
    devices::DeviceSet* devices_;
    DevicePages device_pages_;
    Choice choice_;
    client::Phrases phrases_;
    RunKeeper keeper_;
    StudentDesk students_;
    ProgressPage progress_;
    RunVoice voice_{setup_.mute};
    devices::LatchedKeys latched_;
    ClientStore clients_;
    MachineSpeed speed_;

    ui::Commands commands_;
    ui::Page page_ = ui::Page::home;
    BriefChoices brief_;
    SettingsPage settings_page_;
    TalkDesk talk_;
    AtlasPage atlas_;
    PlanPage plan_page_;
    EditorPage editor_;
    ClassDesk desk_;
    ExamSeat exam_;
    bool help_ = false;
    bool quits_ = false;
    bool restarts_ = false;
    std::string problem_; ///< one sentence on the screen until the next command

    RecoveryPage recovery_{setup_.data, setup_.crash_report};
    SchoolLine school_{setup_.data, setup_.school};
    PictureHealth picture_;

    RunTable table_;
    ResultCard card_;
    ReplayDesk replays_;

    KioskMode kiosk_;
    double wall_s_ = 0;
};

} // namespace tactus::app
