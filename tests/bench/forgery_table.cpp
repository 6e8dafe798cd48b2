/// forgery_table [RECORDING [FLIPS [EVERY]]]: hands in forgeries of a recording and prints what each kind is
/// named as. FLIPS single bits are flipped (1000), by seed; it is cut at each EVERY-th byte (7); the rest is
/// edits, splices, signatures and rows of the database. Returns 1 when one passes for verified. Some two
/// minutes with the recording that it takes by default.

#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "sim/records/audit.hpp"
#include "tests/scenes/forgeries.hpp"
#include "tests/sim/records/folder.hpp"

#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <sqlite3.h>

using namespace tactus;
using scenes::Bytes;
namespace fs = std::filesystem;

namespace {

const std::string student = "Ana";

/// One row of the table: how many were handed in, and as what they were named.
class Row {
public:
    explicit Row(std::string kind) : kind_(std::move(kind)) {}

    void take(records::Verdict verdict) {
        ++tries_;
        passed_ += verdict == records::Verdict::verified ? 1 : 0;
        ++named_[verdict];
    }

    /// Prints it; returns how many passed for verified.
    int close() const {
        std::cout << std::left << std::setw(44) << kind_ << std::right << std::setw(7) << tries_
                  << std::setw(9) << tries_ - passed_ << "   ";
        const char* between = "";
        for (const auto& [verdict, count] : named_) {
            std::cout << between << records::verdict_name(verdict) << ' ' << count;
            between = ", ";
        }
        std::cout << '\n' << std::flush;
        return passed_;
    }

private:
    std::string kind_;
    int tries_ = 0;
    int passed_ = 0;
    std::map<records::Verdict, int> named_;
};

/// A station with one attempt, and what an examiner says to bytes handed in for it.
class Station {
public:
    Station(const fs::path& data, const fs::path& recording)
        : archive_(data),
          attempt_(archive_.add(replay::read_recording(recording), {.student = student, .grade = "fail"})),
          known_(records::read_known_stations(data)) {
        const std::string kept = archive_.stored_bytes(attempt_);
        honest_.assign(kept.begin(), kept.end());
    }

    [[nodiscard]] const Bytes& honest() const { return honest_; }

    [[nodiscard]] records::Verdict hand_in(const Bytes& bytes) const {
        return records::audit(bytes, nullptr, "handed in", {.known = known_}).verdict;
    }

    /// As the examiner finds it in the records after somebody ran `sql` on them, and as it was before again.
    [[nodiscard]] records::Verdict after(const std::string& sql) const {
        run("begin; drop trigger attempt_unchanging; drop trigger recording_unchanging;" + sql + ";commit");
        const records::Archive edited(archive_.directory());
        const records::Attempt row = edited.list().front();
        const std::string bytes = edited.stored_bytes(row);
        return records::audit({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, &row,
                              "in the records", {.known = known_})
            .verdict;
    }

    [[nodiscard]] std::string station() const { return replay::signer_of(honest_, "honest")->station; }

private:
    void run(const std::string& sql) const {
        sqlite3* db = nullptr;
        sqlite3_open((archive_.directory() / "records.db").c_str(), &db);
        char* message = nullptr;
        if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
            std::cerr << "forgery_table: " << sql << ": " << message << '\n';
            std::exit(2);
        }
        sqlite3_close(db);
    }

    records::Archive archive_;
    records::Attempt attempt_;
    std::vector<records::KnownStation> known_;
    Bytes honest_;
};

int flips(const Station& station, std::size_t count) {
    Row row("single bits flipped");
    for (const std::uint64_t bit : scenes::chosen_bits(station.honest().size(), count, 1)) {
        row.take(station.hand_in(scenes::with_flipped_bit(station.honest(), bit)));
    }
    return row.close();
}

int cuts(const Station& station, std::size_t every) {
    Row row("cut at each " + std::to_string(every) + "th byte");
    for (std::size_t size = 0; size < station.honest().size(); size += every) {
        row.take(station.hand_in(
            {station.honest().begin(), station.honest().begin() + static_cast<std::ptrdiff_t>(size)}));
    }
    return row.close();
}

int edits(const Station& station) {
    int passed = 0;
    for (const auto& [cover, words] : {std::pair(scenes::Cover::keeps_signature, "signature kept"),
                                       std::pair(scenes::Cover::strips, "unsigned"),
                                       std::pair(scenes::Cover::signs_himself, "signed by the forger")}) {
        Row of_run(std::string("edited run, ") + words);
        for (const scenes::Wish& wish : scenes::wishes()) {
            of_run.take(station.hand_in(scenes::edited(station.honest(), wish.edit, cover)));
        }
        Row beside(std::string("edited beside the run, ") + words);
        for (const scenes::Wish& wish : scenes::wishes_beside_the_run()) {
            beside.take(station.hand_in(scenes::edited(station.honest(), wish.edit, cover)));
        }
        Row version(std::string("another sim_version, ") + words);
        version.take(station.hand_in(scenes::edited(
            station.honest(), [](replay::Recording& r) { r.origin.sim_version = "9.9.9"; }, cover)));
        passed += of_run.close() + beside.close() + version.close();
    }
    return passed;
}

int splices(const Station& station, const Station& other) {
    Row row("spliced with another recording");
    const std::size_t size = station.honest().size();
    for (std::size_t part = 1; part < 16; ++part) {
        row.take(station.hand_in(scenes::spliced(station.honest(), other.honest(), size * part / 16)));
    }
    Bytes swapped = scenes::stripped(station.honest());
    const Bytes signature = scenes::signature_of(other.honest());
    swapped.insert(swapped.end(), signature.begin(), signature.end());
    row.take(station.hand_in(swapped));
    Bytes doubled = station.honest();
    doubled.insert(doubled.end(), station.honest().begin(), station.honest().end());
    row.take(station.hand_in(doubled));
    return row.close();
}

int signatures(const Station& station) {
    Row taken_off("signature taken off");
    taken_off.take(station.hand_in(scenes::stripped(station.honest())));
    Row own("signed anew by a key of the forger's");
    own.take(station.hand_in(
        scenes::signed_by_forger(scenes::stripped(station.honest()), station.station(), student)));
    return taken_off.close() + own.close();
}

int rows(const fs::path& folder, const fs::path& recording) {
    Row row("a row of the database edited");
    int k = 0;
    for (const char* set : {"score = 99",
                            "score = score + 0.0001",
                            "pressure = 100",
                            "flow = 42.5",
                            "passed = 1 - passed",
                            "grade = 'distinction'",
                            "graded = 1 - graded",
                            "practice = 'practice'",
                            "drill_hash = 'x'",
                            "rubric_hash = 'x'",
                            "drill = 'kiosk'",
                            "client = 'ito'",
                            "started_at = started_at + 86400",
                            "duration_s = duration_s + 1",
                            "state_hash = '0'",
                            "digest = '0'",
                            "setting = 'fine'",
                            "sim_version = '9'",
                            "force_source = 'measured'",
                            "feedback = 'none'",
                            "profile = ''"}) {
        const Station fresh(folder / std::to_string(k++), recording);
        row.take(fresh.after(std::string("update attempt set ") + set));
    }
    const Station fresh(folder / "lost", recording);
    row.take(fresh.after("update recording set bytes = substr(bytes, 1, length(bytes) - 1)"));
    return row.close();
}

int table(const fs::path& recording, std::size_t flip_count, std::size_t every) {
    const scenes::Folder folder("forgeries");
    const Station station(folder.path / "station", recording);
    const Station other(folder.path / "other",
                        fs::path(TACTUS_SOURCE_DIR) / "tests/data/recordings/two-hands.tactus");
    std::cout << recording.string() << ", " << station.honest().size() << " bytes\n"
              << "kind                                          tries detected   named as\n";
    Row honest("none: the recording itself");
    honest.take(station.hand_in(station.honest()));
    const bool sound = honest.close() == 1;
    const int passed = flips(station, flip_count) + cuts(station, every) + edits(station) +
                       splices(station, other) + signatures(station) + rows(folder.path, recording);
    std::cout << (passed == 0 ? "none passed for verified\n" : "SOME PASSED FOR VERIFIED\n");
    return sound && passed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> given(argv + 1, argv + argc);
    try {
        return table(given.empty() ? fs::path(TACTUS_SOURCE_DIR) / "tests/data/recordings/one-hand.tactus"
                                   : fs::path(given[0]),
                     given.size() > 1 ? std::stoul(given[1]) : 1000,
                     given.size() > 2 ? std::max(1UL, std::stoul(given[2])) : 7);
    } catch (const std::exception& error) {
        std::cerr << "forgery_table: " << error.what() << '\n';
        return 2;
    }
}
