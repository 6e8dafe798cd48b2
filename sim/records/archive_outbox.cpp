#include "sim/records/archive.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {
namespace {

constexpr const char* push_error = "school.push_error"; // a setting of the guest, that is of the station

} // namespace

void Archive::note_delivery(const Delivery& delivery) {
    database_.write([&](SQLite::Database& db) {
        SQLite::Statement insert(db, "insert or replace into delivery values (?, ?, ?)");
        insert.bind(1, delivery.attempt);
        insert.bind(2, delivery.fate);
        insert.bind(3, delivery.why);
        insert.exec();
    });
}

void Archive::note_push(const std::string& error) { set_setting("", push_error, error); }

void Archive::forget_deliveries() {
    database_.write([](SQLite::Database& db) { db.exec("delete from delivery"); });
}

Outbox Archive::outbox() const {
    Outbox outbox;
    database_.read([&](SQLite::Database& db) {
        outbox.waiting = db.execAndGet("select count(*) from attempt where profile <> ''"
                                       " and id not in (select attempt from delivery)")
                             .getInt();
        outbox.noticed =
            db.execAndGet("select count(*) from delivery where fate not in ('taken', 'known', 'erased')")
                .getInt();
    });
    const auto station = settings("");
    const auto error = station.find(push_error);
    outbox.last_error = error == station.end() ? "" : error->second;
    return outbox;
}

} // namespace tactus::records
