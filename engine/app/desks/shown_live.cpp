#include "engine/app/desks/shown_live.hpp"

#include "engine/app/session/live_summary.hpp"

namespace tactus::app {

school::Live shown_live(const RunTable& table, const ResultCard& card, const std::string& student) {
    if (card.shown()) {
        const scoring::Score& score = card.run()->outcome.score;
        return live_of_result(student, card.run()->drill, score.total, score.grade);
    }
    const RunScreen* run = table.run();
    if (table.source() == Source::live && run->under_way()) {
        return live_of_run(student, run->drill(), run->now(), run->paused());
    }
    return {.student = student};
}

} // namespace tactus::app
