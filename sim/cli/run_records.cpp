#include "sim/cli/run_records.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/cli/attempt_choice.hpp"
#include "sim/cli/attempt_words.hpp"
#include "sim/cli/exam_words.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/backup.hpp"
#include "sim/records/csv.hpp"
#include "sim/records/report_html.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace tactus::cli {
namespace {

std::vector<records::Attempt> chosen(const RecordsOptions& options, const records::Archive& archive) {
    return chosen_attempts(
        {.student = options.student, .drill = options.drill, .class_name = {}, .since = options.since},
        archive);
}

const fs::path& only_file(const RecordsOptions& options, const char* what) {
    if (options.files.size() != 1) {
        throw UserError(Complaint{"records", std::string("needs one file: ") + what, "see --help"});
    }
    return options.files.front();
}

void list(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    const std::vector<records::Attempt> attempts = chosen(options, archive);
    if (options.json) {
        nlohmann::ordered_json json = {{"attempts", nlohmann::ordered_json::array()}};
        for (const records::Attempt& attempt : attempts) {
            json["attempts"].push_back(attempt_json(attempt));
        }
        out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        return;
    }
    if (attempts.empty()) {
        out << "no such attempts yet in " << options.data.string() << '\n';
    }
    for (const records::Attempt& attempt : attempts) {
        write_attempt_line(attempt, out);
    }
}

void show(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    const auto attempt = archive.find(options.id);
    if (!attempt) {
        throw UserError(Complaint{options.id, "names no attempt, or more than one",
                                  "take an id from `tactus-sim records list`"});
    }
    nlohmann::ordered_json json = attempt_json(*attempt);
    const std::string result = archive.result(*attempt);
    json["result"] = result.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json::parse(result);
    out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void write_file(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) {
        throw UserError(Complaint{file.string(), "could not be written",
                                  "check that the folder exists, may be written and has room"});
    }
}

/// False when the recording is lost or damaged, which standard error says.
bool write_recording(const fs::path& folder, const records::Attempt& attempt,
                     const records::Archive& archive) {
    std::string bytes;
    try {
        bytes = archive.recording_bytes(attempt);
    } catch (const UserError& error) {
        std::cerr << "tactus-sim: " << error.what() << '\n';
        return false;
    }
    write_file(folder / records::recording_name(attempt), bytes);
    return true;
}

/// Everything of a student in one folder: the table, the attempts with their results, the recordings, the
/// exams. Returns 1 when a recording is lost, which standard error names.
int export_folder(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    const auto attempts = chosen(options, archive);
    std::error_code error;
    fs::create_directories(options.folder, error);
    int lost = 0;
    nlohmann::ordered_json json = {{"attempts", nlohmann::ordered_json::array()}};
    for (const records::Attempt& attempt : attempts) {
        nlohmann::ordered_json row = attempt_json(attempt);
        const std::string result = archive.result(attempt);
        row["result"] = result.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json::parse(result);
        json["attempts"].push_back(row);
        lost += write_recording(options.folder, attempt, archive) ? 0 : 1;
    }
    std::ostringstream table;
    records::write_csv(attempts, table);
    write_file(options.folder / "attempts.csv", table.str());
    write_file(options.folder / "attempts.json",
               json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
    if (const auto profile = archive.profile_named(options.student); profile && !profile->empty()) {
        write_file(options.folder / "exams.json",
                   student_exams_json(records::ClassBook(options.data), *profile)
                           .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
                       "\n");
    }
    out << attempts.size() << " attempts written to " << options.folder.string();
    out << (lost == 0 ? "" : ", " + std::to_string(lost) + " of them without a recording") << '\n';
    return lost == 0 ? 0 : 1;
}

int export_table(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    if (!options.folder.empty()) {
        return export_folder(options, archive, out);
    }
    const std::vector<records::Attempt> attempts = chosen(options, archive);
    std::ostringstream table;
    records::write_csv(attempts, table);
    if (options.files.empty()) {
        out << table.str();
        return 0;
    }
    write_file(only_file(options, "the table"), table.str());
    out << attempts.size() << " attempts written to " << options.files.front().string() << '\n';
    return 0;
}

void report(const RecordsOptions& options, const records::Archive& archive, std::ostream& out) {
    std::ostringstream page;
    records::write_report(archive, options.student, page);
    write_file(options.report, page.str());
    out << "report written to " << options.report.string() << '\n';
}

void import(const RecordsOptions& options, records::Archive& archive, std::ostream& out) {
    for (const fs::path& file : options.files) {
        const auto attempt =
            archive.add_file(replay::read_recording_bytes(file), file.string(), {.student = options.student});
        out << records::recording_name(attempt) << '\n';
    }
    records::back_up_daily(options.data);
}

int merge(const RecordsOptions& options, records::Archive& archive, std::ostream& out) {
    std::size_t differing = 0;
    for (const fs::path& folder : options.files) {
        if (!fs::is_regular_file(folder / "records.db")) {
            throw UserError(
                Complaint{folder.string(), "holds no records.db", "name another station's data folder"});
        }
        const records::MergeReport report = archive.merge(records::Archive(folder));
        out << report.taken << " attempts taken from " << folder.string() << ", " << report.known
            << " were here, " << report.erased << " stay erased; " << report.exam_rows
            << " rows of classes and exams taken\n";
        for (const std::string& id : report.differing) {
            out << "DIFFERS: " << id << " stands for something else there; ours was kept\n";
        }
        differing += report.differing.size();
    }
    records::back_up_daily(options.data);
    return differing == 0 ? 0 : 1;
}

void erase(const RecordsOptions& options, records::Archive& archive, std::ostream& out) {
    if (options.student.empty()) {
        throw UserError(
            Complaint{"--student", "is needed to erase", "name the student whose attempts are to go"});
    }
    const records::Erasure erasure = archive.erase(options.student);
    out << erasure.attempts << " attempts of " << options.student << " erased; " << erasure.copies
        << " backups and records set aside for rescue (records-damaged-*, records-before-restore-*) deleted,"
           " a fresh backup made\n";
}

void enter_class(const RecordsOptions& options, records::Archive& archive, std::ostream& out) {
    const auto profile = archive.profile_named(options.student);
    if (options.student.empty() || !profile) {
        throw UserError(Complaint{"--student " + options.student, "names nobody in the records",
                                  "take a name from `tactus-sim records list`"});
    }
    archive.set_class(*profile, options.class_name);
    out << options.student << " is in "
        << (options.class_name.empty() ? "no class" : "class " + options.class_name) << '\n';
}

void restore(const RecordsOptions& options, std::ostream& out) {
    const fs::path& backup = only_file(options, "the backup");
    const fs::path aside = records::restore(options.data, backup);
    out << backup.string() << " is now the records of " << options.data.string() << '\n';
    if (!aside.empty()) {
        out << "what was there is kept as " << aside.string() << '\n';
    }
}

} // namespace

int run_records(const RecordsOptions& options, std::ostream& out) {
    if (options.action == RecordsOptions::Action::restore) {
        restore(options, out); // before anything opens what may be damaged
        return 0;
    }
    records::Archive archive(options.data);
    if (!archive.notice().empty()) {
        std::cerr << "tactus-sim: " << archive.notice() << '\n';
    }
    switch (options.action) {
    case RecordsOptions::Action::list:
        list(options, archive, out);
        return 0;
    case RecordsOptions::Action::show:
        show(options, archive, out);
        return 0;
    case RecordsOptions::Action::import:
        import(options, archive, out);
        return 0;
    case RecordsOptions::Action::export_table:
        return export_table(options, archive, out);
    case RecordsOptions::Action::report:
        report(options, archive, out);
        return 0;
    case RecordsOptions::Action::merge:
        return merge(options, archive, out);
    case RecordsOptions::Action::erase:
        erase(options, archive, out);
        return 0;
    case RecordsOptions::Action::enter_class:
        enter_class(options, archive, out);
        return 0;
    case RecordsOptions::Action::backup:
        archive.back_up(only_file(options, "the backup to write"));
        out << "backup written to " << options.files.front().string() << '\n';
        return 0;
    case RecordsOptions::Action::restore:
        break; // done above
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
