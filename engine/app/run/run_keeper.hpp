#pragma once
/// Keeps finished runs: among the attempts at once, or, where the records will not take one, later. Main
/// thread.

#include "engine/app/run/finished_run.hpp"
#include "engine/app/run/unsaved_runs.hpp"
#include "engine/app/stores/replay_store.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tactus::app {

class RunKeeper {
public:
    /// data: the folder of the records. Throws UserError when it cannot be used.
    explicit RunKeeper(const std::filesystem::path& data) : kept_(data), unsaved_(data) {}

    /// Saves a run that has a recording, its trace beside it, and notes in the run where; or sees to it that
    /// it is tried again. The spool, which may be null, goes once the run is kept elsewhere.
    void keep(FinishedRun& run, const std::string& student, const std::shared_ptr<RunSpool>& spool);

    /// One frame. The file of a run that the records took just now.
    std::optional<std::filesystem::path> update(double elapsed_s);

    /// That runs wait to be saved, for the screen; empty = all is kept.
    [[nodiscard]] std::string trouble() const { return unsaved_.words(); }

    [[nodiscard]] const ReplayStore& kept() const { return kept_; }

private:
    ReplayStore kept_;
    UnsavedRuns unsaved_;
};

} // namespace tactus::app
