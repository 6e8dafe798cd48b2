#include "engine/app/run/interrupted_runs.hpp"

#include "engine/platform/appended_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/session/version.hpp"

#include <algorithm>

namespace tactus::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* extension = ".spool";

std::vector<fs::path> oldest_first(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == extension) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files); // their names begin with the time
    return files;
}

/// Out of the way of the next start, but not lost.
std::string set_aside(const fs::path& file, const std::string& why) {
    const fs::path aside = fs::path(file) += ".aside";
    std::error_code ignored;
    fs::rename(file, aside, ignored);
    return "A run that was interrupted cannot be taken up: " + why + ". It lies in " + aside.string() + ".";
}

} // namespace

fs::path running_folder(const fs::path& data) {
    fs::path folder = data / "running";
    std::error_code error;
    fs::create_directories(folder, error);
    return folder;
}

InterruptedRuns find_interrupted(const fs::path& data, std::span<const std::string> students) {
    InterruptedRuns runs;
    for (const fs::path& file : oldest_first(data / "running")) {
        if (platform::held_by_another(file)) {
            continue;
        }
        try {
            replay::Spool spool = replay::read_spool(file);
            const replay::Origin& origin = spool.recording.origin;
            const bool known =
                spool.student.empty() || std::ranges::find(students, spool.student) != students.end();
            if (!known || spool.recording.frames.empty()) {
                std::error_code ignored;
                fs::remove(file, ignored);
                if (!known) {
                    runs.notes.emplace_back("A run that was interrupted was of a student who is not in the "
                                            "records any more; it was deleted.");
                }
            } else if (origin.sim_version != session::sim_version()) {
                runs.notes.push_back(set_aside(file, "it was begun with Tactus " + origin.sim_version +
                                                         ", this is " + std::string(session::sim_version())));
            } else {
                runs.first = InterruptedRun{file, std::move(spool)};
                break;
            }
        } catch (const UserError& error) {
            runs.notes.push_back(set_aside(file, error.complaints().front().what));
        }
    }
    return runs;
}

} // namespace tactus::app
