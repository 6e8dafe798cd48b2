#pragma once
/// Classes and exams of a school: rows that stations tell and take, none of which is ever changed.

#include "sim/records/class_exchange.hpp"
#include "sim/school/wire.hpp"
#include "sim/server/cursor.hpp"
#include "sim/server/postgres.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::server {

/// Takes rows in one transaction; one answer each, in order: taken; known; differs (the first is kept, and
/// this flagged); erased; refused: of what is not here, or not this station's to say. Throws DatabaseError.
std::vector<school::Answer> take_class_rows(Pool& pool, const Scope& station,
                                            const std::vector<records::ClassRow>& rows);

/// {"rows":[{kind, id, student, body}],"next":"CURSOR"} that `who` may see. Throws UserError: no such cursor.
std::string class_page(Transaction& transaction, const PageAsked& asked);

/// {"rows":[{id, digest}],"next":"CURSOR"}: what was erased, so that it is erased wherever it went.
std::string erasure_page(Transaction& transaction, const PageAsked& asked);

/// {"school","station","desk"} of a station that asks who it is.
std::string station_card(Transaction& transaction);

/// {"id","digest","profile","student","grade","practice","result"} of an attempt, as it was pushed. Its
/// recording is another question. nullopt: there is none, or it is not for whoever asks.
std::optional<std::string> attempt_card(Transaction& transaction, const std::string& id);

} // namespace tactus::server
