#pragma once
/// The marks of one group, measure by measure, with the words for a mark lost. Internal to scoring.

#include "sim/scoring/band_credit.hpp"
#include "sim/scoring/marked_run.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace tactus::scoring {

/// One measure of a group.
struct Mark {
    std::string measure;
    double share = 0; ///< of the group; shares renormalise over what was measured
    double marks = 0; ///< 0..100
    double counts =
        1; ///< 0..1: how much of them counts, where a measure rests on something that was done in part
    double value = 0;
    double target = 0;
    std::string unit;
    double moment_s = -1;
    std::string what; ///< one factual sentence
    std::string advice;
};

double sum_of_shares(std::span<const Mark> marks);

/// A group: its measures, and how much of what was asked was done at all. The group's marks are the weighted
/// mean of what counts of its measures, times `done`: a short perfect sample is not a good drill.
struct GroupMarks {
    std::vector<Mark> marks;
    double done = 1; ///< 0..1
    Mark undone;     ///< the reason for marks that could not be earned: by done < 1, by counts < 1
};

/// What a group adds to Score::measures.
using Measures = std::map<std::string, double>;

/// Each returns no marks when the drill does not ask for anything that the group measures (facts 7.3).
GroupMarks pressure_marks(const MarkedRun& run, Measures& measures);

/// ORD: light, then deep, then light (facts 7.3). Measured only where the drill itself opens and closes
/// lightly.
std::optional<Mark> order_mark(const MarkedRun& run, Measures& measures);

GroupMarks flow_marks(const MarkedRun& run, Measures& measures);

/// How far the client's muscle tone has fallen at the end of a whole run, where a step asks that it does.
std::optional<Mark> tone_mark(const MarkedRun& run, Measures& measures);

GroupMarks targeting_marks(const MarkedRun& run, Measures& measures);
GroupMarks communication_marks(const MarkedRun& run, Measures& measures);
GroupMarks sequence_marks(const MarkedRun& run, Measures& measures);

/// Safety is 100 less penalties; each penalty is a mark of its own with share 1 and 100 - penalty marks.
struct SafetyFindings {
    std::vector<Mark> penalties; ///< `marks` holds the penalty
    std::vector<Critical> critical;
};

/// How the student answered when the client tightened under load.
struct GuardResponse {
    double begin_s = 0;
    double eased_s = -1; ///< until the force had fallen by a quarter; -1 = it did not
    double lasted_s = 0; ///< how long the force stayed
};

std::vector<GuardResponse> guard_responses(const MarkedRun& run);

SafetyFindings safety_findings(const MarkedRun& run, Measures& measures);

/// 100 inside the band; outside it fades with |ln(v / v_edge)| to 0 at a factor of 2 (facts 7.3, SP).
double edge_marks(double value, Band band);

/// Marks of a hold, 0..100, for its length against the one asked for, times its steadiness (facts 7.3, HOLD).
double hold_credit(const Rubric& rubric, const Task& task, double held_s, double force_cv);

/// The band that holds for a stroke of a step: that of the light return, where there is one, else the loaded
/// one.
Band band_of(const MarkedTask& task, bool returning);

/// "0.71" -> "71"; for sentences.
std::string percent(double share);

/// A value with so many decimals, for sentences.
std::string rounded(double value, int decimals = 0);

/// "skin_rolling" -> "skin rolling"; for sentences.
std::string words(std::string_view name);

/// "0:41", for sentences.
std::string clock(double t_s);

/// "once", "3 times"; for sentences.
std::string times(int count);

/// "skin rolling" -> "Skin rolling": how a sentence begins.
std::string sentence_case(std::string text);

/// "Sit the client up" -> "sit the client up": within a sentence.
std::string clause_case(std::string text);

/// "84 N at 0:12, where the limit is 60 N", or, where both round to the same, "60 N at 0:12, which is the
/// limit"; a moment below 0 is left out. unit: with its space, " N". For sentences.
std::string against_limit(double value, double limit, std::string_view unit, double moment_s = -1,
                          int decimals = 0);

} // namespace tactus::scoring
