#pragma once
/// Classes, exams, marks and erasures between a station and its school, both ways. What is told again is
/// harmless, on either side.

#include "sim/records/archive.hpp"
#include "sim/records/class_exchange.hpp"
#include "sim/school/push.hpp"
#include "sim/school/school_client.hpp"

namespace tactus::school {

/// What a station is at its school.
struct StationCard {
    std::string school; ///< name
    std::string station;
    bool desk = false; ///< an instructor works at it: it may say what a class is and what a grade is
};

StationCard ask_who_i_am(SchoolClient& school);

/// Tells the school what was erased here and has not been told, before what is left is pushed.
void push_erasures(records::ClassExchange& exchange, SchoolClient& school);

/// Pushes what no school has answered for. After the attempts: rows speak of them.
void push_class_rows(records::ClassExchange& exchange, SchoolClient& school, const GoOn& goes_on,
                     PushReport& report);

struct ClassPull {
    int rows = 0;
    int attempts = 0; ///< that a row speaks of; for a desk, where they are marked
    int erased = 0;
    std::vector<std::string> differing; ///< ids that stand for something else here
};

/// Takes what is new at the school, page by page; what was taken before an error stays.
ClassPull pull_class_rows(records::Archive& archive, records::ClassExchange& exchange, SchoolClient& school,
                          const StationCard& card, const GoOn& goes_on);

// All throw UserError: not reachable, refused, no sense in the answer, or the records cannot be written.

} // namespace tactus::school
