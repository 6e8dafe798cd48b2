#include "sim/school/class_sync.hpp"

#include "sim/school/class_wire.hpp"
#include "sim/school/json_text.hpp"

namespace tactus::school {
namespace {

constexpr int erasure_batch = 1000;
constexpr int page_rows = 100;
constexpr std::size_t word_limit = 1000;

/// An attempt of another station, to be looked at and marked here.
bool pull_attempt(records::Archive& archive, SchoolClient& school, const std::string& id) {
    const std::string path = "/v1/attempts/" + id;
    const nlohmann::json row = parse_object(school.get(path), "attempt " + id + " of the school");
    const auto result = row.find("result");
    return archive.take_pulled(
        {.id = id,
         .bytes = school.get(path + "/recording"),
         .facts = {.student = text_of(row, "student", word_limit),
                   .grade = text_of(row, "grade", word_limit),
                   .practice = text_of(row, "practice", word_limit),
                   .result = result != row.end() && result->is_object() ? line_of(*result) : std::string()}});
}

std::string next_of(const std::string& page, const std::string& before) {
    const std::string next = text_of(parse_object(page, "the school's page"), "next", word_limit);
    return next.empty() ? before : next;
}

std::vector<records::Tombstone> parse_tombstones(const std::string& page) {
    const nlohmann::json json = parse_object(page, "the school's erasures");
    std::vector<records::Tombstone> tombstones;
    for (const nlohmann::json& row : json.value("rows", nlohmann::json::array())) {
        if (row.is_object() && is_uuid(text_of(row, "id", word_limit))) {
            tombstones.push_back(
                {.id = text_of(row, "id", word_limit), .digest = text_of(row, "digest", word_limit)});
        }
    }
    return tombstones;
}

int pull_erasures(records::Archive& archive, SchoolClient& school, const GoOn& goes_on) {
    int erased = 0;
    std::string cursor = archive.pull_cursor("erased");
    while (goes_on()) {
        const std::string page = school.get("/v1/erasures?after=" + cursor);
        const std::vector<records::Tombstone> tombstones = parse_tombstones(page);
        if (tombstones.empty()) {
            break;
        }
        erased += archive.bury_pulled(tombstones);
        cursor = next_of(page, cursor);
        archive.set_pull_cursor("erased", cursor);
    }
    return erased;
}

} // namespace

StationCard ask_who_i_am(SchoolClient& school) {
    const nlohmann::json card = parse_object(school.get("/v1/station"), "the school's answer");
    return {.school = text_of(card, "school", word_limit),
            .station = text_of(card, "station", word_limit),
            .desk = card.value("desk", false)};
}

void push_erasures(records::ClassExchange& exchange, SchoolClient& school) {
    for (auto untold = exchange.untold(erasure_batch); !untold.empty();
         untold = exchange.untold(erasure_batch)) {
        nlohmann::json json = {{"erased", nlohmann::json::array()}};
        for (const records::Tombstone& tombstone : untold) {
            if (is_uuid(tombstone.id)) { // schema 1 named an attempt otherwise; no school has heard of it
                json["erased"].push_back({{"id", tombstone.id}, {"digest", tombstone.digest}});
            }
        }
        school.post("/v1/erasures", line_of(json));
        exchange.note_told(untold);
    }
}

void push_class_rows(records::ClassExchange& exchange, SchoolClient& school, const GoOn& goes_on,
                     PushReport& report) {
    while (goes_on()) {
        const auto rows = exchange.undelivered(static_cast<int>(row_batch_limit));
        if (rows.empty()) {
            break;
        }
        const std::vector<Answer> answers = parse_answers(school.post("/v1/class", rows_text(rows)));
        if (answers.size() != rows.size()) {
            throw UserError(Complaint{"the school's answer", "is not about what was pushed",
                                      "update Tactus on this station"});
        }
        std::vector<records::RowFate> fates;
        for (std::size_t k = 0; k < rows.size(); ++k) {
            fates.push_back({.kind = rows[k].kind,
                             .id = rows[k].id,
                             .fate = fate_name(answers[k].fate),
                             .why = answers[k].why});
            report.count(answers[k]);
        }
        exchange.note(fates);
    }
}

ClassPull pull_class_rows(records::Archive& archive, records::ClassExchange& exchange, SchoolClient& school,
                          const StationCard& card, const GoOn& goes_on) {
    ClassPull pull;
    std::string cursor = archive.pull_cursor("class");
    while (goes_on()) {
        const std::string page =
            school.get("/v1/class?limit=" + std::to_string(page_rows) + "&after=" + cursor);
        const std::vector<records::ClassRow> rows = parse_rows(page, "the school's classes");
        if (rows.empty()) {
            break;
        }
        if (card.desk) {
            for (const std::string& id : exchange.missing_attempts(rows)) {
                pull.attempts += pull_attempt(archive, school, id) ? 1 : 0;
            }
        }
        const records::RowsTaken taken = exchange.take(rows);
        pull.rows += taken.taken;
        pull.differing.insert(pull.differing.end(), taken.differing.begin(), taken.differing.end());
        cursor = next_of(page, cursor);
        archive.set_pull_cursor("class", cursor);
    }
    pull.erased = pull_erasures(archive, school, goes_on);
    return pull;
}

} // namespace tactus::school
