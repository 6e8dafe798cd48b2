#pragma once
/// What screens ask for. They change nothing themselves: the app takes the queue once a frame.

#include "engine/ui/class_deeds.hpp"
#include "engine/ui/language.hpp"
#include "engine/ui/practice.hpp"
#include "engine/ui/settings.hpp"
#include "sim/drills/drill.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tactus::ui {

enum class Page {
    home,
    welcome,
    students,
    new_student,
    drills,
    clients,
    atlas,
    plan,
    brief,
    intake,
    preparation,
    carousel,
    progress,
    replays,
    compare,
    instructor,
    editor_list,
    editor,
    classes,
    roster,
    exam_order,
    gradebook,
    marking,
    reviews,
    settings,
    devices,
    device
};

struct ShowPage {
    Page page;
};

/// The cards of the first run are done with, for good.
struct EndWelcome {
    bool skipped;
};

/// Runs from here on are that student's; "" = guest.
struct ChooseStudent {
    std::string name;
};

/// The same for a student who may be new.
struct EnrolStudent {
    std::string name; ///< as it was typed
};

/// That client lies down, for practice or for the drill that is chosen next.
struct ChooseClient {
    std::string client;
};

/// Shows the brief of a drill with that client.
struct ChooseDrill {
    std::string drill;
    std::string client;
    std::optional<drills::Feedback> feedback; ///< nullopt = the level that the student has reached
};

/// For the drill of the brief on the screen.
struct ChooseFeedback {
    drills::Feedback feedback;
};

/// For the same: a share of real time.
struct ChooseSpeed {
    double speed;
};

/// For the same: a way to practise, and the step that a ladder loops.
struct ChoosePractice {
    Practice practice;
    int ladder_step = 0;
};

struct StartDrill {}; ///< of the brief on the screen

struct TalkFirst {}; ///< with the client of the brief, before the drill

/// The talk and the preparation are done: hands are laid on.
struct BeginTreatment {};

struct TurnAway {}; ///< the client goes without a massage; what was said and decided is graded

struct StartPractice {};

struct StartKiosk {};

struct Retry {};

struct NextDrill {};

struct PauseRun {};

struct ResumeRun {};

struct EndRun {}; ///< early: on to the result

struct AbandonRun {}; ///< home, nothing kept

/// What becomes of a run in the middle of which the program ended.
struct TakeUpInterrupted {
    enum class How { go_on, keep_as_practice, discard } how;
};

struct OpenCrashReport {}; ///< with the desktop's own program for texts

struct DismissCrashReport {}; ///< it is not spoken of again

struct WatchReplay {
    std::filesystem::path file; ///< empty: the run just done
    double from_s = 0;
};

struct SeekReplay {
    double to_s;
};

/// 1/30 s on or back; the replay stands still then.
struct StepReplay {
    int by; ///< 1 or -1
};

struct SetReplaySpeed {
    double speed; ///< simulated seconds a second
};

struct ToggleGhost {}; ///< of the run that the replay is compared with

/// Lays a run beside another one.
struct CompareRun {
    std::filesystem::path file; ///< empty: the run just done
};

/// What a run is laid beside.
enum class Rival { best, class_best, expert };

struct ChooseRival {
    Rival rival;
};

struct WatchBeside {}; ///< the replay of the compared run, with the other one's hands as ghosts

struct LeaveCompare {}; ///< to where it was opened from

struct ShowHelp {
    bool shown;
};

/// Why the client answered as they did in the run just done.
struct ShowWhy {
    bool shown;
};

/// The skin an hour after the run just done, with the bruise that came out.
struct ShowSkinLater {
    bool shown;
};

struct WriteReport {}; ///< of the progress of who practises

struct ChangeSettings {
    Settings settings;
};

/// Opens the page on which that device's force is calibrated.
struct CalibrateDevice {
    std::string device;
};

/// Opens the page on which that device's latency is measured.
struct MeasureLatency {
    std::string device;
};

/// What that load cell rests at becomes its zero.
struct TakeZero {
    std::string device;
};

struct UndoCalibration {}; ///< of the page on the screen: the last press, weight or tap; all once it is done

struct KeepTare {}; ///< of a load cell's page: the new zero with the slope it had

struct ChangeWeights {}; ///< of a load cell's page: the next usual pair

/// Opens the drill editor.
struct EditDrill {
    enum class Kind { fresh, own, copy, frozen } kind; ///< frozen: a copy of it
    std::string drill;                                 ///< id; the hash of a frozen one; "" of a fresh one
};

/// For the drill editor: of the drill that it shows, or on its list of the one that is named.
struct DoInEditor {
    enum class Deed { save, try_out, freeze, write_file, read_file, remove, put_back } deed;
    std::string named; ///< a drill's id or a file's path
};

/// For the pages of classes, exams and grades.
struct DoInClass {
    ClassDeed deed;
};

/// Shows the brief of an exam that is open for who practises.
struct TakeExam {
    std::string exam; ///< id
};

/// For the visitor who is there now.
struct ChooseLanguage {
    Language language;
};

struct ShowStaff {}; ///< the staff's door of a kiosk

/// At that door.
struct EnterPin {
    std::string pin;
};

/// For everybody who comes to this kiosk.
struct SetKioskLanguage {
    Language language;
};

struct SetKioskVolume {
    int percent;
};

struct Restart {}; ///< the program, from the beginning

struct Quit {};

using Command =
    std::variant<ShowPage, EndWelcome, ChooseStudent, EnrolStudent, ChooseClient, ChooseDrill, ChooseFeedback,
                 ChooseSpeed, ChoosePractice, StartDrill, TalkFirst, BeginTreatment, TurnAway, StartPractice,
                 StartKiosk, Retry, NextDrill, PauseRun, ResumeRun, EndRun, AbandonRun, TakeUpInterrupted,
                 OpenCrashReport, DismissCrashReport, WatchReplay, SeekReplay, StepReplay, SetReplaySpeed,
                 ToggleGhost, CompareRun, ChooseRival, WatchBeside, LeaveCompare, ShowHelp, ShowWhy,
                 ShowSkinLater, WriteReport, ChangeSettings, CalibrateDevice, MeasureLatency, TakeZero,
                 UndoCalibration, KeepTare, ChangeWeights, EditDrill, DoInEditor, DoInClass, TakeExam,
                 ChooseLanguage, ShowStaff, EnterPin, SetKioskLanguage, SetKioskVolume, Restart, Quit>;

/// What was asked for in this frame, in order.
class Commands {
public:
    /// Asks for one of the commands above. Made in commands.cpp for each of them: the variant's own conversion from one
    /// of that many, made anew in every screen, took half of a screen's compilation.
    template <class Asked> void operator()(Asked asked);
    void operator()(Command command);

    std::vector<Command> take();

private:
    std::vector<Command> queue_;
};

} // namespace tactus::ui
