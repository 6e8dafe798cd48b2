#pragma once
/// What is asked when the program ended in the middle of something: what becomes of the run, and whether its
/// own report of the end is to be read.

#include "engine/app/run/interrupted_runs.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::app {

class RecoveryPage {
public:
    /// data: the folder of the records. crash_report: of the program before this one; empty = it ended well.
    RecoveryPage(std::filesystem::path data, std::filesystem::path crash_report)
        : data_(std::move(data)), crash_report_(std::move(crash_report)) {}

    /// Looks for a run to be taken up, of the guest or one of those students, and says on standard output
    /// which it is. Returns a sentence for each that cannot be, which standard error is told too.
    std::vector<std::string> look(std::span<const std::string> students);

    /// The run that is asked about.
    [[nodiscard]] bool found() const { return run_.has_value(); }

    /// It is not asked about any more: it is taken up.
    [[nodiscard]] std::optional<InterruptedRun> take() { return std::exchange(run_, std::nullopt); }

    /// It is deleted.
    void discard();

    /// True when a question has the screen.
    bool draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) const;

    /// Throws UserError when nothing here can open it.
    void obey(const ui::OpenCrashReport&);

    void obey(const ui::DismissCrashReport&) { crash_report_.clear(); }

private:
    std::filesystem::path data_;
    std::filesystem::path crash_report_;
    std::optional<InterruptedRun> run_;
};

} // namespace tactus::app
