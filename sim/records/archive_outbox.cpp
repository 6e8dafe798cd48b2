#include "sim/records/archive.hpp"
#include "sim/records/calendar.hpp"
#include "sim/records/class_exchange.hpp"
#include "sim/records/digest.hpp"
#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <charconv>

namespace tactus::records {
namespace {

// Settings of the guest, that is of the station.
constexpr const char* push_error = "school.push_error";
constexpr const char* pushed_at = "school.pushed_at";
constexpr const char* cursor_of = "school.cursor.";

std::string setting_of(const std::map<std::string, std::string>& settings, const std::string& key) {
    const auto found = settings.find(key);
    return found == settings.end() ? std::string() : found->second;
}

void insert_delivery(SQLite::Database& db, const Delivery& delivery) {
    SQLite::Statement insert(db, "insert or replace into delivery values (?, ?, ?)");
    insert.bind(1, delivery.attempt);
    insert.bind(2, delivery.fate);
    insert.bind(3, delivery.why);
    insert.exec();
}

} // namespace

void Archive::note_delivery(const Delivery& delivery) {
    database_.write([&](SQLite::Database& db) { insert_delivery(db, delivery); });
}

void Archive::note_push(const std::string& error) { set_setting("", push_error, error); }

void Archive::note_pushed_at(std::int64_t unix_s) { set_setting("", pushed_at, std::to_string(unix_s)); }

void Archive::forget_deliveries() {
    database_.write([](SQLite::Database& db) {
        db.exec("delete from delivery where fate <> 'pulled'"); // that is for others to push
        db.exec("delete from row_delivery where fate <> 'pulled'");
        db.exec(std::string("delete from setting where profile = '' and key like '") + cursor_of + "%'");
    });
}

Outbox Archive::outbox() const {
    Outbox outbox;
    database_.read([&](SQLite::Database& db) {
        outbox.waiting = db.execAndGet("select count(*) from attempt where profile <> ''"
                                       " and id not in (select attempt from delivery)")
                             .getInt();
        outbox.rows_waiting = count_undelivered_rows(db);
        outbox.noticed =
            db.execAndGet(
                  "select (select count(*) from delivery where fate in ('differs', 'copied', "
                  "'refused', 'lost')) + (select count(*) from row_delivery where fate in ('differs', "
                  "'refused'))")
                .getInt();
    });
    const auto station = settings("");
    outbox.last_error = setting_of(station, push_error);
    const std::string at = setting_of(station, pushed_at);
    std::from_chars(at.data(), at.data() + at.size(), outbox.pushed_at_unix_s);
    return outbox;
}

bool Archive::take_pulled(const PulledAttempt& pulled) {
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(pulled.bytes.data()),
                                              pulled.bytes.size());
    const std::string name = "attempt " + pulled.id + " of the school";
    const replay::Opened opened = replay::open_recording(bytes, name);
    if (opened.signed_by && !opened.signed_by->holds) {
        throw UserError(Complaint{name, "its signature is forged: it is not that of the station it names",
                                  "tell who runs the school's server"});
    }
    Attempt attempt = attempt_of(opened.recording, recording_digest(bytes), pulled.facts);
    attempt.id = pulled.id;
    bool taken = false;
    database_.write([&](SQLite::Database& db) {
        taken = !is_erased(db, attempt.id, attempt.digest) && !attempt_by(db, "id", attempt.id) &&
                !attempt_by(db, "digest", attempt.digest);
        if (taken) {
            attempt.profile = profile_of(db, attempt.student, ids_, wall_ms() / 1000);
            insert_attempt(db, attempt);
            insert_recording(db, attempt.id, pulled.bytes, pulled.facts.result);
            insert_delivery(db, {.attempt = attempt.id, .fate = "pulled", .why = {}});
        }
    });
    return taken;
}

std::string Archive::pull_cursor(const std::string& what) const {
    return setting_of(settings(""), cursor_of + what);
}

void Archive::set_pull_cursor(const std::string& what, const std::string& cursor) {
    set_setting("", cursor_of + what, cursor);
}

} // namespace tactus::records
