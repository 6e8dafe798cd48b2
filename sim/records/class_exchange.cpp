#include "sim/records/class_exchange.hpp"

#include "sim/records/exam_merge.hpp"
#include "sim/records/exam_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace tactus::records {
namespace {

using nlohmann::json;

struct Kind {
    const char* table;
    const char* key;
    bool has_class;
    bool has_profile;
};

/// In an order in which each speaks only of those before it. What is a row of the sheet comes with its exam.
constexpr std::array<Kind, 10> kinds{{{"class", "id", false, false},
                                      {"membership", "id", true, true},
                                      {"exam", "id", true, false},
                                      {"exam_change", "id", false, false},
                                      {"sitting", "id", false, true},
                                      {"handed_in", "attempt", false, false},
                                      {"mark", "id", false, true},
                                      {"mark_undo", "act", false, false},
                                      {"review", "id", false, false},
                                      {"review_answer", "id", false, false}}};

json value_of(const SQLite::Column& column) {
    if (column.isNull()) {
        return nullptr;
    }
    if (column.isInteger()) {
        return column.getInt64();
    }
    if (column.isFloat()) {
        return column.getDouble();
    }
    return column.getString();
}

json seen_rows(SQLite::Database& db, const std::string& exam) {
    SQLite::Statement query(
        db, "select number, words, marks, critical from seen_row where exam = ? order by number");
    query.bind(1, exam);
    json rows = json::array();
    while (query.executeStep()) {
        rows.push_back({value_of(query.getColumn(0)), value_of(query.getColumn(1)),
                        value_of(query.getColumn(2)), value_of(query.getColumn(3))});
    }
    return rows;
}

/// The table's own columns, then class_name, student and their number at the school where there are such.
std::string undelivered_sql(const Kind& kind) {
    const std::string table = kind.table;
    return "select t.*, " + std::string(kind.has_class ? "c.name" : "null") + ", " +
           (kind.has_profile ? "p.name, n.number" : "null, null") + " from " + table + " as t" +
           (kind.has_class ? " join class as c on c.id = t.class" : "") +
           (kind.has_profile ? " join profile as p on p.id = t.profile"
                               " left join school_number as n on n.profile = t.profile"
                             : "") +
           " where t." + kind.key + " not in (select id from row_delivery where kind = '" + table +
           "') order by t." + kind.key + " limit ?";
}

void append_undelivered(SQLite::Database& db, const Kind& kind, std::size_t limit,
                        std::vector<ClassRow>& rows) {
    SQLite::Statement query(db, undelivered_sql(kind));
    query.bind(1, static_cast<std::int64_t>(limit - rows.size()));
    while (query.executeStep()) {
        const int own = query.getColumnCount() - 3;
        json body = json::object();
        for (int k = 0; k < own; ++k) {
            body[query.getColumnName(k)] = value_of(query.getColumn(k));
        }
        if (kind.has_class) {
            body["class_name"] = query.getColumn(own).getString();
        }
        ClassRow row{.kind = kind.table,
                     .id = body[kind.key],
                     .student = query.getColumn(own + 1).getString(),
                     .body = {}};
        if (row.kind == "exam") {
            body["seen"] = seen_rows(db, row.id);
        }
        if (const auto number = query.getColumn(own + 2); row.kind == "membership" && !number.isNull()) {
            body["school_number"] = number.getString();
        }
        row.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
        rows.push_back(std::move(row));
    }
}

/// A database in memory beside this one, with the tables of a class, for as long as this lives.
class Arrivals {
public:
    explicit Arrivals(Database& here) : here_(here) {
        here_.read([](SQLite::Database& db) { // not within a transaction
            db.exec("attach database ':memory:' as other");
            for (const char* table : {"profile", "school_number", "attempt", "seen_row"}) {
                add_table(db, table);
            }
            for (const Kind& kind : kinds) {
                add_table(db, kind.table);
            }
        });
    }

    ~Arrivals() { here_.connection().tryExec("detach database other"); }

    Arrivals(const Arrivals&) = delete;
    Arrivals& operator=(const Arrivals&) = delete;

private:
    static void add_table(SQLite::Database& db, const char* table) {
        db.exec(std::string("create table other.") + table + " as select * from main." + table + " where 0");
    }

    Database& here_;
};

UserError no_row(const ClassRow& row) {
    return UserError(Complaint{"the school's row " + row.kind + " " + row.id,
                               "is none that this Tactus knows", "update Tactus on this station"});
}

const Kind& kind_of(const ClassRow& row) {
    const auto* const kind = std::ranges::find(kinds, row.kind, &Kind::table);
    if (kind == kinds.end()) {
        throw no_row(row);
    }
    return *kind;
}

json body_of(const ClassRow& row) {
    json body = json::parse(row.body, nullptr, false);
    if (!body.is_object()) {
        throw no_row(row);
    }
    return body;
}

std::string text_in(const json& body, const char* key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void bind(SQLite::Statement& insert, int place, const json& value, const ClassRow& row) {
    if (value.is_null()) {
        insert.bind(place);
    } else if (value.is_number_integer()) {
        insert.bind(place, value.get<std::int64_t>());
    } else if (value.is_number()) {
        insert.bind(place, value.get<double>());
    } else if (value.is_string()) {
        insert.bind(place, value.get_ref<const std::string&>());
    } else {
        throw no_row(row);
    }
}

/// Each column of the table from the member of its name; all must be there.
void insert_row(SQLite::Database& db, const ClassRow& row, const json& body) {
    std::vector<std::string> columns;
    SQLite::Statement described(db, "select name from pragma_table_info(?)");
    described.bind(1, row.kind);
    std::string marks;
    while (described.executeStep()) {
        columns.push_back(described.getColumn(0).getString());
        marks += marks.empty() ? "?" : ", ?";
    }
    SQLite::Statement insert(db, "insert into other." + row.kind + " values (" + marks + ")");
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const auto value = body.find(columns[k]);
        if (value == body.end()) {
            throw no_row(row);
        }
        bind(insert, static_cast<int>(k) + 1, *value, row);
    }
    insert.exec();
}

void insert_seen(SQLite::Database& db, const ClassRow& row, const json& body) {
    SQLite::Statement insert(db, "insert into other.seen_row values (?1, ?2, ?3, ?4, ?5)");
    for (const json& seen : body.value("seen", json::array())) {
        if (!seen.is_array() || seen.size() != 4) {
            throw no_row(row);
        }
        insert.bind(1, row.id);
        for (std::size_t k = 0; k < 4; ++k) {
            bind(insert, static_cast<int>(k) + 2, seen[k], row);
        }
        insert.exec();
        insert.reset();
    }
}

/// Who and what the row speaks of, by name: a page of rows need not bring the class that it is of.
void insert_spoken_of(SQLite::Database& db, const ClassRow& row, const json& body) {
    const auto once = [&](const char* table, const std::string& id, const std::string& name) {
        SQLite::Statement insert(db,
                                 std::string("insert into other.") + table +
                                     " select ?1, ?2, 0 where ?2 <> '' and not exists (select 1 from other." +
                                     table + " where id = ?1)");
        insert.bind(1, id);
        insert.bind(2, name);
        insert.exec();
    };
    once("class", text_in(body, "class"), text_in(body, "class_name"));
    once("profile", text_in(body, "profile"), row.student);
    SQLite::Statement number(db, "insert into other.school_number select ?1, ?2 where ?2 <> ''"
                                 " and ?1 not in (select profile from other.school_number)");
    number.bind(1, text_in(body, "profile"));
    number.bind(2, text_in(body, "school_number"));
    number.exec();
    SQLite::Statement attempt(db, "insert into other.attempt select * from main.attempt where id = ?1"
                                  " and id not in (select id from other.attempt)");
    attempt.bind(1, text_in(body, "attempt"));
    attempt.exec();
}

void lay(SQLite::Database& db, std::span<const ClassRow> rows) {
    for (const ClassRow& row : rows) {
        const Kind& kind = kind_of(row);
        const json body = body_of(row);
        if (text_in(body, kind.key) != row.id) {
            throw no_row(row);
        }
        insert_spoken_of(db, row, body);
        insert_row(db, row, body);
        if (row.kind == "exam") {
            insert_seen(db, row, body);
        }
    }
}

void note_fate(SQLite::Database& db, const RowFate& fate) {
    SQLite::Statement insert(db, "insert or replace into row_delivery values (?, ?, ?, ?)");
    insert.bind(1, fate.kind);
    insert.bind(2, fate.id);
    insert.bind(3, fate.fate);
    insert.bind(4, fate.why);
    insert.exec();
}

/// What this station had pushed itself stays its own.
void note_pulled(SQLite::Database& db, const ClassRow& row, bool differs) {
    SQLite::Statement insert(db, "insert or ignore into row_delivery values (?, ?, ?, '')");
    insert.bind(1, row.kind);
    insert.bind(2, row.id);
    insert.bind(3, differs ? "differs" : "pulled");
    insert.exec();
}

} // namespace

int count_undelivered_rows(SQLite::Database& db) {
    int count = 0;
    for (const Kind& kind : kinds) {
        const std::string table = kind.table;
        count += db.execAndGet("select count(*) from " + table + " where " + kind.key +
                               " not in (select id from row_delivery where kind = '" + table + "')")
                     .getInt();
    }
    return count;
}

ClassExchange::ClassExchange(const std::filesystem::path& directory) : database_(directory) {}

std::vector<ClassRow> ClassExchange::undelivered(int limit) const {
    const auto most = static_cast<std::size_t>(limit);
    std::vector<ClassRow> rows;
    database_.read([&](SQLite::Database& db) {
        for (const Kind& kind : kinds) {
            if (rows.size() < most) {
                append_undelivered(db, kind, most, rows);
            }
        }
    });
    return rows;
}

void ClassExchange::note(std::span<const RowFate> fates) {
    database_.write([&](SQLite::Database& db) {
        for (const RowFate& fate : fates) {
            note_fate(db, fate);
        }
    });
}

std::vector<Tombstone> ClassExchange::untold(int limit) const {
    std::vector<Tombstone> found;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db,
                                "select id, digest from erased where id not in"
                                " (select id from row_delivery where kind = 'erased') order by id limit ?");
        query.bind(1, limit);
        while (query.executeStep()) {
            found.push_back({.id = query.getColumn(0).getString(), .digest = query.getColumn(1).getString()});
        }
    });
    return found;
}

void ClassExchange::note_told(std::span<const Tombstone> tombstones) {
    database_.write([&](SQLite::Database& db) {
        for (const Tombstone& tombstone : tombstones) {
            note_fate(db, {.kind = "erased", .id = tombstone.id, .fate = "told", .why = {}});
        }
    });
}

std::vector<std::string> ClassExchange::missing_attempts(std::span<const ClassRow> rows) const {
    std::vector<std::string> missing;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement here(
            db, "select 1 from attempt where id = ?1 union select 1 from erased where id = ?1");
        for (const ClassRow& row : rows) {
            const std::string attempt = text_in(body_of(row), "attempt");
            here.reset();
            here.bind(1, attempt);
            if (!attempt.empty() && !here.executeStep() &&
                std::ranges::find(missing, attempt) == missing.end()) {
                missing.push_back(attempt);
            }
        }
    });
    return missing;
}

RowsTaken ClassExchange::take(std::span<const ClassRow> rows) {
    RowsTaken taken;
    const Arrivals arrivals(database_);
    database_.write([&](SQLite::Database& db) {
        taken = {};
        lay(db, rows);
        take_exam_rows(db, taken.taken, taken.differing);
        static_cast<void>(
            select_exams(db, "?1 = ''", {})); // one that cannot be read would shut out all of them
        for (const ClassRow& row : rows) {
            const bool differs = std::ranges::find(taken.differing, row.id) != taken.differing.end();
            note_pulled(db, row, differs);
        }
    });
    return taken;
}

} // namespace tactus::records
