#include "sim/scoring/stop_word.hpp"

#include "sim/client/stop_word.hpp"

namespace tactus::scoring {

namespace {

/// Follows the discomfort under the hands to the moment at which the word is said, as the client's voice
/// does.
class StopWord {
public:
    /// One sample; true when the word is said now.
    bool said(float discomfort) {
        strong_s_ = discomfort >= client::stop_word_discomfort ? strong_s_ + strokes::trace_interval_s : 0;
        const bool now = !said_ && strong_s_ >= static_cast<double>(client::stop_word_after_s);
        said_ = strong_s_ > 0 && (said_ || now); // once, until it hurts less
        return now;
    }

private:
    double strong_s_ = 0;
    bool said_ = false;
};

/// A word that was said and not heeded yet.
struct Waiting {
    double since_s = -1; ///< -1 = for none
    double force_n = 0;  ///< when it was said
};

} // namespace

void check_stop_word(const MarkedRun& run, SafetyFindings& findings) {
    const Rubric& rubric = run.rubric;
    StopWord word;
    Waiting waiting;
    for (const strokes::TraceSample& sample : run.trace.samples) {
        const double force_n = static_cast<double>(sample.hands[0].force_n) + sample.hands[1].force_n;
        if (word.said(sample.discomfort) && force_n > rubric.loaded_force_n) {
            waiting = {.since_s = sample.t_s, .force_n = force_n};
        }
        if (waiting.since_s < 0) {
            continue;
        }
        const double waited_s = sample.t_s - waiting.since_s;
        if (force_n <= (1 - rubric.response_drop) * waiting.force_n) {
            waiting = {};
        } else if (waited_s > rubric.stop_ignored_s) {
            findings.critical.push_back({.id = "stop_ignored",
                                         .what = "The client said stop at " + clock(waiting.since_s) +
                                                 ", and the pressure did not ease within " +
                                                 rounded(rubric.stop_ignored_s) + " s.",
                                         .value = waited_s,
                                         .limit = rubric.stop_ignored_s,
                                         .moment_s = waiting.since_s});
            waiting = {};
        }
    }
}

} // namespace tactus::scoring
