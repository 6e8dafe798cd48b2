#include "sim/school/push.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/class_sync.hpp"

namespace tactus::school {
namespace {

constexpr std::size_t batch_bytes = std::size_t{2} << 20U; ///< of recordings: seconds on a slow line
constexpr const char* lost = "lost";                       ///< kept in the place of a fate

Push push_of(const records::Archive& archive, const records::Attempt& attempt) {
    return {.id = attempt.id,
            .digest = attempt.digest,
            .profile = attempt.profile,
            .student = attempt.student,
            .grade = attempt.grade,
            .practice = attempt.practice,
            .result = archive.result(attempt),
            .recording = archive.recording_bytes(attempt)};
}

/// The next attempts to push, as many as fit. Those without a sound recording are noted and left out: the
/// school takes nothing that it cannot check.
std::vector<Push> next_batch(records::Archive& archive, PushReport& report) {
    std::vector<Push> batch;
    std::size_t bytes = 0;
    for (const records::Attempt& attempt :
         archive.list({.undelivered = true, .limit = static_cast<int>(batch_limit)})) {
        try {
            batch.push_back(push_of(archive, attempt));
        } catch (const UserError& error) {
            archive.note_delivery({.attempt = attempt.id, .fate = lost, .why = error.what()});
            report.noticed.push_back({.id = attempt.id, .fate = Fate::refused, .why = error.what()});
            continue;
        }
        bytes += batch.back().recording.size();
        if (bytes >= batch_bytes) {
            break;
        }
    }
    return batch;
}

void push_attempts(records::Archive& archive, SchoolClient& school, const GoOn& goes_on, PushReport& report) {
    while (goes_on()) {
        const std::vector<Push> batch = next_batch(archive, report);
        if (batch.empty()) {
            break;
        }
        const std::vector<Answer> answers = parse_answers(school.post("/v1/attempts", batch_text(batch)));
        if (answers.size() != batch.size()) {
            throw UserError(Complaint{"the school's answer", "is not about what was pushed",
                                      "update Tactus on this station"});
        }
        for (std::size_t k = 0; k < answers.size(); ++k) {
            archive.note_delivery(
                {.attempt = batch[k].id, .fate = fate_name(answers[k].fate), .why = answers[k].why});
            report.count(answers[k]);
        }
    }
}

} // namespace

void PushReport::count(const Answer& answer) {
    switch (answer.fate) {
    case Fate::taken:
        ++taken;
        break;
    case Fate::known:
        ++known;
        break;
    case Fate::erased:
        ++erased;
        break;
    case Fate::differs:
    case Fate::copied:
    case Fate::refused:
        noticed.push_back(answer);
        break;
    }
}

PushReport push(records::Archive& archive, SchoolClient& school, const GoOn& goes_on) {
    records::ClassExchange exchange(archive.directory());
    PushReport report;
    push_erasures(exchange, school);
    push_attempts(archive, school, goes_on, report);
    push_class_rows(exchange, school, goes_on, report);
    return report;
}

} // namespace tactus::school
