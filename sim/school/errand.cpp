#include "sim/school/errand.hpp"

#include "sim/records/calendar.hpp"
#include "sim/school/class_sync.hpp"
#include "sim/school/class_wire.hpp"
#include "sim/school/pull.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::school {
namespace {

bool has_records(const fs::path& data) {
    std::error_code ignored;
    return fs::exists(data / "records.db", ignored);
}

void look_at(const records::Archive& archive, Errand& errand) {
    const records::Outbox outbox = archive.outbox();
    errand.waiting = outbox.waiting + outbox.rows_waiting;
    errand.not_taken = outbox.noticed;
    errand.pushed_at_unix_s = outbox.pushed_at_unix_s;
}

void note_push(records::Archive& archive, const std::string& error) {
    if (archive.outbox().last_error != error) { // an errand a minute need not write a row a minute
        archive.note_push(error);
    }
}

void push_all(records::Archive& archive, SchoolClient& school, const GoOn& goes_on, Errand& errand) {
    const PushReport report = push(archive, school, goes_on);
    errand.pushed = report.taken + report.known;
    if (errand.pushed > 0) {
        archive.note_pushed_at(records::wall_ms() / 1000);
    }
}

int pull_drills_into(const fs::path& data, SchoolClient& school) {
    const auto drills = pull_drills(school, data / "drills");
    return static_cast<int>(
        std::ranges::count_if(drills, [](const PulledDrill& drill) { return !drill.was_here; }));
}

bool school_has_classes(SchoolClient& school) {
    return !parse_rows(school.get("/v1/class?limit=1"), "the school's classes").empty();
}

int pull_class(records::Archive& archive, SchoolClient& school, const StationCard& card,
               const GoOn& goes_on) {
    records::ClassExchange exchange(archive.directory());
    const ClassPull pull = pull_class_rows(archive, exchange, school, card, goes_on);
    return pull.rows + pull.attempts;
}

} // namespace

Errand run_errand(const fs::path& data, SchoolClient& school, const OnTheWay& tell, const GoOn& goes_on) {
    Errand errand;
    std::optional<records::Archive> archive; // closed after it: who erases wants the file alone
    if (has_records(data)) {
        archive.emplace(data);
        look_at(*archive, errand);
        tell(errand);
    }
    try {
        const StationCard card = ask_who_i_am(school);
        errand.school = card.school;
        errand.station = card.station;
        if (archive) {
            push_all(*archive, school, goes_on, errand);
            look_at(*archive, errand);
            tell(errand);
        }
        errand.pulled = pull_drills_into(data, school);
        if (!archive && school_has_classes(school)) {
            archive.emplace(data);
        }
        if (archive) {
            errand.pulled += pull_class(*archive, school, card, goes_on);
            look_at(*archive, errand);
            note_push(*archive, {});
        }
    } catch (const UserError& error) {
        if (archive) {
            note_push(*archive, error.what());
        }
        throw;
    }
    return errand;
}

} // namespace tactus::school
