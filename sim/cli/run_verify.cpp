#include "sim/cli/run_verify.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/cli/attempt_choice.hpp"
#include "sim/cli/side_by_side.hpp"
#include "sim/cli/verify_report.hpp"
#include "sim/records/archive.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

namespace fs = std::filesystem;

namespace tactus::cli {
namespace {

/// What is to be looked at: a file, or an attempt of the archive.
struct Item {
    fs::path file;
    std::optional<records::Attempt> attempt;
};

/// The recordings in a folder and below it, by name.
std::vector<fs::path> recordings_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tactus") {
            files.push_back(entry.path());
        }
    }
    if (error || files.empty()) {
        throw UserError(Complaint{folder.string(), "holds no recordings that can be read",
                                  "name a folder of .tactus files"});
    }
    std::ranges::sort(files);
    return files;
}

/// Looks up what was asked for and hands it out, from any thread.
class Evidence {
public:
    explicit Evidence(const VerifyOptions& options) : known_(records::read_known_stations(options.data)) {
        for (const std::string& what : options.what) {
            add(what, options.data);
        }
        if (options.what.empty()) {
            add_attempts(options);
        }
    }

    [[nodiscard]] std::size_t size() const { return items_.size(); }

    [[nodiscard]] Audited audit(std::size_t index) const {
        const Item& item = items_[index];
        Audited audited;
        audited.name = item.attempt ? records::recording_name(*item.attempt) : item.file.string();
        if (item.attempt) {
            audited.attempt = item.attempt->id;
            audited.student = item.attempt->student;
        }
        std::vector<std::uint8_t> bytes;
        try {
            bytes = bytes_of(item);
        } catch (const UserError& error) {
            const Complaint& first = error.complaints().front();
            audited.audit = {.verdict = records::Verdict::missing,
                             .finding = first.what + (first.mend.empty() ? "" : "; " + first.mend)};
            return audited;
        }
        audited.audit =
            records::audit(bytes, item.attempt ? &*item.attempt : nullptr, audited.name, {.known = known_});
        return audited;
    }

private:
    void add_attempts(const VerifyOptions& options) {
        open_archive(options.data);
        const AttemptChoice choice{.student = options.student,
                                   .drill = options.drill,
                                   .class_name = options.class_name,
                                   .since = options.since};
        for (records::Attempt& attempt : chosen_attempts(choice, *archive_)) {
            items_.push_back({{}, std::move(attempt)});
        }
        if (items_.empty()) { // "no findings" would be true, and taken for the wrong thing
            throw UserError(
                Complaint{options.data.string(), "holds no such attempts", "see `tactus-sim records list`"});
        }
    }

    void open_archive(const fs::path& data) {
        if (!archive_) {
            archive_.emplace(data);
        }
    }

    void add(const std::string& what, const fs::path& data) {
        std::error_code error;
        if (fs::is_directory(what, error)) {
            for (fs::path& file : recordings_in(what)) {
                items_.push_back({std::move(file), std::nullopt});
            }
        } else if (fs::exists(what, error)) {
            items_.push_back({what, std::nullopt});
        } else {
            open_archive(data);
            std::optional<records::Attempt> attempt = archive_->find(what);
            if (!attempt) {
                throw UserError(Complaint{what, "is no file, no folder and no attempt, or more than one",
                                          "take an id from `tactus-sim records list`"});
            }
            items_.push_back({{}, std::move(attempt)});
        }
    }

    [[nodiscard]] std::vector<std::uint8_t> bytes_of(const Item& item) const {
        if (!item.attempt) {
            return replay::read_recording_bytes(item.file);
        }
        const std::scoped_lock one_at_a_time(reading_);
        const std::string bytes = archive_->stored_bytes(*item.attempt);
        return {bytes.begin(), bytes.end()};
    }

    std::vector<records::KnownStation> known_;
    std::optional<records::Archive> archive_; ///< guarded by reading_ once there are workers
    std::vector<Item> items_;
    mutable std::mutex reading_;
};

} // namespace

int run_verify(const VerifyOptions& options, std::ostream& out) {
    const bool narrowed = !(options.student + options.drill + options.class_name + options.since).empty();
    if (narrowed && !options.what.empty()) {
        throw UserError(Complaint{"records verify", "has names and a filter of all attempts at once",
                                  "leave out one of them"});
    }
    const Evidence evidence(options);
    const int workers = options.workers > 0
                            ? options.workers
                            : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    VerifyReport report(options.json ? nullptr : &out, options.must_be_signed);
    const auto start = std::chrono::steady_clock::now();
    play_side_by_side(
        evidence.size(), workers, [&](std::size_t index) { return evidence.audit(index); },
        [&](std::size_t /*index*/, const Audited& audited) { report.add(audited); });
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const VerifyReport::Effort effort{.seconds = taken.count(), .workers = workers};
    if (options.json) {
        report.write_json(effort, out);
    } else {
        report.write_summary(effort, out);
    }
    return report.findings() == 0 ? 0 : 1;
}

} // namespace tactus::cli
