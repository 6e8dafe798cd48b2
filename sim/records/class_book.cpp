#include "sim/records/class_book.hpp"

#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/exams/student_name.hpp"
#include "sim/records/calendar.hpp"
#include "sim/records/content_hash.hpp"
#include "sim/records/exam_rows.hpp"
#include "sim/records/frozen_drill.hpp"
#include "sim/records/membership.hpp"
#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <ctime>

namespace tactus::records {
namespace {

constexpr const char* class_columns =
    "select id, name, (select count(*) from member where member.class = class.id) from class";

Class read_class(SQLite::Statement& query) {
    return {.id = query.getColumn(0).getString(),
            .name = query.getColumn(1).getString(),
            .members = query.getColumn(2).getInt()};
}

/// Enters the school's number, where none or the same is known.
void number_student(SQLite::Database& db, const std::string& profile, const exams::RosterEntry& entry) {
    if (entry.school_number.empty()) {
        return;
    }
    SQLite::Statement other(db, "select profile.name from school_number join profile on profile.id = profile"
                                " where number = ? and profile <> ?");
    SQLite::bind(other, entry.school_number, profile);
    if (other.executeStep()) {
        throw UserError(Complaint{
            entry.name, "has the number " + entry.school_number + " of " + other.getColumn(0).getString(),
            "correct one of the two; nobody was entered"});
    }
    SQLite::Statement put(db, "insert or replace into school_number values (?, ?)");
    SQLite::bind(put, profile, entry.school_number);
    put.exec();
}

void check_order(const ExamOrder& order, std::int64_t opens_at) {
    std::vector<Complaint> wrong;
    const std::string where = "exam of " + order.drill.name;
    if (order.drill.interview || order.drill.cards > 0) {
        wrong.push_back(
            {where, "begins with a talk, which an exam does not hold yet", "choose a drill without one"});
    }
    if (order.closes_at_unix_s != 0 && order.closes_at_unix_s <= opens_at) {
        wrong.push_back({where, "closes before it opens", "let it close later"});
    }
    bool marked = false;
    for (const exams::SeenRow& row : order.seen) {
        marked = marked || !row.critical;
    }
    if (order.seen_share < 0 || order.seen_share > 1 || (order.seen_share > 0 && !marked)) {
        wrong.push_back({where, "has a share of seen marks without rows to give them by, or no share at all",
                         "choose a sheet, and a share from 0 to 1"});
    }
    if (!wrong.empty()) {
        throw UserError(wrong);
    }
}

} // namespace

ClassBook::ClassBook(const std::filesystem::path& directory) : directory_(directory), database_(directory) {}

std::string ClassBook::next_id() { return ids_.next(wall_ms()); }

std::vector<Class> ClassBook::classes() const {
    std::vector<Class> all;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, class_columns + std::string(" order by name"));
        while (query.executeStep()) {
            all.push_back(read_class(query));
        }
    });
    return all;
}

Class ClassBook::class_named(const std::string& name) const {
    std::optional<Class> found;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, class_columns + std::string(" where name = ?1 or id = ?1"));
        query.bind(1, name);
        if (query.executeStep()) {
            found = read_class(query);
        }
    });
    if (!found) {
        throw UserError(Complaint{name, "no class of that name is in the records",
                                  "see `tactus-sim class list`, or enter a roster to begin it"});
    }
    return *found;
}

Class ClassBook::make_class(const std::string& name) {
    const std::string tidy = exams::tidy_name(name);
    database_.write([&](SQLite::Database& db) { class_of_name(db, tidy, ids_, std::time(nullptr)); });
    return class_named(tidy);
}

RosterReport ClassBook::enrol(const std::string& class_id, std::span<const exams::RosterEntry> roster,
                              const std::string& who) {
    RosterReport report;
    database_.write([&](SQLite::Database& db) {
        const std::int64_t now = std::time(nullptr);
        for (const exams::RosterEntry& entry : roster) {
            const std::string profile = profile_of(db, entry.name, ids_, now);
            number_student(db, profile, entry);
            const bool fresh = set_member(
                db, {.class_id = class_id, .profile = profile, .joined = true, .who = who}, ids_, now);
            (fresh ? report.joined : report.known) += 1;
        }
    });
    return report;
}

void ClassBook::dismiss(const std::string& class_id, const std::string& profile, const std::string& who) {
    database_.write([&](SQLite::Database& db) {
        set_member(db, {.class_id = class_id, .profile = profile, .joined = false, .who = who}, ids_,
                   std::time(nullptr));
    });
}

std::vector<Member> ClassBook::members(const std::string& class_id) const {
    std::vector<Member> all;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select profile.id, name, created, coalesce(number, '') from member"
                                    " join profile on profile.id = member.profile"
                                    " left join school_number on school_number.profile = profile.id"
                                    " where class = ? order by name");
        query.bind(1, class_id);
        while (query.executeStep()) {
            all.push_back({.profile = {.id = query.getColumn(0).getString(),
                                       .name = query.getColumn(1).getString(),
                                       .created_unix_s = query.getColumn(2).getInt64()},
                           .school_number = query.getColumn(3).getString()});
        }
    });
    return all;
}

exams::Exam ClassBook::open_exam(const ExamOrder& order) {
    const std::int64_t now = std::time(nullptr);
    const std::int64_t opens_at = order.opens_at_unix_s == 0 ? now : order.opens_at_unix_s;
    check_order(order, opens_at);
    // Before the braces: GCC 12 mishandles an exception thrown amid them.
    const std::string title = order.title.empty() ? order.drill.name : exams::tidy_name(order.title);
    exams::Exam exam{.id = next_id(),
                     .class_id = order.class_id,
                     .title = title,
                     .drill = order.drill.id,
                     .drill_name = order.drill.name,
                     .drill_text = drills::write_drill(order.drill),
                     .drill_hash = drill_hash(order.drill),
                     .rubric_text = scoring::write_rubric(order.rubric),
                     .rubric_hash = rubric_hash(order.rubric),
                     .client_name = order.client.name,
                     .client_text = client::write_client(order.client),
                     .frozen_hash = {},
                     .seen = order.seen,
                     .seen_share = order.seen_share,
                     .pass = pass_rule_of(order.rubric),
                     .opens_at_unix_s = opens_at,
                     .closes_at_unix_s = order.closes_at_unix_s,
                     .policy = order.policy,
                     .attempts_allowed = order.attempts_allowed,
                     .least_setting = order.least_setting,
                     .least_force = order.least_force,
                     .made_at_unix_s = now,
                     .made_by = order.who};
    exam.frozen_hash = frozen_hash({.drill = order.drill, .rubric = order.rubric, .clients = {order.client}});
    database_.write([&](SQLite::Database& db) { insert_exam(db, exam); });
    return exam;
}

void ClassBook::set_open(const std::string& exam, bool open, const std::string& who, const std::string& why) {
    database_.write([&](SQLite::Database& db) {
        SQLite::Statement insert(db, "insert into exam_change values (?, ?, ?, ?, ?, ?)");
        SQLite::bind(insert, next_id(), exam, open ? 1 : 0, static_cast<std::int64_t>(std::time(nullptr)),
                     who, why);
        insert.exec();
    });
}

std::vector<exams::Exam> ClassBook::exams(const std::string& class_id) const {
    std::vector<exams::Exam> all;
    database_.read([&](SQLite::Database& db) {
        all = class_id.empty() ? select_exams(db, "?1 = ''", "") : select_exams(db, "class = ?1", class_id);
    });
    return all;
}

exams::Exam ClassBook::exam(const std::string& id) const {
    std::vector<exams::Exam> found;
    database_.read([&](SQLite::Database& db) {
        found = select_exams(db, "substr(id, 1, length(?1)) = ?1 or title = ?1", id);
    });
    if (id.empty() || found.size() != 1) {
        throw UserError(Complaint{"exam " + id,
                                  found.empty() ? "is not in the records" : "names more than one",
                                  "take an id from `tactus-sim class exams`"});
    }
    return found.front();
}

std::vector<exams::Exam> ClassBook::exams_for(const std::string& profile, std::int64_t now_unix_s) const {
    std::vector<exams::Exam> open;
    database_.read([&](SQLite::Database& db) {
        open = select_exams(db, "class in (select class from member where profile = ?1)", profile);
    });
    std::erase_if(open, [&](const exams::Exam& exam) { return !exams::is_open(exam, now_unix_s); });
    return open;
}

} // namespace tactus::records
