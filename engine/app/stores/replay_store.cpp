#include "engine/app/stores/replay_store.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/backup.hpp"
#include "sim/records/calendar.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>

namespace tactus::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t list_limit = 100;

/// Shows what had to be mended and lays the day's copy; the app starts all the same when that cannot be done.
void look_after_records(const fs::path& data) {
    std::error_code ignored;
    if (!fs::exists(data / "records.db", ignored)) {
        return; // the first run begins them
    }
    try {
        if (const std::string notice = records::Archive(data).notice(); !notice.empty()) {
            std::cerr << "tactus: " << notice << '\n';
        }
        records::back_up_daily(data);
        records::Station{data}; // a damaged key is said before the run that it would have to sign
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
    }
}

} // namespace

ReplayStore::ReplayStore(const fs::path& data) : folder_(data / "replays") {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) {
        throw UserError(Complaint{folder_.string(), "cannot be made: " + error.message(),
                                  "choose another folder with --data"});
    }
    look_after_records(data);
}

KeptRun ReplayStore::save(const replay::Recording& recording, const records::RunFacts& facts) {
    KeptRun kept;
    try {
        records::Archive archive(folder_.parent_path());
        kept.attempt = archive.add(recording, facts);
        kept.file = archive.unpack(*kept.attempt);
        return kept;
    } catch (const UserError& error) { // a run must not be lost because the table of attempts cannot be used
        kept.complaint = error.complaints().front().what;
        std::cerr << "tactus: " << error.what() << '\n';
    }
    try {
        kept.file = write_alone(recording);
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
    }
    return kept;
}

fs::path ReplayStore::write_alone(const replay::Recording& recording) const {
    const std::string stem =
        recording.setup.drill.id + "-" + records::local_words(std::time(nullptr), "%Y%m%d-%H%M%S");
    fs::path file = folder_ / (stem + ".tactus");
    for (int again = 2; fs::exists(file); ++again) {
        file = folder_ / (stem + "-" + std::to_string(again) + ".tactus");
    }
    replay::write_recording(file, recording);
    return file;
}

std::vector<ui::ReplayEntry> ReplayStore::list() const {
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, error)) {
        if (entry.path().extension() == ".tactus") {
            files.emplace_back(entry.last_write_time(error), entry.path());
        }
    }
    std::ranges::sort(files, std::greater<>());
    files.resize(std::min(files.size(), list_limit));
    std::vector<ui::ReplayEntry> entries;
    for (const auto& [time, file] : files) {
        try {
            const replay::Recording recording = replay::read_recording(file);
            entries.push_back(
                {.file = file,
                 .drill = recording.setup.drill.name,
                 .client = recording.setup.client.name,
                 .when = records::local_words(recording.origin.started_at_unix_s, "%d %b, %H:%M"),
                 .score = recording.ending.score_total,
                 .duration_s = recording.duration_s(),
                 .graded = recording.ending.graded});
        } catch (const UserError&) {
            continue; // not ours, or damaged: opening it by --play says why
        }
    }
    return entries;
}

std::optional<double> ReplayStore::best(const std::string& profile, const std::string& drill) const {
    try {
        const auto attempt = records::Archive(folder_.parent_path()).best(profile, drill);
        return attempt ? std::optional(attempt->score) : std::nullopt;
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
        return std::nullopt;
    }
}

} // namespace tactus::app
