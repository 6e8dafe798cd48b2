#pragma once
/// What screens ask for. They change nothing themselves: the app takes the queue once a frame.

#include "engine/ui/settings.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tactus::ui {

enum class Page { home, drills, brief, replays, settings, devices, device };

struct ShowPage {
    Page page;
};

/// Shows the brief of a drill with that client.
struct ChooseDrill {
    std::string drill;
    std::string client;
};

struct StartDrill {}; ///< of the brief on the screen

struct StartPractice {};

struct StartKiosk {};

struct Retry {};

struct NextDrill {};

struct PauseRun {};

struct ResumeRun {};

struct EndRun {}; ///< early: on to the result

struct AbandonRun {}; ///< home, nothing kept

struct WatchReplay {
    std::filesystem::path file; ///< empty: the run just done
    double from_s = 0;
};

struct SeekReplay {
    double to_s;
};

struct ShowHelp {
    bool shown;
};

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

struct Quit {};

using Command =
    std::variant<ShowPage, ChooseDrill, StartDrill, StartPractice, StartKiosk, Retry, NextDrill, PauseRun,
                 ResumeRun, EndRun, AbandonRun, WatchReplay, SeekReplay, ShowHelp, ChangeSettings,
                 CalibrateDevice, MeasureLatency, TakeZero, UndoCalibration, KeepTare, ChangeWeights, Quit>;

class Commands {
public:
    void operator()(Command command) { queue_.push_back(std::move(command)); }

    std::vector<Command> take() { return std::exchange(queue_, {}); }

private:
    std::vector<Command> queue_;
};

} // namespace tactus::ui
