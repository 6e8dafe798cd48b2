#pragma once
/// The station's records: students, their attempts with the recordings, settings and where their learning
/// stands, in one SQLite file. Attempts are append-only: none is ever edited; erasing a student leaves
/// tombstones so that a merge cannot bring the attempts back.

#include "sim/drills/learning.hpp"
#include "sim/records/attempt.hpp"
#include "sim/records/database.hpp"
#include "sim/records/erasure.hpp"
#include "sim/records/query.hpp"
#include "sim/records/station.hpp"
#include "sim/records/uuid.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tactus::records {

struct Profile {
    std::string id; ///< UUIDv7; "" = guest
    std::string name;
    std::int64_t created_unix_s = 0;
};

struct MergeReport {
    int taken = 0;
    int known = 0;                      ///< were here already
    int erased = 0;                     ///< were erased here and stay away
    int exam_rows = 0;                  ///< taken of classes, exams and what was said of them
    std::vector<std::string> differing; ///< ids that stand for something else here; left as they are
};

struct AttemptCounts {
    int all = 0;
    int graded = 0;
    int passed = 0; ///< of the graded
};

/// What became of an attempt that was pushed to a school (sim/school).
struct Delivery {
    std::string attempt;
    std::string fate; ///< a word of school::Fate, or "lost"
    std::string why;
};

struct Outbox {
    int waiting = 0;                   ///< attempts that no school has answered for
    int rows_waiting = 0;              ///< the same of classes, exams and what was said of them
    int noticed = 0;                   ///< of both: answered, but not taken: refused, flagged
    std::string last_error;            ///< of the last push; "" = it went well, or there was none
    std::int64_t pushed_at_unix_s = 0; ///< when something was last taken; 0 = never
};

/// An attempt of another station, as a school hands it on.
struct PulledAttempt {
    std::string id;
    std::string bytes; ///< of the recording's file
    RunFacts facts;
};

struct Erasure {
    int attempts = 0; ///< 0 also when an interrupted erasure was finished
    int copies = 0;   ///< backups and set-aside records that were deleted
};

/// Not thread-safe; several may be open on one folder. All throw UserError (locked for 5 s, disk full,
/// damaged).
class Archive {
public:
    /// Opens or makes DIR/records.db; see Database.
    explicit Archive(const std::filesystem::path& directory);

    [[nodiscard]] const std::string& notice() const { return database_.notice(); }

    /// Keeps a run, signed by this station as the student's: row and recording in one transaction, on the
    /// disk when this returns. The same recording again changes nothing and returns the attempt that is here.
    /// Also throws when it was erased here, and when the station's key is damaged.
    Attempt add(const replay::Recording& recording, const RunFacts& facts);

    /// The same of a recording's file, as it came: one that is signed, and one of format 1, which cannot be,
    /// is kept byte for byte. name: what errors call it. Also throws when it is damaged or its signature
    /// forged.
    Attempt add_file(std::span<const std::uint8_t> bytes, const std::string& name, const RunFacts& facts);

    // Reading. profile: an id, "" = guest.
    [[nodiscard]] std::vector<Attempt> list(const AttemptQuery& query = {}) const;
    [[nodiscard]] std::optional<Attempt> best(const std::string& profile, const std::string& drill) const;
    /// The best graded run of a drill by anyone in the student's class, who may be the student; nullopt: in
    /// no class, or nobody there has done it.
    [[nodiscard]] std::optional<Attempt> class_best(const std::string& profile,
                                                    const std::string& drill) const;
    [[nodiscard]] AttemptCounts counts(const std::string& profile, const std::string& drill) const;
    /// The newest `limit` graded runs of a student at a drill, oldest first, as drills/learning looks at
    /// them.
    [[nodiscard]] std::vector<drills::GradedRun> graded_runs(const std::string& profile,
                                                             const std::string& drill, int limit) const;
    /// By id or by the first characters of id or digest; nullopt = none, or more than one.
    [[nodiscard]] std::optional<Attempt> find(const std::string& id) const;
    /// The recording's file bytes, checked against the digest and their own signature. Throws UserError:
    /// missing or damaged.
    [[nodiscard]] std::string recording_bytes(const Attempt& attempt) const;
    /// The same unchecked, for who looks for what is wrong with them. Throws UserError: missing.
    [[nodiscard]] std::string stored_bytes(const Attempt& attempt) const;
    [[nodiscard]] replay::Recording recording(const Attempt& attempt) const;
    [[nodiscard]] std::string result(const Attempt& attempt) const; ///< JSON; "" = none
    /// The recording as a file of the `replays` folder, laid there when it is not.
    [[nodiscard]] std::filesystem::path unpack(const Attempt& attempt) const;

    // Students.
    [[nodiscard]] std::vector<Profile> profiles() const; ///< by name, without the guest
    [[nodiscard]] std::optional<std::string> profile_named(const std::string& student) const;
    std::string make_profile(const std::string& student); ///< id; that of the name if it is taken
    void set_school_number(const std::string& profile, const std::string& number);
    void set_setting(const std::string& profile, const std::string& key, const std::string& value);
    [[nodiscard]] std::map<std::string, std::string> settings(const std::string& profile) const;
    /// The one class that a student is in together with others (ClassBook keeps several); "" = none. Not for
    /// the guest. Of several the newest.
    void set_class(const std::string& profile, const std::string& name);
    [[nodiscard]] std::string class_of(const std::string& profile) const;
    /// state: JSON, for instance the feedback level that was reached.
    void set_learning(const std::string& profile, const std::string& drill, const std::string& state);
    [[nodiscard]] std::optional<std::string> learning(const std::string& profile,
                                                      const std::string& drill) const;

    // A school.
    void note_delivery(const Delivery& delivery);
    /// "" after a push that went well.
    void note_push(const std::string& error);
    void note_pushed_at(std::int64_t unix_s);
    /// Everything is to be pushed and pulled again, as with a new school.
    void forget_deliveries();
    [[nodiscard]] Outbox outbox() const;
    /// Keeps another station's attempt under its id, as it came; it is pushed by nobody here. False: it is
    /// here or was erased here. Also throws when it is damaged or its signature forged.
    bool take_pulled(const PulledAttempt& pulled);
    /// Where the school has got to with what this station asked for: "" = nowhere yet. what: "class",
    /// "erased".
    [[nodiscard]] std::string pull_cursor(const std::string& what) const;
    void set_pull_cursor(const std::string& what, const std::string& cursor);
    /// Erases what came from the school and was erased where it was recorded. What was recorded here is
    /// erased here alone. Finishes it when it was interrupted. Returns how many attempts and rows.
    int bury_pulled(std::span<const Tombstone> tombstones);

    /// Takes over what is neither here nor erased here. A student is the one of the same name.
    MergeReport merge(const Archive& other);

    /// Deletes a student for good: attempts, recordings, name, number, settings, learning, files, the copies
    /// in `backups`, everybody's reports and the records that were set aside; overwrites the pages and lays
    /// one fresh backup. When it was interrupted, the same call finishes it. Throws UserError: nobody of that
    /// name, another program reads the records, or a copy cannot be deleted.
    Erasure erase(const std::string& student);

    /// A whole copy. Throws UserError: the file exists or cannot be written.
    void back_up(const std::filesystem::path& file) const;

    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }

private:
    Attempt keep(Attempt attempt, std::span<const std::uint8_t> bytes, const std::string& result);
    const Station& station();
    bool take_over(const Archive& other, const Attempt& attempt, MergeReport& report);
    int finish_erasure();

    std::filesystem::path directory_;
    Database database_;
    UuidSource ids_;
    std::optional<Station> station_; ///< read when it first signs
};

} // namespace tactus::records
