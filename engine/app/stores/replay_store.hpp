#pragma once
/// The recordings on this computer.

#include "engine/ui/catalogue.hpp"
#include "sim/records/attempt.hpp"
#include "sim/replay/recording.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace tactus::app {

/// A run as it was kept.
struct KeptRun {
    std::filesystem::path file;              ///< empty = nowhere
    std::optional<records::Attempt> attempt; ///< nullopt: the attempts could not be written
    std::string complaint;                   ///< why not
};

class ReplayStore {
public:
    /// data: the folder of --data, or what platform::data_folder() says. Makes `replays` in it and lays the
    /// day's backup of the records; damaged ones are replaced by the newest backup, which standard error
    /// says. Throws UserError.
    explicit ReplayStore(const std::filesystem::path& data);

    /// Enters the run as an attempt of this station (`tactus-sim records`), on the disk when this returns,
    /// and lays its recording into `replays`. When the attempts cannot be written, the file alone is saved.
    KeptRun save(const replay::Recording& recording, const records::RunFacts& facts);

    /// Newest first, at most 100; files that are no recordings are left out.
    [[nodiscard]] std::vector<ui::ReplayEntry> list() const;

    /// A student's best graded total of a drill, by their ids; "" = guest. nullopt = never done.
    [[nodiscard]] std::optional<double> best(const std::string& profile, const std::string& drill) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] std::filesystem::path write_alone(const replay::Recording& recording) const;

    std::filesystem::path folder_;
};

} // namespace tactus::app
