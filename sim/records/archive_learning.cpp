#include "sim/records/archive.hpp"
#include "sim/records/calendar.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace tactus::records {

std::vector<drills::GradedRun> Archive::graded_runs(const std::string& profile, const std::string& drill,
                                                    int limit) const {
    std::vector<drills::GradedRun> runs;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select started_at, score, passed, feedback from attempt"
                                    " where profile = ? and drill = ? and graded"
                                    " order by started_at desc, id desc limit ?");
        query.bind(1, profile);
        query.bind(2, drill);
        query.bind(3, limit);
        while (query.executeStep()) {
            runs.push_back({.day = local_day(query.getColumn(0).getInt64()),
                            .score = query.getColumn(1).getDouble(),
                            .passed = query.getColumn(2).getInt() != 0,
                            .feedback = feedback_named(query.getColumn(3).getString())});
        }
    });
    std::ranges::reverse(runs);
    return runs;
}

} // namespace tactus::records
