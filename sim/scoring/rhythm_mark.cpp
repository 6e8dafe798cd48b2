#include "sim/math/interpolation.hpp"
#include "sim/scoring/flow_parts.hpp"
#include "sim/strokes/statistics.hpp"

#include <algorithm>
#include <iterator>

namespace tactus::scoring {

namespace {

/// What follows one another in even time: loaded strokes of one hand over stroke steps without another step
/// between, or the beats of one step of rhythm.
struct Chain {
    std::vector<double> periods_s;
    std::optional<Band> per_min; ///< of strokes; the rate of beats is part of the pace
};

/// When the loaded strokes of one hand began, over stroke steps of one movement without another between.
struct Begins {
    std::vector<double> begins_s;
    std::optional<Band> per_min;
};

/// Strokes over another zone, or at another pace, have another period by what is asked.
bool same_movement(const Task& task, const Task& then) {
    return task.zone == then.zone && task.speed_m_s == then.speed_m_s &&
           task.strokes_per_min == then.strokes_per_min;
}

std::vector<Begins> stroke_begins(const MarkedRun& run, contact::Side side) {
    std::vector<Begins> all;
    const Task* before = nullptr;
    for (const MarkedTask& task : run.tasks) {
        const bool strokes = asks_for_strokes(task.task);
        if (strokes && (before == nullptr || !same_movement(*before, task.task))) {
            all.push_back({{}, task.task.strokes_per_min});
        }
        before = strokes ? &task.task : nullptr;
        for (const MarkedStroke& marked : task.strokes) {
            if (strokes && marked.whole && !marked.returning && marked.stroke.hand == side) {
                all.back().begins_s.push_back(marked.stroke.begin_s);
            }
        }
    }
    return all;
}

std::vector<Chain> stroke_chains(const MarkedRun& run, contact::Side side) {
    std::vector<Chain> chains;
    for (const Begins& begins : stroke_begins(run, side)) {
        Chain chain{{}, begins.per_min};
        for (std::size_t k = 1; k < begins.begins_s.size(); ++k) {
            chain.periods_s.push_back(begins.begins_s[k] - begins.begins_s[k - 1]);
        }
        chains.push_back(std::move(chain));
    }
    return chains;
}

std::vector<Chain> all_chains(const MarkedRun& run) {
    std::vector<Chain> chains = stroke_chains(run, contact::Side::left);
    std::ranges::move(stroke_chains(run, contact::Side::right), std::back_inserter(chains));
    for (const MarkedTask& task : run.tasks) {
        for (std::vector<double>& periods : beat_periods(task)) {
            chains.push_back({std::move(periods), std::nullopt});
        }
    }
    std::erase_if(chains, [](const Chain& chain) { return chain.periods_s.size() < 2; });
    return chains;
}

} // namespace

std::vector<std::vector<double>> beat_periods(const MarkedTask& task) {
    const auto& [left, right] = task.beats;
    std::vector<strokes::Beat> struck; // blows of both hands are one rhythm, hacking's
    std::vector<std::vector<double>> chains;
    for (const strokes::Beats* hand : {&left, &right}) {
        if (hand->sign == strokes::BeatSign::touch) {
            struck.insert(struck.end(), hand->beats.begin(), hand->beats.end());
        } else if (!hand->beats.empty()) {
            chains.push_back(strokes::periods_s(hand->beats));
        }
    }
    std::ranges::stable_sort(struck, {}, &strokes::Beat::t_s);
    if (!struck.empty()) {
        chains.push_back(strokes::periods_s(struck));
    }
    return chains;
}

std::optional<Mark> rhythm_mark(const MarkedRun& run, Measures& measures) {
    double cv = 0;
    double rate_marks = 0;
    double rate = 0;
    double weight = 0;
    double rate_weight = 0;
    for (const Chain& chain : all_chains(run)) {
        const auto count = static_cast<double>(chain.periods_s.size());
        const double per_min = 60 / strokes::median(chain.periods_s);
        cv += strokes::variation(chain.periods_s) * count;
        rate_marks += (chain.per_min ? edge_marks(per_min, *chain.per_min) : 100) * count;
        rate += chain.per_min ? per_min * count : 0;
        rate_weight += chain.per_min ? count : 0;
        weight += count;
    }
    const bool demanded = std::ranges::any_of(run.tasks, [](const MarkedTask& task) {
        return (asks_for_strokes(task.task) && task.task.strokes_per_min) ||
               work_of(task.task) == Work::rhythm;
    });
    if (weight == 0 && (!demanded || run.live)) {
        return std::nullopt;
    }
    Mark mark{.measure = "rhythm",
              .share = run.rubric.rhythm,
              .target = 100 * run.rubric.rhythm_cv.full,
              .unit = "%",
              .what = "Too few strokes to have a rhythm.",
              .advice = "Stroke without a halt: one long stroke after the other."};
    if (weight == 0) {
        return mark;
    }
    mark.value = 100 * cv / weight;
    const double regular = math::lin(cv / weight, run.rubric.rhythm_cv.full, run.rubric.rhythm_cv.zero);
    mark.marks = regular * rate_marks / weight / 100;
    measures["stroke_period_cv_percent"] = mark.value;
    if (rate_weight > 0) {
        measures["strokes_per_min"] = rate / rate_weight;
    }
    mark.what = "The time from stroke to stroke varied by " + rounded(mark.value) + " %.";
    mark.advice = "Count along: the same number of beats for each stroke and each return.";
    if (rate_marks / weight < regular) {
        mark.what = "The pace was " + rounded(rate / rate_weight) + " strokes a minute.";
        mark.advice = "Follow the metronome until the pace is yours.";
    }
    return mark;
}

} // namespace tactus::scoring
