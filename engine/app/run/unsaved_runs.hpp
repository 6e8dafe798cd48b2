#pragma once
/// Runs that the records would not take (disk full, locked): they are offered again every few seconds, on a
/// thread of their own, until they are taken. Main thread.

#include "engine/app/session/run_spool.hpp"
#include "sim/records/attempt.hpp"
#include "sim/replay/recording.hpp"

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tactus::app {

class UnsavedRuns {
public:
    struct Run {
        replay::Recording recording;
        records::RunFacts facts;
        std::filesystem::path file;      ///< the recording where it lies meanwhile; empty = nowhere
        std::shared_ptr<RunSpool> spool; ///< may be null
    };

    /// data: the folder of the records.
    explicit UnsavedRuns(std::filesystem::path data) : data_(std::move(data)) {}

    /// Tries a last time; what is nowhere else stays in its spool for the next start.
    ~UnsavedRuns();
    UnsavedRuns(const UnsavedRuns&) = delete;
    UnsavedRuns& operator=(const UnsavedRuns&) = delete;
    UnsavedRuns(UnsavedRuns&&) = delete;
    UnsavedRuns& operator=(UnsavedRuns&&) = delete;

    /// why: what was wrong, as the records said it.
    void add(Run run, std::string why);

    /// One frame. The file of a run that was taken just now.
    std::optional<std::filesystem::path> update(double elapsed_s);

    /// For the screen; empty = all is kept.
    [[nodiscard]] std::string words() const;

private:
    struct Offer {
        std::filesystem::path file; ///< empty: not taken
        std::string why;
    };

    static Offer offer(const std::filesystem::path& data, const Run& run);
    std::optional<std::filesystem::path> take(const Offer& offered);

    std::filesystem::path data_;
    std::vector<std::shared_ptr<const Run>> runs_; ///< the oldest first
    std::string why_;
    double next_in_s_ = 0;
    std::future<Offer> offering_;
};

} // namespace tactus::app
