#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {
namespace {

constexpr const char* columns =
    "attempt.id, digest, profile, profile.name, drill, drill_name, drill_hash, rubric, rubric_hash, client,"
    " client_name, started_at, duration_s, score, pressure, flow, targeting, safety, communication, sequence,"
    " passed, grade, graded, practice, feedback, force_source, setting, sim_version, state_hash";

/// Reads or binds one column after another.
class Columns {
public:
    explicit Columns(SQLite::Statement& statement) : statement_(statement) {}

    void read(std::string& value) { value = statement_.getColumn(next_++).getString(); }

    void read(double& value) { value = statement_.getColumn(next_++).getDouble(); }

    void read(std::int64_t& value) { value = statement_.getColumn(next_++).getInt64(); }

    void read(bool& value) { value = statement_.getColumn(next_++).getInt() != 0; }

    void read(std::optional<double>& value) {
        const SQLite::Column column = statement_.getColumn(next_++);
        value = column.isNull() ? std::nullopt : std::optional(column.getDouble());
    }

    template <class Value> void bind(const Value& value) { statement_.bind(++next_, value); }

    void bind(bool value) { statement_.bind(++next_, value ? 1 : 0); }

    void bind(const std::optional<double>& value) {
        if (value) {
            statement_.bind(++next_, *value);
        } else {
            statement_.bind(++next_);
        }
    }

private:
    SQLite::Statement& statement_;
    int next_ = 0;
};

Attempt read_attempt(SQLite::Statement& query) {
    Attempt a;
    Columns in(query);
    for (std::string* text : {&a.id, &a.digest, &a.profile, &a.student, &a.drill, &a.drill_name,
                              &a.drill_hash, &a.rubric, &a.rubric_hash, &a.client, &a.client_name}) {
        in.read(*text);
    }
    in.read(a.started_at_unix_s);
    in.read(a.duration_s);
    in.read(a.score);
    for (std::optional<double>& group : a.groups) {
        in.read(group);
    }
    in.read(a.passed);
    in.read(a.grade);
    in.read(a.graded);
    for (std::string* text :
         {&a.practice, &a.feedback, &a.force_source, &a.setting, &a.sim_version, &a.state_hash}) {
        in.read(*text);
    }
    return a;
}

} // namespace

std::optional<std::string> find_profile(SQLite::Database& db, const std::string& student) {
    SQLite::Statement query(db, "select id from profile where name = ?");
    query.bind(1, student);
    return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
}

std::string profile_of(SQLite::Database& db, const std::string& student, UuidSource& ids,
                       std::int64_t created_unix_s) {
    if (const auto known = find_profile(db, student); known) {
        return *known;
    }
    std::string id = ids.next(created_unix_s * 1000);
    SQLite::Statement insert(db, "insert into profile values (?, ?, ?)");
    insert.bind(1, id);
    insert.bind(2, student);
    insert.bind(3, created_unix_s);
    insert.exec();
    return id;
}

void insert_attempt(SQLite::Database& db, const Attempt& a) {
    SQLite::Statement insert(db, "insert into attempt values"
                                 " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    Columns out(insert);
    for (const std::string* text : {&a.id, &a.digest, &a.profile, &a.drill, &a.drill_name, &a.drill_hash,
                                    &a.rubric, &a.rubric_hash, &a.client, &a.client_name}) {
        out.bind(*text);
    }
    out.bind(a.started_at_unix_s);
    out.bind(a.duration_s);
    out.bind(a.score);
    for (const std::optional<double>& group : a.groups) {
        out.bind(group);
    }
    out.bind(a.passed);
    out.bind(a.grade);
    out.bind(a.graded);
    for (const std::string* text :
         {&a.practice, &a.feedback, &a.force_source, &a.setting, &a.sim_version, &a.state_hash}) {
        out.bind(*text);
    }
    insert.exec();
}

void insert_recording(SQLite::Database& db, const std::string& attempt, const std::string& bytes,
                      const std::string& result) {
    SQLite::Statement insert(db, "insert into recording values (?, ?, ?)");
    insert.bind(1, attempt);
    insert.bindNoCopy(2, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
    insert.bind(3, result);
    insert.exec();
}

std::string attempts_sql(const AttemptQuery& query) {
    std::string sql = "select " + std::string(columns) +
                      " from attempt join profile on profile.id = attempt.profile where started_at >= :since";
    sql += query.profile ? " and profile = :profile" : "";
    sql += query.drill.empty() ? "" : " and drill = :drill";
    sql += query.undelivered ? " and profile <> '' and attempt.id not in (select attempt from delivery)" : "";
    sql += query.after ? " and (started_at, attempt.id) < (:after, :after_id)" : "";
    return sql + " order by started_at desc, attempt.id desc limit :limit";
}

std::vector<Attempt> select_attempts(SQLite::Database& db, const AttemptQuery& query) {
    SQLite::Statement statement(db, attempts_sql(query));
    statement.bind(":since", query.since_unix_s);
    statement.bind(":limit", query.limit);
    if (query.profile) {
        statement.bind(":profile", *query.profile);
    }
    if (!query.drill.empty()) {
        statement.bind(":drill", query.drill);
    }
    if (query.after) {
        statement.bind(":after", query.after->started_at_unix_s);
        statement.bind(":after_id", query.after->id);
    }
    std::vector<Attempt> attempts;
    while (statement.executeStep()) {
        attempts.push_back(read_attempt(statement));
    }
    return attempts;
}

std::optional<Attempt> attempt_by(SQLite::Database& db, const char* column, const std::string& value) {
    SQLite::Statement query(db,
                            "select " + std::string(columns) +
                                " from attempt join profile on profile.id = attempt.profile where attempt." +
                                column + " = ?");
    query.bind(1, value);
    return query.executeStep() ? std::optional(read_attempt(query)) : std::nullopt;
}

std::optional<Attempt> select_best(SQLite::Database& db, const std::string& profile,
                                   const std::string& drill) {
    SQLite::Statement query(
        db, "select " + std::string(columns) +
                " from attempt join profile on profile.id = attempt.profile"
                " where profile = ? and drill = ? and graded = 1 order by score desc limit 1");
    query.bind(1, profile);
    query.bind(2, drill);
    return query.executeStep() ? std::optional(read_attempt(query)) : std::nullopt;
}

std::optional<Attempt> select_class_best(SQLite::Database& db, const std::string& name,
                                         const std::string& drill) {
    SQLite::Statement query(db, "select " + std::string(columns) +
                                    " from attempt join profile on profile.id = attempt.profile"
                                    " where attempt.profile in (select member.profile from member"
                                    " join class on class.id = member.class where class.name = ?)"
                                    " and drill = ? and graded = 1 order by score desc limit 1");
    query.bind(1, name);
    query.bind(2, drill);
    return query.executeStep() ? std::optional(read_attempt(query)) : std::nullopt;
}

bool is_erased(SQLite::Database& db, const std::string& id, const std::string& digest) {
    SQLite::Statement query(
        db, "select 1 from erased where id = ? union all select 1 from erased where digest = ?");
    query.bind(1, id);
    query.bind(2, digest);
    return query.executeStep();
}

} // namespace tactus::records
