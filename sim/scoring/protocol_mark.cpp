#include "sim/scoring/protocol_mark.hpp"

#include <algorithm>
#include <array>

namespace tactus::scoring {
namespace {

using client::Conduct;

struct Measure {
    std::string_view action; ///< of client::actions()
    double within_s;         ///< of the sign
    std::string_view words;
};

/// Facts 10, D19: stop within 5 s, sit up within 15 s; what follows has no figure there (design).
constexpr std::array protocol{
    Measure{"stop", 5, "take the hands off"},
    Measure{"sit_up", 15, "sit the client up"},
    Measure{"loosen", 60, "loosen straps and look for the cause"},
    Measure{"call_emergency", 120, "call for help"},
};

/// When an action was first taken from some moment on; -1 = never.
double done_s(const Conduct& conduct, std::string_view action, double from_s) {
    const auto found = std::ranges::find_if(
        conduct.done, [&](const Conduct::Done& done) { return done.t_s >= from_s && done.action == action; });
    return found == conduct.done.end() ? -1 : found->t_s;
}

/// When both hands had left; -1 = they stayed to the end.
double hands_off_s(const MarkedRun& run, double from_s) {
    const auto found = std::ranges::find_if(run.trace.samples, [&](const strokes::TraceSample& sample) {
        return sample.t_s >= from_s && !strokes::in_contact(sample.hands[0]) &&
               !strokes::in_contact(sample.hands[1]);
    });
    return found == run.trace.samples.end() ? -1 : found->t_s;
}

} // namespace

std::optional<Mark> protocol_mark(const MarkedRun& run, Measures& measures) {
    const auto sign =
        std::ranges::find(run.client.body_events, client::EventKind::dysreflexia, &client::BodyEvent::kind);
    if (sign == run.client.body_events.end() || run.client.conduct == nullptr) {
        return std::nullopt;
    }
    double marks = 0;
    double before_s = sign->t_s;
    std::string missed;
    for (const Measure& step : protocol) {
        const bool hands = step.action == "stop";
        const double at_s =
            hands ? hands_off_s(run, sign->t_s) : done_s(*run.client.conduct, step.action, sign->t_s);
        const bool in_time = at_s >= 0 && at_s - sign->t_s <= step.within_s;
        const bool in_order = at_s >= before_s;
        marks += (in_time && in_order ? 1.0 : at_s >= 0 ? 0.5 : 0.0) * 100 / protocol.size();
        if (!in_time || !in_order) {
            missed += (missed.empty() ? "" : ", ") + std::string(step.words);
        }
        before_s = std::max(before_s, at_s);
    }
    measures["protocol_marks"] = marks;
    Mark mark{.measure = "protocol",
              .share = run.rubric.decision,
              .marks = marks,
              .value = marks,
              .target = 100,
              .moment_s = sign->t_s};
    mark.what = "After the signs at " + clock(sign->t_s) +
                " these came late, out of order or not at all: " + missed + ".";
    mark.advice = "Hands off, sit up, loosen and look for the cause, call: in this order.";
    return mark;
}

std::optional<Mark> label_mark(const MarkedRun& run, Measures& measures) {
    if (!run.client.interviewed() || run.client.condition->banned_ingredients.empty()) {
        return std::nullopt;
    }
    const Conduct& conduct = *run.client.conduct;
    const bool dry = std::ranges::all_of(run.trace.samples, [](const strokes::TraceSample& sample) {
        return sample.product == contact::Product::dry ||
               (!strokes::in_contact(sample.hands[0]) && !strokes::in_contact(sample.hands[1]));
    });
    const bool right = !conduct.banned_product && (dry || !conduct.ingredients.empty());
    measures["label_right"] = right ? 1 : 0;
    Mark mark{.measure = "label", .share = run.rubric.product, .marks = right ? 100.0 : 0.0};
    mark.value = mark.marks;
    mark.target = 100;
    mark.what = conduct.banned_product ? "The label lists what this client does not bear."
                                       : "Nobody knows what is in the product that was used.";
    mark.advice = "Read the list on the back of the bottle, name by name, before it is opened.";
    return mark;
}

} // namespace tactus::scoring
