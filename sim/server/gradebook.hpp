#pragma once
/// Students and drills: how often, how well, and what an instructor made of it.

#include "sim/server/postgres.hpp"

#include <string>

namespace tactus::server {

struct GradebookAsked {
    std::string drill;      ///< "" = all
    std::string class_name; ///< "" = all
    std::string after;      ///< the student who ended the page before, by name; "" = from the beginning
    int limit = 1000;       ///< students
};

/// {"rows":[{student, class, person, drill, attempts, graded, first, best, last, mean, best_raw, passed,
/// overridden}]}. The scores are those of graded attempts after overrides; best_raw is before them. Profiles
/// that are the same person are one student.
std::string gradebook(Transaction& transaction, const GradebookAsked& asked);

/// What somebody should look at, newest first: {"rows":[{attempt, kind, detail, station, raised_at}]}.
std::string flags(Transaction& transaction);

/// Of attempts, verification and the xAPI outbox: counts, oldest waiting, last error.
std::string school_status(Transaction& transaction);

} // namespace tactus::server
