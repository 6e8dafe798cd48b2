#pragma once
/// What a learning record store is told of an attempt: statements of xAPI 1.0.3.

#include "sim/records/attempt.hpp"
#include "sim/server/postgres.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::server {

struct Statement {
    std::string id; ///< UUIDv5 of attempt and verb: made again, it is the same one
    std::string attempt;
    std::string verb; ///< "completed", "passed", "failed", "scored"
    std::string body; ///< JSON without the id
};

/// completed and scored; of a graded run also passed or failed. The student is a pseudonym at the school's
/// home page, "https://school.example"; never a name.
std::vector<Statement> statements_of(const records::Attempt& attempt, const std::string& home_page);

/// Within the transaction that takes the attempt. Throws DatabaseError.
void queue_statements(Transaction& transaction, const std::string& school,
                      const std::vector<Statement>& statements);

/// RFC 9562, 5.5: SHA-1 of a name in the name space of URLs.
std::string uuid_v5(std::string_view name);

/// "PT93.5S", as ISO 8601 writes a duration.
std::string iso_duration(double seconds);

} // namespace tactus::server
