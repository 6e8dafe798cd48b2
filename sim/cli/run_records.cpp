#include "sim/cli/run_records.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/replay/verify.hpp"

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace tactus::cli {
namespace {

nlohmann::ordered_json attempt_json(const records::Attempt& attempt) {
    return {{"id", attempt.id},
            {"student", attempt.student},
            {"drill", attempt.drill},
            {"client", attempt.client},
            {"started_at_unix_s", attempt.started_at_unix_s},
            {"duration_s", attempt.duration_s},
            {"score", attempt.score},
            {"passed", attempt.passed},
            {"graded", attempt.graded},
            {"sim_version", attempt.sim_version},
            {"recording", attempt.recording}};
}

void list(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    const std::vector<records::Attempt> attempts = archive.list(options.student);
    if (options.json) {
        nlohmann::ordered_json json = {{"attempts", nlohmann::ordered_json::array()}};
        for (const records::Attempt& attempt : attempts) {
            json["attempts"].push_back(attempt_json(attempt));
        }
        out << json.dump(2) << '\n';
        return;
    }
    if (attempts.empty()) {
        out << "no attempts yet in " << options.data.string() << '\n';
    }
    for (const records::Attempt& attempt : attempts) {
        out << attempt.id.substr(0, 12) << "  " << std::setw(18) << std::left << attempt.drill
            << std::setw(10) << attempt.client << std::right << std::fixed << std::setprecision(1)
            << std::setw(6) << attempt.score << (attempt.passed ? "  passed  " : "  failed  ")
            << (attempt.graded ? "" : "practice  ") << (attempt.student.empty() ? "guest" : attempt.student)
            << '\n';
    }
}

void export_csv(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    const std::vector<records::Attempt> attempts = archive.list(options.student);
    if (options.files.empty()) {
        records::write_csv(attempts, out);
        return;
    }
    std::ofstream file(options.files.front());
    records::write_csv(attempts, file);
    file.close();
    if (!file) {
        throw UserError(Complaint{options.files.front().string(), "the table could not be written",
                                  "check that the folder exists, may be written and has room"});
    }
    out << attempts.size() << " attempts written to " << options.files.front().string() << '\n';
}

int verify(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    int disagreeing = 0;
    for (const records::Attempt& attempt : archive.list(options.student)) {
        std::string finding;
        try {
            finding = replay::verify(replay::read_recording(archive.recording_path(attempt)), options.threads)
                          .finding;
        } catch (const UserError& error) {
            finding = error.what();
        }
        disagreeing += finding.empty() ? 0 : 1;
        out << attempt.recording << ": " << (finding.empty() ? "verified" : "NOT verified: " + finding)
            << '\n';
    }
    return disagreeing == 0 ? 0 : 1;
}

} // namespace

int run_records(const RecordsOptions& options, std::ostream& out) {
    records::Archive archive(options.data);
    switch (options.action) {
    case RecordsOptions::Action::list:
        list(options, archive, out);
        return 0;
    case RecordsOptions::Action::import:
        for (const fs::path& file : options.files) {
            out << archive.add(replay::read_recording(file), options.student).recording << '\n';
        }
        return 0;
    case RecordsOptions::Action::export_csv:
        export_csv(options, archive, out);
        return 0;
    case RecordsOptions::Action::merge:
        for (const fs::path& folder : options.files) {
            if (!fs::is_regular_file(folder / "records.db")) {
                throw UserError(
                    Complaint{folder.string(), "holds no records.db", "name another station's data folder"});
            }
            out << archive.merge(records::Archive(folder)) << " attempts taken from " << folder.string()
                << '\n';
        }
        return 0;
    case RecordsOptions::Action::erase:
        if (options.student.empty()) {
            throw UserError(
                Complaint{"--student", "is needed to erase", "name the student whose attempts are to go"});
        }
        out << archive.erase(options.student) << " attempts of " << options.student << " erased\n";
        return 0;
    case RecordsOptions::Action::verify:
        return verify(options, archive, out);
    }
    return 0;
}

fs::path default_data_folder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
        return fs::path(data) / "tactus";
    }
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "tactus";
}

} // namespace tactus::cli
