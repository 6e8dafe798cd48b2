#pragma once
/// The table: the run on it, and the one whose client does not lie there yet. Main thread.

#include "engine/app/run/finished_run.hpp"
#include "engine/app/run/run_order.hpp"
#include "engine/app/run/run_screen.hpp"
#include "engine/app/session/machine_speed.hpp"
#include "engine/app/stores/client_store.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/settings.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tactus::app {

/// What a run is begun with beside its order. Clients, devices and phrases must outlive the run.
struct TableTerms {
    ClientStore& clients;
    const MachineSpeed& speed;
    devices::DeviceSet& devices;
    const client::Phrases& phrases;
    const ui::Settings& settings; ///< of who does it
    const std::string& student;   ///< name, "" = guest
    render::CameraPreset camera = render::CameraPreset::main;
};

class RunTable {
public:
    /// data: runs are put down there while they go on. threads: of a session. hold_at_s: every run hurries
    /// there and stands still.
    RunTable(std::filesystem::path data, int threads, std::optional<double> hold_at_s)
        : data_(std::move(data)), threads_(threads), hold_at_s_(hold_at_s) {}

    /// The run that is on the table goes on until that one begins.
    void await(RunOrder order) { awaited_ = std::move(order); }

    /// Null = nobody is waited for.
    [[nodiscard]] const RunOrder* awaited() const { return awaited_ ? &*awaited_ : nullptr; }

    /// Null = none.
    [[nodiscard]] RunScreen* run() const { return run_.get(); }

    [[nodiscard]] bool empty() const { return !run_ && !awaited_; }

    /// Of the run on the table; nullopt = none.
    [[nodiscard]] std::optional<Source> source() const;

    /// The run, or the one that is awaited, tries out a drill of the editor.
    [[nodiscard]] bool on_trial() const;

    /// Begins the run that is awaited, in place of the one on the table, once its client lies there and the
    /// speed of the computer is known: its setting cannot change any more. Says so on standard output.
    void begin(const TableTerms& terms);

    void end_run() { run_.reset(); } ///< what is awaited stays so

    void clear();

    /// Ends a graded run that a person has under way, so that its outcome is there, false = there was none.
    /// One on its way to where it was interrupted is left for the next start instead.
    bool finish();

    /// The run is over, and ends in a result.
    [[nodiscard]] bool has_result() const;

    /// What is left of it, kept nowhere yet. There is one. Rethrows what ended the run's thread.
    [[nodiscard]] FinishedRun result() const;

    /// Leaves the run for a new process to take up, all of its whole seconds on the disk.
    void leave();

    /// True when the run stands at that time, or is over.
    [[nodiscard]] bool reached(double at_s) const;

    /// Runs hurry to that time and stand still there.
    void hold_at(double at_s);

    /// Why the disk takes nothing of the run; empty = all is well.
    [[nodiscard]] std::string trouble() const;

    /// The run, or the card that lies over it. It is not empty. note: how well this computer solves the
    /// tissue.
    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const std::string& note,
              ui::Commands& ask) const;

    // Nothing happens without a run, or with one of another source.
    void obey(const ui::PauseRun&);
    void obey(const ui::ResumeRun&);
    void obey(const ui::EndRun&);
    void obey(const ui::StepReplay& step);
    void obey(const ui::SetReplaySpeed& set);
    void obey(const ui::ToggleGhost&);

private:
    [[nodiscard]] const client::BodyEvent* practice_harm() const;

    std::filesystem::path data_;
    int threads_;
    std::optional<double> hold_at_s_;
    std::optional<RunOrder> awaited_;
    std::unique_ptr<RunScreen> run_;
};

} // namespace tactus::app
