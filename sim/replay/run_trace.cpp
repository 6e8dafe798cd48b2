#include "sim/replay/run_trace.hpp"

#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::replay {

namespace {

/// Discomfort at which the screen says "in pain", and down to which it must fall before that counts anew.
constexpr float pain_from = 7.5F;
constexpr float pain_until = 6.5F;

void add_lost_marks(const scoring::Score& score, std::vector<Moment>& moments) {
    for (const scoring::Reason& reason : score.reasons) {
        if (reason.moment_s >= 0) {
            moments.push_back({reason.moment_s, MomentKind::mark_lost, reason.what});
        }
    }
    for (const scoring::Critical& critical : score.critical) {
        moments.push_back({critical.moment_s, MomentKind::critical, critical.what});
    }
}

void add_pain(std::span<const strokes::TraceSample> samples, std::vector<Moment>& moments) {
    bool hurts = false;
    for (const strokes::TraceSample& sample : samples) {
        if (!hurts && sample.discomfort >= pain_from) {
            hurts = true;
            moments.push_back({sample.t_s, MomentKind::pain, {}});
        }
        if (hurts) { // the sentence tells the worst of it
            const int now = static_cast<int>(std::lround(sample.discomfort));
            const std::string words = "pain " + std::to_string(std::min(now, 10)) + " of 10";
            moments.back().what = std::max(moments.back().what, words, [](const auto& a, const auto& b) {
                return a.size() != b.size() ? a.size() < b.size() : a < b;
            });
            hurts = sample.discomfort > pain_until;
        }
    }
}

void add_lift_offs(std::span<const strokes::TraceSample> samples, std::vector<Moment>& moments) {
    for (const strokes::Interval& gap : strokes::breaks(samples, strokes::pause_s.value)) {
        const bool before_the_first = gap.begin_s <= samples.front().t_s;
        const bool after_the_last = gap.end_s >= samples.back().t_s;
        if (!before_the_first && !after_the_last) {
            moments.push_back({gap.begin_s, MomentKind::lift_off, "both hands off the skin"});
        }
    }
}

} // namespace

RunTrace trace_run(const session::Session& session) {
    RunTrace trace{.drill = session.setup().drill.id, .duration_s = session.time_s()};
    const scoring::Score score = session.score();
    trace.score_total = score.total;
    const std::vector<strokes::TraceSample>& samples = session.trace().samples;
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        for (const strokes::Stroke& stroke : strokes::segment(samples, side)) {
            trace.strokes.push_back(strokes::trace_stroke(samples, stroke));
        }
    }
    std::ranges::stable_sort(trace.strokes, {},
                             [](const strokes::StrokeTrace& stroke) { return stroke.begin_s(); });
    add_lost_marks(score, trace.moments);
    if (!samples.empty()) {
        add_pain(samples, trace.moments);
        add_lift_offs(samples, trace.moments);
    }
    std::ranges::stable_sort(trace.moments, {}, &Moment::t_s);
    session::Snapshot last;
    session.write(last);
    trace.coverage.reserve(last.skin.coverage.size());
    for (const float share : last.skin.coverage) {
        trace.coverage.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(share, 0.0F, 1.0F))));
    }
    return trace;
}

} // namespace tactus::replay
