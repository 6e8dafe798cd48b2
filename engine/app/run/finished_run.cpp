#include "engine/app/run/finished_run.hpp"

#include "engine/ui/practice_words.hpp"
#include "engine/ui/widgets/figures.hpp"

#include <cstdio>
#include <iostream>

namespace tactus::app {

namespace {

/// Why the records shall call a run practice; empty = as the recording tells.
std::string practice_reason(const RunPolicy& policy, bool interrupted) {
    switch (policy.practice) {
    case ui::Practice::ladder:
        return "ladder";
    case ui::Practice::wait:
        return "wait";
    case ui::Practice::whole:
        break;
    }
    if (interrupted) {
        return "interrupted";
    }
    return policy.speed < 1 ? "speed" : "";
}

} // namespace

records::RunFacts facts_of(const FinishedRun& run, const std::string& student) {
    return {.student = student,
            .grade = run.outcome.score.grade,
            .practice = practice_reason(run.policy, run.outcome.interrupted),
            .result = run.outcome.result_json};
}

void tell_result(const FinishedRun& run) {
    std::cout << "force: " << devices::force_source_name(run.outcome.origin.source) << ", "
              << run.outcome.origin.device << "\n"
              << std::flush;
    std::printf("score: %.1f\n", run.outcome.score.total);
    std::fflush(stdout);
}

std::string note_of(const FinishedRun& run, bool aids_allowed) {
    const RunPolicy& policy = run.policy;
    const RunOutcome& outcome = run.outcome;
    if (policy.trial) {
        return "Tried out: neither score nor recording is kept.";
    }
    if (policy.interrupted) {
        return "Practice: the program ended in the middle of the run.";
    }
    if (outcome.interrupted) {
        return "Practice: the computer stood still in the middle of the run.";
    }
    if (policy.practice != ui::Practice::whole) {
        return ui::practice_outcome(policy.practice, outcome.practice);
    }
    if (policy.speed < 1) {
        return "Practice at " + ui::rounded(100 * policy.speed) + " % of the speed.";
    }
    if (!policy.counts && policy.aided && !aids_allowed) {
        return "Practice: done with sticky press or by resting, which this station does not grade.";
    }
    if (!policy.counts) {
        return "Practice: there was more feedback than at the level you have reached.";
    }
    if (outcome.ended_early && !outcome.graded) {
        return "Practice: the run was ended early.";
    }
    if (!outcome.graded) {
        return "Not graded: time ran at " + ui::rounded(100 * outcome.sim_per_wall) +
               " % of real time for a second or more.";
    }
    if (!run.change.empty()) {
        return run.change;
    }
    if (policy.aided) {
        return "Done with sticky press or by resting, as this station allows.";
    }
    return outcome.thumb_resolved ? "" : "The tissue grid is too coarse here to grade a thumb closely.";
}

} // namespace tactus::app
